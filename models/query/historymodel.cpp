#include "models/query/historymodel.h"

#include "core/sql/tokenize.h"
#include "models/connectionsmodel.h"
#include "models/quantity.h"
#include "models/query/queryhistory.h"

#include <QLocale>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 200;
/// Nobody sees more of a line.
constexpr qsizetype longestLine = 400;

} // namespace

QString firstLine(const QString &statement)
{
    sql::Tokenizer tokens(statement);
    qsizetype from = 0;
    while (!tokens.atEnd()) {
        const auto token = tokens.next();
        if (token.isSignificant()) {
            from = token.start;
            break;
        }
    }
    const auto rest = QStringView(statement).mid(from).trimmed();
    const auto end = rest.indexOf(u'\n');
    return rest.left(end < 0 ? longestLine : std::min(end, longestLine)).toString().simplified();
}

HistoryModel::HistoryModel(QueryHistory &history, const ConnectionsModel &connections, QObject *parent)
    : QAbstractListModel(parent)
    , m_history(history)
    , m_connections(connections)
{
    connect(&history, &QueryHistory::recorded, this, &HistoryModel::readNewer);
    connect(&history, &QueryHistory::removed, this, &HistoryModel::drop);
    connect(&history, &QueryHistory::reset, this, &HistoryModel::start);
    start();
}

void HistoryModel::setPlace(const QString &connection, const QString &database)
{
    if (connection == m_connection && database == m_database)
        return;
    m_connection = connection;
    m_database = database;
    start();
}

void HistoryModel::setScope(Scope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    start();
}

void HistoryModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    start();
}

void HistoryModel::setErrorsOnly(bool only)
{
    if (only == m_errorsOnly)
        return;
    m_errorsOnly = only;
    start();
}

workspace::HistoryQuery HistoryModel::query() const
{
    workspace::HistoryQuery query{.containing = m_search, .errorsOnly = m_errorsOnly, .limit = pageSize};
    if (m_scope == Scope::Database) {
        query.connection = m_connection;
        query.database = m_database;
    }
    return query;
}

/// What is shown stays until the answer is there.
void HistoryModel::start()
{
    m_newer.cancel();
    m_fresh = true;
    m_page.run(m_history.find(query()), [this](const Reply &reply) { append(reply); });
}

void HistoryModel::append(const Reply &reply)
{
    if (!reply) {
        emit failed(reply.error());
        return;
    }
    m_isComplete = reply->size() < static_cast<size_t>(pageSize);
    if (m_fresh) {
        m_fresh = false;
        beginResetModel();
        m_entries.assign(reply->begin(), reply->end());
        endResetModel();
    } else if (!reply->empty()) {
        const auto first = static_cast<int>(m_entries.size());
        beginInsertRows({}, first, first + static_cast<int>(reply->size()) - 1);
        m_entries.insert(m_entries.end(), reply->begin(), reply->end());
        endInsertRows();
    }
    emit changed();
}

void HistoryModel::readNewer()
{
    if (m_fresh || m_entries.empty()) {
        start();
        return;
    }
    auto newer = query();
    newer.after = m_entries.front().id;
    m_newer.run(m_history.find(newer), [this](const Reply &reply) { prepend(reply); });
}

void HistoryModel::prepend(const Reply &reply)
{
    if (!reply || reply->empty())
        return;
    // There may be more between them and those that are known.
    if (reply->size() == static_cast<size_t>(pageSize)) {
        start();
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(reply->size()) - 1);
    m_entries.insert(m_entries.begin(), reply->begin(), reply->end());
    endInsertRows();
    emit changed();
}

void HistoryModel::drop(qint64 id)
{
    for (size_t row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].id != id)
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
        emit changed();
        return;
    }
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_page.isRunning() && !m_entries.empty();
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    auto older = query();
    older.before = m_entries.back().id;
    m_page.run(m_history.find(older), [this](const Reply &reply) { append(reply); });
}

QString HistoryModel::place(const workspace::HistoryEntry &entry) const
{
    if (m_scope == Scope::Database)
        return {};
    const auto known = m_connections.indexOf(entry.connection);
    const auto name = known.isValid() ? known.data().toString() : QString();
    if (name.isEmpty() || entry.database.isEmpty() || name.contains(entry.database))
        return name.isEmpty() ? entry.database : name;
    return name + u" / "_s + entry.database;
}

QString HistoryModel::spoken(const workspace::HistoryEntry &entry) const
{
    QStringList words{firstLine(entry.sql), QLocale().toString(entry.at, QLocale::ShortFormat),
                      duration(entry.milliseconds)};
    if (!entry.error.isEmpty())
        words << tr("failed: %1").arg(entry.error);
    else if (entry.rows >= 0)
        words << countedRows(entry.rows);
    return words.join(u", "_s);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return firstLine(entry.sql);
    case Qt::AccessibleTextRole: return spoken(entry);
    case TimeRole: return entry.at;
    case DurationRole: return entry.milliseconds;
    case RowsRole: return entry.rows;
    case ErrorRole: return entry.error;
    case PlaceRole: return place(entry);
    default: return {};
    }
}

} // namespace squall::models
