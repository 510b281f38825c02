#include "tests/core/layout/svg.h"

#include <QString>

namespace squall::layout::testing {

using namespace Qt::StringLiterals;

QByteArray svgOf(const Graph &graph, const Picture &picture)
{
    constexpr qreal margin = 20;
    const auto &whole = picture.bounds;
    QString svg =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%1 %2 %3 %4\">\n"_s.arg(whole.left() - margin)
            .arg(whole.top() - margin)
            .arg(whole.width() + 2 * margin)
            .arg(whole.height() + 2 * margin);
    svg += u"<rect x=\"%1\" y=\"%2\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"_s
               .arg(whole.left() - margin)
               .arg(whole.top() - margin);
    for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
        const auto &[size, group, ports] = graph.boxes[i];
        const auto &at = picture.positions[i];
        svg +=
            u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"4\" fill=\"hsl(%5,60%,94%)\" stroke=\"#888\"/>\n"_s
                .arg(at.x())
                .arg(at.y())
                .arg(size.width())
                .arg(size.height())
                .arg(group < 0 ? 210 : group * 67 % 360);
        svg +=
            u"<text x=\"%1\" y=\"%2\" font-size=\"14\">%3</text>\n"_s.arg(at.x() + 8).arg(at.y() + 20).arg(i);
    }
    for (std::size_t i = 0; i < picture.routes.size(); ++i) {
        svg += u"<polyline fill=\"none\" stroke=\"hsl(%1,70%,40%)\" stroke-width=\"1.5\" points=\""_s.arg(
            i * 47 % 360);
        for (const auto &point : picture.routes[i].points)
            svg += u"%1,%2 "_s.arg(point.x()).arg(point.y());
        svg += u"\"/>\n"_s;
    }
    return (svg + u"</svg>\n"_s).toUtf8();
}

} // namespace squall::layout::testing
