#include "models/leftrows.h"

#include "models/opendatabase.h"
#include "models/reviewmodel.h"

#include <algorithm>
#include <utility>

namespace squall::models {

namespace {

/// So many that were refused are remembered.
constexpr size_t mostRefused = 100;

} // namespace

LeftRows::LeftRows(OpenDatabase &database, ObjectId relation, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_relation(std::move(relation))
{
}

/// Not before anybody leaves a row: the review has its own work with everything that is staged.
void LeftRows::follow()
{
    if (std::exchange(m_following, true))
        return;
    auto &review = m_database.review();
    connect(&review, &ReviewModel::stateChanged, this, &LeftRows::next);
    connect(&review, &ReviewModel::rowEnded, this, [this](const ObjectId &ended, const QString &why) {
        if (ended == m_relation && m_sent)
            forget(why);
    });
}

LeftRows::Row LeftRows::staged(const edit::RowIdentity &row, qint64 newRow) const
{
    const auto &edits = m_database.changes().edits(m_relation);
    Row found{.identity = row, .newRow = newRow};
    const auto *edit = newRow == 0 ? edits.find(row) : nullptr;
    const auto *added = newRow != 0 ? edits.findNew(newRow) : nullptr;
    found.edit = edit ? std::optional(*edit) : std::nullopt;
    found.added = added ? std::optional(*added) : std::nullopt;
    return found;
}

void LeftRows::leave(const edit::RowIdentity &row, qint64 newRow)
{
    if (!m_database.form().appliesOnLeave())
        return;
    follow();
    m_rows.push_back({.identity = row, .newRow = newRow});
    next();
}

bool LeftRows::isApplying(const edit::RowIdentity &row, qint64 newRow) const
{
    return m_sent && m_rows.front().identity == row && m_rows.front().newRow == newRow;
}

void LeftRows::next()
{
    while (!m_sent && !m_rows.empty()) {
        const auto row = staged(m_rows.front().identity, m_rows.front().newRow);
        const bool known = std::any_of(m_refused.begin(), m_refused.end(), [&](const Row &refused) {
            return refused.identity == row.identity && refused.newRow == row.newRow &&
                   refused.edit == row.edit && refused.added == row.added;
        });
        if (known || (!row.edit && !row.added)) {
            m_rows.pop_front();
            continue;
        }
        if (!m_database.review().canApplyRow())
            return;
        m_sent = true;
        m_rows.front() = row;
        m_database.review().applyRow(m_relation, row.identity, row.newRow);
    }
}

/// Whatever became of the first one.
void LeftRows::forget(const QString &why)
{
    m_sent = false;
    const auto row = std::exchange(m_rows.front(), {});
    m_rows.pop_front();
    if (const auto now = staged(row.identity, row.newRow); now.edit || now.added)
        m_refused.push_back(row);
    if (m_refused.size() > mostRefused)
        m_refused.pop_front();
    if (!why.isEmpty())
        emit refused(why);
    next();
}

} // namespace squall::models
