#pragma once

#include "core/edit/stagededits.h"
#include "core/pg/rowbatch.h"

#include <QMap>

namespace squall::test {

/// What the tables of tst_rightrow have to hold, kept without a server: rows under their place on disk.
class RowModel
{
public:
    using Rows = QMap<QByteArray, edit::RowValues>;

    /// Of a reply whose first column is the ctid.
    static Rows rowsOf(const pg::RowBatch &reply);

    void load(const QString &table, const Rows &rows) { m_tables[table] = rows; }
    const Rows &rows(const QString &table) const { return *m_tables.constFind(table); }
    /// Where a row was when the tables were last read.
    static QByteArray place(const QByteArray &row) { return row; }

    /// Somebody else's doing.
    void change(const QString &table, const QByteArray &row, const edit::RowValues &values);
    void remove(const QString &table, const QByteArray &row);

    /// What a batch has to do; or why it has to be refused.
    QString apply(const QString &table, const QStringList &key, const edit::StagedEdits &edits);

    /// The first difference in what the rows hold, wherever they are.
    QString differs(const QString &table, const Rows &rows) const;

private:
    QString applyTo(const QString &table, const QStringList &key, const edit::RowIdentity &identity,
                    const edit::RowEdit &edit);
    /// What triggers and generated columns make of a row that is written.
    static void settle(const QString &table, edit::RowValues &row);

    QMap<QString, Rows> m_tables;
    int m_written = 0;
};

} // namespace squall::test
