#pragma once

#include "core/edit/stagededits.h"
#include "models/editablemodel.h"
#include "models/project/projectschema.h"
#include "models/relations.h"

#include <memory>
#include <optional>
#include <vector>

namespace squall::models {

class LeftRows;
class OpenDatabase;
class RelationLabels;
class RowWindowModel;
class StagedChanges;

/// The rows of a relation with what is staged laid over them: new rows stand first, then the relation's, as
/// they come from a RowWindowModel.
class EditedRowModel : public EditableModel
{
    Q_OBJECT

public:
    EditedRowModel(OpenDatabase &database, std::unique_ptr<RowWindowModel> rows, QObject *parent = nullptr);
    ~EditedRowModel() override;

    /// What is laid over: state, sort order, reading again.
    RowWindowModel &rows() const { return *m_rows; }
    const edit::StagedEdits &edits() const { return m_edits; }
    catalog::SnapshotPtr snapshot() const override { return m_snapshot; }
    /// Of the database: see `OpenDatabase`.
    const RelationsPtr &relations() const;
    const ProjectSchemaPtr &project() const;
    edit::ValueType valueType(int column) const override;
    std::optional<TableColumn> tableColumn(int column) const override;
    /// All that is staged on the connection.
    const StagedChanges &changes() const { return m_changes; }
    bool hasEdits() const override { return !m_edits.isEmpty(); }
    int newRowCount() const override { return static_cast<int>(m_newRows.size()); }
    /// These are rows that have something in common: new ones made here begin with it, and of all new ones
    /// only those that have it show.
    void setPresets(const QMap<QString, edit::NewValue> &values);
    QString consequences() const override;
    /// Changed or removed rows that are not among the loaded ones.
    qsizetype changesOutside() const;

    QString refusal() const override;
    QString refusal(const Cell &cell) const override;

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
    qint64 rowOf(const TouchedRow &row) const override;
    /// What is needed to change a row later.
    std::optional<TouchedRow> touch(qint64 row) const;
    std::optional<TouchedRow> touch(const Cell &cell) const override { return touch(cell.row); }
    /// Somebody was in this row and is not any more: where the connection is meant to, what is staged for it
    /// is applied. `refused` says why it could not be.
    void leave(const edit::RowIdentity &row, qint64 newRow);
    QFuture<Result<Query::Parameter>> wholeValue(const Cell &cell) override;

    void setValue(const TouchedRow &row, int column, const edit::NewValue &value) override;
    void revert(const QList<Cell> &cells) override;
    void setBlockAndRest(const Cell &topLeft, const Block &values, qint64 there) override;
    void insertBlock(const QList<int> &columns, const Block &values) override;
    qint64 addRow() override;
    void duplicateRows(const QList<qint64> &rows) override;
    void removeRows(const QList<qint64> &rows) override;

    void setDraft(const TouchedRow &row, int column, const edit::NewValue &value) override;
    void dropDraft() override;

    bool canUndo() const override;
    bool canRedo() const override;
    QString undoText() const override;
    QString redoText() const override;
    void undo() override;
    void redo() override;

    qint64 firstRow() const override;
    qint64 rowCountEstimate() const override;
    bool isRowCountExact() const override;
    void need(qint64 first, int count) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void assign(const QList<Assignment> &assignments, const QString &what) override
    {
        assign(assignments, what, {});
    }
    const EditRules::Column &rulesOf(int column) const override
    {
        return m_rules.columns[static_cast<size_t>(column)];
    }
    QString columnName(int column) const override;

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
    QString refusal(bool isNew, const edit::RowEdit *edit, int column) const;

    // rowoperations.cpp
    std::optional<std::vector<TouchedRow>> touchAll(const QList<qint64> &rows);
    using NewValues = QMap<QString, edit::NewValue>;
    void assign(const QList<Assignment> &assignments, const QString &what, const QList<NewValues> &newRows);
    std::optional<QList<NewValues>> newRowsOf(const QList<int> &columns, const Block &values);
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
