#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/diagram/declared.h"
#include "core/layout/graph.h"
#include "models/diagram/diagramarrangement.h"
#include "models/diagram/diagramlens.h"
#include "models/diagram/diagrampicture.h"
#include "models/project/projectschema.h"

namespace squall::models {

/// What a picture is made of.
struct DiagramTask
{
    catalog::SnapshotPtr snapshot;
    DiagramArrangement arrangement = {};
    std::vector<diagram::Declared> relations = {};
    ProjectSchemaPtr project = {}; ///< what it declares is drawn as well; nullptr without one
    DiagramLook look = {};
    double aspect = 1.6;
    bool anew = false;             ///< whatever lies somewhere already
    DiagramPicturePtr before = {}; ///< what lies there keeps its place before what comes back
    DiagramLens lens = {};
};

/// The tables that a picture of the task has, and what stands between them.
diagram::Diagram shownDiagram(const DiagramTask &task);

struct MadeDiagram
{
    DiagramPicturePtr picture = std::make_shared<const DiagramPicture>();
    DiagramPlaces places =
        {}; ///< of the detail asked for; those of tables that are not shown are as they were
    std::vector<DiagramNote> notes = {}; ///< with places in the detail asked for
    QStringList schemas = {};            ///< that have tables
    int hidden = 0;                      ///< tables of the schemas asked for
};

/// Tables that have a place keep it; only one that has grown onto another, or comes back to where another
/// lies now, is placed as new ones are. Fails only with `Error::Code::Cancelled`.
Result<MadeDiagram> makeDiagram(const DiagramTask &task, const layout::Cancelled &cancelled = {});

/// The picture with these boxes at new positions, and the lines led around them.
DiagramPicturePtr withMoved(const DiagramPicture &picture, const std::vector<int> &moved,
                            layout::Positions positions);

} // namespace squall::models
