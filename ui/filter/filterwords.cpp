#include "ui/filter/filterwords.h"

#include <QCoreApplication>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Op = models::FilterOperator;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::Filter)
};

/// So much of a value is enough to know it by.
constexpr int longestValue = 40;

QString shown(const QString &value)
{
    if (value.isEmpty())
        return u"''"_s;
    const auto line = value.simplified();
    return line.size() > longestValue ? line.left(longestValue) + u'…' : line;
}

} // namespace

QString operatorText(models::FilterOperator op)
{
    switch (op) {
    case Op::Equal: return u"="_s;
    case Op::NotEqual: return u"≠"_s;
    case Op::Less: return u"<"_s;
    case Op::LessOrEqual: return u"≤"_s;
    case Op::Greater: return u">"_s;
    case Op::GreaterOrEqual: return u"≥"_s;
    case Op::Between: return Words::tr("is between");
    case Op::AnyOf: return Words::tr("is any of");
    case Op::NoneOf: return Words::tr("is none of");
    case Op::Contains: return Words::tr("contains");
    case Op::StartsWith: return Words::tr("starts with");
    case Op::EndsWith: return Words::tr("ends with");
    case Op::Like: return u"like"_s;
    case Op::NotLike: return u"not like"_s;
    case Op::ILike: return u"ilike"_s;
    case Op::Matches: return Words::tr("matches");
    case Op::IsNull: return Words::tr("is NULL");
    case Op::IsNotNull: return Words::tr("is not NULL");
    case Op::IsTrue: return Words::tr("is true");
    case Op::IsFalse: return Words::tr("is false");
    case Op::JsonPath: return Words::tr("has path");
    case Op::JsonContains: return Words::tr("contains JSON");
    case Op::Holds: return Words::tr("holds");
    case Op::FullText: return Words::tr("has the words");
    }
    return {};
}

ConditionWords conditionWords(const models::FilterCondition &condition)
{
    ConditionWords words{.column = condition.column, .op = operatorText(condition.op), .values = {}};
    QStringList values;
    for (const auto &value : condition.values)
        values << shown(value);
    if (models::valueCount(condition.op) != 0)
        words.values = values.join(condition.op == Op::Between ? u" – "_s : u", "_s);
    return words;
}

QString filterText(const models::FilterNode &node)
{
    if (const auto *condition = node.condition()) {
        const auto words = conditionWords(*condition);
        const auto text = words.column + u' ' + words.op;
        return words.values.isEmpty() ? text : text + u' ' + words.values;
    }
    const auto &group = *node.group();
    QStringList parts;
    for (const auto &member : group.members) {
        const auto text = filterText(member);
        parts << (member.group() && member.group()->members.size() > 1 ? u'(' + text + u')' : text);
    }
    return parts.join(group.any ? Words::tr(" or ", "between conditions")
                                : Words::tr(" and ", "between conditions"));
}

QString faultText(const models::FilterFault &fault)
{
    auto text = fault.error.message;
    if (!fault.error.hint.isEmpty())
        text += u". "_s + fault.error.hint;
    return text;
}

} // namespace squall::ui
