#include "ui/diagram/diagramtiles.h"

#include "models/pooled.h"
#include "ui/diagram/diagrampainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace squall::ui {

namespace {

constexpr QPoint none(std::numeric_limits<int>::max(), 0);
constexpr std::size_t mostLevels = 4;
constexpr int mostTiles = 96;
/// Whoever turns a wheel goes on turning it.
constexpr int settleMs = 25;

int floorOf(int pixel)
{
    return static_cast<int>(std::floor(static_cast<double>(pixel) / DiagramTiles::side));
}

QImage draw(const models::DiagramPicture &picture, const DiagramStyle &style, DiagramPart part, double scale,
            double pixelRatio, QPoint tile)
{
    QImage image(DiagramTiles::side, DiagramTiles::side, QImage::Format_RGB32);
    const QPointF corner = QPointF(tile) * DiagramTiles::side;
    {
        QPainter painter(&image);
        painter.translate(-corner);
        painter.scale(scale, scale);
        part.region = {corner / scale, QSizeF(DiagramTiles::side, DiagramTiles::side) / scale};
        DiagramPainter(picture, style, painter, scale / pixelRatio).paint(part);
    }
    image.setDevicePixelRatio(pixelRatio);
    return image;
}

} // namespace

DiagramTiles::DiagramTiles(QObject *parent)
    : QObject(parent)
    , m_levels(1)
{
    m_beginning.setSingleShot(true);
    m_beginning.callOnTimeout(this, &DiagramTiles::begin);
}

void DiagramTiles::setPicture(const models::DiagramPicturePtr &picture, const QSet<int> &without)
{
    auto areas = differences(*m_picture, *picture);
    if (areas && without != m_without) {
        // What is lifted leaves the tiles, and what is set down comes into them.
        const auto lifted = (without - m_without) + (m_without - without);
        const std::vector<int> boxes(lifted.begin(), lifted.end());
        for (const int box : boxes)
            areas->push_back(picture->rect(box));
        for (const int line : picture->linesOf(boxes))
            areas->push_back(models::boundsOf(picture->routes[static_cast<std::size_t>(line)]));
    }
    m_picture = picture;
    m_without = without;
    invalidate(areas);
}

void DiagramTiles::liftNote(const QString &note)
{
    if (note == m_lifted)
        return;
    std::vector<QRectF> areas;
    for (const auto &id : {note, m_lifted}) {
        if (const auto *known = m_picture->decoration.find(id))
            areas.push_back(known->rect.adjusted(-2, -2, 2, 2));
    }
    m_lifted = note;
    invalidate(areas);
}

void DiagramTiles::setStyle(const DiagramStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    // Those in other colours are no stand-in.
    const double scale = level().scale;
    m_levels.assign(1, Level{scale, {}});
    invalidate({});
}

void DiagramTiles::invalidate(const std::optional<std::vector<QRectF>> &areas)
{
    if (areas && areas->empty())
        return;
    for (auto &job : m_jobs)
        job.drawing.cancel();
    while (m_levels.size() > 1)
        m_levels.pop_back();
    const double size = side / level().scale;
    for (auto tile = level().tiles.begin(); tile != level().tiles.end(); ++tile) {
        const QRectF rect(QPointF(tile.key()) * size, QSizeF(size, size));
        const auto touches = [&](const QRectF &area) { return area.intersects(rect); };
        if (!areas || std::any_of(areas->begin(), areas->end(), touches))
            tile->fresh = false;
    }
    m_beginning.start(0);
}

void DiagramTiles::setView(double scale, double pixelRatio, const QRect &seen)
{
    if (scale == level().scale && pixelRatio == m_pixelRatio && seen == m_seen)
        return;
    m_seen = seen;
    if (pixelRatio != m_pixelRatio)
        m_levels.assign(1, Level{scale, {}});
    m_pixelRatio = pixelRatio;
    const bool zoomed = scale != level().scale;
    if (zoomed) {
        for (auto &job : m_jobs)
            job.drawing.cancel();
        const auto known = std::find_if(m_levels.begin(), m_levels.end(),
                                        [scale](const Level &each) { return each.scale == scale; });
        if (known != m_levels.end())
            m_levels.splice(m_levels.begin(), m_levels, known);
        else if (level().tiles.isEmpty())
            level().scale = scale;
        else
            m_levels.push_front({scale, {}});
        while (m_levels.size() > mostLevels)
            m_levels.pop_back();
        forgetSome();
    }
    if (zoomed && m_levels.size() > 1)
        m_beginning.start(settleMs);
    else if (!m_beginning.isActive())
        m_beginning.start(0);
}

std::vector<QPoint> DiagramTiles::wanted(int around) const
{
    std::vector<QPoint> tiles;
    if (m_seen.isEmpty())
        return tiles;
    for (int y = floorOf(m_seen.top()) - around; y <= floorOf(m_seen.bottom()) + around; ++y) {
        for (int x = floorOf(m_seen.left()) - around; x <= floorOf(m_seen.right()) + around; ++x)
            tiles.emplace_back(x, y);
    }
    const auto distance = [this](QPoint tile) {
        const auto way = tile * side + QPoint(side, side) / 2 - m_seen.center();
        return way.manhattanLength();
    };
    std::stable_sort(tiles.begin(), tiles.end(),
                     [&](QPoint one, QPoint other) { return distance(one) < distance(other); });
    return tiles;
}

/// What is seen goes first, then what will be when somebody pans on.
QPoint DiagramTiles::next() const
{
    for (const int around : {0, 1}) {
        for (const auto &tile : wanted(around)) {
            const auto known = level().tiles.find(tile);
            const bool underWay = std::any_of(m_jobs.begin(), m_jobs.end(), [&](const Job &job) {
                return job.drawing.isRunning() && job.tile == tile;
            });
            if (!underWay && (known == level().tiles.end() || !known->fresh))
                return tile;
        }
    }
    return none;
}

void DiagramTiles::begin()
{
    for (auto &job : m_jobs) {
        if (job.drawing.isRunning())
            continue;
        const auto tile = next();
        if (tile == none)
            return;
        start(job, tile);
    }
}

void DiagramTiles::start(Job &job, QPoint tile)
{
    job.tile = tile;
    const DiagramPart part{.region = {}, .without = m_without, .withoutNote = m_lifted};
    job.drawing.run(models::pooled([picture = m_picture, style = m_style, part, scale = level().scale,
                                    ratio = m_pixelRatio,
                                    tile] { return draw(*picture, style, part, scale, ratio, tile); }),
                    [this, tile](const QImage &image) { take(tile, image); });
}

void DiagramTiles::take(QPoint tile, const QImage &image)
{
    level().tiles.insert(tile, {.image = image});
    forgetSome();
    begin();
    emit arrived();
}

bool DiagramTiles::isSharp() const
{
    const auto tiles = wanted(0);
    return std::all_of(tiles.begin(), tiles.end(), [this](QPoint tile) {
        const auto known = level().tiles.find(tile);
        return known != level().tiles.end() && known->fresh;
    });
}

qsizetype DiagramTiles::bytes() const
{
    qsizetype bytes = 0;
    for (const auto &level : m_levels) {
        for (const auto &tile : level.tiles)
            bytes += tile.image.sizeInBytes();
    }
    return bytes;
}

/// The oldest scales go first, then what lies farthest away.
void DiagramTiles::forgetSome()
{
    const auto count = [this] {
        qsizetype tiles = 0;
        for (const auto &level : m_levels)
            tiles += level.tiles.size();
        return tiles;
    };
    while (m_levels.size() > 1 && count() > mostTiles)
        m_levels.pop_back();
    if (count() <= mostTiles)
        return;
    const auto near = m_seen.adjusted(-2 * side, -2 * side, 2 * side, 2 * side);
    level().tiles.removeIf(
        [&](const auto &each) { return !near.intersects(QRect(each.key() * side, QSize(side, side))); });
}

void DiagramTiles::paint(QPainter &painter) const
{
    painter.fillRect(QRectF(QPointF(), QSizeF(m_seen.size()) / m_pixelRatio), m_style.color(Token::Surface));
    const auto tiles = wanted(0);
    const bool complete =
        std::all_of(tiles.begin(), tiles.end(), [this](QPoint tile) { return level().tiles.contains(tile); });
    if (!complete) {
        for (auto older = m_levels.rbegin(); older != std::prev(m_levels.rend()); ++older)
            paintLevel(painter, *older);
    }
    for (const auto &tile : tiles) {
        const auto known = level().tiles.find(tile);
        if (known != level().tiles.end())
            painter.drawImage(QPointF(tile * side - m_seen.topLeft()) / m_pixelRatio, known->image);
    }
}

/// As large as it would be now.
void DiagramTiles::paintLevel(QPainter &painter, const Level &older) const
{
    const double factor = level().scale / older.scale;
    const double size = side * factor;
    for (auto tile = older.tiles.begin(); tile != older.tiles.end(); ++tile) {
        const QRectF rect(QPointF(tile.key()) * size, QSizeF(size, size));
        if (rect.intersects(m_seen))
            painter.drawImage(
                QRectF((rect.topLeft() - m_seen.topLeft()) / m_pixelRatio, rect.size() / m_pixelRatio),
                tile->image);
    }
}

} // namespace squall::ui
