#pragma once

#include "models/diagram/diagrampicture.h"
#include "models/latest.h"
#include "ui/diagram/diagramstyle.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPoint>
#include <QRect>
#include <QSet>
#include <QTimer>

#include <array>
#include <list>
#include <vector>

class QPainter;

namespace squall::ui {

/// Keeps what is seen of a picture as images, which the pool draws and the GUI only copies. Until one has
/// come, those of another scale stand in, and those of a picture that was a moment ago. Pixels count from the
/// picture's origin: a point of the picture times the scale.
class DiagramTiles : public QObject
{
    Q_OBJECT

public:
    static constexpr int side = 512;

    explicit DiagramTiles(QObject *parent = nullptr);

    /// `without`: boxes that somebody else draws, with their lines.
    void setPicture(const models::DiagramPicturePtr &picture, const QSet<int> &without = {});
    void setStyle(const DiagramStyle &style);
    /// A note that somebody else draws.
    void liftNote(const QString &note);
    /// `scale`: device pixels for a unit of the picture.
    void setView(double scale, double pixelRatio, const QRect &seen);
    /// Into a painter in device independent pixels, whose origin is the top left of what is seen.
    void paint(QPainter &painter) const;
    /// All that is seen is as it should be.
    bool isSharp() const;
    /// Of the picture at any scale.
    bool hasNothing() const { return bytes() == 0; }
    qsizetype bytes() const;

signals:
    void arrived();

private:
    struct Tile
    {
        QImage image;
        bool fresh = true;
    };
    struct Level
    {
        double scale = 1;
        QHash<QPoint, Tile> tiles;
    };
    struct Job
    {
        models::Latest<QImage> drawing;
        QPoint tile;
    };

    Level &level() { return m_levels.front(); }
    const Level &level() const { return m_levels.front(); }
    void invalidate(const std::optional<std::vector<QRectF>> &areas);
    /// The tiles that are seen, from the middle outwards, with `around` more on each side.
    std::vector<QPoint> wanted(int around) const;
    QPoint next() const;
    void begin();
    void start(Job &job, QPoint tile);
    void take(QPoint tile, const QImage &image);
    void forgetSome();
    void paintLevel(QPainter &painter, const Level &level) const;

    models::DiagramPicturePtr m_picture = std::make_shared<const models::DiagramPicture>();
    QSet<int> m_without;
    QString m_lifted;
    DiagramStyle m_style;
    double m_pixelRatio = 1;
    QRect m_seen;
    std::list<Level> m_levels; ///< the one in use first
    std::array<Job, 2> m_jobs;
    QTimer m_beginning;
};

} // namespace squall::ui
