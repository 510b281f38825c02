#pragma once

#include <QPlainTextEdit>

namespace squall::ui {

class Theme;

/// JSON as text, coloured as far as it is in sight: a document of any size opens at once.
class JsonTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonTextEdit(const Theme &theme, QWidget *parent = nullptr);

    /// Underlines the place of a fault, a position in the document; -1 takes the mark away.
    void markFault(int position);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void colorVisible();
    void forgetColors();

    const Theme &m_theme;
};

} // namespace squall::ui
