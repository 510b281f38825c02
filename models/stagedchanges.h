#pragma once

#include "core/edit/stagededits.h"

#include <QObject>

#include <map>
#include <vector>

namespace squall::models {

/// What somebody means to change in one database and has not sent yet, relation by relation, each with its
/// own undo. It outlives every view that shows it.
class StagedChanges : public QObject
{
    Q_OBJECT

public:
    explicit StagedChanges(QObject *parent = nullptr);
    ~StagedChanges() override;

    /// Empty ones where nothing is staged. Follows what is staged later.
    const edit::StagedEdits &edits(const ObjectId &relation) const;
    /// Those with changes, in their order.
    QList<ObjectId> relations() const;
    /// Rows that are inserted, changed or removed.
    qsizetype changeCount() const;
    qsizetype changeCount(const ObjectId &relation) const;

    /// From now on `next` is what is staged for its relation. `what` names the step for undo: `Edit 3 cells`.
    void stage(edit::StagedEdits next, const QString &what);
    void undo(const ObjectId &relation);
    void redo(const ObjectId &relation);
    bool canUndo(const ObjectId &relation) const;
    bool canRedo(const ObjectId &relation) const;
    /// The step that `undo` takes back, or `redo` does again; empty when there is none.
    QString undoText(const ObjectId &relation) const;
    QString redoText(const ObjectId &relation) const;
    /// These are done: neither they nor their undo come back.
    void clear(const QList<ObjectId> &relations);

signals:
    void changed(const squall::ObjectId &relation);

private:
    struct Step
    {
        QString what;
        edit::StagedEdits edits; ///< as they were on the other side of the step
    };
    struct Entry
    {
        edit::StagedEdits edits;
        std::vector<Step> undo = {};
        std::vector<Step> redo = {};
    };

    Entry &entry(const ObjectId &relation) const;
    void step(const ObjectId &relation, std::vector<Step> Entry::*from, std::vector<Step> Entry::*to);

    /// An entry without edits says nothing; asking for one makes it.
    mutable std::map<ObjectId, Entry> m_entries;
};

} // namespace squall::models
