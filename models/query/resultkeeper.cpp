#include "models/query/resultkeeper.h"

#include "models/pooled.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace squall::models {

ResultKeeper::ResultKeeper(std::optional<workspace::Results> store, const workspace::Buffer &buffer,
                           Allowed allowed, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_buffer(buffer.id)
    , m_connection(buffer.connection)
    , m_allowed(std::move(allowed))
{
}

ResultKeeper::~ResultKeeper()
{
    flush();
}

void ResultKeeper::flush()
{
    if (!m_store)
        return;
    if (std::exchange(m_clearing, false))
        m_store->clear(m_connection);
    for (auto &waiting : std::exchange(m_waiting, {}))
        add(std::move(waiting));
    if (m_order && m_order != m_orderThere)
        m_store->arrange(m_buffer, *m_order);
    m_orderThere = m_order;
}

bool ResultKeeper::isSettled() const
{
    return !m_reading.isRunning() && !m_decoding.isRunning() && !m_writing.isRunning();
}

void ResultKeeper::restore()
{
    if (!m_store)
        return;
    if (!m_allowed()) {
        forget();
        return;
    }
    m_reading.run(m_store->read(m_buffer), [this](const Result<std::vector<workspace::KeptResult>> &kept) {
        if (kept)
            decode(*kept);
        else
            emit failed(kept.error());
    });
}

void ResultKeeper::decode(const std::vector<workspace::KeptResult> &kept)
{
    QStringList there;
    for (const auto &each : kept)
        there << each.id;
    m_orderThere = there;
    m_order = there;
    if (kept.empty())
        return;
    m_decoding.run(pooled([kept] {
                       std::vector<Restored> read;
                       for (const auto &each : kept) {
                           if (auto record = ResultRecord::fromBytes(each.content))
                               read.push_back({each.id, std::move(*record)});
                       }
                       return read;
                   }),
                   [this](const std::vector<Restored> &read) {
                       QStringList order;
                       for (const auto &each : read)
                           order << each.id;
                       m_order = order;
                       emit restored(read);
                       write();
                   });
}

ResultKeeper::Known ResultKeeper::knownOf(const ResultModel &result, const QString &id, bool pinned) const
{
    Known known{.id = id,
                .time = result.origin().time,
                .rows = result.rowsRead(),
                .state = result.state(),
                .pinned = pinned};
    for (int column = 0; column < result.columnCount(); ++column)
        known.types << result.typeOf(column);
    return known;
}

void ResultKeeper::remember(const ResultModel &result, const Known &known)
{
    if (!m_known.contains(&result)) {
        connect(&result, &QObject::destroyed, this, [this, gone = &result] { m_known.remove(gone); });
        connect(&result, &ResultModel::headerDataChanged, this, &ResultKeeper::outdated);
    }
    m_known.insert(&result, known);
}

void ResultKeeper::adopt(const ResultModel &result, const QString &id, bool pinned)
{
    remember(result, knownOf(result, id, pinned));
}

void ResultKeeper::keep(const std::vector<Shown> &results)
{
    if (!m_store)
        return;
    // Whoever has run something since does not wait for what was before.
    m_reading.cancel();
    m_decoding.cancel();
    if (!m_allowed()) {
        forget();
        return;
    }
    QStringList order;
    const auto skipped = results.size() - std::min(results.size(), mostResults);
    for (auto each = results.begin() + static_cast<std::ptrdiff_t>(skipped); each != results.end(); ++each) {
        const auto &result = *each->result;
        if (result.state() == ResultModel::State::Reading)
            continue;
        const auto known = m_known.value(&result);
        const auto id = known.id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : known.id;
        order << id;
        const auto now = knownOf(result, id, each->pinned);
        if (now == known)
            continue;
        remember(result, now);
        std::erase_if(m_waiting, [&](const Write &waiting) { return waiting.id == id; });
        m_waiting.push_back({id, ResultRecord::of(result, each->pinned)});
    }
    std::erase_if(m_waiting, [&order](const Write &waiting) { return !order.contains(waiting.id); });
    m_order = order;
    write();
}

void ResultKeeper::forget()
{
    m_waiting.clear();
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known)
        known.key()->disconnect(this);
    m_known.clear();
    m_order = QStringList();
    // Once is enough.
    m_clearing = m_orderThere != m_order;
    write();
}

QFuture<Result<Done>> ResultKeeper::add(Write write)
{
    if (m_orderThere && !m_orderThere->contains(write.id))
        m_orderThere->append(write.id);
    return m_store->add(m_buffer, write.id, [record = std::move(write.record)] { return record.toBytes(); });
}

void ResultKeeper::write()
{
    if (m_writing.isRunning())
        return;
    if (std::exchange(m_clearing, false)) {
        m_orderThere = QStringList();
        follow(m_store->clear(m_connection));
    } else if (!m_waiting.empty()) {
        auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        follow(add(std::move(next)));
    } else if (m_order && m_orderThere != m_order) {
        m_orderThere = m_order;
        follow(m_store->arrange(m_buffer, *m_order));
    } else {
        emit settled();
    }
}

void ResultKeeper::follow(const QFuture<Result<Done>> &writing)
{
    m_writing.run(writing, [this](const Result<Done> &done) {
        if (!done)
            emit failed(done.error());
        write();
    });
}

} // namespace squall::models
