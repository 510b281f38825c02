#include "models/stagedchanges.h"

#include "models/editjournal.h"
#include "models/rowsource.h"

#include <algorithm>
#include <utility>

namespace squall::models {

namespace {

/// Every step of undo holds its rows; together they hold at most so many.
constexpr qsizetype mostRowsInUndo = 200'000;

} // namespace

StagedChanges::StagedChanges(QObject *parent)
    : QObject(parent)
{
    constexpr int againMs = 1000;
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &StagedChanges::resolveNext);
}

StagedChanges::~StagedChanges() = default;

StagedChanges::Entry &StagedChanges::entry(const ObjectId &relation) const
{
    return m_entries.try_emplace(relation, Entry{.edits = edit::StagedEdits(relation)}).first->second;
}

const edit::StagedEdits &StagedChanges::edits(const ObjectId &relation) const
{
    return entry(relation).edits;
}

QList<ObjectId> StagedChanges::relations() const
{
    QList<ObjectId> relations;
    for (const auto &[relation, entry] : m_entries) {
        if (!entry.edits.isEmpty())
            relations.append(relation);
    }
    return relations;
}

qsizetype StagedChanges::changeCount() const
{
    qsizetype count = 0;
    for (const auto &[relation, entry] : m_entries)
        count += entry.edits.changeCount();
    return count;
}

qsizetype StagedChanges::changeCount(const ObjectId &relation) const
{
    return edits(relation).changeCount();
}

void StagedChanges::stage(edit::StagedEdits next, const QString &what, qint64 number)
{
    const auto relation = next.relation();
    auto &entry = this->entry(relation);
    if (next == entry.edits) {
        dropDraft(relation);
        return;
    }
    entry.redo.clear();
    entry.undo.push_back(
        {what, std::exchange(entry.edits, std::move(next)), number > 0 ? number : nextStep()});
    qsizetype rows = 0;
    const auto oldest = std::find_if(entry.undo.rbegin(), entry.undo.rend(), [&](const Step &step) {
        rows += step.edits.changeCount() + 1;
        return rows > mostRowsInUndo;
    });
    entry.undo.erase(entry.undo.begin(), oldest.base());
    save(relation);
    emit changed(relation);
}

void StagedChanges::step(const ObjectId &relation, std::vector<Step> Entry::*from,
                         std::vector<Step> Entry::*to)
{
    auto &entry = this->entry(relation);
    if ((entry.*from).empty())
        return;
    auto taken = std::move((entry.*from).back());
    (entry.*from).pop_back();
    (entry.*to).push_back({taken.what, std::exchange(entry.edits, std::move(taken.edits)), taken.number});
    save(relation);
    emit changed(relation);
}

void StagedChanges::undo(const ObjectId &relation)
{
    step(relation, &Entry::undo, &Entry::redo);
}

void StagedChanges::redo(const ObjectId &relation)
{
    step(relation, &Entry::redo, &Entry::undo);
}

bool StagedChanges::canUndo(const ObjectId &relation) const
{
    return !entry(relation).undo.empty();
}

bool StagedChanges::canRedo(const ObjectId &relation) const
{
    return !entry(relation).redo.empty();
}

QString StagedChanges::undoText(const ObjectId &relation) const
{
    return canUndo(relation) ? entry(relation).undo.back().what : QString();
}

QString StagedChanges::redoText(const ObjectId &relation) const
{
    return canRedo(relation) ? entry(relation).redo.back().what : QString();
}

qint64 StagedChanges::undoStep(const ObjectId &relation) const
{
    return canUndo(relation) ? entry(relation).undo.back().number : 0;
}

qint64 StagedChanges::redoStep(const ObjectId &relation) const
{
    return canRedo(relation) ? entry(relation).redo.back().number : 0;
}

void StagedChanges::clear(const QList<ObjectId> &relations)
{
    for (const auto &relation : relations) {
        auto &entry = this->entry(relation);
        const bool changes = !entry.edits.isEmpty();
        entry = {.edits = edit::StagedEdits(relation)};
        if (!changes)
            continue;
        save(relation);
        emit changed(relation);
    }
}

void StagedChanges::save(const ObjectId &relation)
{
    m_drafts.erase(relation);
    if (m_journal)
        m_journal->save(entry(relation).edits);
}

void StagedChanges::setDraft(const edit::StagedEdits &next)
{
    m_drafts.insert(next.relation());
    if (m_journal)
        m_journal->saveDraft(next, true);
}

void StagedChanges::dropDraft(const ObjectId &relation)
{
    if (m_drafts.erase(relation) > 0 && m_journal)
        m_journal->saveDraft(entry(relation).edits, false);
}

bool StagedChanges::isSettled() const
{
    return !m_journal || m_journal->isSettled();
}

QString StagedChanges::fault(const ObjectId &relation, const catalog::Snapshot &snapshot) const
{
    const auto source = rowSource(snapshot, relation);
    if (!source)
        return tr("%1 is not there any more.").arg(relation.text());
    const auto &edits = entry(relation).edits;
    QStringList columns;
    for (const auto &row : edits.rows()) {
        columns << row.values.keys();
        if (row.removed)
            columns << row.original.keys();
    }
    for (const auto &row : edits.newRows())
        columns << row.values.keys();
    columns.removeDuplicates();
    for (const auto &column : columns) {
        if (source->indexOf(column) < 0)
            return tr("%1 has no column %2 any more.").arg(relation.text(), column);
    }
    const auto named = [&](const edit::RowIdentity &row) {
        return std::equal(row.parts.begin(), row.parts.end(), source->key.begin(), source->key.end(),
                          [](const auto &part, const QString &column) { return part.first == column; });
    };
    const auto &rows = edits.rows();
    if (!std::all_of(rows.keyBegin(), rows.keyEnd(), named))
        return tr("The key of %1 is another one now.").arg(relation.text());
    return {};
}

} // namespace squall::models
