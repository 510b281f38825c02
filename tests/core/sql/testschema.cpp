#include "testschema.h"

#include <QRegularExpression>

#include <algorithm>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

catalog::QualifiedName nameOf(const QString &text)
{
    const auto dot = text.indexOf(u'.');
    return {text.left(dot), text.mid(dot + 1)};
}

QStringList listOf(const QString &text)
{
    QStringList parts;
    for (const auto &part : text.split(u',', Qt::SkipEmptyParts))
        parts << part.trimmed();
    return parts;
}

template<typename T>
T named(const QString &text)
{
    T object;
    const auto name = nameOf(text.trimmed());
    object.schema = name.schema;
    object.name = name.name;
    return object;
}

/// `name type [pk] [notnull] [identity] [default …]`; a name with blanks begins with a capital.
catalog::Column columnOf(const QString &text, catalog::Table *table)
{
    static const QRegularExpression form(
        u"^([A-Z]\\w+ [A-Z]\\w+|\\w+) (.+?)( pk)?( notnull)?( identity)?(?: default (.+?))?(?: partition (\\S+))?$"_s);
    const auto match = form.match(text.trimmed());
    catalog::Column column{.name = match.captured(1), .type = match.captured(2)};
    column.notNull = match.hasCaptured(3) || match.hasCaptured(4);
    if (!match.captured(5).isEmpty())
        column.identity = catalog::Identity{};
    if (!match.captured(6).isEmpty())
        column.defaultSql = match.captured(6);
    if (table && !match.captured(7).isEmpty())
        table->partitionOf = nameOf(match.captured(7));
    column.notNull = !match.captured(3).isEmpty() || !match.captured(4).isEmpty();
    if (table && !match.captured(3).isEmpty()) {
        const auto name = table->name + u"_pkey"_s;
        if (table->constraints.empty()) {
            table->constraints.push_back({.name = name, .type = catalog::Constraint::Type::PrimaryKey});
            table->indexes.push_back({.name = name, .unique = true, .constraint = name});
        }
        table->constraints.front().columns << column.name;
        table->indexes.front().keys.push_back({.column = column.name});
    }
    return column;
}

/// Reads one line into the snapshot it belongs to.
class Reader
{
public:
    catalog::Snapshot snapshot;

    void read(const QString &line)
    {
        const auto space = line.indexOf(u' ');
        const auto word = line.left(space);
        const auto rest = line.mid(space + 1);
        if (word == u"table" || word == u"view" || word == u"materialized")
            relation(word, rest);
        else if (word == u"unique" || word == u"index" || word == u"fk")
            key(word, rest);
        else if (word == u"trigger" || word == u"policy")
            part(word, rest);
        else if (word == u"function" || word == u"procedure" || word == u"aggregate")
            function(word, rest);
        else
            other(word, rest);
    }

private:
    catalog::Table &table(const QString &name)
    {
        const auto wanted = nameOf(name);
        return *std::find_if(snapshot.tables.begin(), snapshot.tables.end(), [&](const catalog::Table &each) {
            return each.schema == wanted.schema && each.name == wanted.name;
        });
    }

    void relation(const QString &word, const QString &rest)
    {
        const auto colon = rest.indexOf(u':');
        const auto columns = rest.mid(colon + 1).split(u';', Qt::SkipEmptyParts);
        if (word == u"table") {
            auto made = named<catalog::Table>(rest.left(colon));
            for (const auto &column : columns)
                made.columns.push_back(columnOf(column, &made));
            snapshot.tables.push_back(made);
            return;
        }
        auto made = named<catalog::View>(rest.left(colon));
        made.materialized = word == u"materialized";
        for (const auto &column : columns)
            made.columns.push_back(columnOf(column, nullptr));
        snapshot.views.push_back(made);
    }

    void key(const QString &word, const QString &rest)
    {
        static const QRegularExpression form(u"^(\\S+) (\\S+) \\((.+?)\\)(?: (\\S+) \\((.+)\\))?$"_s);
        const auto match = form.match(rest);
        auto &owner = table(match.captured(1));
        const auto columns = listOf(match.captured(3));
        if (word == u"fk") {
            owner.constraints.push_back({.name = match.captured(2),
                                         .type = catalog::Constraint::Type::ForeignKey,
                                         .columns = columns,
                                         .referencedTable = nameOf(match.captured(4)),
                                         .referencedColumns = listOf(match.captured(5))});
            return;
        }
        catalog::Index index{.name = match.captured(2), .unique = word == u"unique"};
        for (const auto &column : columns)
            index.keys.push_back({.column = column});
        if (index.unique)
            owner.constraints.push_back(
                {.name = index.name, .type = catalog::Constraint::Type::Unique, .columns = columns});
        owner.indexes.push_back(index);
    }

    void part(const QString &word, const QString &rest)
    {
        const auto parts = rest.split(u' ');
        if (word == u"trigger")
            table(parts[0]).triggers.push_back({.name = parts[1], .definition = {}});
        else
            table(parts[0]).policies.push_back({.name = parts[1]});
    }

    void function(const QString &word, const QString &rest)
    {
        const auto open = rest.indexOf(u'(');
        const auto close = rest.indexOf(u')');
        auto made = named<catalog::Function>(rest.left(open));
        made.arguments = rest.mid(open + 1, close - open - 1);
        made.identityArguments = QString(made.arguments).remove(QRegularExpression(u" DEFAULT \\w+"_s));
        made.result = rest.mid(close + 1).trimmed();
        made.type = word == u"procedure"   ? catalog::Function::Type::Procedure
                    : word == u"aggregate" ? catalog::Function::Type::Aggregate
                                           : catalog::Function::Type::Function;
        snapshot.functions.push_back(made);
    }

    void other(const QString &word, const QString &rest)
    {
        const auto colon = rest.indexOf(u':');
        const auto name = rest.left(colon);
        const auto content = rest.mid(colon + 1);
        if (word == u"enum") {
            auto made = named<catalog::Enum>(name);
            made.labels = listOf(content);
            snapshot.enums.push_back(made);
        } else if (word == u"domain") {
            auto made = named<catalog::Domain>(name);
            made.baseType = content.trimmed();
            snapshot.domains.push_back(made);
        } else if (word == u"composite") {
            auto made = named<catalog::Composite>(name);
            for (const auto &attribute : content.split(u';'))
                made.attributes.push_back(columnOf(attribute, nullptr));
            snapshot.composites.push_back(made);
        } else if (word == u"sequence") {
            snapshot.sequences.push_back(named<catalog::Sequence>(name));
        } else if (word == u"role") {
            snapshot.roles.push_back({.name = rest});
        } else if (word == u"schema") {
            snapshot.schemas.emplace_back().name = rest;
        } else if (word == u"extension") {
            snapshot.extensions.emplace_back().name = rest;
        } else {
            qFatal("unknown line in the schema: %s", qPrintable(word));
        }
    }
};

template<typename T>
void sortByName(std::vector<T> &list)
{
    std::sort(list.begin(), list.end(),
              [](const T &a, const T &b) { return std::tie(a.schema, a.name) < std::tie(b.schema, b.name); });
}

} // namespace

catalog::SnapshotPtr readSchema(const QString &text)
{
    Reader reader;
    for (const auto &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty() && !line.startsWith(u'#'))
            reader.read(line.trimmed());
    }
    sortByName(reader.snapshot.tables);
    sortByName(reader.snapshot.views);
    sortByName(reader.snapshot.functions);
    return std::make_shared<const catalog::Snapshot>(std::move(reader.snapshot));
}

} // namespace squall::test
