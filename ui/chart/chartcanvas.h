#pragma once

#include "ui/chart/chartlayout.h"

#include <QWidget>

namespace squall::ui {

class Theme;

/// A chart on screen: what the pointer or the arrow keys are at is read out.
class ChartCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ChartCanvas(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const models::Chart &chart);
    const models::Chart &chart() const { return m_chart; }
    std::optional<ChartMark> mark() const { return m_mark; }
    void setMark(std::optional<ChartMark> mark);

    QSize sizeHint() const override { return {640, 400}; }
    QSize minimumSizeHint() const override { return {220, 160}; }

signals:
    void markChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ChartLayout layoutNow() const;
    /// The next point in the same series that has a value.
    void step(int by, bool toTheEnd);
    void stepSeries(int by);
    bool hasValue(const ChartMark &mark) const;
    void tell();

    const Theme &m_theme;
    models::Chart m_chart;
    std::optional<ChartMark> m_mark;
};

} // namespace squall::ui
