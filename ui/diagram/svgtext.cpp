#include "ui/diagram/svgtext.h"

namespace squall::ui {

namespace {

QByteArray pair(QPointF point)
{
    return svgNumber(point.x()) + ' ' + svgNumber(point.y());
}

QPointF pointOf(const QPainterPath::Element &element)
{
    return {element.x, element.y};
}

/// Straight down or across, which most lines of a diagram are, takes one number.
QByteArray line(QPointF from, QPointF to)
{
    if (svgNumber(from.y()) == svgNumber(to.y()))
        return 'H' + svgNumber(to.x());
    if (svgNumber(from.x()) == svgNumber(to.x()))
        return 'V' + svgNumber(to.y());
    return 'L' + pair(to);
}

bool isAllowed(QChar letter)
{
    const auto code = letter.unicode();
    return code == u'\t' || code == u'\n' || (code >= 0x20 && code < 0xFFFE);
}

} // namespace

QByteArray svgNumber(double value)
{
    auto text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray svgEscaped(const QString &text)
{
    QString allowed;
    allowed.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        if (letter.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            allowed += letter;
            allowed += text[++i];
        } else {
            allowed +=
                isAllowed(letter) && !letter.isSurrogate() ? letter : QChar(QChar::ReplacementCharacter);
        }
    }
    return allowed.toHtmlEscaped().toUtf8();
}

QByteArray svgPath(const QPainterPath &path)
{
    QByteArray text;
    QPointF last;
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto element = path.elementAt(i);
        if (element.isMoveTo()) {
            text += 'M' + pair(pointOf(element));
        } else if (element.isLineTo()) {
            text += line(last, pointOf(element));
        } else {
            text += 'C' + pair(pointOf(element));
            for (int more = 0; more < 2; ++more)
                text += ' ' + pair(pointOf(path.elementAt(++i)));
        }
        last = pointOf(path.elementAt(i));
    }
    return text;
}

std::optional<RoundedRect> roundedRectOf(const QPainterPath &path)
{
    constexpr int corners = 4;
    constexpr int elements = 1 + corners * 4; // a line and a curve for each
    if (path.elementCount() != elements && path.elementCount() != elements + 1)
        return {};
    const auto rect = path.boundingRect();
    const double radius = path.elementAt(0).y - rect.top();
    QPainterPath same;
    same.addRoundedRect(rect, radius, radius);
    if (same != path)
        return {};
    return RoundedRect{.rect = rect, .radius = radius};
}

} // namespace squall::ui
