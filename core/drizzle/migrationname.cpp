#include "core/drizzle/migrationname.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::MigrationName)
};

constexpr const char *qualities[] = {
    "amber",   "ashen",   "balmy",   "becalmed", "billowing", "breaking", "brisk",    "clearing",
    "coastal", "crested", "dawning", "distant",  "drifting",  "eastern",  "fair",     "fathom",
    "foaming", "foggy",   "gentle",  "glassy",   "gusty",     "hazy",     "icy",      "inland",
    "leeward", "lunar",   "mild",    "misty",    "northern",  "outbound", "pelagic",  "polar",
    "rainy",   "rising",  "rolling", "salty",    "sheltered", "silver",   "southern", "stormy",
    "sunlit",  "tidal",   "turning", "western",  "windward",
};
constexpr const char *things[] = {
    "anchor",  "anemone", "barometer", "bay",        "beacon",  "breeze",  "buoy",     "cape",
    "channel", "compass", "coral",     "cove",       "current", "delta",   "dune",     "estuary",
    "ferry",   "fjord",   "foghorn",   "gale",       "gull",    "harbour", "headland", "heron",
    "island",  "keel",    "lagoon",    "lighthouse", "mast",    "monsoon", "narwhal",  "osprey",
    "otter",   "pelican", "petrel",    "pier",       "reef",    "rudder",  "sail",     "schooner",
    "seal",    "sextant", "shoal",     "spinnaker",  "tern",
};

constexpr int indexDigits = 4;
const auto timeFormat = u"yyyyMMddHHmmss"_s;

template<typename List>
QString oneOf(const List &words)
{
    return QString::fromLatin1(
        words[QRandomGenerator::global()->bounded(static_cast<quint32>(std::size(words)))]);
}

/// The prefix of the snapshot that comes last by name.
QString lastPrefix(const History &history)
{
    return history.snapshots().empty() ? QString() : history.snapshots().back().name.section(u'_', 0, 0);
}

/// A second later than the last one where that is of the same style and not earlier.
QString timestampAfter(const QString &last, const QDateTime &now)
{
    auto time = QDateTime::fromString(last, timeFormat);
    time.setTimeZone(QTimeZone::utc());
    const auto utc = now.toUTC();
    const bool late = time.isValid() && last >= utc.toString(timeFormat);
    return (late ? time.addSecs(1) : utc).toString(timeFormat);
}

QString secondsAfter(const QString &last, const QDateTime &now)
{
    const auto seconds = now.toSecsSinceEpoch();
    const auto before = last.size() == QString::number(seconds).size() ? last.toLongLong() : 0;
    return QString::number(std::max(seconds, before + 1));
}

std::optional<Error> faultOf(const QString &name)
{
    constexpr int longest = 200;
    const bool odd = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control;
    });
    if (odd)
        return Error{.code = Error::Code::Usage,
                     .message = Words::tr("“%1” cannot be the name of a file.").arg(name.simplified())};
    if (name.toUtf8().size() > longest)
        return Error{.code = Error::Code::Usage,
                     .message = Words::tr("The name is too long; %1 bytes are possible.").arg(longest)};
    return std::nullopt;
}

} // namespace

QString inventedName()
{
    return oneOf(qualities) + u'_' + oneOf(things);
}

Result<MigrationName> nextName(const History &history, MigrationPrefix style, const QString &name,
                               const QDateTime &now)
{
    if (auto fault = faultOf(name))
        return *std::move(fault);
    const auto &entries = history.journal().entries();
    MigrationName next{.idx = entries.empty() ? 0 : entries.back().idx + 1, .tag = {}};
    const auto last = lastPrefix(history);
    QString prefix;
    switch (style) {
    case MigrationPrefix::Index: prefix = QString::number(next.idx).rightJustified(indexDigits, u'0'); break;
    case MigrationPrefix::Timestamp:
    case MigrationPrefix::Supabase: prefix = timestampAfter(last, now); break;
    case MigrationPrefix::Unix: prefix = secondsAfter(last, now); break;
    case MigrationPrefix::None: break;
    }
    next.tag = prefix + u'_' + (name.isEmpty() ? inventedName() : name);
    const bool known = std::any_of(entries.begin(), entries.end(),
                                   [&](const JournalEntry &each) { return each.tag == next.tag; });
    if (known)
        return Error{.code = Error::Code::Conflict,
                     .message = Words::tr("There is a migration %1 already.").arg(next.tag),
                     .hint = Words::tr("Give it another name.")};
    const auto snapshot = History::snapshotName(next.tag);
    if (style != MigrationPrefix::None && !history.snapshots().empty() &&
        snapshot <= history.snapshots().back().name)
        return Error{.code = Error::Code::Conflict,
                     .message =
                         Words::tr("%1 would come before %2, and the last one by name is where the next "
                                   "migration starts from.")
                             .arg(snapshot, history.snapshots().back().name),
                     .hint = Words::tr("Keep the prefix that the migrations have so far "
                                       "(`migrations.prefix` of the configuration).")};
    return next;
}

qint64 nextTime(const Journal &journal, const QDateTime &now)
{
    auto time = now.toMSecsSinceEpoch();
    for (const auto &entry : journal.entries())
        time = std::max(time, entry.when + 1);
    return time;
}

} // namespace squall::drizzle
