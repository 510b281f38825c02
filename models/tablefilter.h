#pragma once

#include "models/filtersql.h"
#include "models/latest.h"
#include "models/offeredvalues.h"

#include <QObject>

#include <map>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

class RowWindowModel;

/// What one open relation is filtered by. The server is asked whether it understands a new filter before its
/// rows are read: one that it refuses leaves the rows as they are, and says which part is at fault.
class TableFilter : public QObject
{
    Q_OBJECT

public:
    TableFilter(pg::SessionPool &sessions, RowWindowModel &rows, QObject *parent = nullptr);
    ~TableFilter() override;

    /// The schema as it is now: a filter in use is made anew from it.
    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    const catalog::SnapshotPtr &snapshot() const { return m_snapshot; }
    /// With all columns, shown or not.
    const RowSource &source() const { return m_source; }

    /// As it was last asked for, whether or not the server understood it.
    const RowFilter &filter() const { return m_filter; }
    void apply(const RowFilter &filter);
    /// Like `apply`, for the beginning: no row is read that the filter leaves out, not even while the server
    /// thinks about it.
    void start(const RowFilter &filter);
    /// Adds `column op value` to what is asked for; without a value NULL is meant.
    void filterBy(const QString &column, FilterOperator op, const std::optional<QString> &value);

    /// Adds that a column has this value, in the words of its type.
    void filterByValue(const QString &column, const QString &value);

    const std::optional<FilterFault> &fault() const { return m_fault; }
    /// The server is thinking about the filter, or looking for the first rows that meet it.
    bool isBusy() const;
    /// Gives up what it is busy with: the rows stay as they are, or none come. False when it was not.
    bool stop();

    /// Values for a column, at once as far as the schema knows them, else with `offered`. For a foreign key
    /// what is typed is looked for on the server; other offers know all there is without.
    void requestValues(const QString &column, const QString &typed = {});

signals:
    void changed();
    /// The rows are read by it now; other ones than before, unless it came to the same condition.
    void applied(bool otherRows);
    void faultChanged();
    void busyChanged();
    void offered(const QString &column, const std::vector<squall::models::OfferedValue> &values);

private:
    void use(const Query &condition);
    void watchRows();
    void setFault(const std::optional<FilterFault> &fault);

    pg::SessionPool &m_sessions;
    RowWindowModel &m_rows;
    catalog::SnapshotPtr m_snapshot;
    RowSource m_source;
    RowFilter m_filter;
    std::optional<FilterFault> m_fault;
    bool m_faultOfRows = false; ///< the server took the filter, and failed on a row
    Latest<std::optional<FilterFault>> m_checking;
    Latest<FilterFault> m_blaming;
    std::map<QString, Latest<Result<std::vector<OfferedValue>>>> m_offering; ///< by column
};

} // namespace squall::models
