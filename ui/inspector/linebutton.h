#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>

namespace squall::ui {

class Theme;

/// One line of a list that leads somewhere: what it is, more about it, and how much at the right, perhaps
/// with a bar below. Quiet until the mouse or the focus is there.
class LineButton : public QAbstractButton
{
    Q_OBJECT

public:
    struct Line
    {
        QString text = {};
        QString detail = {};
        QString amount = {};
        double part = -1; ///< of the bar that is full; without one when negative
        Token ink = Token::Text;
        TextStyle style = TextStyle::Body;

        bool operator==(const Line &) const = default;
    };

    LineButton(const Theme &theme, QWidget *parent = nullptr);

    void setLine(const Line &line);
    const Line &line() const { return m_line; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    Line m_line;
};

/// Areas of the full accent would be louder than the data.
QColor softened(QColor color);

} // namespace squall::ui
