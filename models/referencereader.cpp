#include "models/referencereader.h"

#include "core/pg/sessionpool.h"
#include "models/stagedchanges.h"

#include <algorithm>

namespace squall::models {

ReferenceReader::ReferenceReader(QObject *parent)
    : QObject(parent)
{
}

void ReferenceReader::look(pg::SessionPool &sessions, const catalog::SnapshotPtr &snapshot,
                           const Relation &relation, const RelationKey &key)
{
    const bool same = relation == m_relation && key == m_key;
    if (same && m_state == State::Reading)
        return;
    m_reading.cancel();
    m_relation = relation;
    m_key = key;
    if (const auto *row = kept()) {
        m_row = *row;
        setState(State::Ready);
        return;
    }
    setState(State::Reading);
    m_reading.run(sessions.run([snapshot, relation, key](pg::Connection &connection) {
        return readReferenced(connection, *snapshot, relation, key);
    }),
                  [this, snapshot](const Result<ReferencedRow> &reply) { receive(reply, snapshot); });
}

void ReferenceReader::receive(const Result<ReferencedRow> &reply, const catalog::SnapshotPtr &snapshot)
{
    if (reply) {
        m_row = *reply;
        keep();
        setState(State::Ready);
        return;
    }
    m_error = reply.error();
    const auto staged = m_changes && m_error.code == Error::Code::NotFound
                            ? stagedReferenced(m_changes->edits(m_relation.to), *snapshot, m_relation, m_key)
                            : std::nullopt;
    if (staged)
        m_row = *staged;
    setState(staged ? State::Ready : State::Failed);
}

void ReferenceReader::leave()
{
    m_reading.cancel();
    if (m_state != State::Empty)
        setState(State::Empty);
}

const ReferencedRow *ReferenceReader::kept() const
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [this](const Kept &each) {
        return each.relation == m_relation && each.key == m_key && !each.until.hasExpired();
    });
    return found == m_kept.end() ? nullptr : &found->row;
}

void ReferenceReader::keep()
{
    m_kept.erase(std::remove_if(m_kept.begin(), m_kept.end(),
                                [](const Kept &each) { return each.until.hasExpired(); }),
                 m_kept.end());
    if (m_kept.size() == mostKept)
        m_kept.erase(m_kept.begin());
    m_kept.push_back({m_relation, m_key, m_row, QDeadlineTimer(keptFor)});
}

void ReferenceReader::setState(State state)
{
    m_state = state;
    emit changed();
}

} // namespace squall::models
