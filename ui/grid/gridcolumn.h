#pragma once

#include "models/cellrole.h"
#include "models/windowmodel.h"

#include <QString>

namespace squall::ui {

/// What a grid needs to know of a column in order to paint it, read once and not once a cell.
struct GridColumn
{
    QString name;
    QString type; ///< the second line of the header: type, key, reference
    models::TypeKind kind = models::TypeKind::Other;
    bool generated = false;
    bool sortable = true;
    int sort = 0;
    bool reference = false; ///< a foreign key starts here

    static GridColumn of(const models::WindowModel &model, int column);
};

/// What a grid paints in one cell.
struct GridCell
{
    QString text;
    bool null = false;
    qint64 fullLength = -1; ///< of a value that was cut
    QString filledBy = {};  ///< the default that fills it, where nobody set it
    QString label = {};     ///< what people call the row that it points to

    static GridCell of(const models::WindowModel &model, int row, int column);
};

} // namespace squall::ui
