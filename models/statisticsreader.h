#pragma once

#include "models/columnstatistics.h"
#include "models/latest.h"

#include <QObject>
#include <QTimer>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// The statistics of the column that is looked at: estimates by themselves, a moment after the last look
/// elsewhere, exact ones on request.
class StatisticsReader : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Reading, Ready, Counting, Failed };

    explicit StatisticsReader(QObject *parent = nullptr);

    /// `sessions` outlives the look; nullptr looks nowhere.
    void look(pg::SessionPool *sessions, const RowSource &source, const QString &column);
    void clear();
    /// Reads what there is again: rows were written, or ANALYZE was run.
    void refresh();
    /// All rows, or those that the filter leaves.
    void countExactly(bool filtered = false);
    bool isFiltered() const { return m_source.condition.has_value(); }
    /// Gives up counting; the estimates stay. False when nothing was counted.
    bool stop();

    State state() const { return m_state; }
    const QString &column() const { return m_column; }
    const RowColumn *about() const { return m_source.find(m_column); }
    /// What is known; the last known while counting and after it failed.
    const ColumnStatistics &statistics() const { return m_statistics; }
    const Error &error() const { return m_error; }

signals:
    void changed();

private:
    void read();
    void receive(const Result<ColumnStatistics> &reply);
    void setState(State state);

    pg::SessionPool *m_sessions = nullptr;
    RowSource m_source;
    QString m_column;
    ColumnStatistics m_statistics;
    Error m_error;
    State m_state = State::Empty;
    QTimer m_settling;
    Latest<Result<ColumnStatistics>> m_request;
};

} // namespace squall::models
