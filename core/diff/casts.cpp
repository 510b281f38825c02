#include "core/diff/casts.h"

#include "core/base/arraytype.h"
#include "core/base/typemodifier.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace squall::diff {

using namespace Qt::StringLiterals;

namespace {

/// Types between which the server casts on assignment, in every direction.
enum class Family {
    Text,
    Number,
    Boolean,
    Timestamp,
    Date,
    Time,
    ZonedTime,
    Interval,
    Json,
    Uuid,
    Address,
    Mac,
    Bits,
    Bytes,
    Point,
    Line,
};

std::optional<Family> familyOf(QStringView type)
{
    static const QHash<QString, Family> families = {
        {u"text"_s, Family::Text},
        {u"varchar"_s, Family::Text},
        {u"character varying"_s, Family::Text},
        {u"char"_s, Family::Text},
        {u"character"_s, Family::Text},
        {u"smallint"_s, Family::Number},
        {u"integer"_s, Family::Number},
        {u"bigint"_s, Family::Number},
        {u"numeric"_s, Family::Number},
        {u"decimal"_s, Family::Number},
        {u"real"_s, Family::Number},
        {u"double precision"_s, Family::Number},
        {u"smallserial"_s, Family::Number},
        {u"serial"_s, Family::Number},
        {u"bigserial"_s, Family::Number},
        {u"boolean"_s, Family::Boolean},
        {u"timestamp"_s, Family::Timestamp},
        {u"timestamp without time zone"_s, Family::Timestamp},
        {u"timestamp with time zone"_s, Family::Timestamp},
        {u"date"_s, Family::Date},
        {u"time"_s, Family::Time},
        {u"time without time zone"_s, Family::Time},
        {u"time with time zone"_s, Family::ZonedTime},
        {u"interval"_s, Family::Interval},
        {u"json"_s, Family::Json},
        {u"jsonb"_s, Family::Json},
        {u"uuid"_s, Family::Uuid},
        {u"inet"_s, Family::Address},
        {u"cidr"_s, Family::Address},
        {u"macaddr"_s, Family::Mac},
        {u"macaddr8"_s, Family::Mac},
        {u"bit"_s, Family::Bits},
        {u"bit varying"_s, Family::Bits},
        {u"bytea"_s, Family::Bytes},
        {u"point"_s, Family::Point},
        {u"line"_s, Family::Line},
    };
    auto bare = splitModifier(type.toString()).name.simplified().toLower();
    if (bare.startsWith(u"interval "))
        bare = u"interval"_s;
    const auto found = families.constFind(bare);
    return found == families.cend() ? std::nullopt : std::optional(*found);
}

/// Casts on assignment from one family to another.
bool isAssigned(Family from, Family to)
{
    static constexpr std::array<std::pair<Family, Family>, 9> casts = {{
        {Family::Date, Family::Timestamp},
        {Family::Timestamp, Family::Date},
        {Family::Timestamp, Family::Time},
        {Family::Timestamp, Family::ZonedTime},
        {Family::Time, Family::ZonedTime},
        {Family::ZonedTime, Family::Time},
        {Family::Time, Family::Interval},
        {Family::Interval, Family::Time},
        {Family::Text, Family::Text},
    }};
    return from == to || to == Family::Text ||
           std::find(casts.begin(), casts.end(), std::pair(from, to)) != casts.end();
}

} // namespace

bool needsUsing(QStringView from, QStringView to)
{
    const bool fromArray = from.contains(u'[');
    const bool toArray = to.contains(u'[');
    const auto before = familyOf(elementType(from.toString()));
    const auto after = familyOf(elementType(to.toString()));
    if (fromArray != toArray)
        return before && after && (toArray || *after != Family::Text);
    return before && after && !isAssigned(*before, *after);
}

} // namespace squall::diff
