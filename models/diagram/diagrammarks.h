#pragma once

#include "core/base/objectid.h"
#include "models/diagram/diagramlook.h"

#include <QHash>
#include <QRectF>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace squall::models {

/// What tables and notes can be marked with; how it looks is the theme's business.
enum class DiagramColor { Blue, Orange, Teal, Violet, Pink, Yellow };

inline constexpr std::array diagramColors{DiagramColor::Blue,   DiagramColor::Orange, DiagramColor::Teal,
                                          DiagramColor::Violet, DiagramColor::Pink,   DiagramColor::Yellow};

/// In files, not for people.
QString keyOf(DiagramColor color);
std::optional<DiagramColor> diagramColorOf(const QString &key);
QString keyOf(DiagramDetail detail);
std::optional<DiagramDetail> diagramDetailOf(const QString &key);

/// Tables that are marked alike are a group.
struct DiagramGroup
{
    DiagramColor color = DiagramColor::Blue;
    QString group = {}; ///< its name; may be empty

    bool operator==(const DiagramGroup &) const = default;
};

using DiagramGroups = QHash<ObjectId, DiagramGroup>;

/// Plain text that lies on the ground.
struct DiagramNote
{
    QString id = {};
    QString text = {};
    DiagramColor color = DiagramColor::Yellow;
    /// By detail: the tables beside it lie elsewhere in another one. Empty where it has no place yet.
    std::array<QRectF, 3> places = {};

    const QRectF &place(DiagramDetail detail) const { return places[static_cast<std::size_t>(detail)]; }
    QRectF &place(DiagramDetail detail) { return places[static_cast<std::size_t>(detail)]; }

    bool operator==(const DiagramNote &) const = default;
};

/// Unlike that of any other note, made in whatever file.
QString newDiagramId();

} // namespace squall::models
