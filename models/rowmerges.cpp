#include "models/rowmerges.h"

#include "models/opendatabase.h"
#include "models/stagedchanges.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

RowMerges::RowMerges(OpenDatabase &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

RowMerges::~RowMerges() = default;

void RowMerges::read(const std::vector<CommitFault> &conflicts)
{
    m_rows.clear();
    std::vector<std::pair<edit::StagedEdits, edit::RowIdentity>> wanted;
    for (const auto &fault : conflicts) {
        const auto &edits = m_database.changes().edits(fault.relation);
        const auto *edit = edits.find(fault.row);
        if (!edit || m_rows.size() == mostRows)
            continue;
        m_rows.push_back({fault.relation, fault.row, *edit, fault.error.message});
        wanted.emplace_back(edits, fault.row);
    }
    show();
    if (m_rows.empty())
        return;
    m_reading.run(m_database.workbench().sessions().run(
                      [wanted, snapshot = m_database.snapshot()](pg::Connection &connection) {
                          std::vector<Result<RowConflict>> rows;
                          for (const auto &[edits, row] : wanted)
                              rows.push_back(readConflict(connection, *snapshot, edits, row));
                          return rows;
                      }),
                  [this](const std::vector<Result<RowConflict>> &rows) { take(rows); });
}

void RowMerges::take(const std::vector<Result<RowConflict>> &conflicts)
{
    for (size_t i = 0; i < m_rows.size() && i < conflicts.size(); ++i) {
        if (conflicts[i])
            m_rows[i].versions = *conflicts[i];
        else
            m_rows[i].note += u' ' + tr("It could not be read: %1").arg(conflicts[i].error().message);
    }
    show();
    emit arrived();
}

void RowMerges::clear()
{
    m_reading.cancel();
    m_rows.clear();
    show();
}

void RowMerges::prune()
{
    const auto gone = std::erase_if(m_rows, [this](const Row &row) {
        const auto *edit = m_database.changes().edits(row.relation).find(row.row);
        return !edit || *edit != row.edit;
    });
    if (gone == 0)
        return;
    // What is being read belongs to the rows by their number.
    m_reading.cancel();
    show();
}

qsizetype RowMerges::indexOf(const ObjectId &relation, const edit::RowIdentity &row) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) {
        return each.relation == relation && each.row == row;
    });
    return found == m_rows.end() ? -1 : found - m_rows.begin();
}

const RowMerges::Row *RowMerges::current() const
{
    const auto index = indexOf(m_relation, m_current);
    return index < 0 ? nullptr : &m_rows[static_cast<size_t>(index)];
}

bool RowMerges::contains(const ObjectId &relation, const edit::RowIdentity &row) const
{
    return indexOf(relation, row) >= 0;
}

QString RowMerges::note(const ObjectId &relation, const edit::RowIdentity &row) const
{
    const auto index = indexOf(relation, row);
    return index < 0 ? QString() : m_rows[static_cast<size_t>(index)].note;
}

void RowMerges::setCurrent(const ObjectId &relation, const edit::RowIdentity &row)
{
    if (relation == m_relation && row == m_current)
        return;
    if (isMerging())
        m_rows[static_cast<size_t>(indexOf(m_relation, m_current))].choices = m_model.choices();
    m_relation = relation;
    m_current = row;
    show();
}

bool RowMerges::isMerging() const
{
    const auto *row = current();
    return row && row->versions;
}

bool RowMerges::isGone() const
{
    return isMerging() && current()->versions->gone;
}

void RowMerges::show()
{
    if (isMerging())
        m_model.setRow(*current()->versions, current()->choices);
    else
        m_model.clear();
    emit changed();
}

std::optional<RowMerges::Row> RowMerges::takeCurrent()
{
    const auto *found = current();
    if (!found || !found->versions)
        return std::nullopt;
    auto row = *found;
    m_rows.erase(m_rows.begin() + (found - m_rows.data()));
    return row;
}

void RowMerges::accept()
{
    if (isGone())
        return;
    const auto result = m_model.result();
    const auto merged = takeCurrent();
    if (!merged)
        return;
    auto edits = m_database.changes().edits(merged->relation);
    edits.revert(merged->row);
    for (auto it = result.begin(); it != result.end(); ++it)
        edits.set(merged->row, merged->versions->theirs, it.key(), *it);
    if (merged->edit.removed)
        edits.remove(merged->row, merged->versions->theirs);
    m_database.changes().stage(std::move(edits), tr("Merge a row"));
    show();
}

void RowMerges::drop()
{
    const auto dropped = takeCurrent();
    if (!dropped)
        return;
    auto edits = m_database.changes().edits(dropped->relation);
    edits.revert(dropped->row);
    m_database.changes().stage(std::move(edits), tr("Drop a change"));
    show();
}

} // namespace squall::models
