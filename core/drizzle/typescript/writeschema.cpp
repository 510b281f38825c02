#include "core/drizzle/typescript/writeschema.h"

#include "core/drizzle/catalogof.h"
#include "core/drizzle/pull/columntypes.h"
#include "core/drizzle/typescript/arrange.h"
#include "core/drizzle/typescript/builders.h"
#include "core/drizzle/typescript/columnwriter.h"
#include "core/drizzle/typescript/context.h"
#include "core/drizzle/typescript/tablewriter.h"
#include "core/drizzle/typescript/text.h"
#include "core/drizzle/typescript/writerelations.h"

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// Types of columns that need a custom type, in the order of names.
QStringList customTypes(const SchemaToWrite &schema)
{
    QSet<QString> enumsInViews;
    QStringList types;
    const auto add = [&](const Column &column, bool inView) {
        const auto element = elementType(column.type);
        const bool enumArray = inView && element != column.type && enumsInViews.contains(element);
        if (!column.typeSchema && !enumArray && !builderOf(element) && !types.contains(element))
            types << element;
    };
    for (const auto *each : {&schema.snapshot, &schema.outside}) {
        for (const auto &[key, type] : each->enums)
            enumsInViews.insert(type.name);
    }
    for (const auto *each : {&schema.snapshot, &schema.outside}) {
        for (const auto &[key, table] : each->tables) {
            for (const auto &[name, column] : table.columns)
                add(column, false);
        }
        for (const auto &[key, view] : each->views) {
            for (const auto &[name, column] : view.columns)
                add(column, true);
        }
    }
    types.sort();
    return types;
}

/// Writes the parts of schema.ts, which stand one after the other with a blank line between.
class SchemaWriter
{
public:
    explicit SchemaWriter(const SchemaToWrite &schema, SchemaNames names)
        : m_context{schema, std::move(names)}
    {
    }

    QString write()
    {
        const auto &snapshot = m_context.schema.snapshot;
        const auto &outside = m_context.schema.outside;
        addSchemas();
        addRoles();
        addEnums(snapshot, true);
        addSequences();
        addCustomTypes();
        if (!outside.enums.empty() || !outside.tables.empty())
            addOutside();
        for (const auto &key : readingOrder(snapshot))
            m_parts << u"export "_s + writeTable(m_context, key, *snapshot.tables.find(key));
        for (const auto &[key, view] : snapshot.views)
            m_parts << u"export "_s + writeView(m_context, key, view);
        return imports() + m_parts.join(u'\n');
    }

private:
    void addPart(const QStringList &lines)
    {
        if (!lines.isEmpty())
            m_parts << lines.join(QString());
    }

    void addSchemas()
    {
        QStringList names = m_context.names.schemas.keys();
        names.sort();
        QStringList exported;
        QStringList others;
        for (const auto &name : names) {
            const bool own = m_context.schema.snapshot.schemas.contains(name);
            (own ? exported : others) << (own ? u"export "_s : QString()) + u"const "_s +
                                             m_context.names.schemas.value(name) + u" = "_s +
                                             m_context.use(u"pgSchema"_s) + u'(' + tsString(name) + u");\n"_s;
        }
        addPart(exported);
        if (!others.isEmpty())
            others.prepend(u"// Not exported: these schemas are somebody else's.\n"_s);
        addPart(others);
    }

    void addRoles()
    {
        QStringList lines;
        for (const auto &[name, role] : m_context.schema.snapshot.roles) {
            QStringList options;
            if (role.createDb.value_or(false))
                options << u"createDb: true"_s;
            if (role.createRole.value_or(false))
                options << u"createRole: true"_s;
            if (!role.inherit.value_or(true))
                options << u"inherit: false"_s;
            lines << u"export const "_s + m_context.names.roles.value(name) + u" = "_s +
                         m_context.use(u"pgRole"_s) + u'(' + tsString(role.name) +
                         (options.isEmpty() ? QString() : u", "_s + tsObject(options)) + u");\n"_s;
        }
        addPart(lines);
    }

    /// `pgEnum(`, or `app.enum(` in another schema.
    QString maker(const QString &schema, const QString &function, const QString &method)
    {
        if (schemaOf(schema) == schemaOf({}))
            return m_context.use(function) + u'(';
        return m_context.names.schemas.value(schema) + u'.' + method + u'(';
    }

    QStringList enumLines(const Snapshot &snapshot, bool exported)
    {
        QStringList lines;
        for (const auto &[key, type] : snapshot.enums) {
            QStringList values;
            for (const auto &value : type.values)
                values << tsString(value);
            const auto list = values.isEmpty() ? u"[] as unknown as [string]"_s : tsList(values);
            lines << (exported ? u"export "_s : QString()) + u"const "_s + m_context.names.enums.value(key) +
                         u" = "_s + maker(type.schema, u"pgEnum"_s, u"enum"_s) + tsString(type.name) +
                         u", "_s + list + u");\n"_s;
        }
        return lines;
    }

    void addEnums(const Snapshot &snapshot, bool exported) { addPart(enumLines(snapshot, exported)); }

    void addSequences()
    {
        QStringList lines;
        for (const auto &[key, sequence] : m_context.schema.snapshot.sequences) {
            const auto options = tsObject(sequenceOptions(sequence, {}));
            lines << u"export const "_s + m_context.names.sequences.value(key) + u" = "_s +
                         maker(sequence.schema, u"pgSequence"_s, u"sequence"_s) + tsString(sequence.name) +
                         (options.isEmpty() ? QString() : u", "_s + options) + u");\n"_s;
        }
        addPart(lines);
    }

    void addCustomTypes()
    {
        QStringList lines;
        for (const auto &type : customTypes(m_context.schema)) {
            lines << u"const "_s + m_context.names.customTypes.value(type) + u" = "_s +
                         m_context.use(u"customType"_s) + u"<{ data: "_s +
                         m_context.schema.customValues.value(type, u"string"_s) +
                         u" }>({ dataType: () => "_s + tsString(type) + u" });\n"_s;
        }
        addPart(lines);
    }

    void addOutside()
    {
        const auto &outside = m_context.schema.outside;
        QStringList lines{u"// Not exported: somebody else's, and only what is referred to.\n"_s};
        lines += enumLines(outside, false);
        for (const auto &[key, table] : outside.tables)
            lines << writeTable(m_context, key, table);
        addPart(lines);
    }

    QString imports() const
    {
        QStringList names(m_context.imports.begin(), m_context.imports.end());
        std::sort(names.begin(), names.end(),
                  [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
        for (auto &name : names) {
            if (name == u"AnyPgColumn" || name == u"PgTableExtraConfigValue")
                name.prepend(u"type "_s);
        }
        QString text;
        if (m_context.usesSql)
            text += u"import { sql } from \"drizzle-orm\";\n"_s;
        if (!names.isEmpty())
            text += u"import { "_s + names.join(u", "_s) + u" } from \"drizzle-orm/pg-core\";\n"_s;
        return text.isEmpty() ? u"export {};\n"_s : text + u'\n';
    }

    WritingContext m_context;
    QStringList m_parts;
};

} // namespace

WrittenSchema writeSchema(const SchemaToWrite &schema)
{
    const auto names =
        namesOf(schema.snapshot, schema.outside, customTypes(schema), schema.style, schema.known);
    return {.schema = SchemaWriter(schema, names).write(),
            .relations = writeRelations(schema.snapshot, names),
            .snapshot = arranged(schema.snapshot, names)};
}

} // namespace squall::drizzle
