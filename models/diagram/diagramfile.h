#pragma once

#include "core/base/result.h"
#include "models/diagram/diagramset.h"

#include <QByteArray>

/// The diagrams of a database as the text of `squall.diagram.json`; docs/DIAGRAM-FILE.md describes it.
namespace squall::models {

constexpr int diagramFileFormat = 1;

/// One table a line, sorted, in whole numbers: what has not changed has the same line. Sizes of tables are
/// not in it, because they depend on a machine's fonts.
QByteArray toDiagramFile(const Diagrams &diagrams);

/// All of it or an error with the line (`position`) and the reason: what this version does not know is not
/// skipped, or it would be lost when the file is saved.
Result<Diagrams> diagramsFromFile(const QByteArray &bytes);

} // namespace squall::models
