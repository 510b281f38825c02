#pragma once

#include "core/base/objectid.h"
#include "core/edit/stagededits.h"

#include <QObject>

#include <deque>
#include <optional>

namespace squall::models {

class OpenDatabase;

/// Rows of one relation that somebody has left, on a connection where that applies what is staged for them:
/// one after the other, each in a transaction of its own. What the server does not take stays staged, and is
/// not sent again as it is.
class LeftRows : public QObject
{
    Q_OBJECT

public:
    LeftRows(OpenDatabase &database, ObjectId relation, QObject *parent);

    /// `newRow` is a NewRow::id, or 0 for a row that exists.
    void leave(const edit::RowIdentity &row, qint64 newRow);
    /// It is on its way to the server.
    bool isApplying(const edit::RowIdentity &row, qint64 newRow) const;
    /// What is on its way from here is no more than a row.
    bool isApplying() const { return m_sent; }

signals:
    void refused(const QString &why);

private:
    struct Row
    {
        edit::RowIdentity identity = {};
        qint64 newRow = 0;
        /// As it was refused.
        std::optional<edit::RowEdit> edit = {};
        std::optional<edit::NewRow> added = {};
    };

    void follow();
    Row staged(const edit::RowIdentity &row, qint64 newRow) const;
    void next();
    void forget(const QString &why);

    OpenDatabase &m_database;
    const ObjectId m_relation;
    std::deque<Row> m_rows;
    std::deque<Row> m_refused;
    bool m_following = false;
    bool m_sent = false; ///< the first of them
};

} // namespace squall::models
