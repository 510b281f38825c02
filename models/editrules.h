#pragma once

#include "core/catalog/snapshot.h"
#include "models/rowsource.h"

#include <QStringList>

#include <vector>

namespace squall::models {

/// What the schema and its rights let somebody do to the rows of one relation. Every refusal is one sentence
/// for people, empty when there is none.
struct EditRules
{
    struct Column
    {
        QString updating = {};  ///< why a row's value may not be changed
        QString inserting = {}; ///< why a new row may not be given one
        bool nullable = true;
        QString defaultSql = {}; ///< what fills it by itself, as a person reads it; null without one
        bool copied = true;      ///< a duplicate takes it over

        bool operator==(const Column &) const = default;
    };

    QString nothing = {};   ///< why no row may be touched or added
    QString inserting = {}; ///< why there may be no new rows
    QString removing = {};
    std::vector<Column> columns = {}; ///< as in the RowSource

    bool operator==(const EditRules &) const = default;
};

EditRules editRules(const catalog::Snapshot &snapshot, const RowSource &source);

} // namespace squall::models
