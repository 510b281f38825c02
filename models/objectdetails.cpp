#include "models/objectdetails.h"

#include "core/base/shorttypename.h"
#include "models/indexstate.h"
#include "models/quantity.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ObjectDetails)
};

/// Lines nobody would miss stay out.
void addLine(DetailSection &section, const QString &label, const QString &value, bool code = false)
{
    if (!value.isEmpty())
        section.lines.push_back({.label = label, .value = value, .code = code});
}

void addSection(ObjectDetails &details, DetailSection section)
{
    if (!section.lines.empty())
        details.sections.push_back(std::move(section));
}

QString shortName(const QString &home, const catalog::QualifiedName &name)
{
    return name.schema == home ? name.name : name.schema + u'.' + name.name;
}

ObjectId idOfTable(const catalog::Snapshot &snapshot, const catalog::QualifiedName &name)
{
    const auto *table = findTable(snapshot, name);
    return table ? idOf(*table) : ObjectId{Kind::Table, name.schema, name.name};
}

QString whatIs(const catalog::Table &table)
{
    if (table.foreign)
        return Text::tr("foreign table");
    if (table.isPartitioned())
        return Text::tr("partitioned table");
    if (table.isPartition())
        return Text::tr("partition");
    return table.persistence == catalog::Persistence::Unlogged ? Text::tr("unlogged table")
                                                               : Text::tr("table");
}

void addSize(DetailSection &facts, const catalog::Size &size)
{
    if (size.rows >= 0)
        addLine(facts, Text::tr("Rows"), estimatedRows(size.rows));
    if (size.bytes > 0)
        addLine(facts, Text::tr("Size"), byteSize(size.bytes));
}

DetailSection columnsOf(const std::vector<catalog::Column> &columns, const QStringList &primaryKey)
{
    DetailSection section{Text::tr("Columns")};
    for (const auto &column : columns) {
        const auto name = shortTypeName(column.type);
        const auto type = column.notNull || primaryKey.contains(column.name) ? name : name + u" ?"_s;
        section.lines.push_back(
            {.label = column.name, .value = type, .code = true, .key = primaryKey.contains(column.name)});
    }
    return section;
}

DetailSection referencesOf(const catalog::Snapshot &snapshot, const catalog::Table &table)
{
    DetailSection section{Text::tr("References")};
    for (const auto &constraint : table.constraints) {
        if (constraint.type == catalog::Constraint::Type::ForeignKey)
            section.lines.push_back({.label = constraint.columns.join(u", "_s),
                                     .value = u"→ "_s + shortName(table.schema, constraint.referencedTable),
                                     .link = idOfTable(snapshot, constraint.referencedTable)});
    }
    return section;
}

DetailSection referencesTo(const catalog::Snapshot &snapshot, const catalog::Table &table)
{
    DetailSection section{Text::tr("Referenced by")};
    for (const auto &other : snapshot.tables) {
        for (const auto &constraint : other.constraints) {
            const bool points = constraint.type == catalog::Constraint::Type::ForeignKey &&
                                !constraint.inheritedForeignKey &&
                                constraint.referencedTable.name == table.name &&
                                constraint.referencedTable.schema == table.schema;
            if (points)
                section.lines.push_back({.label = shortName(table.schema, {other.schema, other.name}),
                                         .value = constraint.columns.join(u", "_s),
                                         .link = idOf(other)});
        }
    }
    return section;
}

DetailSection indexesOf(const std::vector<catalog::Index> &indexes)
{
    DetailSection section{Text::tr("Indexes")};
    for (const auto &index : indexes) {
        QStringList keys;
        for (const auto &key : index.keys)
            keys += key.column.isEmpty() ? key.expression : key.column;
        auto value = keys.join(u", "_s);
        if (!index.valid)
            value += u" · "_s + indexState(index);
        section.lines.push_back({.label = index.name, .value = value, .code = true});
    }
    return section;
}

template<typename T>
DetailSection namesOf(const QString &title, const std::vector<T> &parts)
{
    DetailSection section{title};
    for (const auto &part : parts)
        section.lines.push_back({.label = part.name});
    return section;
}

ObjectDetails about(const catalog::Snapshot &snapshot, const catalog::Table &table)
{
    ObjectDetails details{
        .id = idOf(table), .name = table.name, .what = whatIs(table), .comment = table.comment};
    DetailSection facts;
    addLine(facts, Text::tr("Schema"), table.schema);
    addLine(facts, Text::tr("Owner"), table.owner);
    addSize(facts, *table.size);
    addLine(facts, Text::tr("Partitioned by"), table.partitionKey, true);
    if (table.isPartition()) {
        facts.lines.push_back({.label = Text::tr("Partition of"),
                               .value = shortName(table.schema, table.partitionOf),
                               .link = idOfTable(snapshot, table.partitionOf)});
        addLine(facts, Text::tr("Bound"), table.partitionBound, true);
    }
    addLine(facts, Text::tr("Server"), table.server);
    if (table.rowSecurity)
        addLine(facts, Text::tr("Row security"),
                table.forceRowSecurity ? Text::tr("forced") : Text::tr("on"));
    addSection(details, std::move(facts));

    QStringList primaryKey;
    for (const auto &constraint : table.constraints) {
        if (constraint.type == catalog::Constraint::Type::PrimaryKey)
            primaryKey = constraint.columns;
    }
    addSection(details, columnsOf(table.columns, primaryKey));
    addSection(details, referencesOf(snapshot, table));
    addSection(details, referencesTo(snapshot, table));
    addSection(details, indexesOf(table.indexes));
    addSection(details, namesOf(Text::tr("Triggers"), table.triggers));
    addSection(details, namesOf(Text::tr("Policies"), table.policies));
    return details;
}

ObjectDetails about(const catalog::Snapshot &, const catalog::View &view)
{
    ObjectDetails details{.id = idOf(view),
                          .name = view.name,
                          .what = view.materialized ? Text::tr("materialized view") : Text::tr("view"),
                          .comment = view.comment};
    DetailSection facts;
    addLine(facts, Text::tr("Schema"), view.schema);
    addLine(facts, Text::tr("Owner"), view.owner);
    if (view.materialized) {
        addSize(facts, *view.size);
        if (!*view.populated)
            addLine(facts, Text::tr("State"), Text::tr("never refreshed"));
    }
    addSection(details, std::move(facts));
    addSection(details, columnsOf(view.columns, {}));
    addSection(details, indexesOf(view.indexes));
    addSection(details, namesOf(Text::tr("Triggers"), view.triggers));
    return details;
}

/// The beginning of every type, function and sequence.
template<typename T>
std::pair<ObjectDetails, DetailSection> begin(const T &object, const QString &what)
{
    ObjectDetails details{.id = idOf(object), .name = object.name, .what = what, .comment = object.comment};
    DetailSection facts;
    addLine(facts, Text::tr("Schema"), object.schema);
    addLine(facts, Text::tr("Owner"), object.owner);
    return {details, facts};
}

ObjectDetails about(const catalog::Snapshot &, const catalog::Enum &type)
{
    auto [details, facts] = begin(type, Text::tr("enum"));
    addSection(details, std::move(facts));
    DetailSection labels{Text::tr("Values")};
    for (const auto &label : type.labels)
        labels.lines.push_back({.label = label});
    addSection(details, std::move(labels));
    return details;
}

ObjectDetails about(const catalog::Snapshot &, const catalog::Domain &type)
{
    auto [details, facts] = begin(type, Text::tr("domain"));
    addLine(facts, Text::tr("Type"), type.notNull ? type.baseType : type.baseType + u" ?"_s, true);
    addLine(facts, Text::tr("Default"), type.defaultSql.value_or(QString()), true);
    addSection(details, std::move(facts));
    DetailSection checks{Text::tr("Checks")};
    for (const auto &check : type.constraints)
        checks.lines.push_back({.label = check.name, .value = check.expression, .code = true});
    addSection(details, std::move(checks));
    return details;
}

ObjectDetails about(const catalog::Snapshot &, const catalog::Composite &type)
{
    auto [details, facts] = begin(type, Text::tr("composite type"));
    addSection(details, std::move(facts));
    DetailSection attributes{Text::tr("Attributes")};
    for (const auto &attribute : type.attributes)
        attributes.lines.push_back({.label = attribute.name, .value = attribute.type, .code = true});
    addSection(details, std::move(attributes));
    return details;
}

ObjectDetails about(const catalog::Snapshot &, const catalog::Range &type)
{
    auto [details, facts] = begin(type, Text::tr("range type"));
    addLine(facts, Text::tr("Subtype"), type.subtype, true);
    addSection(details, std::move(facts));
    return details;
}

ObjectDetails about(const catalog::Snapshot &, const catalog::Sequence &sequence)
{
    auto [details, facts] = begin(sequence, Text::tr("sequence"));
    addLine(facts, Text::tr("Type"), sequence.options.type, true);
    addLine(facts, Text::tr("Start"), QString::number(sequence.options.start), true);
    addLine(facts, Text::tr("Increment"), QString::number(sequence.options.increment), true);
    if (!sequence.ownerTable.isEmpty())
        addLine(facts, Text::tr("Owned by"),
                shortName(sequence.schema, sequence.ownerTable) + u'.' + sequence.ownerColumn);
    addSection(details, std::move(facts));
    return details;
}

ObjectDetails about(const catalog::Snapshot &, const catalog::Function &function)
{
    using Type = catalog::Function::Type;
    const auto what = function.type == Type::Procedure   ? Text::tr("procedure")
                      : function.type == Type::Aggregate ? Text::tr("aggregate")
                      : function.type == Type::Window    ? Text::tr("window function")
                                                         : Text::tr("function");
    auto [details, facts] = begin(function, what);
    addLine(facts, Text::tr("Arguments"), function.arguments, true);
    addLine(facts, Text::tr("Returns"), function.result, true);
    addLine(facts, Text::tr("Language"), function.language);
    addSection(details, std::move(facts));
    return details;
}

template<typename T>
std::optional<ObjectDetails> find(const catalog::Snapshot &snapshot, const std::vector<T> &objects,
                                  const ObjectId &id)
{
    const auto found =
        std::find_if(objects.begin(), objects.end(), [&](const T &object) { return idOf(object) == id; });
    if (found == objects.end())
        return {};
    return about(snapshot, *found);
}

} // namespace

std::optional<ObjectDetails> describe(const catalog::Snapshot &snapshot, const ObjectId &id)
{
    switch (id.kind) {
    case Kind::Table:
    case Kind::ForeignTable: return find(snapshot, snapshot.tables, id);
    case Kind::View:
    case Kind::MaterializedView: return find(snapshot, snapshot.views, id);
    case Kind::Enum: return find(snapshot, snapshot.enums, id);
    case Kind::Domain: return find(snapshot, snapshot.domains, id);
    case Kind::Composite: return find(snapshot, snapshot.composites, id);
    case Kind::Range: return find(snapshot, snapshot.ranges, id);
    case Kind::Sequence: return find(snapshot, snapshot.sequences, id);
    case Kind::Function:
    case Kind::Aggregate: return find(snapshot, snapshot.functions, id);
    default: return {};
    }
}

} // namespace squall::models
