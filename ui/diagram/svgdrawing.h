#pragma once

#include <QPaintDevice>
#include <QRectF>
#include <QString>

#include <memory>

namespace squall::ui {

class SvgEngine;

/// What is painted on it becomes SVG: text stays text, in one piece as far as it was drawn in one, and looks
/// that repeat are said once. (QSvgGenerator says them with every letter, and names a single font.) Units are
/// those that were painted in. Painting is over when its QPainter is gone.
class SvgDrawing : public QPaintDevice
{
public:
    /// `dpi`: of the screen that the fonts were chosen for.
    SvgDrawing(const QRectF &area, double dpi);
    ~SvgDrawing() override;

    void setTitle(const QString &title) { m_title = title; }
    void setDescription(const QString &description) { m_description = description; }
    /// What is painted from here on belongs together, under a name that programs show for it.
    void beginPart(const QString &name);
    void endPart();
    QByteArray svg() const;

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QRectF m_area;
    double m_dpi;
    QString m_title;
    QString m_description;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace squall::ui
