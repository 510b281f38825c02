#pragma once

#include <QColor>
#include <QWidget>

namespace squall::ui {

/// Holds the window's content; with a colour, a frame of it goes round everything.
class WindowFrame : public QWidget
{
    Q_OBJECT

public:
    explicit WindowFrame(QWidget *parent = nullptr);

    /// An invalid colour takes the frame away.
    void setFrame(const QColor &color);
    bool hasFrame() const { return m_color.isValid(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_color;
};

} // namespace squall::ui
