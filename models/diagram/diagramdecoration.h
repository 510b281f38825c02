#pragma once

#include "models/diagram/diagrammarks.h"

#include <QPointF>

namespace squall::models {

/// Tables of one group that lie together, and the ground below them.
struct DiagramIsland
{
    DiagramGroup mark = {};
    std::vector<QRectF> ground = {};
    QRectF name = {}; ///< where the group's name stands, grown upwards as far as it may

    QRectF bounds() const;

    bool operator==(const DiagramIsland &) const = default;
};

/// A note where it lies in the detail that is shown.
struct DiagramPlacedNote
{
    QString id = {};
    QString text = {};
    DiagramColor color = DiagramColor::Yellow;
    QRectF rect = {};

    bool operator==(const DiagramPlacedNote &) const = default;
};

/// What somebody has put into a picture beside the tables.
struct DiagramDecoration
{
    std::vector<std::optional<DiagramGroup>> marks = {}; ///< by box; none at all where no table has one
    std::vector<DiagramIsland> islands = {};
    std::vector<DiagramPlacedNote> notes = {};

    std::optional<DiagramGroup> markOf(int box) const;
    /// nullptr: there is none.
    const DiagramPlacedNote *find(const QString &id) const;
    /// The one on top; nullptr: there is none.
    const DiagramPlacedNote *noteAt(QPointF point) const;
    QRectF bounds() const;

    bool operator==(const DiagramDecoration &) const = default;
};

/// Tables of a group share a ground where they lie near each other with nothing else between them.
std::vector<DiagramIsland> islandsOf(const std::vector<std::optional<DiagramGroup>> &marks,
                                     const std::vector<QRectF> &boxes);

/// Where one decoration looks otherwise than the other.
std::vector<QRectF> differences(const DiagramDecoration &before, const DiagramDecoration &now);

} // namespace squall::models
