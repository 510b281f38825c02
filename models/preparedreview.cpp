#include "models/preparedreview.h"

#include "core/edit/validate.h"
#include "models/rowsource.h"
#include "models/statementtext.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

QString firstFault(const catalog::Snapshot &snapshot, const ObjectId &relation,
                   const QMap<QString, edit::NewValue> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (const auto why = edit::fault(snapshot, relation, it.key(), *it); !why.isEmpty())
            return it.key() + u": "_s + why;
    }
    return {};
}

/// Why this row cannot be sent as it is.
QString faultOf(const catalog::Snapshot &snapshot, const edit::StagedEdits &edits, const ReviewEntry &entry)
{
    if (const auto *row = edits.findNew(entry.newRow); row && entry.newRow != 0) {
        // What is left out has to have a default, or may be NULL.
        auto values = row->values;
        if (const auto source = rowSource(snapshot, edits.relation())) {
            for (const auto &column : source->columns) {
                if (!values.contains(column.name))
                    values.insert(column.name, {edit::NewValue::Kind::Default, {}});
            }
        }
        return firstFault(snapshot, edits.relation(), values);
    }
    const auto *edit = edits.find(entry.row);
    return edit && !edit->removed ? firstFault(snapshot, edits.relation(), edit->values) : QString();
}

} // namespace

PreparedReview PreparedReview::of(const std::vector<edit::StagedEdits> &edits,
                                  const catalog::SnapshotPtr &snapshot)
{
    PreparedReview prepared{.entries = ReviewEntry::of(edits)};
    auto sound = edits;
    for (const auto &entry : prepared.entries) {
        const auto at = std::find_if(sound.begin(), sound.end(), [&](const edit::StagedEdits &staged) {
            return staged.relation() == entry.relation;
        });
        const auto why = faultOf(*snapshot, *at, entry);
        prepared.faults.push_back(why);
        if (why.isEmpty())
            continue;
        if (entry.newRow != 0)
            at->removeNew(entry.newRow);
        else
            at->revert(entry.row);
    }
    sound.erase(
        std::remove_if(sound.begin(), sound.end(), [](const auto &staged) { return staged.isEmpty(); }),
        sound.end());
    std::map<std::tuple<ObjectId, edit::RowIdentity, qint64>, size_t> entryOf;
    for (size_t i = 0; i < prepared.entries.size(); ++i)
        entryOf[{prepared.entries[i].relation, prepared.entries[i].row, prepared.entries[i].newRow}] = i;
    prepared.statementOf.assign(prepared.entries.size(), -1);
    auto batch = prepareBatch(std::move(sound), snapshot);
    if (!batch) {
        prepared.error = batch.error();
        return prepared;
    }
    for (size_t i = 0; i < batch->statements.size(); ++i) {
        const auto &statement = batch->statements[i];
        const auto text = statementText(statement.query);
        prepared.ranges.emplace_back(prepared.sql.size(), text.size() - 1);
        prepared.sql += text + u'\n';
        const auto entry = entryOf.find({statement.relation, statement.row, statement.newRow});
        if (entry != entryOf.end())
            prepared.statementOf[entry->second] = static_cast<int>(i);
    }
    prepared.statements = batch->statements.size();
    prepared.batch = *std::move(batch);
    return prepared;
}

} // namespace squall::models
