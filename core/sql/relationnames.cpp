#include "core/sql/relationnames.h"

#include "core/sql/parse.h"

#include <QJsonArray>
#include <QJsonObject>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

void collect(const QJsonValue &value, std::vector<RelationName> &names)
{
    if (value.isArray()) {
        for (const auto each : value.toArray())
            collect(each, names);
        return;
    }
    const auto object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == u"RangeVar") {
            const auto relation = member.value().toObject();
            names.push_back(
                {relation.value(u"schemaname"_s).toString(), relation.value(u"relname"_s).toString()});
        }
        collect(member.value(), names);
    }
}

} // namespace

std::vector<RelationName> relationNames(QStringView statement)
{
    std::vector<RelationName> names;
    if (const auto tree = parseTree(statement))
        collect(*tree, names);
    return names;
}

} // namespace squall::sql
