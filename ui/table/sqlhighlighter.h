#pragma once

#include <QSyntaxHighlighter>

namespace squall::ui {

class Theme;

/// Colours SQL that is only looked at.
class SqlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    SqlHighlighter(const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    /// How a line begins, as left by the one before it. Dollar quotes are `DollarQuote` plus the number of
    /// their tag.
    enum BlockState { Plain = -1, BlockComment = 1, SingleQuote = 2, DollarQuote = 3 };

    int paint(const QString &text, int from, int end, BlockState what);

    const Theme &m_theme;
    QStringList m_dollarTags;
};

} // namespace squall::ui
