#include "ui/diagram/svgdrawing.h"

#include "ui/diagram/svgengine.h"
#include "ui/diagram/svgtext.h"

namespace squall::ui {

namespace {

constexpr double millimetersPerInch = 25.4;

} // namespace

SvgDrawing::SvgDrawing(const QRectF &area, double dpi)
    : m_area(area)
    , m_dpi(dpi)
    , m_engine(std::make_unique<SvgEngine>())
{
}

SvgDrawing::~SvgDrawing() = default;

void SvgDrawing::beginPart(const QString &name)
{
    m_engine->beginPart(name);
}

void SvgDrawing::endPart()
{
    m_engine->endPart();
}

QByteArray SvgDrawing::svg() const
{
    const auto width = svgNumber(m_area.width());
    const auto height = svgNumber(m_area.height());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
           width + "\" height=\"" + height + "\" viewBox=\"" + svgNumber(m_area.x()) + ' ' +
           svgNumber(m_area.y()) + ' ' + width + ' ' + height + "\" role=\"img\" xml:space=\"preserve\">\n" +
           "<title>" + svgEscaped(m_title) + "</title>\n<desc>" + svgEscaped(m_description) +
           "</desc>\n<style>\n" + m_engine->styles() + "</style>\n" + m_engine->elements() + "</svg>\n";
}

QPaintEngine *SvgDrawing::paintEngine() const
{
    return m_engine.get();
}

int SvgDrawing::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth: return qCeil(m_area.width());
    case PdmHeight: return qCeil(m_area.height());
    case PdmWidthMM: return qRound(m_area.width() / m_dpi * millimetersPerInch);
    case PdmHeightMM: return qRound(m_area.height() / m_dpi * millimetersPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return qRound(m_dpi);
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return qRound(devicePixelRatioFScale());
    default: return QPaintDevice::metric(metric);
    }
}

} // namespace squall::ui
