#include "models/rowfilter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace squall::models {

using namespace Qt::StringLiterals;
using Op = FilterOperator;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::RowFilter)
};

struct Name
{
    Op op;
    QLatin1StringView name;
};

/// Written into files: these words stay.
constexpr std::array names{
    Name{Op::Equal, QLatin1StringView("equal")},
    Name{Op::NotEqual, QLatin1StringView("notEqual")},
    Name{Op::Less, QLatin1StringView("less")},
    Name{Op::LessOrEqual, QLatin1StringView("lessOrEqual")},
    Name{Op::Greater, QLatin1StringView("greater")},
    Name{Op::GreaterOrEqual, QLatin1StringView("greaterOrEqual")},
    Name{Op::Between, QLatin1StringView("between")},
    Name{Op::AnyOf, QLatin1StringView("anyOf")},
    Name{Op::NoneOf, QLatin1StringView("noneOf")},
    Name{Op::Contains, QLatin1StringView("contains")},
    Name{Op::StartsWith, QLatin1StringView("startsWith")},
    Name{Op::EndsWith, QLatin1StringView("endsWith")},
    Name{Op::Like, QLatin1StringView("like")},
    Name{Op::NotLike, QLatin1StringView("notLike")},
    Name{Op::ILike, QLatin1StringView("ilike")},
    Name{Op::Matches, QLatin1StringView("matches")},
    Name{Op::IsNull, QLatin1StringView("isNull")},
    Name{Op::IsNotNull, QLatin1StringView("isNotNull")},
    Name{Op::IsTrue, QLatin1StringView("isTrue")},
    Name{Op::IsFalse, QLatin1StringView("isFalse")},
    Name{Op::JsonPath, QLatin1StringView("jsonPath")},
    Name{Op::JsonContains, QLatin1StringView("jsonContains")},
    Name{Op::Holds, QLatin1StringView("holds")},
    Name{Op::FullText, QLatin1StringView("fullText")},
};

QString nameOf(Op op)
{
    const auto *found = std::find_if(names.begin(), names.end(), [op](const Name &n) { return n.op == op; });
    return QString(found->name);
}

/// So deep may groups be nested in a file.
constexpr int deepest = 32;

QJsonValue written(const FilterNode &node)
{
    if (const auto *condition = node.condition())
        return QJsonObject{{u"column"_s, condition->column},
                           {u"operator"_s, nameOf(condition->op)},
                           {u"values"_s, QJsonArray::fromStringList(condition->values)}};
    QJsonArray members;
    for (const auto &member : node.group()->members)
        members << written(member);
    return QJsonObject{{node.group()->any ? u"any"_s : u"all"_s, members}};
}

std::optional<FilterNode> readNode(const QJsonObject &json, int depth);

std::optional<FilterGroup> readGroup(const QJsonObject &json, int depth)
{
    FilterGroup group;
    group.any = json.contains(u"any"_s);
    const auto members = json[group.any ? u"any"_s : u"all"_s];
    if (!members.isArray() || depth > deepest)
        return std::nullopt;
    for (const auto &member : members.toArray()) {
        auto node = readNode(member.toObject(), depth + 1);
        if (!node)
            return std::nullopt;
        group.members.push_back(std::move(*node));
    }
    return group;
}

std::optional<FilterNode> readNode(const QJsonObject &json, int depth)
{
    if (!json.contains(u"column"_s)) {
        auto group = readGroup(json, depth);
        return group ? std::optional<FilterNode>(std::move(*group)) : std::nullopt;
    }
    const auto word = json[u"operator"_s].toString();
    const auto *found =
        std::find_if(names.begin(), names.end(), [&](const Name &n) { return n.name == word; });
    if (found == names.end())
        return std::nullopt;
    FilterCondition condition{.column = json[u"column"_s].toString(), .op = found->op};
    for (const auto &value : json[u"values"_s].toArray())
        condition.values << value.toString();
    return FilterNode(std::move(condition));
}

bool isDeletion(const RowColumn &column)
{
    static const QSet<QString> times{u"deletedat"_s,   u"deletedon"_s, u"deleted"_s,      u"dateremoved"_s,
                                     u"datedeleted"_s, u"removedat"_s, u"softdeletedat"_s};
    static const QSet<QString> flags{u"deleted"_s, u"isdeleted"_s, u"softdeleted"_s, u"removed"_s,
                                     u"isremoved"_s};
    const auto name = column.name.toLower().remove(u'_');
    if (column.traits.kind == TypeKind::Time)
        return !column.notNull && times.contains(name);
    return column.traits.kind == TypeKind::Boolean && flags.contains(name);
}

void append(std::vector<Op> &all, std::initializer_list<Op> more)
{
    for (const auto op : more) {
        if (std::find(all.begin(), all.end(), op) == all.end())
            all.push_back(op);
    }
}

} // namespace

bool FilterGroup::operator==(const FilterGroup &other) const
{
    using Base = std::variant<FilterCondition, FilterGroup>;
    return any == other.any &&
           std::equal(members.begin(), members.end(), other.members.begin(), other.members.end(),
                      [](const Base &one, const Base &two) { return one == two; });
}

bool RowFilter::isEmpty() const
{
    return conditions.members.empty() && where.trimmed().isEmpty() && quickFind.isEmpty() && !hideDeleted;
}

int valueCount(FilterOperator op)
{
    switch (op) {
    case Op::IsNull:
    case Op::IsNotNull:
    case Op::IsTrue:
    case Op::IsFalse: return 0;
    case Op::Between: return 2;
    case Op::AnyOf:
    case Op::NoneOf:
    case Op::Holds: return manyValues;
    default: return 1;
    }
}

std::vector<FilterOperator> operatorsFor(const RowColumn &column)
{
    const std::initializer_list<Op> equality{Op::Equal, Op::NotEqual, Op::AnyOf, Op::NoneOf};
    const std::initializer_list<Op> order{Op::Less, Op::LessOrEqual, Op::Greater, Op::GreaterOrEqual,
                                          Op::Between};
    const std::initializer_list<Op> pattern{Op::Contains, Op::StartsWith, Op::EndsWith, Op::Like,
                                            Op::NotLike,  Op::ILike,      Op::Matches};
    std::vector<Op> all;
    switch (column.traits.kind) {
    case TypeKind::Boolean: append(all, {Op::IsTrue, Op::IsFalse}); break;
    case TypeKind::Enum: append(all, {Op::AnyOf, Op::NoneOf}); break;
    case TypeKind::Json: append(all, {Op::JsonPath, Op::JsonContains, Op::Contains}); break;
    case TypeKind::Array: append(all, {Op::Holds}); break;
    case TypeKind::Number: append(all, equality); break;
    case TypeKind::Time: append(all, {Op::GreaterOrEqual, Op::Less, Op::Between}); break;
    default: break;
    }
    if (column.traits.form == ColumnType::Form::Range || column.traits.form == ColumnType::Form::Multirange)
        append(all, {Op::Holds});
    if (column.traits.form == ColumnType::Form::TextSearch)
        append(all, {Op::FullText});
    if (column.traits.kind != TypeKind::Boolean)
        append(all, equality);
    if (column.traits.sortable && column.traits.kind != TypeKind::Boolean &&
        column.traits.kind != TypeKind::Json)
        append(all, order);
    if (column.traits.kind != TypeKind::Boolean && column.traits.kind != TypeKind::Bytea)
        append(all, pattern);
    if (column.traits.kind == TypeKind::Text)
        append(all, {Op::FullText});
    append(all, {Op::IsNull, Op::IsNotNull});
    return all;
}

const RowColumn *deletedColumn(const RowSource &source)
{
    for (const auto *columns : {&source.columns, &source.hidden}) {
        const auto found = std::find_if(columns->begin(), columns->end(), isDeletion);
        if (found != columns->end())
            return &*found;
    }
    return nullptr;
}

QByteArray toJson(const RowFilter &filter)
{
    QJsonObject json;
    if (!filter.conditions.members.empty())
        json[u"conditions"_s] = written(filter.conditions);
    if (!filter.where.isEmpty())
        json[u"where"_s] = filter.where;
    if (!filter.quickFind.isEmpty())
        json[u"find"_s] = filter.quickFind;
    if (filter.hideDeleted)
        json[u"hideDeleted"_s] = true;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<RowFilter> filterFromJson(const QByteArray &json)
{
    const Error unreadable{.code = Error::Code::Parse,
                           .message =
                               Words::tr("This filter was written by another version, or is damaged.")};
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return unreadable;
    const auto object = document.object();
    RowFilter filter{.conditions = {},
                     .where = object[u"where"_s].toString(),
                     .quickFind = object[u"find"_s].toString(),
                     .hideDeleted = object[u"hideDeleted"_s].toBool()};
    if (object.contains(u"conditions"_s)) {
        auto group = readGroup(object[u"conditions"_s].toObject(), 0);
        if (!group)
            return unreadable;
        filter.conditions = std::move(*group);
    }
    return filter;
}

} // namespace squall::models
