#include "core/drizzle/catalogof.h"

#include "core/base/arraytype.h"
#include "core/base/quote.h"
#include "core/base/typemodifier.h"
#include "core/drizzle/defaults.h"
#include "core/sql/relationnames.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <limits>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView publicSchema = u"public";

/// The type that a column of identity counts in.
QString countedType(const QString &type)
{
    if (type == u"smallint" || type == u"int2")
        return u"smallint"_s;
    return type == u"bigint" || type == u"int8" ? u"bigint"_s : u"integer"_s;
}

qint64 highest(const QString &type)
{
    if (type == u"smallint")
        return std::numeric_limits<qint16>::max();
    return type == u"integer" ? std::numeric_limits<qint32>::max() : std::numeric_limits<qint64>::max();
}

catalog::SequenceOptions optionsOf(const Sequence &sequence, const QString &type)
{
    const auto number = [](const std::optional<QString> &text, qint64 otherwise) {
        bool ok = false;
        const auto value = text ? text->toLongLong(&ok) : 0;
        return ok ? value : otherwise;
    };
    const auto increment = number(sequence.increment, 1);
    const auto minimum = number(sequence.minValue, increment < 0 ? -highest(type) - 1 : 1);
    const auto maximum = number(sequence.maxValue, increment < 0 ? -1 : highest(type));
    return {.type = type,
            .start = number(sequence.startWith, increment < 0 ? maximum : minimum),
            .increment = increment,
            .minimum = minimum,
            .maximum = maximum,
            .cache = number(sequence.cache, 1),
            .cycle = sequence.cycle.value_or(false)};
}

catalog::Column columnOf(const Table &table, const Column &column)
{
    catalog::Column made{.name = column.name, .type = typeSql(column), .notNull = column.notNull};
    if (column.generated) {
        made.generated = catalog::Column::Generated::Stored;
        made.defaultSql = column.generated->as;
    } else if (column.defaultValue) {
        made.defaultSql = defaultSql(*column.defaultValue);
    }
    if (const auto &identity = column.identity) {
        // The server wants it, though drizzle-kit leaves it out of some statements.
        made.notNull = true;
        made.identity = catalog::Identity{.always = identity->type == u"always",
                                          .sequence = {schemaOf(table.schema), identity->sequence.name},
                                          .options = optionsOf(identity->sequence, countedType(column.type))};
    }
    return made;
}

catalog::Constraint::Action actionOf(const std::optional<QString> &words)
{
    using Action = catalog::Constraint::Action;
    static const std::array<std::pair<QStringView, Action>, 4> actions = {{
        {u"cascade", Action::Cascade},
        {u"restrict", Action::Restrict},
        {u"set null", Action::SetNull},
        {u"set default", Action::SetDefault},
    }};
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const auto &each) {
        return words && words->compare(each.first, Qt::CaseInsensitive) == 0;
    });
    return found == actions.end() ? Action::NoAction : found->second;
}

/// `fillfactor=70`, as the catalogs write it.
catalog::Options optionsOf(const Members<Json> &with)
{
    catalog::Options options;
    for (const auto &[name, value] : with)
        options << name + u'=' + defaultSql(value);
    return options;
}

catalog::Index indexOf(const Index &index)
{
    catalog::Index made{.name = index.name,
                        .method = index.method,
                        .unique = index.isUnique,
                        .ordered = index.method == u"btree",
                        .predicate = index.where.value_or(QString())};
    if (index.with)
        made.options = optionsOf(*index.with);
    for (const auto &column : index.columns) {
        catalog::IndexKey key;
        (column.isExpression ? key.expression : key.column) = column.expression;
        key.operatorClass = column.opclass.value_or(QString());
        key.descending = !column.asc;
        key.nullsFirst = column.nulls == u"first";
        made.keys.push_back(key);
    }
    return made;
}

/// The index that comes with a key.
catalog::Index keyIndex(const QString &name, const QStringList &columns, bool nullsNotDistinct)
{
    catalog::Index index{.name = name,
                         .method = u"btree"_s,
                         .unique = true,
                         .nullsNotDistinct = nullsNotDistinct,
                         .ordered = true,
                         .constraint = name};
    for (const auto &column : columns)
        index.keys.push_back({.column = column});
    return index;
}

catalog::Policy policyOf(const Policy &policy)
{
    using Command = catalog::Policy::Command;
    static const std::array<std::pair<QStringView, Command>, 4> commands = {{
        {u"SELECT", Command::Select},
        {u"INSERT", Command::Insert},
        {u"UPDATE", Command::Update},
        {u"DELETE", Command::Delete},
    }};
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const auto &each) { return policy.forCommand == each.first; });
    catalog::Policy made{.name = policy.name,
                         .command = found == commands.end() ? Command::All : found->second,
                         .permissive = policy.as != u"RESTRICTIVE",
                         .roles = policy.to.value_or(QStringList()),
                         .usingSql = policy.usingClause.value_or(QString()),
                         .checkSql = policy.withCheck.value_or(QString())};
    if (made.roles.contains(publicSchema))
        made.roles.clear();
    made.roles.sort();
    return made;
}

template<typename Named>
void sortByName(std::vector<Named> &list)
{
    std::sort(list.begin(), list.end(), [](const Named &a, const Named &b) { return a.name < b.name; });
}

template<typename Object>
void sortBySchema(std::vector<Object> &list)
{
    std::sort(list.begin(), list.end(), [](const Object &a, const Object &b) {
        return std::tie(a.schema, a.name) < std::tie(b.schema, b.name);
    });
}

void addKeys(catalog::Table &made, const Table &table)
{
    using Type = catalog::Constraint::Type;
    const auto addKey = [&](Type type, const QString &name, const QStringList &columns, bool notDistinct) {
        made.constraints.push_back({.name = name, .type = type, .columns = columns});
        made.indexes.push_back(keyIndex(name, columns, notDistinct));
    };
    QStringList single;
    for (const auto &[key, column] : table.columns) {
        if (column.primaryKey)
            single << column.name;
    }
    if (!single.isEmpty())
        addKey(Type::PrimaryKey, table.name + u"_pkey"_s, single, false);
    for (const auto &[name, key] : table.compositePrimaryKeys) {
        addKey(Type::PrimaryKey, key.name, key.columns, false);
        for (auto &column : made.columns)
            column.notNull |= key.columns.contains(column.name);
    }
    for (const auto &[name, unique] : table.uniqueConstraints)
        addKey(Type::Unique, unique.name, unique.columns, unique.nullsNotDistinct);
}

catalog::Table tableOf(const Table &table)
{
    using Type = catalog::Constraint::Type;
    catalog::Table made;
    made.schema = schemaOf(table.schema);
    made.name = table.name;
    made.rowSecurity = table.isRlsEnabled || !table.policies.empty();
    for (const auto &[name, column] : table.columns)
        made.columns.push_back(columnOf(table, column));
    addKeys(made, table);
    for (const auto &[name, check] : table.checkConstraints)
        made.constraints.push_back({.name = check.name, .type = Type::Check, .expression = check.value});
    for (const auto &[name, key] : table.foreignKeys) {
        made.constraints.push_back(
            {.name = key.name,
             .type = Type::ForeignKey,
             .columns = key.columnsFrom,
             .referencedTable = {schemaOf(key.schemaTo.value_or(QString())), key.tableTo},
             .referencedColumns = key.columnsTo,
             .onUpdate = actionOf(key.onUpdate),
             .onDelete = actionOf(key.onDelete)});
    }
    for (const auto &[name, index] : table.indexes)
        made.indexes.push_back(indexOf(index));
    for (const auto &[name, policy] : table.policies)
        made.policies.push_back(policyOf(policy));
    sortByName(made.constraints);
    sortByName(made.indexes);
    sortByName(made.policies);
    return made;
}

catalog::View viewOf(const View &view)
{
    catalog::View made;
    made.schema = schemaOf(view.schema);
    made.name = view.name;
    made.materialized = view.materialized;
    made.definition = view.definition.value_or(QString());
    made.accessMethod = view.usingMethod.value_or(QString());
    made.tablespace = view.tablespace.value_or(QString());
    if (view.with) {
        for (const auto &[name, value] : *view.with)
            made.options << optionSql(name) + u'=' + defaultSql(value);
    }
    return made;
}

/// Finds what its parts need of each other.
class Dependencies
{
public:
    explicit Dependencies(const catalog::Snapshot &made)
        : m_made(made)
    {
    }

    std::vector<catalog::Dependency> find()
    {
        for (const auto &type : m_made.enums)
            m_types.insert(quote(type.schema, type.name), idOf(type));
        for (const auto &table : m_made.tables) {
            addTypes(table);
            addReferencedKeys(table);
        }
        for (const auto &view : m_made.views)
            addRead(view);
        std::sort(m_found.begin(), m_found.end());
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
        return std::move(m_found);
    }

private:
    void addTypes(const catalog::Table &table)
    {
        for (const auto &column : table.columns) {
            const auto type = m_types.constFind(elementType(column.type));
            if (type != m_types.cend())
                m_found.push_back({catalog::partOf(idOf(table), Kind::Column, column.name), *type});
        }
    }

    /// A foreign key leans on the unique index over what it points to.
    void addReferencedKeys(const catalog::Table &table)
    {
        for (const auto &constraint : table.constraints) {
            if (constraint.type != catalog::Constraint::Type::ForeignKey)
                continue;
            const auto *target = findTable(m_made, constraint.referencedTable);
            if (!target)
                continue;
            auto wanted = constraint.referencedColumns;
            wanted.sort();
            for (const auto &index : target->indexes) {
                QStringList columns;
                for (const auto &key : index.keys)
                    columns << key.column;
                columns.sort();
                if (index.unique && index.predicate.isEmpty() && columns == wanted)
                    m_found.push_back({catalog::partOf(idOf(table), Kind::Constraint, constraint.name),
                                       catalog::indexId(target->schema, index)});
            }
        }
    }

    void addRead(const catalog::View &view)
    {
        for (const auto &name : sql::relationNames(view.definition)) {
            const catalog::QualifiedName read{schemaOf(name.schema), name.name};
            if (const auto *table = findTable(m_made, read))
                m_found.push_back({idOf(view), idOf(*table)});
            const auto *other = findView(m_made, read);
            if (other && other != &view)
                m_found.push_back({idOf(view), idOf(*other)});
        }
    }

    const catalog::Snapshot &m_made;
    QHash<QString, ObjectId> m_types; ///< enums, by their names in SQL
    std::vector<catalog::Dependency> m_found;
};

/// What every new database has, and no project describes.
void addWhatIsThere(catalog::Snapshot &made)
{
    catalog::Schema schema;
    schema.name = publicSchema.toString();
    schema.comment = u"standard public schema"_s;
    schema.privileges.granted = {{.right = u"CREATE"_s}, {.right = u"USAGE"_s}};
    made.schemas.push_back(schema);
    catalog::Extension extension;
    extension.name = u"plpgsql"_s;
    extension.comment = u"PL/pgSQL procedural language"_s;
    extension.inSchema = u"pg_catalog"_s;
    made.extensions.push_back(extension);
}

} // namespace

QString schemaOf(const QString &schema)
{
    return schema.isEmpty() ? publicSchema.toString() : schema;
}

QString optionSql(const QString &name)
{
    QString sql;
    for (const auto letter : name)
        sql += letter.isUpper() ? u'_' + QString(letter.toLower()) : QString(letter);
    return sql;
}

QString typeSql(const Column &column)
{
    if (!column.typeSchema)
        return column.type;
    const auto element = elementType(column.type);
    return quote(schemaOf(*column.typeSchema), element) + column.type.mid(element.size());
}

catalog::Snapshot catalogOf(const Snapshot &snapshot)
{
    catalog::Snapshot made;
    addWhatIsThere(made);
    for (const auto &[key, name] : snapshot.schemas) {
        made.schemas.emplace_back();
        made.schemas.back().name = name;
    }
    for (const auto &[key, type] : snapshot.enums) {
        made.enums.emplace_back();
        made.enums.back().schema = schemaOf(type.schema);
        made.enums.back().name = type.name;
        made.enums.back().labels = type.values;
    }
    for (const auto &[key, sequence] : snapshot.sequences) {
        made.sequences.emplace_back();
        made.sequences.back().schema = schemaOf(sequence.schema);
        made.sequences.back().name = sequence.name;
        made.sequences.back().options = optionsOf(sequence, u"bigint"_s);
    }
    for (const auto &[key, role] : snapshot.roles)
        made.roles.push_back({.name = role.name,
                              .inherit = role.inherit.value_or(true),
                              .createRole = role.createRole.value_or(false),
                              .createDatabase = role.createDb.value_or(false)});
    for (const auto &[key, table] : snapshot.tables)
        made.tables.push_back(tableOf(table));
    for (const auto &[key, view] : snapshot.views) {
        if (!view.isExisting)
            made.views.push_back(viewOf(view));
    }
    sortByName(made.schemas);
    sortByName(made.roles);
    sortBySchema(made.enums);
    sortBySchema(made.sequences);
    sortBySchema(made.tables);
    sortBySchema(made.views);
    *made.dependencies = Dependencies(made).find();
    return made;
}

} // namespace squall::drizzle
