#include "core/drizzle/typescript/writerelations.h"

#include "core/drizzle/typescript/casing.h"
#include "core/drizzle/typescript/plural.h"
#include "core/drizzle/typescript/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// A foreign key between two tables of the schema.
struct Link
{
    const ForeignKey *key;
    QString from; ///< keys of tables
    QString to;
    bool ambiguous = false; ///< there are several between the two, or it leads back to its table
};

/// One line of a table's relations.
struct Field
{
    QString name;
    QString text; ///< behind the name
    bool isOne = true;
};

/// Whether a row of the other table has at most one row here.
bool isUnique(const Table &table, QStringList columns)
{
    columns.sort();
    const auto same = [&](QStringList other) {
        other.sort();
        return other == columns;
    };
    for (const auto &[name, column] : table.columns) {
        if (column.primaryKey && same({name}))
            return true;
    }
    for (const auto &[name, key] : table.compositePrimaryKeys) {
        if (same(key.columns))
            return true;
    }
    for (const auto &[name, unique] : table.uniqueConstraints) {
        if (same(unique.columns))
            return true;
    }
    return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const auto &entry) {
        const auto &index = entry.second;
        QStringList parts;
        for (const auto &column : index.columns)
            parts << (column.isExpression ? QString() : column.expression);
        return index.isUnique && !index.where && same(parts);
    });
}

class RelationsWriter
{
public:
    RelationsWriter(const Snapshot &snapshot, const SchemaNames &names)
        : m_snapshot(snapshot)
        , m_names(names)
    {
    }

    QString write()
    {
        findLinks();
        for (const auto &link : m_links)
            addOne(link);
        for (const auto &link : m_links)
            addBack(link);
        if (m_fields.empty())
            return u"// No foreign keys lead from one table of the schema to another.\nexport {};\n"_s;
        QStringList constants;
        for (const auto &[constant, fields] : m_fields)
            constants << constant;
        QStringList blocks;
        for (const auto &[constant, fields] : m_fields)
            blocks << block(constant, fields);
        return u"import { relations } from \"drizzle-orm/relations\";\nimport { "_s +
               constants.join(u", "_s) + u" } from \"./schema\";\n\n"_s + blocks.join(u'\n');
    }

private:
    void findLinks()
    {
        std::map<std::pair<QString, QString>, int> between;
        for (const auto &[key, table] : m_snapshot.tables) {
            for (const auto &[name, foreign] : table.foreignKeys) {
                const auto to = placeOf(foreign.schemaTo.value_or(QString()), foreign.tableTo);
                if (!m_snapshot.tables.contains(to))
                    continue;
                m_links.push_back({&foreign, key, to});
                ++between[std::minmax(key, to)];
            }
        }
        for (auto &link : m_links)
            link.ambiguous = link.from == link.to || between[std::minmax(link.from, link.to)] > 1;
    }

    QString constant(const QString &table) const { return m_names.tables.value(table); }
    QString columnKey(const QString &table, const QString &column) const
    {
        return m_names.columns[table].value(column);
    }

    QStringList members(const QString &table, const QStringList &columns) const
    {
        QStringList made;
        for (const auto &column : columns)
            made << tsMember(constant(table), columnKey(table, column));
        return made;
    }

    /// What a column says about whom it refers to: `author` for `author_id`.
    QString roleOf(const Link &link) const
    {
        static const QRegularExpression ending(u"(?:_?(?:[iI][dD]|[uU][uU][iI][dD]|[fF][kK]))$"_s);
        auto name = columnKey(link.from, link.key->columnsFrom.value(0));
        const auto bare = name.left(name.indexOf(ending));
        if (name.contains(ending) && !bare.isEmpty())
            name = bare;
        const auto camel = camelCase(name);
        return camel.isEmpty() ? u"related"_s : camel;
    }

    QString relationName(const Link &link) const
    {
        return u"%1_%2_%3_%4"_s.arg(constant(link.from), columnKey(link.from, link.key->columnsFrom.value(0)),
                                    constant(link.to), columnKey(link.to, link.key->columnsTo.value(0))) +
               (link.key->columnsFrom.size() > 1 ? u'_' + link.key->name : QString());
    }

    QString nameLine(const Link &link) const
    {
        return link.ambiguous ? u"\t\trelationName: "_s + tsString(relationName(link)) + u",\n"_s : QString();
    }

    void addOne(const Link &link)
    {
        const auto name = link.ambiguous ? roleOf(link) : singular(constant(link.to));
        add(link.from, name,
            u"one("_s + constant(link.to) + u", {\n\t\tfields: "_s +
                tsList(members(link.from, link.key->columnsFrom)) + u",\n\t\treferences: "_s +
                tsList(members(link.to, link.key->columnsTo)) + u",\n"_s + nameLine(link) + u"\t})"_s,
            true);
    }

    void addBack(const Link &link)
    {
        const bool one = isUnique(*m_snapshot.tables.find(link.from), link.key->columnsFrom);
        auto name = one ? singular(constant(link.from)) : plural(constant(link.from));
        if (link.ambiguous)
            name += u"By"_s + capitalised(roleOf(link));
        const auto options = link.ambiguous ? u", {\n"_s + nameLine(link) + u"\t}"_s : QString();
        add(link.to, name, (one ? u"one("_s : u"many("_s) + constant(link.from) + options + u')', one);
    }

    void add(const QString &table, const QString &wanted, const QString &text, bool one)
    {
        auto &fields = m_fields[constant(table)];
        const auto keys = m_names.columns[table].values();
        const auto taken = [&](const QString &name) {
            return keys.contains(name) || std::any_of(fields.begin(), fields.end(),
                                                      [&](const Field &field) { return field.name == name; });
        };
        auto name = wanted;
        if (keys.contains(name))
            name += u"Relation"_s;
        const auto base = name;
        for (int number = 2; taken(name); ++number)
            name = base + QString::number(number);
        fields.push_back({name, text, one});
    }

    QString block(const QString &constant, const std::vector<Field> &fields) const
    {
        const auto has = [&](bool one) {
            return std::any_of(fields.begin(), fields.end(),
                               [&](const Field &field) { return field.isOne == one; });
        };
        QStringList functions;
        if (has(true))
            functions << u"one"_s;
        if (has(false))
            functions << u"many"_s;
        QString text = u"export const "_s + relationsConstant(constant) + u" = relations("_s + constant +
                       u", ({ "_s + functions.join(u", "_s) + u" }) => ({\n"_s;
        for (const auto &field : fields)
            text += u'\t' + tsKey(field.name) + u": "_s + field.text + u",\n"_s;
        return text + u"}));\n"_s;
    }

    /// A table may be called like the relations of another.
    QString relationsConstant(const QString &constant) const
    {
        auto name = constant + u"Relations"_s;
        while (m_fields.contains(name))
            name += u'_';
        return name;
    }

    const Snapshot &m_snapshot;
    const SchemaNames &m_names;
    std::vector<Link> m_links;
    std::map<QString, std::vector<Field>> m_fields; ///< by the table's constant
};

} // namespace

QString writeRelations(const Snapshot &snapshot, const SchemaNames &names)
{
    return RelationsWriter(snapshot, names).write();
}

} // namespace squall::drizzle
