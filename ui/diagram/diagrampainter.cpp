#include "ui/diagram/diagrampainter.h"

#include "ui/diagram/crowsfoot.h"
#include "ui/diagram/decorationpainter.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramPainter)
};

// Letters of less than six pixels are no text.
constexpr double allFrom = 0.6;
constexpr double keysFrom = 0.46;
constexpr double nameFrom = 0.05;
constexpr double feetFrom = 0.22;
constexpr double dotsFrom = 0.45;
constexpr double dotStep = 24;
constexpr double smoothFrom = 0.12; ///< thinner lines look no better for it
constexpr double leastLetters = 8;  ///< pixels
constexpr double wantedLetters = 9.5;

/// Where words of a name meet, as near to its middle as they do.
QStringList inTwo(const QString &name)
{
    const auto middle = name.size() / 2;
    qsizetype best = -1;
    for (qsizetype at = name.indexOf(u'_'); at >= 0; at = name.indexOf(u'_', at + 1)) {
        if (at > 0 && (best < 0 || std::abs(at - middle) < std::abs(best - middle)))
            best = at;
    }
    return best < 0 ? QStringList{name} : QStringList{name.left(best + 1), name.mid(best + 1)};
}

QRectF inside(const QRectF &rect, double padding)
{
    return rect.adjusted(padding, 0, -padding, 0);
}

} // namespace

DiagramPainter::DiagramPainter(const models::DiagramPicture &picture, const DiagramStyle &style,
                               QPainter &painter, double scale)
    : m_picture(picture)
    , m_style(style)
    , m_painter(painter)
    , m_scale(scale)
    , m_level(scale >= allFrom    ? Level::All
              : scale >= keysFrom ? Level::Keys
              : scale >= nameFrom ? Level::Name
                                  : Level::Block)
{
    if (picture.overlay)
        m_overlay.emplace(picture, style, painter, scale);
    m_painter.setRenderHint(QPainter::Antialiasing, scale >= smoothFrom);
    m_painter.setRenderHint(QPainter::TextAntialiasing);
}

void DiagramPainter::paint(const DiagramPart &part)
{
    if (part.ground)
        paintGround(part.region);
    DecorationPainter(m_style, m_painter, m_scale).paint(m_picture.decoration, part.region, part.withoutNote);
    const auto &content = *m_picture.content;
    std::vector<int> lines;
    for (std::size_t i = 0; i < content.lines.size() && i < m_picture.routes.size(); ++i) {
        const auto &line = content.lines[i];
        if (!part.without.contains(line.from) && !part.without.contains(line.to) &&
            models::boundsOf(m_picture.routes[i]).intersects(part.region))
            lines.push_back(static_cast<int>(i));
    }
    paintMarkedLines(lines);
    const double border = m_overlay ? OverlayPainter::reach(m_scale) : 2;
    const auto region = part.region.adjusted(-border, -border, border, border);
    for (const int box : m_picture.boxesIn(region)) {
        if (part.without.contains(box))
            continue;
        if (part.aboutTo)
            part.aboutTo(box);
        paintBox(box);
    }
    if (part.aboutTo)
        part.aboutTo(-1);
}

void DiagramPainter::paintGround(const QRectF &region)
{
    m_painter.fillRect(region, m_style.color(Token::Surface));
    if (m_scale < dotsFrom)
        return;
    const double dot = std::max(1.0, std::round(m_scale)) / m_scale;
    const auto color = m_style.dots();
    const bool smooth = m_painter.renderHints() & QPainter::Antialiasing;
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    const auto first = [](double from) { return static_cast<int>(std::floor(from / dotStep)); };
    for (int y = first(region.top()); y <= first(region.bottom()); ++y) {
        for (int x = first(region.left()); x <= first(region.right()); ++x)
            m_painter.fillRect(QRectF(x * dotStep, y * dotStep, dot, dot), color);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, smooth);
}

void DiagramPainter::paintMarkedLines(const std::vector<int> &lines)
{
    constexpr double usual = 1.2;
    constexpr double marked = 2.2;
    if (!m_overlay) {
        paintLines(lines, m_style.line(), usual);
        return;
    }
    // Those that are marked lie over the others.
    std::map<std::pair<models::DiagramTone, int>, std::vector<int>> alike;
    for (const int line : lines) {
        const auto &mark = m_picture.overlay->line(line);
        alike[{mark.tone, mark.circle}].push_back(line);
    }
    for (const auto &[look, group] : alike) {
        if (look.first == models::DiagramTone::None)
            paintLines(group, m_style.line(), usual);
        else
            paintLines(group, m_overlay->lineColor(group.front()), marked,
                       look.first == models::DiagramTone::Removed);
    }
    for (const int line : lines) {
        if (m_picture.overlay->line(line) && m_scale >= feetFrom)
            m_overlay->paintLineMark(line);
    }
}

void DiagramPainter::paintLines(const std::vector<int> &lines, const QColor &color, double width, bool dashed)
{
    QPainterPath courses;
    QPainterPath broken;
    QPainterPath feet;
    QPainterPath circles;
    // Several may lie on each other.
    circles.setFillRule(Qt::WindingFill);
    const bool withFeet = m_scale >= feetFrom;
    for (const int each : lines) {
        const auto &line = m_picture.content->lines[static_cast<std::size_t>(each)];
        const auto &route = m_picture.routes[static_cast<std::size_t>(each)];
        if (route.points.size() < 2)
            continue;
        addCourse(route.points, dashed || line.declared ? broken : courses);
        if (!withFeet)
            continue;
        addFoot({.many = !line.single, .optional = true}, route.points.front(), route.leaves, feet, circles);
        addFoot({.many = false, .optional = line.optional}, route.points.back(), route.enters, feet, circles);
    }
    // Never thinner than a pixel: what is thinner fades away.
    QPen pen(color, std::max(width, (m_scale < smoothFrom ? 1.0 : width * 0.8) / m_scale));
    pen.setCapStyle(Qt::FlatCap);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(courses);
    m_painter.drawPath(feet);
    pen.setDashPattern({5, 4});
    if (!broken.isEmpty())
        m_painter.strokePath(broken, pen);
    if (circles.isEmpty())
        return;
    m_painter.setBrush(m_style.color(Token::Surface));
    m_painter.drawPath(circles);
}

void DiagramPainter::paintBox(int box)
{
    const auto rect = m_picture.rect(box);
    const auto mark = m_picture.decoration.markOf(box);
    if (m_level == Level::Block) {
        const bool marked = m_overlay && m_picture.overlay->box(box);
        m_painter.fillRect(rect, marked ? m_overlay->farGround(box)
                                 : mark ? m_style.mark(mark->color)
                                        : m_style.border());
        if (marked)
            m_overlay->paintFarMarks(box);
        return;
    }
    const bool isFar = m_level == Level::Name;
    m_painter.setPen(
        QPen(mark ? m_style.noteBorder(mark->color) : m_style.border(), std::max(1.0, 1 / m_scale)));
    // What an overlay says comes before what a table belongs to.
    m_painter.setBrush(!isFar      ? m_style.color(Token::Surface)
                       : m_overlay ? m_overlay->farGround(box)
                       : mark      ? m_style.header(mark->color)
                                   : m_style.color(Token::Surface));
    m_painter.drawRoundedRect(rect, metrics::radius, metrics::radius);
    if (mark && !isFar)
        paintHeader(box, rect);
    if (isFar) {
        paintFarTitle(box, rect);
        if (m_overlay)
            m_overlay->paintFarMarks(box);
        return;
    }
    if (m_overlay)
        m_overlay->paintGround(box);
    paintTitle(box, rect);
    paintRows(box, rect);
    if (m_overlay)
        m_overlay->paintMarks(box);
}

/// The header of a table that belongs to a group.
void DiagramPainter::paintHeader(int box, const QRectF &rect)
{
    const auto color = m_picture.decoration.markOf(box)->color;
    const QRectF header(rect.topLeft(), QSizeF(rect.width(), m_picture.content->look.header));
    const auto inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    constexpr double strip = 4;
    QPainterPath shape;
    shape.addRoundedRect(inner, metrics::radius, metrics::radius);
    QPainterPath top;
    top.addRect(header);
    m_painter.fillPath(shape.intersected(top), m_style.header(color));
    QPainterPath edge;
    edge.addRect(QRectF(rect.topLeft(), QSizeF(rect.width(), strip)));
    m_painter.fillPath(shape.intersected(edge), m_style.mark(color));
}

void DiagramPainter::paintBorder(int box, const QColor &color, double width)
{
    m_painter.setPen(QPen(color, std::max(width, width / m_scale)));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(m_picture.rect(box), metrics::radius, metrics::radius);
}

void DiagramPainter::paintTitle(int number, const QRectF &rect)
{
    const auto &box = m_picture.box(number);
    const auto &look = m_picture.content->look;
    // The fainter of the two is not readable on every ground.
    const bool isMarked = m_picture.decoration.markOf(number).has_value();
    auto header = inside(QRectF(rect.topLeft(), QSizeF(rect.width(), look.header)), look.padding);
    if (box.partitions > 0) {
        const auto count = u"×"_s + QString::number(box.partitions);
        paintText(header, count, m_style.row, m_style.color(isMarked ? Token::Muted : Token::Faint),
                  Qt::AlignRight);
        header.setRight(header.right() - QFontMetricsF(m_style.row).horizontalAdvance(count) - 8);
    }
    if (!box.schema.isEmpty()) {
        const auto schema = box.schema + u'.';
        const double width =
            std::min(QFontMetricsF(m_style.title).horizontalAdvance(schema), header.width() / 2);
        paintText(QRectF(header.topLeft(), QSizeF(width, header.height())), schema, m_style.title,
                  m_style.color(isMarked ? Token::Muted : Token::Faint), Qt::AlignLeft);
        header.setLeft(header.left() + width);
    }
    paintText(header, box.id.name, m_style.title, m_style.color(Token::Text), Qt::AlignLeft);
    if (box.rows.empty())
        return;
    m_painter.setPen(QPen(m_style.color(Token::Line), 1));
    const double y = rect.top() + look.header;
    m_painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y));
}

void DiagramPainter::paintFarTitle(int number, const QRectF &rect)
{
    const auto &name = m_picture.box(number).id.name;
    const auto &letters = m_picture.content->look.title;
    const double own = m_style.title.pixelSize();
    const double room = rect.width() - m_picture.content->look.padding;
    const double least = leastLetters / m_scale;
    const double most = std::max(own, std::min(wantedLetters / m_scale, rect.height() * 0.7));
    if (std::min(least, most) > rect.height())
        return;
    // One size for nearly all is calmer than the largest for each.
    const bool fits = letters.of(name) * most / own <= room;
    const double pixels = fits ? most : std::min(least, most);
    auto font = m_style.title;
    font.setPixelSize(std::max(1, static_cast<int>(pixels)));
    const QFontMetricsF metrics(font);
    // A few letters of a name say nothing.
    constexpr double leastRoom = 26;
    if (room * m_scale < (metrics.horizontalAdvance(name) > room ? leastRoom : leastRoom / 2))
        return;
    auto lines = QStringList{name};
    if (metrics.horizontalAdvance(name) > room && rect.height() > 2.2 * pixels)
        lines = inTwo(name);
    for (auto &line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, room + 2);
    m_painter.setFont(font);
    m_painter.setPen(m_style.color(Token::Text));
    m_painter.drawText(rect, Qt::AlignCenter, lines.join(u'\n'));
}

void DiagramPainter::paintRows(int number, const QRectF &rect)
{
    const auto &box = m_picture.box(number);
    const auto &look = m_picture.content->look;
    QRectF line(rect.left(), rect.top() + look.header, rect.width(), look.line);
    const auto next = [&] { line.translate(0, look.line); };
    line = inside(line, look.padding);
    for (const auto &row : box.rows) {
        const bool isKey = row.key || row.reference;
        if (m_level == Level::All || isKey)
            paintRow(row, line, box.gutter);
        else
            paintBar(row, line, box.gutter);
        next();
    }
    if (box.more > 0 && m_level == Level::All)
        paintText(line.adjusted(box.gutter, 0, 0, 0),
                  Text::tr("and %1 more").arg(QLocale().toString(box.more)), m_style.row,
                  m_style.color(Token::Faint), Qt::AlignLeft);
}

void DiagramPainter::paintRow(const models::DiagramRow &row, const QRectF &rect, double gutter)
{
    paintBadges(row, QRectF(rect.topLeft(), QSizeF(gutter, rect.height())));
    auto rest = rect.adjusted(gutter, 0, 0, 0);
    const QFontMetricsF letters(m_style.row);
    // May be NULL: the sign that many languages have for it.
    const auto type = row.notNull ? row.type : row.type + u'?';
    const double name = m_picture.content->look.row.of(row.name);
    const double most = std::max(rest.width() / 3, rest.width() - name - m_picture.content->look.gap / 2);
    const auto shown = letters.elidedText(type, Qt::ElideRight, most);
    paintText(rest, shown, m_style.row, m_style.color(Token::Faint), Qt::AlignRight);
    rest.setRight(rest.right() - letters.horizontalAdvance(shown) - m_picture.content->look.gap / 2);
    paintText(rest, row.name, m_style.row, m_style.color(Token::Text), Qt::AlignLeft);
}

/// Where letters could not be read, a bar says that there is a column.
void DiagramPainter::paintBar(const models::DiagramRow &row, const QRectF &rect, double gutter)
{
    constexpr double thickness = 5;
    const auto &letters = m_picture.content->look.row;
    const double y = rect.center().y() - thickness / 2;
    const double name = std::min(letters.of(row.name), rect.width() * 0.6);
    const double type = std::min(letters.of(row.type), rect.width() * 0.3);
    m_painter.fillRect(QRectF(rect.left() + gutter, y, name, thickness), m_style.color(Token::Line));
    m_painter.fillRect(QRectF(rect.right() - type, y, type, thickness), m_style.color(Token::Line));
}

void DiagramPainter::paintBadges(const models::DiagramRow &row, QRectF rect)
{
    const double step = m_picture.content->look.badge;
    const auto badge = [&](const QString &text, Token color) {
        paintText(QRectF(rect.topLeft(), QSizeF(step, rect.height())), text, m_style.badge,
                  m_style.color(color), Qt::AlignLeft);
        rect.setLeft(rect.left() + step);
    };
    if (row.key)
        badge(u"PK"_s, Token::Accent);
    if (row.reference)
        badge(u"FK"_s, Token::Muted);
    if (row.unique)
        badge(u"U"_s, Token::Muted);
}

void DiagramPainter::paintText(const QRectF &rect, const QString &text, const QFont &font,
                               const QColor &color, Qt::Alignment alignment)
{
    if (rect.width() <= 0)
        return;
    const QFontMetricsF letters(font);
    // Half a pixel too much is no reason for an ellipsis.
    const auto shown = letters.elidedText(text, Qt::ElideRight, rect.width() + 1);
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(rect.adjusted(-1, 0, 1, 0), alignment | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace squall::ui
