#include "core/sql/lint/inspection.h"

#include <QRegularExpression>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// From how many rows on a lock that lasts as long as reading them is worth a word.
constexpr qint64 bigTable = 100'000;

/// A table that is known to be big; without a catalog nobody knows, and nothing is said.
const Relation *bigRelation(const Inspection &in, const Node *rangeVar)
{
    const auto *relation = rangeVar ? in.names.relation(*rangeVar) : nullptr;
    return rowsOf(relation).value_or(0) >= bigTable ? relation : nullptr;
}

/// The tables whose foreign keys lead to one of these, and so on.
QStringList dependents(const CompletionCatalog &catalog, const Relation *start)
{
    std::vector<const Relation *> reached{start};
    QStringList names;
    for (size_t i = 0; i < reached.size(); ++i) {
        for (const auto &link : catalog.links(*reached[i])) {
            if (link.to != reached[i] ||
                std::find(reached.begin(), reached.end(), link.from) != reached.end())
                continue;
            reached.push_back(link.from);
            names << link.from->text;
        }
    }
    return names;
}

/// What the server does not have to write rows anew for, as measured on versions 12 to 18.
bool keepsRows(const QString &from, const Node &typeName)
{
    const auto to = builtInType(typeName);
    const auto modifiers = typeName.list(u"typmods");
    static const QRegularExpression sized(u"^character varying(?:\\((\\d+)\\))?$"_s);
    const auto match = sized.match(from);
    const bool wasText = from == u"text" || match.hasMatch();
    if (to == u"text" || (to == u"character varying" && modifiers.empty()))
        return wasText;
    if (to == u"character varying") {
        const auto length = modifiers.front()->integer();
        return match.hasMatch() && !match.captured(1).isEmpty() && length &&
               *length >= match.captured(1).toInt();
    }
    static const QRegularExpression digits(u"^numeric(?:\\((\\d+),(\\d+)\\))?$"_s);
    const auto number = digits.match(from);
    if (to == u"numeric" && number.hasMatch()) {
        if (modifiers.empty())
            return true;
        const auto scale = modifiers.size() > 1 ? modifiers[1]->integer() : 0;
        return !number.captured(1).isEmpty() && scale == number.captured(2).toInt() &&
               modifiers[0]->integer() >= number.captured(1).toInt();
    }
    return !to.isEmpty() && modifiers.empty() && to == from;
}

bool isVolatileCall(const Node &expression)
{
    static const QSet<QString> names{u"random"_s,   u"gen_random_uuid"_s,  u"clock_timestamp"_s,
                                     u"nextval"_s,  u"uuid_generate_v4"_s, u"uuidv7"_s,
                                     u"timeofday"_s};
    bool found = false;
    walk(expression, [&](const Node &each) {
        found = found || (each.is(u"FuncCall") && names.contains(each.names(u"funcname").constLast()));
        return !found;
    });
    return found;
}

/// Why adding this column writes every row; empty when it does not.
QString addedByRewriting(const Node &column)
{
    const auto *type = column.child(u"typeName");
    if (type && type->names(u"names").constLast().endsWith(u"serial"))
        return Inspection::tr("A serial column gives every row its number");
    for (const auto *constraint : column.list(u"constraints")) {
        const auto kind = constraint->text(u"contype");
        if (kind == u"CONSTR_GENERATED")
            return Inspection::tr("A stored generated column is computed for every row");
        if (kind == u"CONSTR_IDENTITY")
            return Inspection::tr("An identity column gives every row its number");
        const auto *value = kind == u"CONSTR_DEFAULT" ? constraint->child(u"raw_expr") : nullptr;
        if (value && isVolatileCall(*value))
            return Inspection::tr("A default that is another one for each row is computed for every row");
    }
    return {};
}

QString typeChangeRewrites(const Relation &relation, const Node &command)
{
    const auto *old = catalog::findColumn(*relation.columns, command.text(u"name"));
    const auto *definition = command.child(u"def");
    const auto *type = definition ? definition->child(u"typeName") : nullptr;
    if (!old || !type)
        return {};
    const bool converted = definition->has(u"raw_default");
    if (!converted && (builtInType(*type).isEmpty() || keepsRows(old->type, *type)))
        return {};
    return Inspection::tr("Changing the type of “%1”").arg(old->name);
}

} // namespace

Objections truncateCascade(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!node.is(u"TruncateStmt") || node.text(u"behavior") != u"DROP_CASCADE")
            continue;
        const auto relations = node.list(u"relations");
        if (relations.empty())
            continue;
        QStringList names;
        bool known = in.catalog != nullptr;
        for (const auto *each : relations) {
            const auto *relation = in.names.relation(*each);
            known = known && relation;
            if (relation)
                names << dependents(*in.catalog, relation);
        }
        names.removeDuplicates();
        if (known && names.isEmpty())
            continue;
        found.push_back({in.tree.wordsAfter(*relations.back(), u"cascade"),
                         names.isEmpty() ? Inspection::tr("Every table that refers to these is emptied, too.")
                                         : Inspection::tr("Also emptied: %1.").arg(names.join(u", "_s))});
    }
    return found;
}

Objections dropCascade(const Inspection &in)
{
    Objections found;
    const auto &text = in.tree.text();
    for (const auto *statement : in.tree.statements()) {
        if (!statement->is(u"DropStmt") || statement->text(u"behavior") != u"DROP_CASCADE")
            continue;
        const auto at = text.lastIndexOf(u"cascade", -1, Qt::CaseInsensitive);
        if (at >= 0)
            found.push_back(
                {{at, 7}, Inspection::tr("Whatever depends on this is dropped, too, without being named.")});
    }
    return found;
}

Objections rewritesTable(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!node.is(u"AlterTableStmt") || node.text(u"objtype") != u"OBJECT_TABLE")
            continue;
        const auto *relation = bigRelation(in, node.child(u"relation"));
        if (!relation)
            continue;
        for (const auto *command : node.list(u"cmds")) {
            const auto kind = command->text(u"subtype");
            const auto *column = command->child(u"def");
            QString why;
            if (kind == u"AT_AddColumn" && column)
                why = addedByRewriting(*column);
            else if (kind == u"AT_AlterColumnType")
                why = typeChangeRewrites(*relation, *command);
            else if (kind == u"AT_SetLogged" || kind == u"AT_SetUnLogged")
                why = Inspection::tr("Changing whether it is logged");
            if (!why.isEmpty())
                found.push_back(
                    {column ? in.tree.nameSpan(*column) : in.tree.nameSpan(*node.child(u"relation")),
                     Inspection::tr("%1: all of “%2” is written anew, and nobody can read it meanwhile.")
                         .arg(why, relation->text)});
        }
    }
    return found;
}

Objections indexBlocksWrites(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!node.is(u"IndexStmt") || node.flag(u"concurrent"))
            continue;
        const auto *relation = bigRelation(in, node.child(u"relation"));
        if (relation && !relation->table->isPartitioned())
            found.push_back({in.tree.wordBefore(*node.child(u"relation"), u"index"),
                             Inspection::tr("Nobody can write to “%1” while this reads it: add CONCURRENTLY.")
                                 .arg(relation->text)});
    }
    return found;
}

Objections blankPadded(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto *type = node.is(u"ColumnDef") ? node.child(u"typeName") : nullptr;
        if (!type || builtInType(*type) != u"character" || type->list(u"typmods").empty())
            continue;
        const auto length = type->list(u"typmods").front()->integer().value_or(1);
        // What has one length, as codes of countries and currencies do, is fine.
        if (length > 3)
            found.push_back({in.tree.nameSpan(*type),
                             Inspection::tr("char(%1) is filled up with blanks: text or varchar(%1) is not.")
                                 .arg(length)});
    }
    return found;
}

} // namespace squall::sql
