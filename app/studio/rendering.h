#pragma once

#include "models/diagram/diagramlook.h"
#include "ui/diagram/diagramexport.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace squall::studio {

/// A picture to be written instead of opening a window.
struct Rendering
{
    QString file; ///< `-`: standard output
    ui::PictureFormat format = ui::PictureFormat::Svg;
    QStringList schemas = {}; ///< all when empty
    models::DiagramDetail detail = models::DiagramDetail::Columns;
    ui::Scheme scheme = ui::Scheme::Light;
    std::optional<double> scale = {};
    ui::Paper paper = ui::Paper::Fit;
};

/// Draws the diagram of a database (see `pg::chooseDatabase`) and writes it. Blocks: there is no window. The
/// exit code; what went wrong is said on standard error.
int render(const Rendering &rendering, const QString &url);

} // namespace squall::studio
