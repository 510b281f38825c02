#include "core/transfer/columns.h"

#include "core/base/typemodifier.h"
#include "core/catalog/written.h"

namespace squall::transfer {

using namespace Qt::StringLiterals;

namespace {

constexpr int domainDepth = 32;

QString resolve(const catalog::Snapshot &snapshot, const QString &type, int depth)
{
    if (type.endsWith(u"[]"))
        return resolve(snapshot, type.chopped(2), depth) + u"[]"_s;
    const auto *domain = catalog::findWritten(snapshot.domains, type);
    if (!domain || depth == domainDepth)
        return splitModifier(type).name;
    return resolve(snapshot, domain->baseType, depth + 1);
}

} // namespace

QString bareType(const catalog::Snapshot &snapshot, const QString &type)
{
    return resolve(snapshot, type, 0);
}

std::vector<Column> columnsOf(const catalog::Snapshot &snapshot, const ObjectId &relation,
                              const QStringList &wanted, const QStringList &key)
{
    const auto *table = catalog::findTable(snapshot, {relation.schema, relation.name});
    const auto *view = catalog::findView(snapshot, {relation.schema, relation.name});
    if (!table && !view)
        return {};
    const auto &known = table ? table->columns : view->columns;
    std::vector<Column> columns;
    const auto add = [&](const QString &name, bool isWanted) {
        const auto *column = catalog::findColumn(known, name);
        if (!column)
            return;
        columns.push_back({.name = name,
                           .type = bareType(snapshot, column->type),
                           .key = key.contains(name),
                           .wanted = isWanted,
                           .generated = column->generated != catalog::Column::Generated::No,
                           .identityAlways = column->identity && column->identity->always});
    };
    for (const auto &name : wanted)
        add(name, true);
    for (const auto &name : key) {
        if (!wanted.contains(name))
            add(name, false);
    }
    return columns;
}

} // namespace squall::transfer
