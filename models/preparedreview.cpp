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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::PreparedReview)
};

QString firstFault(const catalog::Snapshot &snapshot, const ObjectId &relation,
                   const QMap<QString, edit::NewValue> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (const auto why = edit::fault(snapshot, relation, it.key(), *it); !why.isEmpty())
            return it.key() + u": "_s + why;
    }
    return {};
}

/// What is staged is newer than the schema it was staged for.
QString goneFrom(const std::optional<RowSource> &source, const QMap<QString, edit::NewValue> &values)
{
    if (!source)
        return Text::tr("The table is not there any more.");
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!source->find(it.key()))
            return Text::tr("%1 is not there any more.").arg(it.key());
    }
    return {};
}

/// Why this row cannot be sent as it is.
QString faultOf(const catalog::Snapshot &snapshot, const std::optional<RowSource> &source,
                const edit::StagedEdits &edits, const ReviewEntry &entry)
{
    if (const auto *row = entry.newRow != 0 ? edits.findNew(entry.newRow) : nullptr) {
        auto values = row->values;
        if (const auto why = goneFrom(source, values); !why.isEmpty())
            return why;
        // What is left out has to have a default, or may be NULL.
        for (const auto &column : source->columns) {
            if (!values.contains(column.name))
                values.insert(column.name, {edit::NewValue::Kind::Default, {}});
        }
        return firstFault(snapshot, edits.relation(), values);
    }
    const auto *edit = edits.find(entry.row);
    if (!edit)
        return {};
    if (const auto why = goneFrom(source, edit->values); !why.isEmpty())
        return why;
    return edit->removed ? QString() : firstFault(snapshot, edits.relation(), edit->values);
}

} // namespace

PreparedReview PreparedReview::of(const std::vector<edit::StagedEdits> &edits,
                                  const catalog::SnapshotPtr &snapshot)
{
    PreparedReview prepared{.entries = ReviewEntry::of(edits)};
    auto sound = edits;
    std::map<ObjectId, std::optional<RowSource>> sources;
    for (const auto &staged : edits)
        sources.emplace(staged.relation(), rowSource(*snapshot, staged.relation()));
    for (const auto &entry : prepared.entries) {
        const auto at = std::find_if(sound.begin(), sound.end(), [&](const edit::StagedEdits &staged) {
            return staged.relation() == entry.relation;
        });
        const auto why = faultOf(*snapshot, sources[entry.relation], *at, entry);
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
