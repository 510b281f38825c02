#include "core/drizzle/migrationnotes.h"

#include "core/base/jsonstring.h"
#include "core/base/quote.h"
#include "core/diff/casts.h"
#include "core/diff/compare.h"
#include "core/diff/findconstraint.h"
#include "core/diff/needs.h"
#include "core/drizzle/alterstatements.h"
#include "core/drizzle/clauses.h"
#include "core/drizzle/defaults.h"
#include "core/drizzle/statements.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle)
};

class Notes
{
public:
    Notes(const diff::Difference &difference, const OldObjects &old, const Snapshot &to)
        : m_difference(difference)
        , m_old(old)
        , m_to(to)
    {
    }

    QStringList collect()
    {
        for (const auto &change : m_difference.changes)
            std::visit(*this, change);
        m_notes.removeDuplicates();
        return m_notes;
    }

    void operator()(const diff::Rename &c)
    {
        if (c.to.kind == Kind::Schema)
            onRenamedSchema(c.to);
        else if (c.to.kind == Kind::Column && hasOtherChanges(c.to))
            say(Words::tr("%1: drizzle-kit would rename it and lose its other changes."), c.to);
    }
    void operator()(const diff::SetType &c)
    {
        const auto id = idOf(*c.table, *c.to);
        const auto &from = *m_old.column(id);
        const auto &to = columnOf(*c.table, *c.to);
        if (isSerial(from.type) || isSerial(to.type))
            say(Words::tr("%1: drizzle-kit takes serial for a type, which fails or leaves its sequence."),
                id);
        else if (!to.typeSchema && diff::needsUsing(from.type, to.type))
            say(Words::tr("%1: no cast leads to its new type; drizzle-kit would write no USING."), id);
        else if (!to.typeSchema && typeClause(to).startsWith(u'"'))
            say(Words::tr("%1: drizzle-kit would look for its new type in a schema “undefined”."), id);
        if (to.defaultValue && (to.defaultValue->text == "0" || to.defaultValue->text == "false") &&
            c.from->defaultSql != c.to->defaultSql)
            say(Words::tr("%1: drizzle-kit would lose its new default."), id);
    }
    void operator()(const diff::SetDefault &c) { onColumn(*c.table, *c.column); }
    void operator()(const diff::DropDefault &c) { onColumn(*c.table, *c.column); }
    void operator()(const diff::SetNotNull &c) { onColumn(*c.table, *c.column); }
    void operator()(const diff::DropNotNull &c) { onColumn(*c.table, *c.column); }
    void operator()(const diff::AddIdentity &c)
    {
        const auto *before = m_old.column(idOf(*c.table, *c.column));
        if (before && !before->notNull)
            say(Words::tr("%1: drizzle-kit would give it identity while it may be NULL, which fails."),
                idOf(*c.table, *c.column));
    }
    void operator()(const diff::AddColumn &c) { onNewColumn(*c.table, *c.column); }
    void operator()(const diff::CreateTable &c)
    {
        for (const auto &column : c.table->columns)
            onNewColumn(*c.table, column);
    }
    void operator()(const diff::CreateEnum &c)
    {
        if (std::any_of(c.type->labels.begin(), c.type->labels.end(),
                        [](const QString &label) { return label.contains(u'\''); }))
            say(Words::tr("%1: drizzle-kit would not double the quotes in its labels."),
                catalog::idOf(*c.type));
    }
    void operator()(const diff::ReplaceEnum &c)
    {
        const bool onlyAdds = std::all_of(c.from->labels.begin(), c.from->labels.end(),
                                          [&](const QString &label) { return c.to->labels.contains(label); });
        if (onlyAdds && c.from->labels.size() < c.to->labels.size())
            say(Words::tr(
                    "%1: a label cannot be used in the transaction that adds it; the type is made anew."),
                catalog::idOf(*c.to));
    }
    void operator()(const diff::AlterSequence &c)
    {
        if (c.from->options.cycle && !c.to->options.cycle)
            say(Words::tr("%1: drizzle-kit would let it go on to cycle."), catalog::idOf(*c.to));
    }
    void operator()(const diff::AddConstraint &c)
    {
        if (c.constraint->expression.contains(u';') || c.constraint->expression.contains(u"--"))
            say(Words::tr("%1: drizzle-kit would cut it off at its semicolon or dashes."),
                partOf(*c.table, Kind::Constraint, c.constraint->name));
    }
    void operator()(const diff::AlterPolicy &c)
    {
        if (std::any_of(c.to->roles.begin(), c.to->roles.end(),
                        [](const QString &role) { return !isRoleWord(role) && quote(role) != role; }))
            say(Words::tr("%1: drizzle-kit would write its roles without quotes."),
                partOf(*c.table, Kind::Policy, c.to->name));
    }
    void operator()(const diff::CreatePolicy &c)
    {
        const auto id = partOf(*c.table, Kind::Policy, c.policy->name);
        const auto *before = m_old.policy(id);
        const auto *now = m_to.tables.find(c.table->schema + u'.' + c.table->name)->policies.find(id.part);
        if (before && before->as == now->as && before->forCommand == now->forCommand &&
            ((before->usingClause && !now->usingClause) || (before->withCheck && !now->withCheck)))
            say(Words::tr("%1: drizzle-kit would keep the condition that is taken away."), id);
    }
    void operator()(const diff::Drop &c)
    {
        if (c.id.kind != Kind::Constraint)
            return;
        const auto *key = diff::findConstraint(*m_difference.from, c.id);
        const bool single =
            key && key->columns.size() == 1 && key->type == catalog::Constraint::Type::PrimaryKey;
        if (single)
            say(Words::tr(
                    "%1: drizzle-kit would leave it to you to drop this key. It has this name unless its "
                    "table was renamed."),
                c.id);
    }
    template<typename Other>
    void operator()(const Other &)
    {
    }

private:
    static ObjectId partOf(const catalog::Table &table, Kind kind, const QString &name)
    {
        return catalog::partOf(catalog::idOf(table), kind, name);
    }
    static ObjectId idOf(const catalog::Table &table, const catalog::Column &column)
    {
        return partOf(table, Kind::Column, column.name);
    }
    const Column &columnOf(const catalog::Table &table, const catalog::Column &column) const
    {
        return *m_to.tables.find(table.schema + u'.' + table.name)->columns.find(column.name);
    }
    void say(const QString &text, const ObjectId &id) { m_notes << text.arg(id.text()); }

    bool hasOtherChanges(const ObjectId &column) const
    {
        return std::any_of(m_difference.changes.begin(), m_difference.changes.end(),
                           [&](const diff::Change &change) {
                               auto made = diff::produces(change);
                               made.part = made.part.section(u'\n', 0, 0);
                               if (made.kind == Kind::Default)
                                   made.kind = Kind::Column;
                               return made == column && !std::holds_alternative<diff::Rename>(change) &&
                                      !std::holds_alternative<diff::Drop>(change);
                           });
    }
    void onRenamedSchema(const ObjectId &schema)
    {
        if (std::any_of(m_difference.to->views.begin(), m_difference.to->views.end(),
                        [&](const catalog::View &view) { return view.schema == schema.name; }))
            say(Words::tr("%1: drizzle-kit would give up on a renamed schema with a view in it."), schema);
    }
    void onColumn(const catalog::Table &table, const catalog::Column &column)
    {
        const auto id = idOf(table, column);
        const auto *before = m_old.column(id);
        if (!before)
            return;
        const auto &now = columnOf(table, column);
        if (before->type != now.type && diff::isSameType(before->type, now.type))
            say(Words::tr("%1: its type is spelled otherwise, behind which drizzle-kit would miss this."),
                id);
        onDefault(id, now);
    }
    void onNewColumn(const catalog::Table &table, const catalog::Column &column)
    {
        const auto &now = columnOf(table, column);
        onDefault(idOf(table, column), now);
        if (now.typeSchema && typeClause(now) != now.type && !typeClause(now).startsWith(u'"' + now.type) &&
            typeClause({.name = now.name, .type = now.type}) == now.type)
            say(Words::tr("%1: drizzle-kit would take its enum for a type of PostgreSQL."),
                idOf(table, column));
    }
    void onDefault(const ObjectId &id, const Column &column)
    {
        if (column.defaultValue && column.defaultValue->text.startsWith('"') &&
            defaultSql(*column.defaultValue) != decodeJsonString(column.defaultValue->text))
            say(Words::tr("%1: drizzle-kit would not double the quotes in its default."), id);
    }

    const diff::Difference &m_difference;
    const OldObjects &m_old;
    const Snapshot &m_to;
    QStringList m_notes;
};

} // namespace

QStringList notesOn(const diff::Difference &difference, const OldObjects &old, const Snapshot &to)
{
    return Notes(difference, old, to).collect();
}

} // namespace squall::drizzle
