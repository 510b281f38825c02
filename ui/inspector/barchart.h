#pragma once

#include <QWidget>

#include <vector>

namespace squall::ui {

class Theme;

/// A histogram: bars beside each other, the tallest as high as there is room.
class BarChart : public QWidget
{
    Q_OBJECT

public:
    explicit BarChart(const Theme &theme, QWidget *parent = nullptr);

    void setBars(const std::vector<double> &bars);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::vector<double> m_bars;
};

} // namespace squall::ui
