#include "core/drizzle/pull/tablereader.h"

#include "core/base/jsonstring.h"
#include "core/base/quote.h"
#include "core/drizzle/pull/columndefault.h"
#include "core/drizzle/pull/snapshotof.h"
#include "core/drizzle/pull/sqltext.h"
#include "core/drizzle/typescript/builders.h"

#include <QRegularExpression>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView publicSchema = u"public";

QString serialType(const QString &type)
{
    return type == u"integer" ? u"serial"_s : type == u"smallint" ? u"smallserial"_s : u"bigserial"_s;
}

Identity identityOf(const catalog::Table &table, const catalog::Identity &identity)
{
    const auto text = [](qint64 number) { return QString::number(number); };
    const auto &options = identity.options;
    return {.type = identity.always ? u"always"_s : u"byDefault"_s,
            .sequence = {.name = identity.sequence.name,
                         .schema = table.schema,
                         .increment = text(options.increment),
                         .startWith = text(options.start),
                         .minValue = text(options.minimum),
                         .maxValue = text(options.maximum),
                         .cache = text(options.cache),
                         .cycle = options.cycle}};
}

QString actionText(catalog::Constraint::Action action)
{
    using Action = catalog::Constraint::Action;
    switch (action) {
    case Action::Restrict: return u"restrict"_s;
    case Action::Cascade: return u"cascade"_s;
    case Action::SetNull: return u"set null"_s;
    case Action::SetDefault: return u"set default"_s;
    case Action::NoAction: break;
    }
    return u"no action"_s;
}

QString commandText(catalog::Policy::Command command)
{
    using Command = catalog::Policy::Command;
    switch (command) {
    case Command::Select: return u"SELECT"_s;
    case Command::Insert: return u"INSERT"_s;
    case Command::Update: return u"UPDATE"_s;
    case Command::Delete: return u"DELETE"_s;
    case Command::All: break;
    }
    return u"ALL"_s;
}

std::optional<QString> clause(const QString &sql)
{
    return sql.isEmpty() ? std::nullopt : std::optional(withoutOuterBrackets(sql));
}

Policy policyOf(const catalog::Policy &policy)
{
    Policy made{.name = policy.name,
                .as = policy.permissive ? u"PERMISSIVE"_s : u"RESTRICTIVE"_s,
                .forCommand = commandText(policy.command),
                .to = policy.roles.isEmpty() ? QStringList{publicSchema.toString()} : policy.roles,
                .usingClause = clause(policy.usingSql),
                .withCheck = clause(policy.checkSql)};
    made.to->sort();
    return made;
}

QString withoutPublic(const QString &name)
{
    return name.startsWith(u"public.") ? name.mid(publicSchema.size() + 1) : name;
}

const QString *columnType(const catalog::Table &table, const QString &name)
{
    const auto *column = catalog::findColumn(table.columns, name);
    return column ? &column->type : nullptr;
}

/// The primary key that `.primaryKey()` makes of one column.
bool isPlainKey(const catalog::Table &table, const catalog::Constraint &key)
{
    return key.columns.size() == 1 && key.name == table.name + u"_pkey"_s;
}

} // namespace

TableReader::TableReader(const catalog::Snapshot &catalog, const ColumnTypes &types)
    : m_types(types)
{
    for (const auto &sequence : catalog.sequences) {
        const auto *column = serialColumn(catalog, sequence);
        const auto *table = column ? catalog::findTable(catalog, sequence.ownerTable) : nullptr;
        if (table)
            m_serials.insert(catalog::partOf(idOf(*table), Kind::Column, column->name), &sequence);
    }
}

Column TableReader::bareColumn(const catalog::Column &column) const
{
    auto type = m_types.of(column.type);
    return {.name = column.name, .type = type.type, .typeSchema = type.typeSchema};
}

Column TableReader::columnOf(const catalog::Table &table, const catalog::Column &column) const
{
    auto made = bareColumn(column);
    made.notNull = column.notNull;
    if (column.generated != catalog::Column::Generated::No) {
        made.generated = Generated{withoutOuterBrackets(column.defaultSql.value_or(QString())), u"stored"_s};
    } else if (column.identity) {
        made.identity = identityOf(table, *column.identity);
        made.notNull = true;
    } else if (m_serials.contains(catalog::partOf(idOf(table), Kind::Column, column.name))) {
        made.type = serialType(column.type);
    } else if (column.defaultSql) {
        made.defaultValue = columnDefault(*column.defaultSql, column.type, {made.type, made.typeSchema});
    }
    return made;
}

void TableReader::addConstraint(Table &made, const catalog::Table &table,
                                const catalog::Constraint &constraint) const
{
    using Type = catalog::Constraint::Type;
    const auto &name = constraint.name;
    if (constraint.period)
        return;
    switch (constraint.type) {
    case Type::PrimaryKey:
        if (auto *column = made.columns.find(constraint.columns.value(0));
            column && isPlainKey(table, constraint))
            column->primaryKey = true;
        else
            made.compositePrimaryKeys.set(name, {name, constraint.columns});
        break;
    case Type::Unique: {
        const auto *index = catalog::findIndex(table.indexes, name);
        made.uniqueConstraints.set(name, {name, index && index->nullsNotDistinct, constraint.columns});
        break;
    }
    case Type::Check:
        made.checkConstraints.set(name, {name, withoutOuterBrackets(constraint.expression)});
        break;
    case Type::ForeignKey: {
        if (constraint.inheritedForeignKey)
            break;
        const auto &target = constraint.referencedTable;
        made.foreignKeys.set(
            name, {.name = name,
                   .tableFrom = table.name,
                   .tableTo = target.name,
                   .schemaTo = target.schema == publicSchema ? std::nullopt : std::optional(target.schema),
                   .columnsFrom = constraint.columns,
                   .columnsTo = constraint.referencedColumns,
                   .onDelete = actionText(constraint.onDelete),
                   .onUpdate = actionText(constraint.onUpdate)});
        break;
    }
    case Type::Exclusion:
    case Type::NotNull: break;
    }
}

IndexColumn TableReader::keyOf(const catalog::Table &table, const catalog::Index &index,
                               const catalog::IndexKey &key) const
{
    auto operatorClass = withoutPublic(key.operatorClass);
    const auto *type = columnType(table, key.column);
    // drizzle-orm wants it named.
    if (operatorClass.isEmpty() && type && index.method != u"btree" &&
        m_types.of(*type).type.startsWith(u"vector("))
        operatorClass = u"vector_l2_ops"_s;
    const bool ordered = key.descending || key.nullsFirst;
    // drizzle-orm keeps one order for a column that stands twice.
    const bool twice = std::count_if(index.keys.begin(), index.keys.end(),
                                     [&](const auto &other) { return other.column == key.column; }) > 1;
    const bool plain = !key.column.isEmpty() && !twice && key.collation.isEmpty() &&
                       key.operatorClassOptions.isEmpty() && (operatorClass.isEmpty() || !ordered);
    if (plain) {
        return {.expression = key.column,
                .asc = !key.descending,
                .nulls = key.nullsFirst ? u"first"_s : u"last"_s,
                .opclass = operatorClass.isEmpty() ? std::nullopt : std::optional(operatorClass)};
    }
    // What a column's methods cannot say together an expression can.
    QString sql = !key.column.isEmpty()    ? quoteAlways(key.column)
                  : isCall(key.expression) ? key.expression
                                           : u'(' + key.expression + u')';
    if (!key.collation.isEmpty())
        sql += u" COLLATE "_s + key.collation;
    if (!operatorClass.isEmpty())
        sql += u' ' + operatorClass;
    if (!key.operatorClassOptions.isEmpty())
        sql += u" ("_s + key.operatorClassOptions.join(u", "_s) + u')';
    if (key.descending)
        sql += u" DESC"_s;
    if (key.nullsFirst != key.descending)
        sql += key.nullsFirst ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
    return {.expression = sql, .isExpression = true, .nulls = u"last"_s};
}

Index TableReader::indexOf(const catalog::Table &table, const catalog::Index &index) const
{
    Index made{.name = index.name,
               .isUnique = index.unique,
               .where = clause(index.predicate),
               .method = index.method,
               .with = Members<Json>()};
    for (const auto &key : index.keys)
        made.columns.push_back(keyOf(table, index, key));
    for (const auto &option : index.options)
        made.with->set(option.section(u'=', 0, 0), optionValue(option.section(u'=', 1)));
    return made;
}

Table TableReader::read(const catalog::Table &table) const
{
    Table made{.name = table.name,
               .schema = table.schema == publicSchema ? QString() : table.schema,
               .isRlsEnabled = table.rowSecurity};
    for (const auto &column : table.columns)
        made.columns.set(column.name, columnOf(table, column));
    for (const auto &constraint : table.constraints)
        addConstraint(made, table, constraint);
    for (const auto &index : table.indexes) {
        if (index.constraint.isEmpty() && (index.valid || table.isPartitioned()))
            made.indexes.set(index.name, indexOf(table, index));
    }
    for (const auto &policy : table.policies)
        made.policies.set(policy.name, policyOf(policy));
    return made;
}

Json optionValue(const QString &text)
{
    static const QRegularExpression number(u"^(?:0|[1-9]\\d{0,8})$"_s);
    return {number.match(text).hasMatch() ? text.toUtf8() : encodeJsonString(text)};
}

} // namespace squall::drizzle
