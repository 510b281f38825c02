#pragma once

#include "models/editablemodel.h"
#include "models/query/resultmodel.h"
#include "models/query/resultorigins.h"

#include <functional>
#include <vector>

namespace squall::models {

class OpenDatabase;

/// The rows of a result with what is staged laid over them, where its columns are those of tables and their
/// keys are among them: the same staged edits that the tables themselves show, for each table of a join its
/// own. What is committed, here or there, shows in the rows from then on.
class EditedResultModel : public EditableModel
{
    Q_OBJECT

public:
    EditedResultModel(OpenDatabase &database, ResultModel &result, QObject *parent = nullptr);
    ~EditedResultModel() override;

    /// So many cells are changed together at most: all of a result's rows are here, however many they are.
    static constexpr qsizetype mostCells = 20'000;

    bool hasEdits() const override;
    /// What is staged for a cell, for whoever reads the rows on another thread; null while nothing is.
    using Staged =
        std::function<std::optional<edit::NewValue>(const ResultModel::Cells &rows, int row, int column)>;
    Staged staged() const;

    edit::ValueType valueType(int column) const override;
    catalog::SnapshotPtr snapshot() const override { return m_snapshot; }
    std::optional<TableColumn> tableColumn(int column) const override;
    bool hasOwnRows() const override { return false; }
    QString refusal() const override;
    QString refusal(const Cell &cell) const override;
    std::optional<TouchedRow> touch(const Cell &cell) const override;
    qint64 rowOf(const TouchedRow &row) const override;
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

    qint64 firstRow() const override { return 0; }
    qint64 rowCountEstimate() const override { return rowCount(); }
    bool isRowCountExact() const override;
    void need(qint64, int) override {}

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void assign(const QList<Assignment> &assignments, const QString &what) override;
    const EditRules::Column &rulesOf(int column) const override;
    QString columnName(int column) const override;

private:
    /// A table of the result's rows.
    struct Part
    {
        edit::StagedEdits edits;
        RowStaging *staging = nullptr; ///< none: nothing of it may be changed
    };
    struct Change
    {
        TouchedRow row;
        QString column;
        edit::NewValue value;
    };

    // editedresultmodel.cpp
    void followResult();
    void followChanges();
    void followWritten(const std::vector<CommittedRow> &rows);
    void askOrigins();
    void learn();
    void leaveStaging();
    int tableOf(int column) const;
    const RowColumn *columnOf(int column) const;
    std::optional<edit::RowIdentity> identity(int row, int table) const;
    QString rowRefusal(int row, int table) const;
    const edit::RowEdit *editOf(int row, int table) const;
    EditMark rowMark(int row) const;

    // resultoperations.cpp
    const ObjectId &relation(int table) const;
    void stage(int table, const std::vector<Change> &changes, const QString &what, qint64 step);
    std::vector<int> undoTables() const;
    std::vector<int> redoTables() const;
    void perform(int table, std::function<void()> act);
    void refuseRows();
    bool refuseMany(qsizetype cells);

    OpenDatabase &m_database;
    StagedChanges &m_changes;
    ResultModel &m_result;
    catalog::SnapshotPtr m_snapshot;
    Latest<Result<NamedOrigins>> m_asking;
    QString m_unknown; ///< why nobody knows where the columns come from
    NamedOrigins m_names;
    ResultOrigins m_origins;
    std::vector<Part> m_parts; ///< as the tables of the origins
    int m_drafted = -1;        ///< the one whose editor is open
};

} // namespace squall::models
