#pragma once

#include "core/base/result.h"
#include "core/edit/newvalue.h"
#include "core/edit/values/valuetype.h"
#include "models/cellrole.h"
#include "models/editrules.h"
#include "models/rowstaging.h"
#include "models/windowmodel.h"

#include <QFuture>

#include <optional>

namespace squall::models {

class OpenDatabase;

/// A cell of the whole: the row as WindowModel counts them, the column as the model does.
struct Cell
{
    qint64 row = 0;
    int column = 0;

    bool operator==(const Cell &) const = default;
};

/// A column where its values are staged.
struct TableColumn
{
    ObjectId relation = {};
    QString name = {};
};

/// Rows whose cells can be edited: what is done to them is staged, and laid over them from then on.
/// Qt::EditRole answers with an edit::NewValue.
///
/// The operations below stage one step of undo each. They may end a moment later, in their order: what came
/// cut is read whole first. What cannot be is said by `refused` and left out; rows that are not loaded refuse
/// the whole operation.
class EditableModel : public WindowModel
{
    Q_OBJECT

public:
    /// Rows of values, all of the same length.
    using Block = QList<QList<edit::NewValue>>;

    using WindowModel::WindowModel;

    virtual edit::ValueType valueType(int column) const = 0;
    /// The schema that is edited by; nullptr before it is there.
    virtual catalog::SnapshotPtr snapshot() const = 0;
    /// Nothing where it is none of a table.
    virtual std::optional<TableColumn> tableColumn(int column) const = 0;
    /// Whether there are rows to be added and deleted here, and not only values to be changed.
    virtual bool hasOwnRows() const { return true; }
    /// Something is staged for what these rows are of.
    virtual bool hasEdits() const = 0;
    /// Rows 0 and on that are new.
    virtual int newRowCount() const { return 0; }
    /// What deleting the rows marked here does to rows of other tables, in a sentence; empty when nothing.
    virtual QString consequences() const { return {}; }

    /// Why nothing may be edited, as one sentence; empty when something may.
    virtual QString refusal() const = 0;
    /// Why this cell may not be.
    virtual QString refusal(const Cell &cell) const = 0;

    /// What is needed to change a cell later, whether its row is loaded then or not; nothing when it is not
    /// now.
    virtual std::optional<TouchedRow> touch(const Cell &cell) const = 0;
    /// Where a row is; -1 when it is not loaded.
    virtual qint64 rowOf(const TouchedRow &row) const = 0;
    /// What the cell holds or is to hold, uncut; a missing value is NULL.
    virtual QFuture<Result<Query::Parameter>> wholeValue(const Cell &cell) = 0;

    void setCells(const QList<Cell> &cells, const edit::NewValue &value);
    virtual void setValue(const TouchedRow &row, int column, const edit::NewValue &value) = 0;
    /// What Delete does: NULL where it may be, else the default where there is one.
    void clearCells(const QList<Cell> &cells);
    /// The block once, to the right and down from a cell.
    void setBlock(const Cell &topLeft, const Block &values);
    /// Onto these rows and columns: over and over when they are a multiple of the block, else once.
    void setBlock(const QList<qint64> &rows, const QList<int> &columns, const Block &values);
    /// Takes back what is staged for these cells, and that their rows are removed.
    virtual void revert(const QList<Cell> &cells) = 0;

    // Of models that have rows of their own; the others refuse.
    /// The first rows of the block down from a cell, so many; the others become new rows, in the same
    /// columns.
    virtual void setBlockAndRest(const Cell &topLeft, const Block &values, qint64 there) = 0;
    /// As new rows.
    virtual void insertBlock(const QList<int> &columns, const Block &values) = 0;
    /// The new row's number; -1 when there may be none.
    virtual qint64 addRow() = 0;
    /// Identity, generated and key columns are left to their defaults.
    virtual void duplicateRows(const QList<qint64> &rows) = 0;
    /// New rows vanish, others are marked.
    virtual void removeRows(const QList<qint64> &rows) = 0;

    /// What stands in the cell's open editor, as it is typed: kept in the journal, not shown. Ends with the
    /// next operation or `dropDraft`.
    virtual void setDraft(const TouchedRow &row, int column, const edit::NewValue &value) = 0;
    virtual void dropDraft() = 0;

    virtual bool canUndo() const = 0;
    virtual bool canRedo() const = 0;
    virtual QString undoText() const = 0;
    virtual QString redoText() const = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;

signals:
    void refused(qint64 row, int column, const QString &why);
    /// `refusal()` may be another one.
    void refusalChanged();
    /// What is staged here or what can be undone is another.
    void editsChanged();
    void consequencesChanged();

protected:
    using Assignment = std::pair<Cell, edit::NewValue>;

    /// Stages those that may be; the first that may not is told. Without words, `what` is the edit of so many
    /// cells.
    virtual void assign(const QList<Assignment> &assignments, const QString &what) = 0;
    virtual const EditRules::Column &rulesOf(int column) const = 0;
    /// What the column is called where its values are staged.
    virtual QString columnName(int column) const = 0;

    /// Why nothing of the database may be edited, in a sentence; empty when something may.
    static QString writingRefusal(OpenDatabase &database);
    /// Those that may be; the first that may not is told.
    QList<Assignment> allowed(const QList<Assignment> &assignments);
    static QString stepText(qsizetype cells);
    /// Says that what is pasted does not fit, if that is so.
    bool refuseSize(const Cell &at, const Block &values, bool fits);
    /// A cell that holds what is staged for it; its fault is the model's to know.
    QVariant dataOfStaged(const edit::NewValue &value, int column, TypeKind kind, int role) const;
    /// What Qt::EditRole says of a cell as the server has it.
    static edit::NewValue valueOf(const QModelIndex &cell);
    static QFuture<Result<Query::Parameter>> ready(const Result<Query::Parameter> &value);
};

} // namespace squall::models
