#include "models/filtersql.h"

#include "core/base/quote.h"
#include "core/pg/refusal.h"
#include "core/sql/condition.h"

#include <QCoreApplication>

namespace squall::models {

using namespace Qt::StringLiterals;
using Op = FilterOperator;
using Part = FilterPlace::Part;
using Form = ColumnType::Form;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::FilterSql)
};

Error mistake(const QString &message)
{
    return {.code = Error::Code::Usage, .message = message};
}

/// A condition on one column: the text, and the parameters it adds to those that are there.
class ConditionWriter
{
public:
    ConditionWriter(const RowColumn &column, std::vector<Query::Parameter> &parameters)
        : m_column(column)
        , m_parameters(parameters)
        , m_name(u"t."_s + quote(column.name))
        , m_type(comparableType(column.type))
    {
    }

    QString write(Op op, const QStringList &values)
    {
        switch (op) {
        case Op::Equal: return operand() + u" = "_s + value(values[0]);
        case Op::NotEqual: return operand() + u" <> "_s + value(values[0]);
        case Op::Less: return operand() + u" < "_s + value(values[0]);
        case Op::LessOrEqual: return operand() + u" <= "_s + value(values[0]);
        case Op::Greater: return operand() + u" > "_s + value(values[0]);
        case Op::GreaterOrEqual: return operand() + u" >= "_s + value(values[0]);
        case Op::Between: {
            const auto low = value(values[0]);
            return operand() + u" between "_s + low + u" and "_s + value(values[1]);
        }
        case Op::AnyOf: return operand() + u" in "_s + list(values);
        case Op::NoneOf: return operand() + u" not in "_s + list(values);
        case Op::Contains: return asText() + u" ilike "_s + text(u'%' + escaped(values[0]) + u'%');
        case Op::StartsWith: return asText() + u" ilike "_s + text(escaped(values[0]) + u'%');
        case Op::EndsWith: return asText() + u" ilike "_s + text(u'%' + escaped(values[0]));
        case Op::Like: return asText() + u" like "_s + text(values[0]);
        case Op::NotLike: return asText() + u" not like "_s + text(values[0]);
        case Op::ILike: return asText() + u" ilike "_s + text(values[0]);
        case Op::Matches: return asText() + u" ~ "_s + text(values[0]);
        case Op::IsNull: return m_name + u" is null"_s;
        case Op::IsNotNull: return m_name + u" is not null"_s;
        case Op::IsTrue: return m_name + u" is true"_s;
        case Op::IsFalse: return m_name + u" is false"_s;
        case Op::JsonPath: return jsonPath(values[0]);
        case Op::JsonContains: return m_name + u"::jsonb @> "_s + parameter(values[0]) + u"::jsonb"_s;
        case Op::Holds:
            return m_column.traits.form == Form::Plain ? holdsElements(values) : holdsPoints(values);
        case Op::FullText: return fullText(values[0]);
        }
        return {};
    }

    /// Wildcards and what escapes them stand for themselves.
    static QString escaped(QString text)
    {
        return text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    }

private:
    QString parameter(const QString &value)
    {
        m_parameters.emplace_back(value.toUtf8());
        return u'$' + QString::number(m_parameters.size());
    }
    QString text(const QString &value) { return parameter(value) + u"::text"_s; }

    /// json, xml and most geometric types cannot be compared, or mean something else by `=`: their text can.
    QString operand() const { return m_column.traits.sortable ? m_name : m_name + u"::text"_s; }
    QString value(const QString &value)
    {
        return parameter(value) + (m_column.traits.sortable ? u"::"_s + m_type : u"::text"_s);
    }
    /// Text is compared as it is, so that an index on it serves.
    QString asText() const
    {
        return m_column.traits.cut == ColumnType::Cut::Text ? m_name : m_name + u"::text"_s;
    }
    QString list(const QStringList &values)
    {
        QStringList all;
        for (const auto &each : values)
            all << value(each);
        return u'(' + all.join(u", ") + u')';
    }

    /// The first part is for an index, the second tells `$.a > 1` from `$.a`.
    QString jsonPath(const QString &path)
    {
        const auto given = parameter(path) + u"::jsonpath"_s;
        const auto document = m_name + u"::jsonb"_s;
        return u"("_s + document + u" @? "_s + given + u" and jsonb_path_query_first("_s + document +
               u", "_s + given + u", silent => true) not in ('false', 'null'))"_s;
    }

    static QString quotedElement(QString element)
    {
        return u'"' + element.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
    }

    QString holdsElements(const QStringList &values)
    {
        QStringList elements;
        for (const auto &each : values)
            elements << quotedElement(each);
        const auto separator = m_type == u"box[]" ? u";"_s : u","_s;
        return m_name + u" @> "_s + parameter(u'{' + elements.join(separator) + u'}') + u"::"_s + m_type;
    }

    /// A point is asked for as the range that holds nothing else.
    QString holdsPoints(const QStringList &values)
    {
        QStringList all;
        for (const auto &each : values) {
            const auto point = each.trimmed();
            const bool range = point == u"empty" || point.startsWith(u'[') || point.startsWith(u'(') ||
                               point.startsWith(u'{');
            auto literal = range ? point : u'[' + quotedElement(point) + u',' + quotedElement(point) + u']';
            if (m_column.traits.form == Form::Multirange && !literal.startsWith(u'{'))
                literal = u'{' + literal + u'}';
            all << m_name + u" @> "_s + parameter(literal) + u"::"_s + m_type;
        }
        return all.size() == 1 ? all.front() : u'(' + all.join(u" and ") + u')';
    }

    QString fullText(const QString &words)
    {
        const auto vector =
            m_column.traits.form == Form::TextSearch ? m_name : u"to_tsvector("_s + asText() + u')';
        return vector + u" @@ websearch_to_tsquery("_s + text(words) + u')';
    }

    const RowColumn &m_column;
    std::vector<Query::Parameter> &m_parameters;
    QString m_name;
    QString m_type;
};

const RowColumn *columnOf(const RowSource &source, const QString &name)
{
    const int index = source.indexOf(name);
    return index < 0 ? nullptr : &source.columns[static_cast<size_t>(index)];
}

std::optional<Error> objection(const FilterCondition &condition, const RowSource &source)
{
    const int wanted = valueCount(condition.op);
    if (!columnOf(source, condition.column))
        return mistake(Words::tr("There is no column “%1” here.").arg(condition.column));
    if (wanted == manyValues && condition.values.isEmpty())
        return mistake(Words::tr("Choose at least one value."));
    if (condition.values.size() < wanted)
        return mistake(wanted == 1 ? Words::tr("This needs a value.") : Words::tr("This needs two values."));
    for (const auto &value : condition.values) {
        if (value.contains(QChar(u'\0'))) // PostgreSQL has no such text, and libpq would end it there.
            return mistake(Words::tr("A value cannot hold a NUL character."));
    }
    return std::nullopt;
}

bool isSearched(const RowColumn &column)
{
    switch (column.traits.kind) {
    case TypeKind::Text:
    case TypeKind::Enum:
    case TypeKind::Uuid:
    case TypeKind::Json:
    case TypeKind::Array: return true;
    default: return column.traits.form == Form::TextSearch;
    }
}

/// Puts pieces together; the first fault stays.
class FilterWriter
{
public:
    explicit FilterWriter(const RowSource &source)
        : m_source(source)
    {
    }

    Result<QString> condition(const FilterCondition &condition)
    {
        if (const auto error = objection(condition, m_source))
            return *error;
        return ConditionWriter(*columnOf(m_source, condition.column), m_parameters)
            .write(condition.op, condition.values);
    }

    Result<QString> quickFind(const QString &text)
    {
        QStringList columns;
        const auto parameter = u'$' + QString::number(m_parameters.size() + 1) + u"::text"_s;
        for (const auto &column : m_source.columns) {
            if (isSearched(column))
                columns << u"t."_s + quote(column.name) + u"::text ilike "_s + parameter;
        }
        if (columns.isEmpty())
            return mistake(Words::tr("There is no column of text to search in."));
        if (text.contains(QChar(u'\0')))
            return mistake(Words::tr("A value cannot hold a NUL character."));
        m_parameters.emplace_back((u'%' + ConditionWriter::escaped(text) + u'%').toUtf8());
        return columns.join(u" or ");
    }

    Result<QString> withoutDeleted() const
    {
        const auto *column = deletedColumn(m_source);
        if (!column)
            return mistake(Words::tr("No column here says which rows are deleted."));
        const auto name = u"t."_s + quote(column->name);
        return name + (column->traits.kind == TypeKind::Boolean ? u" is not true"_s : u" is null"_s);
    }

    std::vector<Query::Parameter> takeParameters() { return std::move(m_parameters); }

private:
    const RowSource &m_source;
    std::vector<Query::Parameter> m_parameters;
};

void collect(const FilterGroup &group, const FilterPlace &place, const RowSource &source,
             std::vector<FilterPiece> &pieces)
{
    for (size_t i = 0; i < group.members.size(); ++i) {
        auto inner = place;
        inner.path.push_back(static_cast<int>(i));
        if (const auto *nested = group.members[i].group()) {
            collect(*nested, inner, source, pieces);
            continue;
        }
        FilterWriter writer(source);
        const auto text = writer.condition(*group.members[i].condition());
        pieces.push_back({inner, text ? Result<Query>(Query{*text, writer.takeParameters()})
                                      : Result<Query>(text.error())});
    }
}

/// What somebody wrote. It may be a call that reaches beyond the read-only transaction it runs in.
Result<QString> writtenCondition(const QString &where)
{
    auto checked = sql::checkedCondition(where);
    if (checked) {
        if (auto refused = pg::conditionRefusal(*checked))
            return *std::move(refused);
    }
    return checked;
}

/// The text of a group without faults; empty when it says nothing.
QString join(const FilterGroup &group, const RowSource &source, FilterWriter &writer)
{
    QStringList parts;
    for (const auto &member : group.members) {
        if (const auto *condition = member.condition()) {
            parts << *writer.condition(*condition);
        } else if (const auto inner = join(*member.group(), source, writer); !inner.isEmpty()) {
            parts << u'(' + inner + u')';
        }
    }
    return parts.join(group.any ? u" or "_s : u" and "_s);
}

} // namespace

std::vector<FilterPiece> filterPieces(const RowFilter &filter, const RowSource &source)
{
    std::vector<FilterPiece> pieces;
    collect(filter.conditions, {}, source, pieces);
    const auto add = [&](Part part, auto write) {
        FilterWriter writer(source);
        const Result<QString> text = write(writer);
        if (!text)
            pieces.push_back({{part}, text.error()});
        else if (!text->isEmpty())
            pieces.push_back({{part}, Query{*text, writer.takeParameters()}});
    };
    add(Part::Where, [&](FilterWriter &) { return writtenCondition(filter.where); });
    if (!filter.quickFind.isEmpty())
        add(Part::QuickFind, [&](FilterWriter &writer) { return writer.quickFind(filter.quickFind); });
    if (filter.hideDeleted)
        add(Part::Deleted, [](FilterWriter &writer) { return writer.withoutDeleted(); });
    return pieces;
}

FilterSql filterSql(const RowFilter &filter, const RowSource &source)
{
    for (const auto &piece : filterPieces(filter, source)) {
        if (!piece.condition)
            return {.fault = FilterFault{piece.place, piece.condition.error()}};
    }
    FilterWriter writer(source);
    QStringList parts;
    const auto add = [&](const QString &text) {
        if (!text.isEmpty())
            parts << u'(' + text + u')';
    };
    add(join(filter.conditions, source, writer));
    add(*sql::checkedCondition(filter.where));
    if (!filter.quickFind.isEmpty())
        add(*writer.quickFind(filter.quickFind));
    if (filter.hideDeleted)
        add(*writer.withoutDeleted());
    return {.condition = {parts.join(u" and "), writer.takeParameters()}};
}

} // namespace squall::models
