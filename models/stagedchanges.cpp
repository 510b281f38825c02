#include "models/stagedchanges.h"

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

void StagedChanges::stage(edit::StagedEdits next, const QString &what)
{
    const auto relation = next.relation();
    auto &entry = this->entry(relation);
    if (next == entry.edits)
        return;
    entry.redo.clear();
    entry.undo.push_back({what, std::exchange(entry.edits, std::move(next))});
    qsizetype rows = 0;
    const auto oldest = std::find_if(entry.undo.rbegin(), entry.undo.rend(), [&](const Step &step) {
        rows += step.edits.changeCount() + 1;
        return rows > mostRowsInUndo;
    });
    entry.undo.erase(entry.undo.begin(), oldest.base());
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
    (entry.*to).push_back({taken.what, std::exchange(entry.edits, std::move(taken.edits))});
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

void StagedChanges::clear(const QList<ObjectId> &relations)
{
    for (const auto &relation : relations) {
        auto &entry = this->entry(relation);
        const bool changes = !entry.edits.isEmpty();
        entry = {.edits = edit::StagedEdits(relation)};
        if (changes)
            emit changed(relation);
    }
}

} // namespace squall::models
