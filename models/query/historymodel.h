#pragma once

#include "core/workspace/history.h"
#include "models/latest.h"

#include <QAbstractListModel>

#include <deque>

namespace squall::models {

class ConnectionsModel;
class QueryHistory;

/// What was run, newest first, narrowed and searched; older entries are read as the view gets there.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole, ///< QDateTime
        DurationRole,            ///< qint64, milliseconds
        RowsRole,                ///< qint64; -1 for none
        ErrorRole,               ///< QString
        PlaceRole,               ///< QString: where it was run; empty where all of them were run there
    };
    enum class Scope { Database, Everything };

    HistoryModel(QueryHistory &history, const ConnectionsModel &connections, QObject *parent = nullptr);

    /// What `Scope::Database` means.
    void setPlace(const QString &connection, const QString &database);
    void setScope(Scope scope);
    Scope scope() const { return m_scope; }
    void setSearch(const QString &text);
    const QString &search() const { return m_search; }
    void setErrorsOnly(bool only);
    bool errorsOnly() const { return m_errorsOnly; }

    /// The first page is on its way.
    bool isReading() const { return m_page.isRunning() && m_entries.empty(); }
    const workspace::HistoryEntry &entry(int row) const { return m_entries[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the first line that says something.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// What was asked for is here, or more of it.
    void changed();
    void failed(const squall::Error &error);

private:
    using Reply = Result<std::vector<workspace::HistoryEntry>>;

    workspace::HistoryQuery query() const;
    void start();
    void append(const Reply &reply);
    void readNewer();
    void prepend(const Reply &reply);
    void drop(qint64 id);
    QString place(const workspace::HistoryEntry &entry) const;
    QString spoken(const workspace::HistoryEntry &entry) const;

    QueryHistory &m_history;
    const ConnectionsModel &m_connections;
    QString m_connection;
    QString m_database;
    QString m_search;
    Scope m_scope = Scope::Database;
    bool m_errorsOnly = false;
    std::deque<workspace::HistoryEntry> m_entries;
    bool m_isComplete = false;
    bool m_fresh = true; ///< what is shown is to be replaced by the next page
    Latest<Reply> m_page;
    Latest<Reply> m_newer;
};

/// The first line of a statement that is neither empty nor a comment, else its first line; blanks as one.
QString firstLine(const QString &statement);

} // namespace squall::models
