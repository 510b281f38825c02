#pragma once

#include "core/diagram/declared.h"
#include "models/diagram/diagramarrangement.h"

#include <optional>
#include <vector>

namespace squall::models {

/// A declared relation in place of another, or of none. Relations are shared by all diagrams, hence a step
/// knows of the one that it is about, and not of all.
struct RelationChange
{
    std::optional<diagram::Declared> gone = {};
    std::optional<diagram::Declared> come = {};

    bool operator==(const RelationChange &) const = default;
};

/// What taking a step back leads to.
struct DiagramState
{
    DiagramArrangement arrangement = {};
    RelationChange change = {};

    bool operator==(const DiagramState &) const = default;
};

/// A diagram with what was done to it.
struct DiagramHistory
{
    DiagramArrangement arrangement = {};
    std::vector<DiagramState> undo = {};
    std::vector<DiagramState> redo = {};

    bool operator==(const DiagramHistory &) const = default;
};

} // namespace squall::models
