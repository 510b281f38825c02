#include "ui/diagram/diagramcanvas.h"

#include "ui/diagram/diagramnotes.h"
#include "ui/diagram/diagrampainter.h"
#include "ui/diagram/diagramwords.h"
#include "ui/diagram/minimap.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastScale = 0.01;
constexpr double mostScale = 4;
constexpr int mapMargin = 16;
constexpr double fitMargin = 32;

} // namespace

DiagramCanvas::DiagramCanvas(const Theme &theme, models::DiagramModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_map(new Minimap(this))
    , m_notes(new DiagramNotes(*this, model))
    , m_picture(model.picture())
{
    setObjectName(u"diagramCanvas"_s);
    setAccessibleName(tr("Diagram"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 80);
    connect(&model, &models::DiagramModel::changed, this, &DiagramCanvas::takePicture);
    connect(&model, &models::DiagramModel::previewed, this, &DiagramCanvas::takePreview);
    connect(&theme, &Theme::changed, this, &DiagramCanvas::applyTheme);
    connect(&m_tiles, &DiagramTiles::arrived, this, [this] {
        if (m_hand != Hand::Dragging)
            setDown();
        update();
    });
    connect(m_notes, &DiagramNotes::selectionChanged, this, [this] {
        setAccessibleDescription(summary());
        emit selectionChanged();
    });
    connect(m_map, &Minimap::chosen, this, &DiagramCanvas::centerOn);
    applyTheme();
    takePicture();
}

void DiagramCanvas::applyTheme()
{
    m_style = diagramStyle(m_theme.scheme());
    m_tiles.setStyle(m_style);
    m_map->setStyle(m_style);
    m_notes->setStyle(m_style);
    update();
}

void DiagramCanvas::takePicture()
{
    const auto before = std::exchange(m_picture, m_model.picture());
    if (before->content != m_picture->content) {
        // Numbers mean others now; what is in somebody's hand is let go.
        std::vector<int> selected;
        for (const int box : m_selected) {
            if (const int now = m_picture->content->find(before->box(box).id); now >= 0)
                selected.push_back(now);
        }
        m_selected = selected;
        m_held.clear();
        m_preview.reset();
        if (m_hand == Hand::Dragging || m_hand == Hand::Pressed)
            m_hand = Hand::Free;
        m_pressed = -1;
        if (!std::exchange(m_way, {}).isEmpty())
            emit wayLost();
        emit selectionChanged();
    } else if (m_hand != Hand::Dragging) {
        m_preview.reset();
        m_by = {};
    }
    // What was set down is drawn over the tiles until they have it.
    if (m_hand == Hand::Dragging)
        m_tiles.setPicture(m_picture, {m_held.begin(), m_held.end()});
    else
        m_tiles.setPicture(m_picture);
    setDown();
    m_map->setPicture(m_picture);
    if (m_picture->count() > 0 && (!m_fitted || isElsewhere(*before)))
        fit();
    updateTiles();
}

/// Most of what somebody looked at lies somewhere else now, or nothing of it is in sight.
bool DiagramCanvas::isElsewhere(const models::DiagramPicture &before) const
{
    if (before.content->detail != m_picture->content->detail || m_picture->boxesIn(seen()).empty())
        return before.positions != m_picture->positions;
    QHash<ObjectId, QPointF> places;
    for (int box = 0; box < before.count(); ++box)
        places.insert(before.box(box).id, before.rect(box).topLeft());
    std::vector<QPointF> ways;
    for (int box = 0; box < m_picture->count(); ++box) {
        const auto place = places.find(m_picture->box(box).id);
        if (place != places.end() && *place != m_picture->rect(box).topLeft())
            ways.push_back(m_picture->rect(box).topLeft() - *place);
    }
    // What somebody moves goes one way together.
    const auto others =
        std::count_if(ways.begin(), ways.end(), [&](QPointF way) { return way != ways.front(); });
    return others > m_picture->count() / 2;
}

void DiagramCanvas::takePreview(const models::DiagramPicturePtr &picture)
{
    if (m_hand != Hand::Dragging || picture->content != m_picture->content)
        return;
    m_preview = picture;
    update();
}

/// What was held is in the tiles.
void DiagramCanvas::setDown()
{
    if (m_held.empty() || !m_by.isNull() || !m_tiles.isSharp())
        return;
    m_held.clear();
    m_preview.reset();
}

QRectF DiagramCanvas::seen() const
{
    return {m_origin, QSizeF(size()) / m_scale};
}

void DiagramCanvas::look(QPointF origin, double scale)
{
    m_isWhole = false;
    m_scale = scale;
    const double pixels = m_scale * devicePixelRatioF();
    // On whole pixels, so that tiles are copied as they are.
    m_origin = QPointF(std::round(origin.x() * pixels), std::round(origin.y() * pixels)) / pixels;
    updateTiles();
}

void DiagramCanvas::updateTiles()
{
    const double ratio = devicePixelRatioF();
    const double pixels = m_scale * ratio;
    m_tiles.setView(pixels, ratio, QRect((m_origin * pixels).toPoint(), size() * ratio));
    m_map->setSeen(seen());
    m_map->setVisible(m_picture->count() > 0 && width() > 3 * m_map->width() &&
                      height() > 3 * m_map->height() && !seen().contains(m_picture->bounds));
    m_notes->followView();
    update();
}

void DiagramCanvas::fitTo(const QRectF &rect, double most)
{
    fitTo(rect, most, QRectF(QPointF(), QSizeF(size())));
}

void DiagramCanvas::fitTo(const QRectF &rect, double most, const QRectF &area)
{
    if (rect.isEmpty() || area.width() < 2 * fitMargin || area.height() < 2 * fitMargin)
        return;
    const double wanted = std::min((area.width() - 2 * fitMargin) / rect.width(),
                                   (area.height() - 2 * fitMargin) / rect.height());
    const double scale = std::clamp(wanted, leastScale, most);
    look(rect.center() - area.center() / scale, scale);
}

void DiagramCanvas::leaveRoom(const QSize &corner)
{
    if (corner == m_corner)
        return;
    m_corner = corner;
    if (m_isWhole)
        fit();
}

/// Above it or beside it, whichever lets the picture be larger.
void DiagramCanvas::keepOutOfCorner()
{
    const QRectF corner(0, height() - m_corner.height(), m_corner.width(), m_corner.height());
    if (m_picture->boxesIn({toPicture(corner.topLeft()), toPicture(corner.bottomRight())}).empty())
        return;
    fitTo(m_picture->bounds, 1, QRectF(0, 0, width(), corner.top()));
    const double above = m_scale;
    const auto origin = m_origin;
    fitTo(m_picture->bounds, 1, QRectF(corner.right(), 0, width() - corner.right(), height()));
    if (m_scale < above)
        look(origin, above);
}

void DiagramCanvas::fit()
{
    fitTo(m_picture->bounds, 1);
    if (!m_corner.isEmpty())
        keepOutOfCorner();
    m_fitted = m_picture->count() > 0;
    m_isWhole = m_fitted;
}

void DiagramCanvas::fitSelection()
{
    QRectF rect;
    for (const int box : m_selected)
        rect = rect.united(m_picture->rect(box));
    if (rect.isEmpty())
        fit();
    else
        fitTo(rect, 1);
}

void DiagramCanvas::setScale(double scale)
{
    zoomBy(scale / m_scale);
}

void DiagramCanvas::zoomBy(double factor, std::optional<QPointF> around)
{
    const auto on = around.value_or(QPointF(width() / 2.0, height() / 2.0));
    const auto point = toPicture(on);
    const double scale = std::clamp(m_scale * factor, leastScale, mostScale);
    look(point - on / scale, scale);
}

void DiagramCanvas::centerOn(QPointF point)
{
    look(point - QPointF(width() / 2.0, height() / 2.0) / m_scale, m_scale);
}

void DiagramCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_model.setAspect(static_cast<double>(width()) / std::max(1, height()));
    m_map->move(width() - m_map->width() - mapMargin, height() - m_map->height() - mapMargin);
    // The first size is not the last one.
    if (!event->oldSize().isValid() || !m_fitted)
        fit();
    updateTiles();
}

bool DiagramCanvas::isSelected(int box) const
{
    return std::find(m_selected.begin(), m_selected.end(), box) != m_selected.end();
}

void DiagramCanvas::select(const std::vector<int> &boxes)
{
    if (!boxes.empty())
        m_notes->select({});
    if (boxes == m_selected)
        return;
    m_selected = boxes;
    setAccessibleDescription(summary());
    emit selectionChanged();
    update();
}

void DiagramCanvas::goTo(int box)
{
    select({box});
    constexpr double readable = 0.6;
    const auto rect = m_picture->rect(box);
    if (m_scale < readable)
        m_scale = 1;
    else if (seen().contains(rect))
        return;
    // Of one that is too high, its name is what was looked for.
    const double half = std::min(rect.height(), seen().height() - 2 * fitMargin / m_scale) / 2;
    centerOn({rect.center().x(), rect.top() + half});
}

QString DiagramCanvas::summary() const
{
    if (const auto note = m_model.note(m_notes->selected()))
        return tr("Note: %1").arg(note->text.simplified());
    if (m_selected.empty())
        return {};
    const auto lines = referencesInWords(static_cast<int>(m_picture->linesOf(m_selected).size()));
    const auto what = m_selected.size() > 1 ? tablesInWords(static_cast<int>(m_selected.size()))
                                            : m_picture->box(m_selected.back()).id.name;
    auto words = QStringList{what, lines};
    if (m_picture->overlay && m_selected.size() == 1)
        words += m_picture->overlay->boxWords.value(m_selected.back());
    return words.join(u" · "_s);
}

void DiagramCanvas::setWay(const models::DiagramWay &way)
{
    m_way = way;
    QRectF rect;
    for (const int box : m_way.boxes)
        rect = rect.united(m_picture->rect(box));
    if (!rect.isEmpty() && !seen().contains(rect))
        fitTo(rect, 1);
    update();
}

void DiagramCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool direct = paintsDirectly(painter);
    if (!direct)
        m_tiles.paint(painter);
    painter.save();
    painter.scale(m_scale, m_scale);
    painter.translate(-m_origin);
    if (direct)
        DiagramPainter(*m_picture, m_style, painter, m_scale)
            .paint({.region = seen(), .without = {m_held.begin(), m_held.end()}});
    paintOver(painter);
    painter.restore();
    if (hasFocus()) {
        painter.setPen(m_style.color(Token::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

/// Where there is nothing of it yet, what is drawn in a moment needs no tiles. Nor do they serve a picture of
/// another resolution that somebody takes of this widget.
bool DiagramCanvas::paintsDirectly(const QPainter &painter) const
{
    constexpr std::size_t few = 60;
    return painter.device()->devicePixelRatioF() != devicePixelRatioF() ||
           (m_tiles.hasNothing() && m_picture->boxesIn(seen()).size() <= few);
}

/// What somebody is at: the selection, its lines and where they lead.
void DiagramCanvas::paintOver(QPainter &painter)
{
    if (!m_way.isEmpty() && m_held.empty()) {
        paintWay(painter);
        return;
    }
    paintHeld(painter);
    const auto &picture = m_preview ? *m_preview : *m_picture;
    DiagramPainter over(picture, m_style, painter, m_scale);
    const auto accent = m_style.color(Token::Accent);
    const auto shown = seen();
    std::vector<int> lines;
    std::vector<int> neighbours;
    for (const int line : picture.linesOf(m_selected)) {
        const auto at = static_cast<std::size_t>(line);
        const auto &ends = picture.content->lines[at];
        neighbours.insert(neighbours.end(), {ends.from, ends.to});
        if (at < picture.routes.size() && models::boundsOf(picture.routes[at]).intersects(shown))
            lines.push_back(line);
    }
    // Everything at once is no choice to point out.
    if (static_cast<int>(m_selected.size()) < picture.count() || picture.count() == 1) {
        over.paintLines(lines, accent, 1.8);
        for (const int box : neighbours) {
            if (!isSelected(box) && picture.rect(box).intersects(shown))
                over.paintBorder(box, accent, 1);
        }
    }
    for (const int box : m_selected) {
        const bool isHeld = std::find(m_held.begin(), m_held.end(), box) != m_held.end();
        if (!isHeld && picture.rect(box).intersects(shown))
            over.paintBorder(box, accent, 2);
    }
    m_notes->paint(painter);
    paintGuides(painter);
}

/// What the held boxes are in line with.
void DiagramCanvas::paintGuides(QPainter &painter)
{
    if (m_hand != Hand::Dragging || m_guides.empty())
        return;
    painter.setPen(QPen(m_style.color(Token::Accent), 1 / m_scale, Qt::DashLine));
    for (const auto &guide : m_guides)
        painter.drawLine(guide);
}

/// The rest steps back behind it.
void DiagramCanvas::paintWay(QPainter &painter)
{
    const auto shown = seen();
    auto veil = m_style.color(Token::Surface);
    constexpr double thickness = 0.78;
    veil.setAlphaF(thickness);
    painter.fillRect(shown, veil);
    DiagramPainter over(*m_picture, m_style, painter, m_scale);
    const auto accent = m_style.color(Token::Accent);
    over.paintLines(m_way.lines, accent, 2.4);
    for (const int box : m_way.boxes) {
        if (!m_picture->rect(box).intersects(shown))
            continue;
        over.paintBox(box);
        over.paintBorder(box, accent, isSelected(box) ? 2 : 1);
    }
}

/// What is dragged, where the pointer has it; its lines follow as fast as they can be led.
void DiagramCanvas::paintHeld(QPainter &painter)
{
    if (m_held.empty())
        return;
    const auto &lines = m_preview ? *m_preview : *m_picture;
    DiagramPainter(lines, m_style, painter, m_scale).paintMarkedLines(lines.linesOf(m_held));
    painter.save();
    painter.translate(m_by);
    DiagramPainter boxes(*m_picture, m_style, painter, m_scale);
    for (const int box : m_held) {
        boxes.paintBox(box);
        if (isSelected(box))
            boxes.paintBorder(box, m_style.color(Token::Accent), 2);
    }
    painter.restore();
}

} // namespace squall::ui
