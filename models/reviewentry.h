#pragma once

#include "core/edit/stagededits.h"
#include "models/cellrole.h"

#include <QCoreApplication>

#include <vector>

namespace squall::models {

/// One staged row as a person reads it.
struct ReviewEntry
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ReviewEntry)

public:
    ObjectId relation = {};
    EditMark mark = EditMark::Changed;
    edit::RowIdentity row = {};
    qint64 newRow = 0;
    QString title = {}; ///< `id 100228`, `New row`
    /// `distance_m`, `10000`, `10500`, by column.
    struct Change
    {
        QString column = {};
        QString before = {};
        QString after = {};

        bool operator==(const Change &) const = default;
    };
    std::vector<Change> changes = {};

    /// On one line: `distance_m 10000 → 10500, status planned → done`.
    QString summary() const;

    /// In the order of the edits: what is removed, changed, new, relation by relation.
    static std::vector<ReviewEntry> of(const std::vector<edit::StagedEdits> &edits);

    bool operator==(const ReviewEntry &) const = default;
};

/// A value as it stands in a sentence: NULL, '' and DEFAULT told apart, long ones cut.
QString briefValue(const Query::Parameter &value);
QString briefValue(const edit::NewValue &value);

} // namespace squall::models
