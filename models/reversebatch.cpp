#include "core/edit/target.h"
#include "models/commit.h"

#include <algorithm>

namespace squall::models {

using Verb = edit::Statement::Verb;
using edit::NewValue;

namespace {

NewValue asNew(const Query::Parameter &value)
{
    return value ? NewValue::of(*value) : NewValue::null();
}

edit::StagedEdits &editsFor(std::vector<edit::StagedEdits> &all, const ObjectId &relation)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &edits) { return edits.relation() == relation; });
    return found == all.end() ? all.emplace_back(relation) : *found;
}

/// What a deleted row had, except for what the server computes.
QMap<QString, NewValue> again(const CommittedRow &row, const catalog::Snapshot &snapshot)
{
    const auto target = edit::target(snapshot, row.relation);
    QMap<QString, NewValue> values;
    for (auto it = row.old.begin(); it != row.old.end(); ++it) {
        const auto *column = target ? target->column(it.key()) : nullptr;
        if (!column || column->generated == catalog::Column::Generated::No)
            values.insert(it.key(), asNew(it.value()));
    }
    return values;
}

} // namespace

std::vector<edit::StagedEdits> reverseBatch(const std::vector<CommittedRow> &rows,
                                            const catalog::Snapshot &snapshot)
{
    std::vector<edit::StagedEdits> reverse;
    for (const auto &row : rows) {
        auto &edits = editsFor(reverse, row.relation);
        switch (row.verb) {
        case Verb::Insert: edits.remove(row.after, row.now); break;
        case Verb::Delete: edits.insert(again(row, snapshot)); break;
        case Verb::Update:
            for (const auto &column : row.columns)
                edits.set(row.after, row.now, column, asNew(row.old.value(column)));
            break;
        case Verb::Setting: break;
        }
    }
    std::erase_if(reverse, [](const auto &edits) { return edits.isEmpty(); });
    return reverse;
}

} // namespace squall::models
