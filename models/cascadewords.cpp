#include "models/cascadewords.h"

#include <algorithm>
#include <set>

namespace squall::models {

using namespace Qt::StringLiterals;
using Action = catalog::Constraint::Action;

namespace {

QString rowsOf(const Cascade &cascade)
{
    if (cascade.more)
        return CascadeLine::tr("more than %L1 rows").arg(*cascade.rows);
    return *cascade.rows == 1 ? CascadeLine::tr("1 row") : CascadeLine::tr("%L1 rows").arg(*cascade.rows);
}

bool isOne(const Cascade &cascade)
{
    return cascade.rows == std::optional<qint64>(1);
}

QString uncounted(const Cascade &cascade)
{
    return cascade.slow ? CascadeLine::tr("counting them took too long")
                        : CascadeLine::tr("no index on (%1) finds them").arg(cascade.columns.join(u", "));
}

QString actionWords(Action action)
{
    switch (action) {
    case Action::NoAction: return u"no action"_s;
    case Action::Restrict: return u"restrict"_s;
    case Action::Cascade: return u"cascade"_s;
    case Action::SetNull: return u"set null"_s;
    case Action::SetDefault: return u"set default"_s;
    }
    return {};
}

bool isRefusal(Action action)
{
    return action == Action::NoAction || action == Action::Restrict;
}

/// The tables that lose rows.
void collectLosing(const std::vector<Cascade> &cascades, std::set<ObjectId> &losing)
{
    for (const auto &cascade : cascades) {
        if (cascade.action == Action::Cascade)
            losing.insert(cascade.relation);
        collectLosing(cascade.then, losing);
    }
}

/// NO ACTION looks only after the whole statement: rows that go by another way are no obstacle.
bool mayGoToo(const Cascade &cascade, const std::set<ObjectId> &losing)
{
    return cascade.action == Action::NoAction && losing.contains(cascade.relation);
}

QString whatHappens(const Cascade &cascade, const std::set<ObjectId> &losing)
{
    const auto columns = cascade.columns.join(u", ");
    if (!cascade.rows) {
        const auto why = uncounted(cascade);
        if (isRefusal(cascade.action))
            return CascadeLine::tr("Rows may stand in the way; %1").arg(why);
        return cascade.action == Action::Cascade
                   ? CascadeLine::tr("Rows may be deleted with them; %1").arg(why)
                   : CascadeLine::tr("Rows may be changed; %1").arg(why);
    }
    const auto rows = rowsOf(cascade);
    const bool one = isOne(cascade);
    switch (cascade.action) {
    case Action::Cascade:
        return one ? CascadeLine::tr("1 row is deleted with them")
                   : CascadeLine::tr("%1 are deleted with them").arg(rows);
    case Action::SetNull: return CascadeLine::tr("%1: %2 becomes NULL", "rows, columns").arg(rows, columns);
    case Action::SetDefault:
        return CascadeLine::tr("%1: %2 becomes its default", "rows, columns").arg(rows, columns);
    case Action::NoAction:
    case Action::Restrict:
        if (mayGoToo(cascade, losing))
            return CascadeLine::tr("The server refuses, unless %1 that reference them go too").arg(rows);
        return one ? CascadeLine::tr("The server refuses: 1 row references them")
                   : CascadeLine::tr("The server refuses: %1 reference them").arg(rows);
    }
    return {};
}

EditMark markOf(Action action)
{
    switch (action) {
    case Action::Cascade: return EditMark::Removed;
    case Action::SetNull:
    case Action::SetDefault: return EditMark::Changed;
    case Action::NoAction:
    case Action::Restrict: break;
    }
    return EditMark::None;
}

void addLines(std::vector<CascadeLine> &lines, const QString &path, const std::vector<Cascade> &cascades,
              const std::set<ObjectId> &losing)
{
    for (const auto &cascade : cascades) {
        const auto here = path + u" › "_s + cascade.relation.name;
        lines.push_back({.mark = markOf(cascade.action),
                         .refused = cascade.blocks() && !mayGoToo(cascade, losing),
                         .table = cascade.relation.name,
                         .path = here,
                         .what = whatHappens(cascade, losing),
                         .why = u"%1 (%2), on delete %3"_s.arg(
                             cascade.constraint, cascade.columns.join(u", "), actionWords(cascade.action))});
        addLines(lines, here, cascade.then, losing);
    }
}

/// `5 rows of week`, by what happens to them.
struct Lists
{
    QStringList deleted = {};
    QStringList emptied = {};
    QStringList reset = {};
    QStringList refusing = {};
    QStringList unknown = {};
};

void collect(Lists &lists, const std::vector<Cascade> &cascades, const std::set<ObjectId> &losing)
{
    for (const auto &cascade : cascades) {
        const auto &table = cascade.relation.name;
        if (!cascade.rows) {
            lists.unknown << CascadeLine::tr("%1 (%2)", "table (reason)").arg(table, uncounted(cascade));
            continue;
        }
        const auto rows = CascadeLine::tr("%1 of %2", "rows of table").arg(rowsOf(cascade), table);
        switch (cascade.action) {
        case Action::Cascade: lists.deleted << rows; break;
        case Action::SetNull: lists.emptied << rows; break;
        case Action::SetDefault: lists.reset << rows; break;
        case Action::NoAction:
        case Action::Restrict:
            if (!mayGoToo(cascade, losing))
                lists.refusing << rows;
            break;
        }
        collect(lists, cascade.then, losing);
    }
}

} // namespace

std::vector<CascadeLine> cascadeLines(const Cascades &cascades)
{
    std::set<ObjectId> losing;
    for (const auto &[relation, found] : cascades)
        collectLosing(found, losing);
    std::vector<CascadeLine> lines;
    for (const auto &[relation, found] : cascades)
        addLines(lines, relation.name, found, losing);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &one, const auto &two) { return one.refused && !two.refused; });
    return lines;
}

QString cascadeSentence(const std::vector<Cascade> &cascades)
{
    std::set<ObjectId> losing;
    collectLosing(cascades, losing);
    Lists lists;
    collect(lists, cascades, losing);
    QStringList sentences;
    const auto add = [&sentences](const QString &text, const QStringList &list) {
        if (!list.isEmpty())
            sentences << text.arg(list.join(u", "));
    };
    add(CascadeLine::tr("The server will refuse: marked rows are still referenced by %1."), lists.refusing);
    add(CascadeLine::tr("Deleting the marked rows also deletes %1."), lists.deleted);
    add(CascadeLine::tr("Their reference becomes NULL in %1."), lists.emptied);
    add(CascadeLine::tr("Their reference becomes the default in %1."), lists.reset);
    add(CascadeLine::tr("Not counted: %1."), lists.unknown);
    return sentences.join(u' ');
}

} // namespace squall::models
