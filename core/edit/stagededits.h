#pragma once

#include "core/base/objectid.h"
#include "core/base/query.h"
#include "core/edit/newvalue.h"
#include "core/edit/rowidentity.h"

#include <QList>
#include <QMap>

#include <optional>

namespace squall::edit {

/// A row's values as the server sent them, whole, by column.
using RowValues = QMap<QString, Query::Parameter>;

/// What is to happen to a row that exists.
struct RowEdit
{
    bool removed = false;
    /// As it was read when it was first touched; asserted when the change is applied.
    RowValues original = {};
    QMap<QString, NewValue> values = {};

    bool operator==(const RowEdit &) const = default;
};

/// A row that is to be inserted; a column that has no value here is left to its default.
struct NewRow
{
    qint64 id = 0; ///< tells it from the others of its StagedEdits, for good
    QMap<QString, NewValue> values = {};

    bool operator==(const NewRow &) const = default;
};

/// What somebody means to change in one relation and has not sent yet. A value, cheap to copy: undo is the
/// value before. A cell that is set to what it was is no change, and a row without change is not kept.
class StagedEdits
{
public:
    explicit StagedEdits(ObjectId relation = {});

    const ObjectId &relation() const { return m_relation; }
    const QMap<RowIdentity, RowEdit> &rows() const { return m_rows; }
    /// In the order in which they were made.
    const QList<NewRow> &newRows() const { return m_newRows; }
    bool isEmpty() const { return m_rows.isEmpty() && m_newRows.isEmpty(); }
    /// Rows that are inserted, changed or removed.
    qsizetype changeCount() const { return m_rows.size() + m_newRows.size(); }
    /// nullptr when the row is not touched.
    const RowEdit *find(const RowIdentity &row) const;
    const NewRow *findNew(qint64 id) const;

    /// `original` is the whole row as it was read; it counts only when the row is touched for the first time.
    void set(const RowIdentity &row, const RowValues &original, const QString &column, const NewValue &value);
    void remove(const RowIdentity &row, const RowValues &original);
    /// Takes back what was changed in one column; an empty one: everything, the removal too.
    void revert(const RowIdentity &row, const QString &column = {});

    qint64 insert(const QMap<QString, NewValue> &values);
    void setNew(qint64 id, const QString &column, const NewValue &value);
    /// The column is left to its default again.
    void resetNew(qint64 id, const QString &column);
    void removeNew(qint64 id);

    /// What a merge decides: from now on the row counts as having been read with these values.
    void rebase(const RowIdentity &row, const RowValues &original);

    /// For the journal; reading refuses what it does not know.
    QByteArray serialized() const;
    static std::optional<StagedEdits> parse(const QByteArray &bytes);

    bool operator==(const StagedEdits &) const = default;

private:
    void settle(const RowIdentity &row);

    ObjectId m_relation;
    QMap<RowIdentity, RowEdit> m_rows;
    QList<NewRow> m_newRows;
    qint64 m_nextId = 1;
};

} // namespace squall::edit
