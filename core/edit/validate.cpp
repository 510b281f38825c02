#include "core/edit/validate.h"

#include "core/edit/rowkey.h"
#include "core/edit/simplecheck.h"
#include "core/edit/typename.h"
#include "core/edit/viewsource.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::edit {

using namespace Qt::StringLiterals;
using catalog::Column;
using catalog::Constraint;
using Kind = NewValue::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::Fault)
};

constexpr int domainDepth = 32;

/// The domains of a type, outermost first.
std::vector<const catalog::Domain *> domainsOf(const catalog::Snapshot &snapshot, QString type)
{
    std::vector<const catalog::Domain *> domains;
    for (int depth = 0; depth < domainDepth; ++depth) {
        const auto *domain = findDomain(snapshot, type);
        if (!domain)
            break;
        domains.push_back(domain);
        type = domain->baseType;
    }
    return domains;
}

/// What a trigger writes into a row before it is checked, nobody knows here.
bool mayBeMended(const catalog::Table &table)
{
    return std::any_of(table.triggers.begin(), table.triggers.end(), [](const catalog::Trigger &trigger) {
        return trigger.firing != catalog::Firing::Disabled && trigger.definition.contains(u" BEFORE ");
    });
}

QString checkFault(const std::vector<Constraint> &constraints, const QString &name, const QString &type,
                   const QByteArray &text)
{
    for (const auto &constraint : constraints) {
        if (constraint.type != Constraint::Type::Check || !constraint.enforced)
            continue;
        if (!passes(constraint.expression, name, type, text).value_or(true))
            return Text::tr("The check %1 is not met: %2").arg(constraint.name, constraint.expression);
    }
    return {};
}

bool refusesNull(const catalog::Snapshot &snapshot, const Column &column)
{
    const auto domains = domainsOf(snapshot, column.type);
    return column.notNull ||
           std::any_of(domains.begin(), domains.end(), [](const auto *domain) { return domain->notNull; });
}

bool hasDefault(const catalog::Snapshot &snapshot, const Column &column)
{
    const auto domains = domainsOf(snapshot, column.type);
    return column.defaultSql || column.identity || column.generated != Column::Generated::No ||
           std::any_of(domains.begin(), domains.end(),
                       [](const auto *domain) { return domain->defaultSql.has_value(); });
}

QString textFault(const catalog::Snapshot &snapshot, const Column &column, const QByteArray &text)
{
    if (auto why = typeFault(snapshot, column.type, text); !why.isEmpty())
        return why;
    const auto base = baseType(snapshot, column.type);
    for (const auto *domain : domainsOf(snapshot, column.type)) {
        if (auto why = checkFault(domain->constraints, u"VALUE"_s, base.name, text); !why.isEmpty())
            return why;
    }
    return {};
}

QString tableFault(const catalog::Snapshot &snapshot, const catalog::Table &table, const Column &column,
                   const NewValue &value)
{
    const bool computed = column.generated != Column::Generated::No;
    if (computed && value.kind != Kind::Default)
        return Text::tr("The server computes this column.");
    if (value.kind == Kind::Text) {
        if (auto why = textFault(snapshot, column, value.text); !why.isEmpty())
            return why;
    }
    if (mayBeMended(table))
        return {};
    if (value.kind == Kind::Text)
        return checkFault(table.constraints, column.name, baseType(snapshot, column.type).name, value.text);
    const bool missing =
        value.kind == Kind::Null || (value.kind == Kind::Default && !hasDefault(snapshot, column));
    if (!missing || !refusesNull(snapshot, column))
        return {};
    return value.kind == Kind::Null ? Text::tr("Must not be NULL.")
                                    : Text::tr("Must not be NULL, and has no default.");
}

} // namespace

QString fault(const catalog::Snapshot &snapshot, const ObjectId &relation, const QString &column,
              const NewValue &value)
{
    if (writesThroughTriggers(snapshot, relation)) {
        const auto *view = catalog::findView(snapshot, {relation.schema, relation.name});
        const auto *found = view ? catalog::findColumn(view->columns, column) : nullptr;
        return found && value.kind == Kind::Text ? textFault(snapshot, *found, value.text) : QString();
    }
    const auto origin = originOf(snapshot, relation, column);
    if (!origin)
        return Text::tr("The view computes this column.");
    const auto *table = catalog::findTable(snapshot, {origin->relation.schema, origin->relation.name});
    const auto *found = table ? catalog::findColumn(table->columns, origin->column) : nullptr;
    return found ? tableFault(snapshot, *table, *found, value) : QString();
}

} // namespace squall::edit
