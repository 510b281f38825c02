#include "models/keymapper.h"

#include "core/pg/sessionpool.h"
#include "models/keystep.h"
#include "models/tidrange.h"

#include <QElapsedTimer>

#include <algorithm>

namespace squall::models {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds atMost(40);
/// Steps are made longer below the one and shorter above the other.
constexpr int quickMs = 5;
constexpr int slowMs = 15;
constexpr qint64 firstAmount = 500;
/// Half of this is what a jump passes over on the average.
constexpr qint64 longestRows = 2500;
constexpr qint64 firstBlocks = 32;
constexpr qint64 longestBlocks = 1024;
constexpr int busyPauseMs = 250;

} // namespace

struct KeyMapper::Timed
{
    Result<KeyStep> step;
    qint64 milliseconds = 0;
};

KeyMapper::KeyMapper(pg::SessionPool &sessions, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &KeyMapper::step);
}

KeyMapper::~KeyMapper() = default;

void KeyMapper::reset(std::shared_ptr<const RowSource> source, std::shared_ptr<const RowOrder> order)
{
    m_step.cancel();
    m_pause.stop();
    m_source = std::move(source);
    m_order = std::move(order);
    m_map = {};
    m_begun = {};
    m_amount = isPhysical(*m_order) ? firstBlocks : firstAmount;
    m_failures = 0;
    m_active = false;
}

void KeyMapper::setActive(bool active)
{
    const bool wanted = active && m_source && m_sessions.size() > 1;
    if (wanted == m_active)
        return;
    m_active = wanted;
    if (m_active) {
        step();
    } else {
        m_step.cancel();
        m_pause.stop();
    }
}

void KeyMapper::step()
{
    if (!m_active || m_map.isComplete() || gaveUp() || m_step.isRunning())
        return;
    if (m_sessions.isExhausted()) {
        rest(busyPauseMs);
        return;
    }
    if (!m_begun.isValid())
        m_begun = QDateTime::currentDateTime();
    auto work = [source = m_source, order = m_order, from = m_map.last(),
                 amount = m_amount](pg::Connection &connection) {
        QElapsedTimer timer;
        timer.start();
        auto step = stepKeys(connection, *source, *order, from, amount, atMost);
        return Timed{std::move(step), timer.elapsed()};
    };
    m_step.run(m_sessions.run(std::move(work)), [this](const Timed &timed) { take(timed); });
}

void KeyMapper::take(const Timed &timed)
{
    if (!timed.step) {
        if (timed.step.error().code != Error::Code::Timeout) {
            m_failures = mostFailures + 1; // What matters will fail too, and say so.
            return;
        }
        m_amount = std::max<qint64>(1, m_amount / 4);
        ++m_failures;
        rest(busyPauseMs * m_failures);
        return;
    }
    m_failures = 0;
    const auto &[mark, atEnd] = *timed.step;
    const bool few = mark.row - m_map.rows() <= longestStep / 2;
    const qint64 longest = isPhysical(*m_order) ? longestBlocks : longestRows;
    if (timed.milliseconds > slowMs)
        m_amount = std::max<qint64>(1, m_amount / 2);
    else if (timed.milliseconds < quickMs && few)
        m_amount = std::min(longest, m_amount * 2);
    if (atEnd)
        m_map.end(mark.row);
    else
        m_map.add(mark);
    // As long again as the step took when that was long, so that others have their turn.
    rest(timed.milliseconds > quickMs ? static_cast<int>(timed.milliseconds) : 0);
    emit grown();
}

void KeyMapper::rest(int milliseconds)
{
    m_pause.start(milliseconds);
}

} // namespace squall::models
