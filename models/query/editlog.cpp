#include "models/query/editlog.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <numeric>
#include <utility>

namespace squall::models {

namespace {

constexpr quint32 mark = 0x53514c31; ///< the first four bytes
constexpr auto version = QDataStream::Qt_6_4;

qint64 growthOf(const EditLog::Edit &edit)
{
    return edit.inserts ? edit.text.size() : -edit.text.size();
}

qint64 growthOf(const EditLog::Step &step)
{
    return std::accumulate(step.begin(), step.end(), qint64(0),
                           [](qint64 sum, const EditLog::Edit &edit) { return sum + growthOf(edit); });
}

qsizetype bytesOf(const EditLog::Step &step)
{
    return std::accumulate(step.begin(), step.end(), qsizetype(0),
                           [](qsizetype sum, const EditLog::Edit &edit) { return sum + edit.text.size(); });
}

} // namespace

void EditLog::clear()
{
    m_steps.clear();
    m_done = 0;
    m_edits = 0;
    m_bytes = 0;
    m_growth = 0;
    m_skipping = true;
}

void EditLog::add(const Edit &edit, bool begins)
{
    m_growth = 0;
    if (begins) {
        m_skipping = false;
        dropUndone();
        m_steps.emplace_back();
        ++m_done;
    } else if (m_skipping || m_done == 0) {
        clear();
        return;
    } else {
        dropUndone();
    }
    join(m_steps.back(), edit);
    while (!m_steps.empty() && (m_edits > mostEdits || m_bytes > mostBytes))
        forgetFirst();
}

/// What is typed sign by sign is one edit; so is what is taken away by one key, again and again.
void EditLog::join(Step &step, const Edit &edit)
{
    m_bytes += edit.text.size();
    if (!step.empty() && step.back().inserts == edit.inserts) {
        auto &last = step.back();
        if (edit.inserts && edit.at == last.at + last.text.size()) {
            last.text += edit.text;
            return;
        }
        if (!edit.inserts && edit.at == last.at) {
            last.text += edit.text;
            return;
        }
        if (!edit.inserts && edit.at + edit.text.size() == last.at) {
            last.text.prepend(edit.text);
            last.at = edit.at;
            return;
        }
    }
    step.push_back(edit);
    ++m_edits;
}

void EditLog::dropUndone()
{
    while (std::ssize(m_steps) > m_done) {
        m_edits -= std::ssize(m_steps.back());
        m_bytes -= bytesOf(m_steps.back());
        m_steps.pop_back();
    }
}

void EditLog::forgetFirst()
{
    m_edits -= std::ssize(m_steps.front());
    m_bytes -= bytesOf(m_steps.front());
    m_steps.pop_front();
    --m_done;
    m_skipping = m_steps.empty();
}

void EditLog::shorten(qsizetype edits)
{
    while (m_edits > edits && m_done > 0)
        forgetFirst();
    // What is undone leads on from the first of it.
    if (m_edits > edits)
        clear();
}

void EditLog::go(int direction, qint64 growth, bool last)
{
    m_growth += growth;
    if (!last)
        return;
    const auto growthNow = std::exchange(m_growth, 0);
    const int number = direction < 0 ? m_done - 1 : m_done;
    if (number < 0 || number >= std::ssize(m_steps) ||
        growthOf(m_steps[static_cast<size_t>(number)]) != direction * growthNow) {
        clear();
        return;
    }
    m_done += direction;
}

QByteArray EditLog::toBytes() const
{
    if (m_steps.empty())
        return {};
    QByteArray bytes;
    bytes.reserve(m_bytes + 16 * m_edits + 16);
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(version);
    stream << mark << static_cast<quint32>(m_steps.size()) << static_cast<quint32>(m_done);
    for (const auto &step : m_steps) {
        stream << static_cast<quint32>(step.size());
        for (const auto &edit : step)
            stream << edit.inserts << edit.at << edit.text;
    }
    return bytes;
}

std::optional<EditLog> EditLog::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(version);
    quint32 found = 0;
    quint32 steps = 0;
    quint32 done = 0;
    stream >> found >> steps >> done;
    if (stream.status() != QDataStream::Ok || found != mark || steps > mostEdits || done > steps)
        return std::nullopt;
    EditLog log;
    for (quint32 step = 0; step < steps; ++step) {
        quint32 edits = 0;
        stream >> edits;
        if (stream.status() != QDataStream::Ok || edits > mostEdits)
            return std::nullopt;
        for (quint32 number = 0; number < edits; ++number) {
            Edit edit;
            stream >> edit.inserts >> edit.at >> edit.text;
            if (stream.status() != QDataStream::Ok || edit.at < 0 || edit.text.isEmpty())
                return std::nullopt;
            log.add(edit, number == 0);
        }
    }
    // One that did not fit, or was parted otherwise, was not written here.
    if (!stream.atEnd() || std::size(log.m_steps) != steps)
        return std::nullopt;
    log.m_done = static_cast<int>(done);
    return log;
}

} // namespace squall::models
