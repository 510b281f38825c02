#include "models/statisticsreader.h"

#include "core/pg/sessionpool.h"

#include <utility>

namespace squall::models {

namespace {

/// Who goes through columns by key is not followed to each of them.
constexpr int settlingMs = 150;

} // namespace

StatisticsReader::StatisticsReader(QObject *parent)
    : QObject(parent)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    m_settling.callOnTimeout(this, &StatisticsReader::read);
}

void StatisticsReader::look(pg::SessionPool *sessions, const RowSource &source, const QString &column)
{
    if (sessions == m_sessions && source.id == m_source.id && column == m_column) {
        if (std::exchange(m_source, source).condition != source.condition)
            emit changed();
        return;
    }
    m_request.cancel();
    m_sessions = sessions;
    m_source = source;
    m_column = column;
    m_statistics = {};
    refresh();
}

void StatisticsReader::clear()
{
    m_request.cancel();
    m_settling.stop();
    m_sessions = nullptr;
    m_source = {};
    m_column.clear();
    setState(State::Empty);
}

void StatisticsReader::refresh()
{
    if (!m_sessions || m_column.isEmpty()) {
        clear();
        return;
    }
    m_settling.start();
    setState(State::Reading);
}

void StatisticsReader::read()
{
    m_request.run(m_sessions->run([source = m_source, column = m_column](pg::Connection &connection) {
        return estimatedStatistics(connection, source, column);
    }),
                  [this](const Result<ColumnStatistics> &reply) { receive(reply); });
}

void StatisticsReader::countExactly(bool filtered)
{
    if (!m_sessions || m_column.isEmpty())
        return;
    m_settling.stop();
    auto counted = m_source;
    if (!filtered)
        counted.condition.reset();
    m_request.run(m_sessions->run([source = counted, column = m_column](pg::Connection &connection) {
        return exactStatistics(connection, source, column);
    }),
                  [this](const Result<ColumnStatistics> &reply) { receive(reply); });
    setState(State::Counting);
}

bool StatisticsReader::stop()
{
    if (m_state != State::Counting)
        return false;
    m_request.cancel();
    setState(State::Ready);
    return true;
}

void StatisticsReader::receive(const Result<ColumnStatistics> &reply)
{
    if (reply)
        m_statistics = *reply;
    else
        m_error = reply.error();
    setState(reply ? State::Ready : State::Failed);
}

void StatisticsReader::setState(State state)
{
    m_state = state;
    emit changed();
}

} // namespace squall::models
