#pragma once

#include "core/diagram/diagram.h"
#include "core/layout/graph.h"
#include "models/diagram/diagramlook.h"

#include <QSet>

#include <vector>

namespace squall::models {

/// One column in a box.
struct DiagramRow
{
    QString name;
    QString type; ///< by its short name
    bool key = false;
    bool unique = false;
    bool reference = false;
    bool notNull = false;

    bool operator==(const DiagramRow &) const = default;
};

/// A table as a diagram shows it.
struct DiagramBox
{
    ObjectId id;
    QString schema = {}; ///< where its name alone does not say it
    QString comment = {};
    std::vector<DiagramRow> rows = {};
    int more = 0; ///< columns for which there is no room, said in a last row
    int partitions = 0;
    double gutter = 0; ///< room for marks before the columns

    bool operator==(const DiagramBox &) const = default;
};

/// A line between two boxes: rows of `from` point to rows of `to`.
struct DiagramLine
{
    QString name;
    int from = 0;
    int to = 0;
    bool optional = false; ///< a row may point to none
    bool single = false;   ///< at most one row points to each
    bool declared = false; ///< without a foreign key
    QString source = {};   ///< where a project's file says so: `relations.ts:12`
    int fromRow = -1;      ///< the row it leaves from; -1: from the box
    int toRow = -1;

    bool operator==(const DiagramLine &) const = default;
};

/// What is in a diagram, wherever it lies. The boxes' numbers are those in the graph.
struct DiagramContent
{
    std::vector<DiagramBox> boxes;
    std::vector<DiagramLine> lines;
    layout::Graph graph;
    DiagramLook look;
    DiagramDetail detail = DiagramDetail::Keys;

    bool operator==(const DiagramContent &) const = default;

    /// -1: not there.
    int find(const ObjectId &id) const;
};

/// `telling`: columns that are shown wherever columns are, keys or not.
DiagramContent contentOf(const diagram::Diagram &diagram, DiagramDetail detail, const DiagramLook &look,
                         const QSet<ObjectId> &telling = {});

} // namespace squall::models
