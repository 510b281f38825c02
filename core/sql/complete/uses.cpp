#include "core/sql/complete/uses.h"

#include "core/sql/scope/outline.h"
#include "core/sql/tokenize.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace squall::sql {

namespace {

/// A name counts half after as many statements.
constexpr double halfLife = 200;
constexpr double heaviest = 1e12;
constexpr double mostRank = 30;

} // namespace

void Uses::add(QStringView statement)
{
    QSet<QString> names;
    for (const auto &token : tokenize(statement)) {
        const auto name = foldedName(token, statement);
        if (!name.isEmpty())
            names.insert(name);
    }
    for (const auto &name : names)
        m_counts[name] += m_weight;
    m_weight *= std::exp2(1 / halfLife);
    if (m_weight > heaviest) {
        for (auto &count : m_counts)
            count /= m_weight;
        m_weight = 1;
    }
}

int Uses::rank(const QString &name) const
{
    const auto count = m_counts.value(name) / m_weight;
    return static_cast<int>(std::min(mostRank, 6 * std::log2(1 + count)));
}

} // namespace squall::sql
