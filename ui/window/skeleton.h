#pragma once

#include <QTimer>
#include <QWidget>

namespace squall::ui {

class Theme;

/// Grey bars where rows will be; nothing at all for the first 300 ms, so that quick things do not flicker.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    const Theme &m_theme;
    QTimer m_patience;
};

} // namespace squall::ui
