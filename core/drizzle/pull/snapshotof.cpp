#include "core/drizzle/pull/snapshotof.h"

#include "core/base/jsonstring.h"
#include "core/base/quote.h"
#include "core/base/typemodifier.h"
#include "core/catalog/written.h"
#include "core/drizzle/pull/columntypes.h"
#include "core/drizzle/pull/sqltext.h"
#include "core/drizzle/pull/tablereader.h"
#include "core/drizzle/snapshotfields.h"
#include "core/drizzle/typescript/builders.h"

#include <array>
#include <limits>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView publicSchema = u"public";

QString keyOf(const QString &schema, const QString &name)
{
    return schema + u'.' + name;
}

/// `securityBarrier` for `security_barrier`.
QString optionName(const QString &sql)
{
    QString name;
    bool capital = false;
    for (const auto letter : sql) {
        if (letter == u'_') {
            capital = true;
        } else {
            name += capital ? letter.toUpper() : letter;
            capital = false;
        }
    }
    return name;
}

/// As TypeScript has it: booleans as such, whatever word was given for them.
Json viewOptionValue(const QString &name, const QString &text)
{
    const bool isBoolean = name.startsWith(u"security") || name == u"autovacuumEnabled" ||
                           name == u"vacuumTruncate" || name == u"userCatalogTable";
    if (!isBoolean)
        return optionValue(text);
    const auto word = text.toLower();
    return {word == u"true" || word == u"on" || word == u"1" || word == u"yes" ? "true" : "false"};
}

std::optional<Members<Json>> viewOptionsOf(const catalog::View &view)
{
    Members<Json> with;
    for (const auto &option : view.options) {
        const auto name = optionName(option.section(u'=', 0, 0));
        const auto known = viewOptions();
        const bool sayable = std::any_of(known.begin(), known.end(),
                                         [&](const char *each) { return name == QLatin1StringView(each); });
        if (sayable)
            with.set(name, viewOptionValue(name, option.section(u'=', 1)));
    }
    return with.empty() ? std::nullopt : std::optional(with);
}

/// What node-postgres makes of values of a type that drizzle-orm has no function for.
QString valueOf(const catalog::Snapshot &catalog, const QString &sqlType)
{
    const auto element = elementType(sqlType);
    if (const auto *domain = catalog::findWritten(catalog.domains, element))
        return domain->baseType.endsWith(u']') ? u"unknown"_s : valueOf(catalog, domain->baseType);
    if (element == u"bytea")
        return u"Uint8Array"_s;
    constexpr std::array<QStringView, 5> numbers = {u"integer", u"smallint", u"real", u"double precision",
                                                    u"oid"};
    if (std::find(numbers.begin(), numbers.end(), element) != numbers.end())
        return u"number"_s;
    if (element == u"boolean")
        return u"boolean"_s;
    return element == u"json" || element == u"jsonb" ? u"unknown"_s : u"string"_s;
}

Sequence sequenceOf(const catalog::Sequence &sequence)
{
    const auto text = [](qint64 number) { return QString::number(number); };
    const auto &options = sequence.options;
    return {.name = sequence.name,
            .schema = sequence.schema,
            .increment = text(options.increment),
            .startWith = text(options.start),
            .minValue = text(options.minimum),
            .maxValue = text(options.maximum),
            .cache = text(options.cache),
            .cycle = options.cycle};
}

qint64 largest(const QString &type)
{
    if (type == u"smallint")
        return std::numeric_limits<qint16>::max();
    return type == u"integer" ? std::numeric_limits<qint32>::max() : std::numeric_limits<qint64>::max();
}

/// Fills a `Pulled`.
class Pull
{
public:
    Pull(const catalog::Snapshot &catalog, const Selection &selection)
        : m_catalog(catalog)
        , m_selection(selection)
        , m_types(catalog)
        , m_reader(catalog, m_types)
    {
        m_made.snapshot = emptySnapshot();
        m_made.snapshot.id.clear();
        m_made.snapshot.prevId.clear();
        m_made.outside = m_made.snapshot;
    }

    Pulled run()
    {
        for (const auto &schema : m_catalog.schemas) {
            if (m_selection.hasSchema(schema.name) && schema.name != publicSchema)
                m_made.snapshot.schemas.set(schema.name, schema.name);
        }
        for (const auto &type : m_catalog.enums) {
            if (m_selection.hasSchema(type.schema))
                addEnum(m_made.snapshot, type);
        }
        for (const auto &role : m_catalog.roles) {
            if (m_selection.hasRole(role.name))
                m_made.snapshot.roles.set(role.name,
                                          {role.name, role.createDatabase, role.createRole, role.inherit});
        }
        addSequences();
        addTables();
        addViews();
        return std::move(m_made);
    }

private:
    static void addEnum(Snapshot &to, const catalog::Enum &type)
    {
        to.enums.set(keyOf(type.schema, type.name), {type.name, type.schema, type.labels});
    }

    void addSequences()
    {
        for (const auto &sequence : m_catalog.sequences) {
            const bool ownersOwn = !sequence.ownerTable.isEmpty() && !isSelected(sequence.ownerTable);
            if (m_selection.hasSchema(sequence.schema) && !ownersOwn && !serialColumn(m_catalog, sequence))
                m_made.snapshot.sequences.set(keyOf(sequence.schema, sequence.name), sequenceOf(sequence));
        }
    }

    bool isSelected(const catalog::QualifiedName &name) const
    {
        const auto *table = catalog::findTable(m_catalog, name);
        return table && hasTableFor(*table, m_selection);
    }

    void addTables()
    {
        for (const auto &table : m_catalog.tables) {
            if (!hasTableFor(table, m_selection))
                continue;
            auto made = m_reader.read(table);
            for (const auto &column : table.columns)
                noteType(column.type);
            for (const auto &constraint : table.constraints) {
                if (constraint.type == catalog::Constraint::Type::ForeignKey &&
                    made.foreignKeys.contains(constraint.name))
                    noteTarget(constraint);
            }
            m_made.snapshot.tables.set(keyOf(table.schema, table.name), std::move(made));
        }
    }

    /// Types that are neither built in nor part of the selection.
    void noteType(const QString &sqlType)
    {
        const auto type = m_types.of(sqlType);
        if (const auto *known = m_types.enumOf(sqlType)) {
            if (!m_selection.hasSchema(known->schema))
                addEnum(m_made.outside, *known);
        } else if (const auto element = elementType(type.type); !builderOf(element)) {
            m_made.customValues.insert(element, valueOf(m_catalog, sqlType));
        }
    }

    /// A foreign key may lead out of the selection.
    void noteTarget(const catalog::Constraint &key)
    {
        const auto &name = key.referencedTable;
        const auto *target = catalog::findTable(m_catalog, name);
        if (!target || hasTableFor(*target, m_selection))
            return;
        const auto place = keyOf(name.schema, name.name);
        if (!m_made.outside.tables.contains(place))
            m_made.outside.tables.set(
                place, {.name = name.name, .schema = name.schema == publicSchema ? QString() : name.schema});
        auto &made = *m_made.outside.tables.find(place);
        for (const auto &column : target->columns) {
            if (!key.referencedColumns.contains(column.name) || made.columns.contains(column.name))
                continue;
            noteType(column.type);
            made.columns.set(column.name, m_reader.bareColumn(column));
        }
    }

    void addViews()
    {
        for (const auto &view : m_catalog.views) {
            if (!m_selection.hasRelation(view))
                continue;
            View made{.name = view.name,
                      .schema = view.schema,
                      .definition = queryText(view.definition),
                      .with = viewOptionsOf(view),
                      .materialized = view.materialized};
            if (!view.tablespace.isEmpty())
                made.tablespace = view.tablespace;
            if (!view.accessMethod.isEmpty())
                made.usingMethod = view.accessMethod;
            for (const auto &column : view.columns) {
                noteType(column.type);
                auto bare = m_reader.bareColumn(column);
                if (elementType(column.type) != column.type)
                    bare.typeSchema.reset(); // drizzle-kit does not look into arrays of views
                made.columns.set(column.name, bare);
            }
            m_made.snapshot.views.set(keyOf(view.schema, view.name), std::move(made));
        }
    }

    const catalog::Snapshot &m_catalog;
    const Selection &m_selection;
    ColumnTypes m_types;
    TableReader m_reader;
    Pulled m_made;
};

} // namespace

Pulled snapshotOf(const catalog::Snapshot &catalog, const Selection &selection)
{
    return Pull(catalog, selection).run();
}

bool hasTableFor(const catalog::Table &table, const Selection &selection)
{
    return !table.foreign && !table.isPartition() && selection.hasRelation(table);
}

const catalog::Column *serialColumn(const catalog::Snapshot &catalog, const catalog::Sequence &sequence)
{
    const auto *table = catalog::findTable(catalog, sequence.ownerTable);
    const auto *column = table ? catalog::findColumn(table->columns, sequence.ownerColumn) : nullptr;
    if (!column || !column->notNull || !column->defaultSql || sequence.schema != table->schema)
        return nullptr;
    const auto &options = sequence.options;
    const bool usual = options.start == 1 && options.increment == 1 && options.minimum == 1 &&
                       options.cache == 1 && !options.cycle && !sequence.unlogged &&
                       options.maximum == largest(options.type) &&
                       (options.type == column->type || options.type == u"bigint");
    const bool counted =
        column->type == u"integer" || column->type == u"smallint" || column->type == u"bigint";
    // Servers differ in what they put into quotes.
    const auto bare = [](QString text) { return text.remove(u'"'); };
    const auto name = quote(sequence.schema, sequence.name).replace(u'\'', u"''"_s);
    return usual && counted && bare(*column->defaultSql) == bare(u"nextval('"_s + name + u"'::regclass)"_s)
               ? column
               : nullptr;
}

} // namespace squall::drizzle
