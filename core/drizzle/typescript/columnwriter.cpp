#include "core/drizzle/typescript/columnwriter.h"

#include "core/base/jsonstring.h"
#include "core/drizzle/pull/columntypes.h"
#include "core/drizzle/typescript/arraytext.h"
#include "core/drizzle/typescript/builders.h"
#include "core/drizzle/typescript/casing.h"
#include "core/drizzle/typescript/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

using Value = ColumnBuilder::Value;

bool isSerial(const QString &type)
{
    return type == u"serial" || type == u"smallserial" || type == u"bigserial";
}

/// The text of a literal that is nothing else.
std::optional<QString> literalText(const QString &sql)
{
    static const QRegularExpression form(u"^'((?:[^']|'')*)'$"_s);
    const auto match = form.match(sql);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).replace(u"''"_s, u"'"_s);
}

/// Numbers that JavaScript cannot count to are strings.
QString numberText(const QString &number)
{
    constexpr int safeDigits = 15;
    return number.size() <= safeDigits ? number : tsString(number);
}

/// Writes one column.
class ColumnWriter
{
public:
    ColumnWriter(WritingContext &context, const QString &owner, const Column &column, const Table *table)
        : m_context(context)
        , m_column(column)
        , m_table(table)
        , m_key(context.names.columns[owner].value(column.name))
        , m_element(elementType(column.type))
    {
        // An enum may be called as if it were an array.
        for (auto name = column.type; column.typeSchema && name.size() > m_element.size(); name.chop(1)) {
            if (context.names.enums.contains(placeOf(*column.typeSchema, name)))
                m_element = name;
        }
    }

    QString write()
    {
        QString text = tsKey(m_key) + u": "_s + builder() + dimensions();
        if (m_column.defaultValue)
            text += defaultCall();
        if (m_column.primaryKey)
            text += u".primaryKey()"_s;
        if (m_column.notNull && !m_column.primaryKey && !isSerial(m_column.type) && !m_column.identity)
            text += u".notNull()"_s;
        if (m_column.identity)
            text += identityCall();
        if (m_column.generated)
            text += u".generatedAlwaysAs("_s + m_context.sql(m_column.generated->as) + u')';
        return m_table ? text + uniqueCall() + referenceCalls() : text;
    }

private:
    QString builder()
    {
        const auto &element = m_element;
        // Without a name of its own, a column is called by its key in the configuration's casing.
        const bool byKey =
            m_key == m_column.name && casedName(m_key, m_context.schema.style.casing) == m_column.name;
        QStringList arguments;
        if (!byKey)
            arguments << tsString(m_column.name);
        if (m_column.typeSchema) {
            m_builder = {.function = m_context.names.enums.value(placeOf(*m_column.typeSchema, element))};
        } else if (const auto known = builderOf(element)) {
            m_builder = *known;
            m_context.use(known->function);
            if (!known->options.isEmpty())
                arguments << known->options;
        } else if (const auto type = enumInView(element); !type.isEmpty()) {
            m_builder = {.function = type};
        } else {
            m_builder = {.function = m_context.names.customTypes.value(element), .value = Value::Other};
        }
        return m_builder.function + u'(' + arguments.join(u", "_s) + u')';
    }

    /// Of an array in a view snapshots do not say where its enum is.
    QString enumInView(const QString &element) const
    {
        if (m_table || !isArray())
            return {};
        for (const auto *each : {&m_context.schema.snapshot, &m_context.schema.outside}) {
            for (const auto &[key, type] : each->enums) {
                if (type.name == element)
                    return m_context.names.enums.value(key);
            }
        }
        return {};
    }

    QString dimensions() const
    {
        QString text;
        static const QRegularExpression dimension(u"\\[(\\d*)\\]"_s);
        for (auto each = dimension.globalMatch(m_column.type.mid(m_element.size())); each.hasNext();)
            text += u".array("_s + each.next().captured(1) + u')';
        return text;
    }

    bool isArray() const { return m_element != m_column.type; }

    QString defaultCall()
    {
        const auto &text = m_column.defaultValue->text;
        if (!text.startsWith('"'))
            return u".default("_s + QString::fromUtf8(text) + u')';
        const auto sql = decodeJsonString(text);
        if (!isArray() && m_builder.isMoment && sql == u"now()")
            return u".defaultNow()"_s;
        if (!isArray() && m_builder.function == u"uuid" && sql == u"gen_random_uuid()")
            return u".defaultRandom()"_s;
        const auto value = plainValue(sql);
        return u".default("_s + (value.isEmpty() ? m_context.sql(sql) : value) + u')';
    }

    /// The default as a value; empty when only SQL says it.
    QString plainValue(const QString &sql) const
    {
        if (isArray())
            return arrayValue(sql);
        if (m_builder.value == Value::Json) {
            const auto cast = u"::"_s + m_column.type;
            return sql == u"'{}'"_s + cast ? u"{}"_s : sql == u"'[]'"_s + cast ? u"[]"_s : QString();
        }
        const auto text = literalText(sql);
        return text && m_builder.value == Value::Text && isMember(*text) ? tsString(*text) : QString();
    }

    QString arrayValue(const QString &sql) const
    {
        const auto text = literalText(sql);
        const auto elements = text ? plainArray(*text) : std::nullopt;
        if (!elements || m_column.type.mid(m_element.size()).count(u'[') > 1)
            return {};
        const bool quoted = m_builder.value == Value::Text;
        const bool plain = quoted || m_builder.value == Value::Number || m_builder.value == Value::Boolean;
        if (arrayText(*elements, quoted && !elements->isEmpty()) != *text || (!plain && !elements->isEmpty()))
            return {};
        QStringList values;
        for (const auto &each : *elements) {
            if (!isMember(each))
                return {};
            values << (quoted ? tsString(each) : each);
        }
        return tsList(values);
    }

    /// TypeScript takes no other value for an enum.
    bool isMember(const QString &value) const
    {
        if (!m_column.typeSchema)
            return true;
        const auto key = placeOf(*m_column.typeSchema, m_element);
        for (const auto *each : {&m_context.schema.snapshot, &m_context.schema.outside}) {
            if (const auto *type = each->enums.find(key))
                return type->values.contains(value);
        }
        return false;
    }

    QString identityCall() const
    {
        const auto &identity = *m_column.identity;
        const auto usualName = (m_table ? m_table->name : QString()) + u'_' + m_column.name + u"_seq"_s;
        QStringList options;
        if (identity.sequence.name != usualName)
            options << u"name: "_s + tsString(identity.sequence.name);
        options += sequenceOptions(identity.sequence, m_column.type);
        return (identity.type == u"always" ? u".generatedAlwaysAsIdentity("_s
                                           : u".generatedByDefaultAsIdentity("_s) +
               tsObject(options) + u')';
    }

    QString uniqueCall() const
    {
        const auto *unique = columnUnique(*m_table, m_column.name);
        if (!unique)
            return {};
        const bool usual = unique->name == m_table->name + u'_' + m_column.name + u"_unique"_s;
        QStringList arguments;
        if (!usual || unique->nullsNotDistinct)
            arguments << tsString(unique->name);
        if (unique->nullsNotDistinct)
            arguments << u"{ nulls: \"not distinct\" }"_s;
        return u".unique("_s + arguments.join(u", "_s) + u')';
    }

    QString referenceCalls()
    {
        QString text;
        for (const auto &[name, key] : m_table->foreignKeys) {
            if (key.columnsFrom != QStringList{m_column.name} || !isColumnReference(key))
                continue;
            const auto target = placeOf(key.schemaTo.value_or(QString()), key.tableTo);
            const auto column = m_context.names.columns[target].value(key.columnsTo.value(0));
            const bool below = !m_context.written.contains(target);
            QStringList options;
            if (key.onDelete && key.onDelete != u"no action")
                options << u"onDelete: "_s + tsString(*key.onDelete);
            if (key.onUpdate && key.onUpdate != u"no action")
                options << u"onUpdate: "_s + tsString(*key.onUpdate);
            if (below)
                m_context.use(u"AnyPgColumn"_s);
            text += u".references(()"_s + (below ? u": AnyPgColumn"_s : QString()) + u" => "_s +
                    tsMember(m_context.names.tables.value(target), column) +
                    (options.isEmpty() ? QString() : u", "_s + tsObject(options)) + u')';
        }
        return text;
    }

    WritingContext &m_context;
    const Column &m_column;
    const Table *m_table;
    QString m_key;
    QString m_element; ///< the type without dimensions
    ColumnBuilder m_builder;
};

} // namespace

QString WritingContext::sql(const QString &text)
{
    usesSql = true;
    return tsSql(text);
}

const Unique *columnUnique(const Table &table, const QString &column)
{
    for (const auto &[name, unique] : table.uniqueConstraints) {
        if (unique.columns == QStringList{column})
            return &unique;
    }
    return nullptr;
}

bool isColumnReference(const ForeignKey &key)
{
    return key.columnsFrom.size() == 1 && key.columnsTo.size() == 1 &&
           key.name ==
               u"%1_%2_%3_%4_fk"_s.arg(key.tableFrom, key.columnsFrom[0], key.tableTo, key.columnsTo[0]);
}

QString writeColumn(WritingContext &context, const QString &owner, const Column &column, const Table *table)
{
    return ColumnWriter(context, owner, column, table).write();
}

QStringList sequenceOptions(const Sequence &sequence, const QString &type)
{
    const auto highest = type == u"smallint"                   ? u"32767"_s
                         : type.isEmpty() || type == u"bigint" ? u"9223372036854775807"_s
                                                               : u"2147483647"_s;
    const auto lowest = type.isEmpty() ? u"-9223372036854775808"_s : u"-32768"_s;
    const bool down = sequence.increment.value_or(QString()).startsWith(u'-');
    const auto minimum = down ? lowest : u"1"_s;
    const auto maximum = down ? u"-1"_s : highest;
    const auto start = down ? sequence.maxValue.value_or(maximum) : sequence.minValue.value_or(minimum);
    QStringList options;
    const auto add = [&](QStringView name, const std::optional<QString> &value, const QString &usual) {
        if (value && *value != usual)
            options << name.toString() + u": "_s + numberText(*value);
    };
    add(u"startWith", sequence.startWith, start);
    add(u"increment", sequence.increment, u"1"_s);
    add(u"minValue", sequence.minValue, minimum);
    add(u"maxValue", sequence.maxValue, maximum);
    add(u"cache", sequence.cache, u"1"_s);
    if (sequence.cycle.value_or(false))
        options << u"cycle: true"_s;
    return options;
}

} // namespace squall::drizzle
