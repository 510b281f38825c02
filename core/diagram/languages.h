#pragma once

#include "core/diagram/diagram.h"

/// A diagram as text for other tools. What a language cannot name is written as near as it can.
namespace squall::diagram {

enum class Language { Mermaid, Dbml, PlantUml, Dot };

/// `snapshot`: what the diagram was made from.
QString write(Language language, const Diagram &diagram, const catalog::Snapshot &snapshot);

/// An `erDiagram` of Mermaid.
QString toMermaid(const Diagram &diagram);

/// With the defaults, indexes and enums that belong to it in the snapshot it was made from.
QString toDbml(const Diagram &diagram, const catalog::Snapshot &snapshot);

QString toPlantUml(const Diagram &diagram);

/// For Graphviz.
QString toDot(const Diagram &diagram);

} // namespace squall::diagram
