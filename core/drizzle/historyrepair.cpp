#include "core/drizzle/historyrepair.h"

#include "core/drizzle/folderfiles.h"
#include "core/drizzle/mergedmigrations.h"
#include "core/drizzle/snapshotmerge.h"
#include "core/drizzle/snapshotwriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QSet>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::History)
};

bool sameContent(Snapshot one, const Snapshot &other)
{
    one.id = other.id;
    one.prevId = other.prevId;
    return one == other;
}

/// One migration on its way to its new place.
struct Link
{
    JournalEntry old;
    JournalEntry now;
    std::optional<Snapshot> before = {}; ///< the snapshot as it is; nothing with the prefix `none`
    std::optional<Snapshot> after = {};
    bool adopted = false;
};

/// A prefix that comes right after another one, in its style; empty when that is none that rises.
QString prefixAfter(const QString &last, const QString &own)
{
    const auto format = u"yyyyMMddHHmmss"_s;
    auto time = QDateTime::fromString(last, format);
    if (time.isValid() && own.size() == last.size()) {
        time.setTimeZone(QTimeZone::utc());
        return time.addSecs(1).toString(format);
    }
    bool number = false;
    const auto seconds = last.toLongLong(&number);
    return number && own.size() == last.size()
               ? QString::number(seconds + 1).rightJustified(last.size(), u'0')
               : QString();
}

class Planner
{
public:
    Planner(const History &history, Adopt adopt, const Snapshot *schema)
        : m_history(history)
        , m_adopt(adopt)
        , m_all(readMerged(history, schema))
    {
    }

    Repair plan()
    {
        m_repair.doubts = m_all.doubts;
        m_repair.steps = m_all.steps;
        for (const auto &each : m_all.migrations)
            m_links.push_back({.old = each.entry, .now = each.entry, .before = each.snapshot});
        for (const auto step : {&Planner::adoptFiles, &Planner::number, &Planner::chain, &Planner::write}) {
            if (m_repair.doubts.isEmpty())
                (this->*step)();
        }
        return std::move(m_repair);
    }

private:
    void doubt(const QString &sentence) { m_repair.doubts << sentence; }

    void adoptFiles()
    {
        for (const auto &problem : m_history.problems()) {
            if (problem.kind != HistoryProblem::Kind::UnknownFile || m_adopt == Adopt::No)
                continue;
            const auto tag = problem.file.chopped(QLatin1StringView(".sql").size());
            // In a journal with git's marks its own side may have it.
            const bool known = std::any_of(m_links.begin(), m_links.end(),
                                           [&](const Link &link) { return link.old.tag == tag; });
            if (!known)
                adoptFile(tag);
        }
        for (const auto &name : m_all.unassigned)
            doubt(Words::tr("%1 belongs to no migration of the journal, so the next one would start from a "
                            "schema that no migration leads to.")
                      .arg(u"meta/"_s + name));
    }

    void adoptFile(const QString &tag)
    {
        Link link{.old = {.tag = tag}, .now = {}, .adopted = true};
        const auto name = History::snapshotName(tag);
        if (m_all.unassigned.contains(name) && m_all.files[name].size() == 1) {
            // A `generate` that was stopped before it wrote the journal.
            link.before = m_all.files[name].front();
            m_all.unassigned.removeAll(name);
            m_repair.steps << Words::tr("%1.sql becomes the last migration, with its snapshot.").arg(tag);
        } else {
            auto copy = m_links.empty() ? emptySnapshot() : m_links.back().before.value_or(emptySnapshot());
            copy.prevId = copy.id;
            copy.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            m_all.originals.insert(copy.id, copy);
            link.before = copy;
            m_repair.steps << Words::tr(
                                  "%1.sql becomes the last migration. It is taken for one that leaves the "
                                  "project's schema as it is.")
                                  .arg(tag);
        }
        link.old.when = QDateTime::currentMSecsSinceEpoch();
        link.now = link.old;
        m_links.push_back(link);
    }

    /// Numbers, times and names that rise.
    void number()
    {
        const JournalEntry *last = nullptr;
        for (auto &link : m_links) {
            auto &now = link.now;
            const auto prefix = link.old.tag.section(u'_', 0, 0);
            constexpr int indexDigits = 4;
            const auto padded = [](int idx) {
                return QString::number(idx).rightJustified(indexDigits, u'0');
            };
            const bool byIndex = link.adopted ? last && padded(last->idx) == last->tag.section(u'_', 0, 0)
                                              : padded(link.old.idx) == prefix;
            if (last && (link.adopted || now.idx <= last->idx))
                now.idx = last->idx + 1;
            if (last && now.when <= last->when)
                now.when = last->when + 1;
            if (byIndex)
                rename(link, padded(now.idx));
            else if (last && !prefix.isEmpty() &&
                     History::snapshotName(now.tag) <= History::snapshotName(last->tag))
                rename(link, prefixAfter(last->tag.section(u'_', 0, 0), prefix));
            tell(link);
            last = &now;
        }
    }

    void rename(Link &link, const QString &prefix)
    {
        if (prefix.isEmpty()) {
            doubt(Words::tr("%1 would not be the last one by name, and no prefix follows from the others.")
                      .arg(link.old.tag));
            return;
        }
        const auto own = link.old.tag.section(u'_', 0, 0);
        // A file that was called anything keeps all of its name.
        const bool hasPrefix = !link.adopted || own.toLongLong() > 0 || own == u"0000";
        link.now.tag = prefix + u'_' + (hasPrefix ? link.old.tag.section(u'_', 1) : link.old.tag);
    }

    void tell(const Link &link)
    {
        if (link.now.tag != link.old.tag)
            m_repair.steps << Words::tr("%1 becomes %2.").arg(link.old.tag, link.now.tag);
        else if (!link.adopted && link.now.idx != link.old.idx)
            m_repair.steps << Words::tr("%1 gets number %2.").arg(link.old.tag).arg(link.now.idx);
        if (!link.adopted && link.now.when != link.old.when)
            m_repair.steps << Words::tr(
                                  "%1 gets a time after the one before it; a database that has it applied "
                                  "will run it again.")
                                  .arg(link.now.tag);
    }

    /// Each snapshot with what came before it.
    void chain()
    {
        auto last = emptySnapshot();
        bool merged = false;
        for (auto &link : m_links) {
            if (!link.before)
                continue;
            link.after = link.before;
            link.after->prevId = last.id;
            const auto parent = link.before->prevId == emptySnapshot().id ? std::optional(emptySnapshot())
                                                                          : find(link.before->prevId);
            if (!parent && merged) {
                doubt(Words::tr("%1 follows a migration that is not there.").arg(link.old.tag));
                return;
            }
            if (parent && !sameContent(*parent, last)) {
                const auto both = mergeSnapshots(*parent, last, *link.before);
                if (!both) {
                    doubt(Words::tr("%1 and what was merged before it do not go together. %2")
                              .arg(link.old.tag, both.error().message));
                    return;
                }
                merged = true;
                link.after = *both;
                link.after->id = link.before->id;
                link.after->prevId = last.id;
            }
            if (*link.after != *link.before && !link.adopted)
                m_repair.steps
                    << Words::tr("The snapshot of %1 follows the one before it.").arg(link.now.tag);
            last = *link.after;
        }
    }

    std::optional<Snapshot> find(const QString &id) const
    {
        const auto found = m_all.originals.constFind(id);
        return found == m_all.originals.cend() ? std::nullopt : std::optional(*found);
    }

    void write()
    {
        QSet<QString> kept;
        QStringList gone;
        for (const auto &link : m_links) {
            moveFile(link, u".sql"_s, kept, gone);
            moveFile(link, u".down.sql"_s, kept, gone);
            if (!link.after)
                continue;
            const auto name = u"meta/"_s + History::snapshotName(link.now.tag);
            const auto oldName = u"meta/"_s + History::snapshotName(link.old.tag);
            kept << name;
            gone << oldName;
            const bool marked = m_all.files.value(History::snapshotName(link.old.tag)).size() > 1;
            if (name != oldName || marked || *link.after != *link.before || link.adopted)
                m_repair.writes.push_back({name, writeSnapshot(*link.after)});
        }
        for (const auto &name : gone) {
            if (!kept.contains(name) && !m_repair.removals.contains(name))
                m_repair.removals << name;
        }
        const auto journal = newJournal();
        if (!m_links.empty() && journal.text() != m_all.journalText)
            m_repair.writes.push_back({journalName, journal.text()});
    }

    /// With the same entries at the same places it keeps what others have put into them.
    Journal newJournal() const
    {
        auto journal = m_all.journal;
        const auto &entries = journal.entries();
        bool aligned = entries.size() <= m_links.size();
        for (std::size_t i = 0; aligned && i < entries.size(); ++i)
            aligned = entries[i] == m_links[i].old;
        while (!aligned && !journal.entries().empty())
            journal.remove(journal.entries().size() - 1);
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (i >= journal.entries().size())
                journal.append(m_links[i].now);
            else if (!(journal.entries()[i] == m_links[i].now))
                journal.replace(i, m_links[i].now);
        }
        return journal;
    }

    void moveFile(const Link &link, const QString &ending, QSet<QString> &kept, QStringList &gone)
    {
        const auto old = link.old.tag + ending;
        const auto now = link.now.tag + ending;
        const auto text = contentsOf(m_history.folder() + u'/' + old);
        if (!text)
            return;
        kept << now;
        if (old == now)
            return;
        m_repair.writes.push_back({now, *text});
        gone << old;
    }

    const History &m_history;
    Adopt m_adopt;
    Repair m_repair;
    MergedMigrations m_all;
    std::vector<Link> m_links;
};

} // namespace

Repair planRepair(const History &history, Adopt adopt, const Snapshot *schema)
{
    auto repair = Planner(history, adopt, schema).plan();
    if (!repair.doubts.isEmpty() || repair.empty()) {
        repair.writes.clear();
        repair.removals.clear();
        repair.steps.clear();
    }
    return repair;
}

Result<Done> carryOut(const History &history, const Repair &repair)
{
    removeLeftovers(history.folder());
    for (const auto &file : repair.writes) {
        if (auto done = writeWhole(history.folder(), file.name, file.contents); !done)
            return done;
    }
    for (const auto &name : repair.removals) {
        if (auto done = removeFile(history.folder(), name); !done)
            return done;
    }
    return Done{};
}

} // namespace squall::drizzle
