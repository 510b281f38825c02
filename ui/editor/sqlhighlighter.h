#pragma once

#include "ui/editor/sqlstyle.h"

#include <QSyntaxHighlighter>

namespace squall::ui {

class Theme;

/// Colours SQL in a text of some lines.
class SqlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    SqlHighlighter(const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    void read();

    const Theme &m_theme;
    int m_revision = -1; ///< of the text that was cut
    int m_characters = -1;
    std::vector<StyledToken> m_tokens;
};

} // namespace squall::ui
