#pragma once

#include "models/cellrole.h"
#include "models/relations.h"
#include "models/rowsource.h"
#include "models/windowmodel.h"

#include <vector>

namespace squall::models {

/// One value of the row that is looked at.
struct RowField
{
    QString name;
    QString type = {}; ///< short
    TypeKind kind = TypeKind::Other;
    bool key = false;
    bool loaded = true; ///< false: its column is hidden, and was not read
    int column = -1;    ///< of the model; -1 when it is hidden
    QString value = {};
    bool null = false;
    qint64 fullLength = -1; ///< of a value that was cut
    EditMark mark = EditMark::None;
    QString original = {}; ///< of a changed one; null when it was NULL
    QString defaultSql = {};
    QString fault = {};
    QString reference = {}; ///< the table that it points to
    QString label = {};     ///< what a person calls the row there
    QString leadsTo = {};   ///< the table where this value leads now, along with others or alone

    bool operator==(const RowField &) const = default;
};

/// Every value of the loaded row `row` of `model`, then the hidden columns of `source`. `relations` are those
/// of its table.
std::vector<RowField> rowFields(const WindowModel &model, int row, const RowSource &source,
                                const std::vector<Relation> &relations = {});

} // namespace squall::models
