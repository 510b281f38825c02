#include "models/query/sqluses.h"

#include "models/pooled.h"

namespace squall::models {

namespace {

/// Longer ones are data.
constexpr qsizetype longestCounted = 20'000;

} // namespace

void SqlUses::load(const QFuture<History> &newestFirst)
{
    clear();
    m_reading.run(newestFirst, [this](const History &history) {
        if (!history)
            return;
        auto count = [entries = *history] {
            auto uses = std::make_shared<sql::Uses>();
            for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
                if (entry->error.isEmpty() && entry->sql.size() <= longestCounted)
                    uses->add(entry->sql);
            }
            return std::shared_ptr<const sql::Uses>(std::move(uses));
        };
        m_counting.run(pooled(std::move(count)), [this](const std::shared_ptr<const sql::Uses> &uses) {
            m_uses = uses;
            emit changed();
        });
    });
}

void SqlUses::clear()
{
    m_reading.cancel();
    m_counting.cancel();
    m_uses = std::make_shared<sql::Uses>();
    emit changed();
}

void SqlUses::add(const QString &statement)
{
    if (statement.size() > longestCounted)
        return;
    // Others may be reading the one that is there.
    auto uses = std::make_shared<sql::Uses>(*m_uses);
    uses->add(statement);
    m_uses = std::move(uses);
    emit changed();
}

} // namespace squall::models
