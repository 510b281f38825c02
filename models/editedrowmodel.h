#pragma once

#include "core/base/result.h"
#include "core/edit/stagededits.h"
#include "core/edit/values/valuetype.h"
#include "models/editrules.h"
#include "models/rowstaging.h"
#include "models/windowmodel.h"

#include <QFuture>

#include <memory>
#include <optional>
#include <vector>

namespace squall::models {

class LeftRows;
class OpenDatabase;
class RelationLabels;
class RowWindowModel;
class StagedChanges;

/// A cell of the whole: the row as WindowModel counts them, the column as the model does.
struct Cell
{
    qint64 row = 0;
    int column = 0;

    bool operator==(const Cell &) const = default;
};

/// The rows of a relation with what is staged laid over them: new rows stand first, then the relation's, as
/// they come from a RowWindowModel. Qt::EditRole answers with an edit::NewValue.
///
/// The operations below stage one step of undo each. They may end a moment later, in their order: what came
/// cut is read whole first. What cannot be is said by `refused` and left out; rows that are not loaded refuse
/// the whole operation.
class EditedRowModel : public WindowModel
{
    Q_OBJECT

public:
    /// Rows of values, all of the same length.
    using Block = QList<QList<edit::NewValue>>;

    EditedRowModel(OpenDatabase &database, std::unique_ptr<RowWindowModel> rows, QObject *parent = nullptr);
    ~EditedRowModel() override;

    /// What is laid over: state, sort order, reading again.
    RowWindowModel &rows() const { return *m_rows; }
    const edit::StagedEdits &edits() const { return m_edits; }
    /// The schema that is edited by.
    const catalog::SnapshotPtr &snapshot() const { return m_snapshot; }
    edit::ValueType valueType(int column) const;
    /// All that is staged on the connection.
    const StagedChanges &changes() const { return m_changes; }
    /// Rows 0 and on that are new.
    int newRowCount() const { return static_cast<int>(m_newRows.size()); }
    /// These are rows that have something in common: new ones made here begin with it, and of all new ones
    /// only those that have it show.
    void setPresets(const QMap<QString, edit::NewValue> &values);
    /// What deleting the rows marked here does to rows of other tables, in a sentence; empty when nothing.
    QString consequences() const;
    /// Changed or removed rows that are not among the loaded ones.
    qsizetype changesOutside() const;

    /// Why nothing may be edited, as one sentence; empty when something may.
    QString refusal() const;
    /// Why this cell may not be.
    QString refusal(const Cell &cell) const;

    /// Of a loaded row of the relation; nothing for new rows and where rows cannot be told apart.
    std::optional<edit::RowIdentity> identity(qint64 row) const;
    /// NewRow::id of a new row; 0 for others.
    qint64 newRowId(qint64 row) const;
    /// Where a row is; -1 when it is not loaded.
    qint64 rowOf(const edit::RowIdentity &row) const;
    qint64 rowOfNew(qint64 newRowId) const;
    /// How a row that was applied last is called now, by how it was called or its number as a new one: an
    /// invalid identity when it was deleted, nothing when it was not among them.
    std::optional<edit::RowIdentity> appliedAs(const edit::RowIdentity &row, qint64 newRow) const;
    qint64 rowOf(const TouchedRow &row) const;
    /// What is needed to change a row later, whether it is loaded then or not; nothing when it is not now.
    std::optional<TouchedRow> touch(qint64 row) const;
    /// Somebody was in this row and is not any more: where the connection is meant to, what is staged for it
    /// is applied. `refused` says why it could not be.
    void leave(const edit::RowIdentity &row, qint64 newRow);
    /// What the cell holds or is to hold, uncut; a missing value is NULL.
    QFuture<Result<Query::Parameter>> wholeValue(const Cell &cell);

    void setCells(const QList<Cell> &cells, const edit::NewValue &value);
    void setValue(const TouchedRow &row, int column, const edit::NewValue &value);
    /// What Delete does: NULL where it may be, else the default where there is one.
    void clearCells(const QList<Cell> &cells);
    /// The block once, to the right and down from a cell.
    void setBlock(const Cell &topLeft, const Block &values);
    /// Onto these rows and columns: over and over when they are a multiple of the block, else once.
    void setBlock(const QList<qint64> &rows, const QList<int> &columns, const Block &values);
    /// The first rows of the block down from a cell, so many; the others become new rows, in the same
    /// columns.
    void setBlockAndRest(const Cell &topLeft, const Block &values, qint64 there);
    /// As new rows.
    void insertBlock(const QList<int> &columns, const Block &values);
    /// The new row's number; -1 when there may be none.
    qint64 addRow();
    /// Identity, generated and key columns are left to their defaults.
    void duplicateRows(const QList<qint64> &rows);
    /// New rows vanish, others are marked.
    void removeRows(const QList<qint64> &rows);
    /// Takes back what is staged for these cells, and that their rows are removed.
    void revert(const QList<Cell> &cells);

    /// What stands in the cell's open editor, as it is typed: kept in the journal, not shown. Ends with the
    /// next operation or `dropDraft`.
    void setDraft(const TouchedRow &row, int column, const edit::NewValue &value);
    void dropDraft();

    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const;
    QString redoText() const;
    void undo();
    void redo();

    qint64 firstRow() const override;
    qint64 rowCountEstimate() const override;
    bool isRowCountExact() const override;
    void need(qint64 first, int count) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void refused(qint64 row, int column, const QString &why);
    /// `refusal()` may be another one.
    void refusalChanged();
    /// What is staged here, what can be undone or `changesOutside` is another.
    void editsChanged();
    void consequencesChanged();

private:
    // editedrowmodel.cpp
    void stageFor();
    void followRows();
    void followChanges();
    void followWritten(const std::set<ObjectId> &relations, const std::vector<CommittedRow> &rows);
    void nameReferences();
    void learnRules();
    int head() const { return m_atStart ? static_cast<int>(m_newRows.size()) : 0; }
    void setAtStart(bool atStart);
    QList<edit::NewRow> newRowsShown() const;
    void matchNewRows();
    const edit::RowEdit *editOf(int loadedRow) const;
    const std::vector<const edit::RowEdit *> &marks() const;
    const edit::NewValue *staged(int row, const QString &column) const;
    QVariant dataOfNew(const edit::NewRow &row, int column, int role) const;
    QVariant dataOfStaged(const edit::NewValue &value, int column, int role) const;
    QString columnName(int column) const;
    QString refusal(bool isNew, const edit::RowEdit *edit, int column) const;

    // rowoperations.cpp
    std::optional<std::vector<TouchedRow>> touchAll(const QList<qint64> &rows);
    using Assignment = std::pair<Cell, edit::NewValue>;
    using NewValues = QMap<QString, edit::NewValue>;
    void assign(const QList<Assignment> &assignments, const QString &what = {},
                const QList<NewValues> &newRows = {});
    bool refuseSize(const Cell &at, const Block &values, bool fits);
    std::optional<QList<NewValues>> newRowsOf(const QList<int> &columns, const Block &values);
    QList<Assignment> allowed(const QList<Assignment> &assignments);
    void perform(std::vector<TouchedRow> rows,
                 std::function<QString(edit::StagedEdits &, const OriginalRows &)> change);

    OpenDatabase &m_database;
    StagedChanges &m_changes;
    std::unique_ptr<RowWindowModel> m_rows;
    RowStaging *m_staging = nullptr;
    LeftRows *m_left;
    catalog::SnapshotPtr m_snapshot;
    RelationLabels *m_labels;
    EditRules m_rules;
    edit::StagedEdits m_edits;
    QMap<QString, edit::NewValue> m_presets;
    QList<edit::NewRow> m_newRows; ///< as they are shown
    /// The relation's first row is loaded, so that the new ones are, too.
    bool m_atStart = true;
    /// What is staged for each loaded row of the relation.
    mutable std::vector<const edit::RowEdit *> m_marks;
    mutable bool m_marked = false;
};

} // namespace squall::models
