#include "core/drizzle/typescript/tablewriter.h"

#include "core/drizzle/catalogof.h"
#include "core/drizzle/typescript/columnwriter.h"
#include "core/drizzle/typescript/text.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

QString indented(const QStringList &lines)
{
    QString text;
    for (const auto &line : lines)
        text += u'\t' + line + u",\n"_s;
    return text;
}

/// What stands beside the columns, in `(table) => […]`.
class ExtrasWriter
{
public:
    ExtrasWriter(WritingContext &context, const QString &key, const Table &table)
        : m_context(context)
        , m_table(table)
        , m_keys(context.names.columns[key])
        , m_key(key)
    {
    }

    /// Whether it names a table below, which TypeScript could not infer a type by.
    bool looksBelow() const { return m_looksBelow; }

    QStringList write()
    {
        QStringList extras;
        for (const auto &[name, primary] : m_table.compositePrimaryKeys)
            extras << m_context.use(u"primaryKey"_s) + u"({ columns: "_s + columns(primary.columns) +
                          u", name: "_s + tsString(primary.name) + u" })"_s;
        for (const auto &[name, unique] : m_table.uniqueConstraints) {
            if (unique.columns.size() == 1 && columnUnique(m_table, unique.columns[0]) == &unique)
                continue;
            extras << call(u"unique"_s, unique.name) + u".on("_s + members(unique.columns).join(u", "_s) +
                          u')' + (unique.nullsNotDistinct ? u".nullsNotDistinct()"_s : QString());
        }
        for (const auto &[name, index] : m_table.indexes)
            extras << indexCall(index);
        for (const auto &[name, key] : m_table.foreignKeys) {
            if (!isColumnReference(key))
                extras << foreignKeyCall(key);
        }
        for (const auto &[name, policy] : m_table.policies)
            extras << policyCall(policy);
        for (const auto &[name, check] : m_table.checkConstraints)
            extras << m_context.use(u"check"_s) + u'(' + tsString(check.name) + u", "_s +
                          m_context.sql(check.value) + u')';
        return extras;
    }

private:
    QString call(const QString &function, const QString &name)
    {
        return m_context.use(function) + u'(' + tsString(name) + u')';
    }

    QString member(const QString &column) const { return tsMember(u"table"_s, m_keys.value(column)); }

    QStringList members(const QStringList &names) const
    {
        QStringList made;
        for (const auto &name : names)
            made << member(name);
        return made;
    }

    QString columns(const QStringList &names) const { return tsList(members(names)); }

    QString indexCall(const Index &index)
    {
        QStringList keys;
        for (const auto &key : index.columns)
            keys << indexKey(key);
        QString text = call(index.isUnique ? u"uniqueIndex"_s : u"index"_s, index.name);
        text += index.method == u"btree" ? u".on("_s : u".using("_s + tsString(index.method) + u", "_s;
        text += keys.join(u", "_s) + u')';
        if (index.where)
            text += u".where("_s + m_context.sql(*index.where) + u')';
        if (index.with && !index.with->empty())
            text += u".with("_s + options(*index.with) + u')';
        return index.concurrently ? text + u".concurrently()"_s : text;
    }

    static QString options(const Members<Json> &with)
    {
        QStringList made;
        for (const auto &[name, value] : with)
            made << tsKey(name) + u": "_s + QString::fromUtf8(value.text);
        return tsObject(made);
    }

    QString indexKey(const IndexColumn &key)
    {
        if (key.isExpression)
            return m_context.sql(key.expression);
        QString text = member(key.expression);
        if (!key.asc)
            text += u".desc()"_s + (key.nulls == u"first" ? u".nullsFirst()"_s : u".nullsLast()"_s);
        else if (key.nulls == u"first")
            text += u".nullsFirst()"_s;
        return key.opclass ? text + u".op("_s + tsString(*key.opclass) + u')' : text;
    }

    QString foreignKeyCall(const ForeignKey &key)
    {
        const auto target = placeOf(key.schemaTo.value_or(QString()), key.tableTo);
        const bool self = target == m_key;
        m_looksBelow |= !self && !m_context.written.contains(target);
        QStringList foreign;
        for (const auto &column : key.columnsTo)
            foreign << (self ? member(column)
                             : tsMember(m_context.names.tables.value(target),
                                        m_context.names.columns[target].value(column)));
        QString text = m_context.use(u"foreignKey"_s) + u"({ columns: "_s + columns(key.columnsFrom) +
                       u", foreignColumns: "_s + tsList(foreign) + u", name: "_s + tsString(key.name) +
                       u" })"_s;
        if (key.onDelete && key.onDelete != u"no action")
            text += u".onDelete("_s + tsString(*key.onDelete) + u')';
        if (key.onUpdate && key.onUpdate != u"no action")
            text += u".onUpdate("_s + tsString(*key.onUpdate) + u')';
        return text;
    }

    QString role(const QString &name) const
    {
        const auto constant = m_context.names.roles.value(name);
        return constant.isEmpty() ? tsString(name) : constant;
    }

    QString policyCall(const Policy &policy)
    {
        QStringList options;
        if (policy.as == u"RESTRICTIVE")
            options << u"as: \"restrictive\""_s;
        if (policy.forCommand && policy.forCommand != u"ALL")
            options << u"for: "_s + tsString(policy.forCommand->toLower());
        const auto to = policy.to.value_or(QStringList{u"public"_s});
        QStringList roles;
        for (const auto &each : to)
            roles << role(each);
        if (to != QStringList{u"public"_s})
            options << u"to: "_s + (roles.size() == 1 ? roles[0] : tsList(roles));
        if (policy.usingClause)
            options << u"using: "_s + m_context.sql(*policy.usingClause);
        if (policy.withCheck)
            options << u"withCheck: "_s + m_context.sql(*policy.withCheck);
        return m_context.use(u"pgPolicy"_s) + u'(' + tsString(policy.name) +
               (options.isEmpty() ? QString() : u", "_s + tsObject(options)) + u')';
    }

    WritingContext &m_context;
    const Table &m_table;
    const QHash<QString, QString> m_keys;
    const QString m_key;
    bool m_looksBelow = false;
};

/// `pgTable(`, or `app.table(` in another schema.
QString maker(WritingContext &context, const QString &schema, const QString &function, const QString &method)
{
    if (schemaOf(schema) == schemaOf({}))
        return context.use(function) + u'(';
    return context.names.schemas.value(schema) + u'.' + method + u'(';
}

QString columnsOf(WritingContext &context, const QString &owner, const Members<Column> &columns,
                  const Table *table)
{
    QStringList lines;
    for (const auto &[name, column] : columns)
        lines << writeColumn(context, owner, column, table);
    return lines.isEmpty() ? u"{}"_s : u"{\n"_s + indented(lines) + u'}';
}

} // namespace

QString writeTable(WritingContext &context, const QString &key, const Table &table)
{
    QString text = u"const "_s + context.names.tables.value(key) + u" = "_s +
                   maker(context, table.schema, u"pgTable"_s, u"table"_s) + tsString(table.name) + u", "_s +
                   columnsOf(context, key, table.columns, &table);
    ExtrasWriter extras(context, key, table);
    if (const auto lines = extras.write(); !lines.isEmpty()) {
        if (extras.looksBelow())
            context.use(u"PgTableExtraConfigValue"_s);
        text +=
            (extras.looksBelow() ? u", (table): PgTableExtraConfigValue[] => [\n"_s : u", (table) => [\n"_s) +
            indented(lines) + u']';
    }
    context.written.insert(key);
    return text + u')' + (table.isRlsEnabled ? u".enableRLS()"_s : QString()) + u";\n"_s;
}

QString writeView(WritingContext &context, const QString &key, const View &view)
{
    QString text =
        u"const "_s + context.names.views.value(key) + u" = "_s +
        (view.materialized ? maker(context, view.schema, u"pgMaterializedView"_s, u"materializedView"_s)
                           : maker(context, view.schema, u"pgView"_s, u"view"_s)) +
        tsString(view.name) + u", "_s + columnsOf(context, key, view.columns, nullptr) + u')';
    if (view.usingMethod)
        text += u".using("_s + tsString(*view.usingMethod) + u')';
    if (view.with && !view.with->empty()) {
        QStringList options;
        for (const auto &[name, value] : *view.with)
            options << tsKey(name) + u": "_s + QString::fromUtf8(value.text);
        text += u".with("_s + tsObject(options) + u')';
    }
    if (view.tablespace)
        text += u".tablespace("_s + tsString(*view.tablespace) + u')';
    if (view.withNoData.value_or(false))
        text += u".withNoData()"_s;
    return text +
           (view.isExisting ? u".existing()"_s
                            : u".as("_s + context.sql(view.definition.value_or(QString())) + u')') +
           u";\n"_s;
}

} // namespace squall::drizzle
