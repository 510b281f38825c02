#include "core/diff/render.h"

#include "core/base/quote.h"
#include "core/diff/creation.h"
#include "core/diff/needs.h"
#include "core/diff/write/alter.h"
#include "core/diff/write/constraint.h"
#include "core/diff/write/index.h"
#include "core/diff/write/schema.h"
#include "core/diff/write/sequence.h"
#include "core/diff/write/table.h"
#include "core/diff/write/type.h"
#include "core/diff/write/view.h"

#include <algorithm>
#include <future>
#include <span>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

struct Writer
{
    const Snapshot &snapshot;
    const std::vector<Change> &folded;
    const Snapshot *from = nullptr;

    QStringList operator()(const CreateSchema &c) const
    {
        return createSchema(*c.schema, owner(), snapshot.database->serverVersion);
    }
    QStringList operator()(const CreateExtension &c) const { return createExtension(*c.extension); }
    QStringList operator()(const CreateEnum &c) const { return createEnum(*c.type, owner()); }
    QStringList operator()(const CreateDomain &c) const { return createDomain(*c.type, owner()); }
    QStringList operator()(const CreateComposite &c) const { return createComposite(*c.type, owner()); }
    QStringList operator()(const CreateShell &c) const { return {u"CREATE TYPE "_s + nameOf(*c.type)}; }
    QStringList operator()(const CreateRange &c) const { return createRange(*c.type, owner()); }
    QStringList operator()(const CreateFunction &c) const { return createFunction(*c.function, owner()); }
    QStringList operator()(const SetFunctionRights &c) const { return functionRights(*c.function); }
    QStringList operator()(const CreateDefinition &c) const
    {
        return createDefinition(*c.definition, owner());
    }
    QStringList operator()(const CreateSequence &c) const { return createSequence(*c.sequence, owner()); }
    QStringList operator()(const OwnSequence &c) const { return ownSequence(*c.sequence); }
    QStringList operator()(const CreateTable &c) const { return createTable(*c.table, folded, snapshot); }
    QStringList operator()(const SetDefault &c) const { return setDefault(nameOf(*c.table), *c.column); }
    QStringList operator()(const AddConstraint &c) const { return addConstraint(*c.table, *c.constraint); }
    QStringList operator()(const AttachPartition &c) const { return attachPartition(*c.partition); }
    QStringList operator()(const CreateIndex &c) const
    {
        return createIndex(nameOf(*c.table), c.table->schema, *c.index, c.table->isPartitioned());
    }
    QStringList operator()(const AttachIndex &c) const { return attachIndex(c.table->schema, *c.index); }
    QStringList operator()(const CreateView &c) const { return createView(*c.view, owner()); }
    QStringList operator()(const SetViewDefault &c) const
    {
        return {u"ALTER VIEW "_s + nameOf(*c.view) + u" ALTER COLUMN "_s + quote(c.column->name) +
                u" SET DEFAULT "_s + *c.column->defaultSql};
    }
    QStringList operator()(const CreateViewIndex &c) const
    {
        return createIndex(nameOf(*c.view), c.view->schema, *c.index, false);
    }
    QStringList operator()(const CreateTrigger &c) const
    {
        const QString relation = c.table ? nameOf(*c.table) : nameOf(*c.view);
        return createTrigger(relation, *c.trigger,
                             c.table ? parentFiring(*c.table, *c.trigger) : Firing::Origin);
    }
    QStringList operator()(const CreateRule &c) const
    {
        return createRule(c.table ? nameOf(*c.table) : nameOf(*c.view), *c.rule);
    }
    QStringList operator()(const CreatePolicy &c) const { return createPolicy(*c.table, *c.policy); }
    QStringList operator()(const AlterDefaultPrivileges &c) const
    {
        return alterDefaultPrivileges(*c.privileges);
    }
    QStringList operator()(const CreateRole &c) const { return createRole(*c.role); }
    QStringList operator()(const AddColumn &c) const { return addColumn(*c.table, *c.column); }
    QStringList operator()(const Rename &c) const { return rename(c.from, c.to); }
    QStringList operator()(const Move &c) const { return move(c.from, c.to); }
    QStringList operator()(const AlterRole &c) const { return alterRole(*c.to); }
    QStringList operator()(const AddEnumValue &c) const
    {
        return {u"ALTER TYPE "_s + nameOf(*c.type) + u" ADD VALUE "_s + quoteLiteral(c.label) +
                (c.before.isEmpty() ? QString() : u" BEFORE "_s + quoteLiteral(c.before))};
    }
    QStringList operator()(const ReplaceEnum &c) const
    {
        return replaceEnum(*c.from, *c.to, *from, snapshot);
    }
    QStringList operator()(const AlterSequence &c) const { return alterSequence(*c.to); }
    QStringList operator()(const SetType &c) const { return setType(c); }
    QStringList operator()(const DropDefault &c) const { return alter(c, u"DROP DEFAULT"_s); }
    QStringList operator()(const SetNotNull &c) const { return alter(c, u"SET NOT NULL"_s); }
    QStringList operator()(const DropNotNull &c) const { return alter(c, u"DROP NOT NULL"_s); }
    QStringList operator()(const AddIdentity &c) const { return addIdentity(*c.table, *c.column); }
    QStringList operator()(const AlterIdentity &c) const { return alterIdentity(c); }
    QStringList operator()(const DropIdentity &c) const { return alter(c, u"DROP IDENTITY"_s); }
    QStringList operator()(const DropExpression &c) const { return alter(c, u"DROP EXPRESSION"_s); }
    QStringList operator()(const ReplaceColumn &c) const
    {
        return drop(partOf(idOf(*c.table), Kind::Column, c.from->name)) + addColumn(*c.table, *c.to);
    }
    QStringList operator()(const SetRowSecurity &c) const
    {
        return {u"ALTER TABLE "_s + nameOf(*c.table) +
                (c.on ? u" ENABLE ROW LEVEL SECURITY"_s : u" DISABLE ROW LEVEL SECURITY"_s)};
    }
    QStringList operator()(const AlterView &c) const { return alterView(c); }
    QStringList operator()(const AlterPolicy &c) const { return alterPolicy(c); }
    QStringList operator()(const Drop &c) const { return drop(c.id); }

private:
    template<typename OfColumn>
    static QStringList alter(const OfColumn &change, const QString &what)
    {
        return {alterColumn(*change.table, *change.column, what)};
    }
    static QString nameOf(const Object &object) { return quote(object.schema, object.name); }
    const QString &owner() const { return snapshot.database->owner; }

    Firing parentFiring(const Table &table, const Trigger &trigger) const
    {
        const auto *parent = findTable(snapshot, table.partitionOf);
        if (!parent)
            return Firing::Origin;
        const auto found = std::find_if(parent->triggers.begin(), parent->triggers.end(),
                                        [&](const Trigger &other) { return other.name == trigger.name; });
        return found == parent->triggers.end() ? Firing::Origin : found->firing;
    }
};

/// Deparsed text is read back under an empty search_path; bodies of functions may name what comes later.
const QString preamble = u"SET client_encoding = 'UTF8';\n"
                         "SET standard_conforming_strings = on;\n"
                         "SET check_function_bodies = off;\n"
                         "SET client_min_messages = warning;\n"
                         "SELECT pg_catalog.set_config('search_path', '', false);\n"_s;

/// So that whoever reads the script knows what it does not bring back.
QString omissions(const Snapshot &snapshot)
{
    if (snapshot.unmodeled.empty())
        return {};
    QString text = u"-- Not in this script, or not whole:\n"_s;
    for (const auto &item : snapshot.unmodeled) {
        // A name may hold a line break, which would end the comment.
        const QString name = item.id.text().replace(u'\n', u' ').replace(u'\r', u' ');
        text += u"--   "_s + name + u": "_s + item.what + u'\n';
    }
    return text + u'\n';
}

void append(QString &script, const QStringList &statements)
{
    for (const auto &statement : statements)
        script += statement + u";\n"_s;
    if (!statements.isEmpty())
        script += u'\n';
}

/// A few dozen tables with what belongs to them: much more than a thread costs, little to hold in memory.
constexpr size_t blockSize = 256;

QString statementsOf(std::span<const Step> steps, const Plan &plan)
{
    QString script;
    for (const auto &step : steps)
        append(script, squall::diff::statementsOf(step, *plan.to, plan.from.get()));
    return script;
}

/// What every new database has and this one has lost.
QStringList removals(const Snapshot &snapshot)
{
    QStringList statements;
    const auto lacks = [](const auto &list, QStringView name) {
        return std::none_of(list.begin(), list.end(),
                            [&](const auto &object) { return object.name == name; });
    };
    if (lacks(snapshot.schemas, u"public"))
        statements << u"DROP SCHEMA IF EXISTS public"_s;
    if (lacks(snapshot.extensions, u"plpgsql"))
        statements << u"DROP EXTENSION IF EXISTS plpgsql"_s;
    return statements;
}

} // namespace

QStringList statementsOf(const Step &step, const Snapshot &snapshot, const Snapshot *from)
{
    return std::visit(Writer{snapshot, step.folded, from}, step.change);
}

void writeSql(const Plan &plan, const std::function<void(const QString &)> &sink)
{
    QString script = omissions(*plan.to) + preamble + u'\n';
    if (!plan.from)
        append(script, removals(*plan.to));
    sink(script);

    // Writing a large schema takes as long as ordering it: one block is written on another thread while the
    // one before it is written here, and they are handed over in their order.
    const std::span<const Step> steps(plan.steps);
    for (size_t first = 0; first < steps.size(); first += 2 * blockSize) {
        const auto here = steps.subspan(first, std::min(blockSize, steps.size() - first));
        const auto rest = steps.subspan(first + here.size());
        std::future<QString> beside;
        if (!rest.empty())
            beside = std::async(std::launch::async, [&plan, rest] {
                return statementsOf(rest.first(std::min(blockSize, rest.size())), plan);
            });
        sink(statementsOf(here, plan));
        if (beside.valid())
            sink(beside.get());
    }
}

QString renderSql(const Plan &plan)
{
    QString script;
    writeSql(plan, [&](const QString &statements) { script += statements; });
    return script;
}

Result<QString> render(const SnapshotPtr &snapshot)
{
    const auto plan = planCreation(snapshot);
    if (!plan)
        return plan.error();
    return renderSql(*plan);
}

QString describe(const Snapshot &snapshot, const ObjectId &id)
{
    const auto belongs = [&](const ObjectId &made) {
        return made.schema == id.schema && made.name == id.name && (made == id || !made.part.isEmpty());
    };
    const auto onRelation = [&](const Change &change) {
        const auto matches = [&](const Object &object) {
            return object.schema == id.schema && object.name == id.name;
        };
        if (const auto *index = std::get_if<CreateIndex>(&change))
            return matches(*index->table);
        if (const auto *index = std::get_if<CreateViewIndex>(&change))
            return matches(*index->view);
        return false;
    };

    std::vector<Step> steps;
    for (const auto &change : creationOf(snapshot)) {
        if (!belongs(produces(change)) && !onRelation(change))
            continue;
        const bool mayFold =
            std::holds_alternative<SetDefault>(change) ||
            (std::holds_alternative<AddConstraint>(change) &&
             std::get<AddConstraint>(change).constraint->type != Constraint::Type::ForeignKey);
        const bool tableFirst = !steps.empty() && std::holds_alternative<CreateTable>(steps.front().change);
        if (mayFold && tableFirst)
            steps.front().folded.push_back(change);
        else
            steps.push_back({change});
    }
    QString script;
    for (const auto &step : steps)
        append(script, statementsOf(step, snapshot));
    return script.trimmed();
}

} // namespace squall::diff
