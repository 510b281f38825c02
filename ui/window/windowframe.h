#pragma once

#include <QWidget>

namespace squall::ui {

class Theme;

/// Holds the window's content; on production a frame in the colour of danger goes round everything.
class WindowFrame : public QWidget
{
    Q_OBJECT

public:
    explicit WindowFrame(const Theme &theme, QWidget *parent = nullptr);

    void setFramed(bool framed);
    bool isFramed() const { return m_framed; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_framed = false;
};

} // namespace squall::ui
