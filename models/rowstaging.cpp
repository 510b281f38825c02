#include "models/rowstaging.h"

#include "core/pg/sessionpool.h"
#include "models/wholerow.h"

#include <utility>

namespace squall::models {

namespace {

constexpr int recentMs = 10'000;

/// Who edits has seen the old values: a change in between has to come out as a conflict.
edit::RowValues asSeen(edit::RowValues values, const TouchedRow &row)
{
    values.insert(row.seen);
    return values;
}

} // namespace

RowStaging::RowStaging(pg::SessionPool &sessions, StagedChanges &changes, RowSource source, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_changes(&changes)
    , m_source(std::move(source))
{
}

void RowStaging::perform(Gesture gesture)
{
    m_gestures.push_back(std::move(gesture));
    if (m_gestures.size() == 1)
        begin();
}

void RowStaging::finishAlone()
{
    disconnect();
    if (isIdle() || !m_changes) {
        deleteLater();
        return;
    }
    setParent(m_changes);
    perform({.carryOut = [this](const OriginalRows &) { deleteLater(); }});
}

/// Starts with the first gesture; those that need nothing read are done at once.
void RowStaging::begin()
{
    while (!m_gestures.empty()) {
        m_originals.clear();
        if (m_recentSince.isValid() && m_recentSince.hasExpired(recentMs))
            m_recent.clear();
        std::vector<TouchedRow> missing;
        for (const auto &row : m_gestures.front().rows) {
            if (row.newRow != 0)
                continue;
            if (const auto *known = m_changes->edits(m_source.id).find(row.identity))
                m_originals.insert(row.identity, known->original);
            else if (row.seen.size() ==
                     static_cast<qsizetype>(m_source.columns.size() + m_source.hidden.size()))
                m_originals.insert(row.identity, row.seen);
            else if (m_recent.contains(row.identity))
                m_originals.insert(row.identity, asSeen(m_recent.value(row.identity), row));
            else
                missing.push_back(row);
        }
        if (missing.empty()) {
            finish();
            continue;
        }
        auto work = [source = m_source, missing](pg::Connection &connection) -> Rows {
            std::vector<edit::RowValues> rows;
            for (const auto &row : missing) {
                auto values = readWholeRow(connection, source, row.identity);
                if (!values)
                    return values.error();
                rows.push_back(*std::move(values));
            }
            return rows;
        };
        m_reading.run(m_sessions.run(std::move(work)),
                      [this, missing](const Rows &rows) { receive(missing, rows); });
        return;
    }
}

void RowStaging::receive(const std::vector<TouchedRow> &asked, const Rows &rows)
{
    if (rows) {
        for (size_t i = 0; i < asked.size(); ++i)
            m_originals.insert(asked[i].identity, asSeen((*rows)[i], asked[i]));
        if (asked.size() == 1)
            m_recent = {{asked.front().identity, rows->front()}};
        m_recentSince.start();
        finish();
    } else {
        m_gestures.pop_front();
        emit failed(asked.front().number, rows.error().message);
    }
    begin();
}

void RowStaging::finish()
{
    // Taken out first: what it stages may lead to the next one.
    const auto gesture = std::move(m_gestures.front());
    const auto originals = std::exchange(m_originals, {});
    gesture.carryOut(originals);
    m_gestures.pop_front();
}

} // namespace squall::models
