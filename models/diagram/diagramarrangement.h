#pragma once

#include "core/base/objectid.h"
#include "models/diagram/diagramlook.h"
#include "models/diagram/diagrammarks.h"

#include <QByteArray>
#include <QHash>
#include <QRectF>
#include <QSet>
#include <QStringList>

#include <array>

namespace squall::models {

/// Where the boxes of a diagram lie, by table. Sizes are those they had when they were placed.
using DiagramPlaces = QHash<ObjectId, QRectF>;

/// What somebody has made of a diagram: a value, cheap to keep for undo, and what is saved.
struct DiagramArrangement
{
    DiagramDetail detail = DiagramDetail::Keys;
    QStringList schemas = {}; ///< all when empty
    QSet<ObjectId> hidden = {};
    QSet<ObjectId> chosen = {}; ///< only these are shown; all when empty
    DiagramGroups marks = {};
    std::vector<DiagramNote> notes = {}; ///< what lies on others is further back
    /// By detail: boxes of another size do not fit where the others lay.
    std::array<DiagramPlaces, 3> places = {};

    const DiagramPlaces &placesNow() const { return places[static_cast<std::size_t>(detail)]; }
    DiagramPlaces &placesNow() { return places[static_cast<std::size_t>(detail)]; }

    bool operator==(const DiagramArrangement &) const = default;
};

QByteArray toJson(const DiagramArrangement &arrangement);
/// What cannot be read is left out.
DiagramArrangement arrangementFromJson(const QByteArray &json);

} // namespace squall::models
