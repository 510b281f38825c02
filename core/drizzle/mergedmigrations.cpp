#include "core/drizzle/mergedmigrations.h"

#include "core/drizzle/folderfiles.h"
#include "core/drizzle/historywords.h"
#include "core/drizzle/lostsnapshot.h"
#include "core/drizzle/mergeconflict.h"
#include "core/drizzle/snapshotreader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

using Kind = HistoryProblem::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::History)
};

/// Whether a branch is one that others work from: its migrations have been applied, most likely.
bool isMainBranch(const QByteArray &name)
{
    const auto last = name.mid(name.lastIndexOf('/') + 1);
    return last == "main" || last == "master" || last == "trunk" || last == "develop" || last == "dev";
}

class Reader
{
public:
    Reader(const History &history, const Snapshot *schema)
        : m_history(history)
        , m_schema(schema)
    {
    }

    MergedMigrations read()
    {
        refuseWhatCannotBeMended();
        if (m_all.doubts.isEmpty())
            readJournal();
        if (m_all.doubts.isEmpty())
            readSnapshots();
        if (m_all.doubts.isEmpty())
            assignSnapshots();
        return std::move(m_all);
    }

private:
    void doubt(const QString &sentence)
    {
        if (!m_all.doubts.contains(sentence))
            m_all.doubts << sentence;
    }

    void refuseWhatCannotBeMended()
    {
        for (const auto &problem : m_history.problems()) {
            switch (problem.kind) {
            case Kind::NoJournal:
            case Kind::WrongDialect:
            case Kind::MissingFile:
            case Kind::OldSnapshot:
            case Kind::NewSnapshot:
            case Kind::NewerLayout: doubt(sentence(problem) + u' ' + remedy(problem)); break;
            default: break;
            }
        }
    }

    /// The entries, of two branches where git left both.
    void readJournal()
    {
        const auto text = contentsOf(m_history.folder() + u'/' + journalName);
        if (!text)
            return;
        m_all.journalText = *text;
        const auto sides = conflictSides(*text);
        auto ours = Journal::read(sides ? sides->ours : *text);
        const auto theirs = sides ? Journal::read(sides->theirs) : ours;
        if (!ours || !theirs) {
            const auto &error = ours ? theirs.error() : ours.error();
            doubt(Words::tr("%1 cannot be read: %2").arg(journalName, error.message));
            return;
        }
        m_all.journal = *std::move(ours);
        for (const auto &entry : m_all.journal.entries())
            addLink(entry, false);
        if (!sides)
            return;
        const auto begin = m_all.migrations.size();
        for (const auto &entry : theirs->entries()) {
            if (!contains(m_all.journal, entry))
                addLink(entry, true);
        }
        if (isMainBranch(sides->theirName)) {
            // What only we have comes after what everybody has.
            const auto shared =
                std::find_if(m_all.migrations.begin(), m_all.migrations.end(),
                             [&](const MergedMigration &link) { return !contains(*theirs, link.entry); });
            std::rotate(shared, m_all.migrations.begin() + static_cast<std::ptrdiff_t>(begin),
                        m_all.migrations.end());
        }
        m_all.steps << Words::tr("%1 gets the migrations of both branches.").arg(journalName);
    }

    static bool contains(const Journal &journal, const JournalEntry &entry)
    {
        const auto &entries = journal.entries();
        return std::find(entries.begin(), entries.end(), entry) != entries.end();
    }

    void addLink(const JournalEntry &entry, bool theirs)
    {
        const auto same =
            std::find_if(m_all.migrations.begin(), m_all.migrations.end(),
                         [&](const MergedMigration &link) { return link.entry.tag == entry.tag; });
        if (same == m_all.migrations.end())
            m_all.migrations.push_back({.entry = entry, .theirs = theirs});
        else if (same->entry == entry)
            m_all.steps << Words::tr("%1 stands in the journal once.").arg(entry.tag);
        else
            doubt(Words::tr("%1 stands in the journal twice, in different ways.").arg(entry.tag));
        if (!QFile::exists(m_history.sqlFile(entry)))
            doubt(Words::tr("%1 stands in the journal and is not there.").arg(entry.tag + u".sql"_s));
    }

    void readSnapshots()
    {
        for (const auto &file : m_history.snapshots()) {
            auto &found = m_all.files[file.name];
            if (file.snapshot) {
                found.push_back(*file.snapshot);
                continue;
            }
            const auto text = contentsOf(m_history.folder() + u"/meta/"_s + file.name);
            const auto sides = text ? conflictSides(*text) : std::nullopt;
            const auto ours = sides ? readSnapshot(sides->ours) : Result<Snapshot>(Error{});
            const auto theirs = sides ? readSnapshot(sides->theirs) : Result<Snapshot>(Error{});
            if (ours && theirs)
                found = {*ours, *theirs};
            else
                doubt(Words::tr("%1 cannot be read: %2")
                          .arg(u"meta/"_s + file.name, file.fault ? file.fault->message : QString()));
        }
        for (const auto &name : m_all.files.keys()) {
            for (const auto &snapshot : m_all.files[name]) {
                if (m_all.originals.contains(snapshot.id))
                    doubt(Words::tr("Two snapshots have the same id; one of them is %1.")
                              .arg(u"meta/"_s + name));
                m_all.originals.insert(snapshot.id, snapshot);
            }
        }
    }

    /// Which snapshot is which migration's, where two migrations have files of one name.
    void assignSnapshots()
    {
        const bool sidesKnown = std::any_of(m_all.migrations.begin(), m_all.migrations.end(),
                                            [](const MergedMigration &link) { return link.theirs; });
        if (m_schema)
            findLostSnapshot(m_history, m_all, *m_schema);
        QHash<QString, std::size_t> used;
        for (auto &link : m_all.migrations) {
            const auto name = History::snapshotName(link.entry.tag);
            if (name.startsWith(u'_'))
                continue;
            const auto found = m_all.files.value(name);
            auto &count = used[name];
            if (link.snapshot) {
                ++count;
                continue;
            }
            if (count < found.size()) {
                const auto place = sidesKnown && found.size() > 1 ? std::size_t(link.theirs ? 1 : 0) : count;
                link.snapshot = found[place];
                ++count;
                continue;
            }
            doubt(found.empty()
                      ? Words::tr("%1 has no snapshot (%2).").arg(link.entry.tag, u"meta/"_s + name)
                      : Words::tr("%1 and another migration had snapshots of one name (%2), and only one is "
                                  "left. Merge again and leave git's marks in that file: both are read then.")
                            .arg(link.entry.tag, u"meta/"_s + name));
        }
        for (auto name = m_all.files.begin(); name != m_all.files.end(); ++name) {
            if (used.value(name.key()) < name->size())
                m_all.unassigned << name.key();
        }
    }

    const History &m_history;
    const Snapshot *m_schema;
    MergedMigrations m_all;
};

} // namespace

MergedMigrations readMerged(const History &history, const Snapshot *schema)
{
    return Reader(history, schema).read();
}

} // namespace squall::drizzle
