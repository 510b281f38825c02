#include "core/sql/truncation.h"

#include "core/base/quote.h"
#include "core/sql/firstword.h"
#include "core/sql/parse.h"

#include <QJsonArray>
#include <QJsonObject>

namespace squall::sql {

using namespace Qt::StringLiterals;

std::optional<Truncation> truncation(QStringView statement)
{
    // Whatever else it is may be long.
    if (firstWord(statement).compare(u"truncate", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const auto tree = parseTree(statement);
    if (!tree)
        return std::nullopt;
    const auto parts = tree->value(u"stmts"_s).toArray();
    const auto node = parts.at(0).toObject().value(u"stmt"_s).toObject().value(u"TruncateStmt"_s).toObject();
    if (parts.size() != 1 || node.isEmpty())
        return std::nullopt;
    Truncation found{.cascade = node.value(u"behavior"_s).toString() == u"DROP_CASCADE"};
    for (const auto relation : node.value(u"relations"_s).toArray()) {
        const auto table = relation.toObject().value(u"RangeVar"_s).toObject();
        found.tables << quote(table.value(u"schemaname"_s).toString(), table.value(u"relname"_s).toString());
    }
    return found;
}

} // namespace squall::sql
