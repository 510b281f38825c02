#include "core/drizzle/dropping.h"

#include "core/drizzle/folderfiles.h"
#include "core/drizzle/snapshotwriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::History)
};

/// The snapshot that goes with a migration; nullptr when there is none, or others share it.
const SnapshotFile *ownSnapshot(const History &history, const JournalEntry &entry)
{
    const auto name = History::snapshotName(entry.tag);
    const auto &entries = history.journal().entries();
    const auto sharing = std::count_if(entries.begin(), entries.end(), [&](const JournalEntry &each) {
        return History::snapshotName(each.tag) == name;
    });
    const auto &files = history.snapshots();
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const SnapshotFile &file) { return file.name == name; });
    return sharing > 1 || found == files.end() ? nullptr : &*found;
}

/// The snapshots that follow one get what it followed.
Result<Done> linkPast(const History &history, const SnapshotFile &gone)
{
    if (gone.id.isEmpty())
        return Done{};
    for (const auto &file : history.snapshots()) {
        if (!file.snapshot || file.prevId != gone.id || file.version != 7)
            continue;
        auto linked = *file.snapshot;
        linked.prevId = gone.prevId;
        if (auto done = writeWhole(history.folder(), u"meta/"_s + file.name, writeSnapshot(linked)); !done)
            return done;
    }
    return Done{};
}

} // namespace

QString dropConsequence(const History &history, std::size_t entry)
{
    const auto &entries = history.journal().entries();
    if (entry + 1 == entries.size())
        return {};
    return Words::tr(
               "%1 is not the last migration: those after it stay as they are, and their snapshots keep "
               "what it did. The next `generate` will not make that again.")
        .arg(entries[entry].tag);
}

Result<Done> dropMigration(const History &history, std::size_t entry)
{
    const auto &folder = history.folder();
    const auto gone = history.journal().entries().at(entry);
    const auto *snapshot = ownSnapshot(history, gone);
    auto journal = history.journal();
    journal.remove(entry);
    removeLeftovers(folder);
    if (auto done = writeWhole(folder, u"meta/_journal.json"_s, journal.text()); !done)
        return done;
    if (snapshot) {
        if (auto done = linkPast(history, *snapshot); !done)
            return done;
        if (auto done = removeFile(folder, u"meta/"_s + snapshot->name); !done)
            return done;
    }
    // With the prefix `none` all migrations have one file, which no name is read for.
    const auto only = History::snapshotName(gone.tag);
    if (only.startsWith(u'_') && journal.entries().empty()) {
        if (auto done = removeFile(folder, u"meta/"_s + only); !done)
            return done;
    }
    for (const auto &ending : {u".sql"_s, u".down.sql"_s}) {
        if (auto done = removeFile(folder, gone.tag + ending); !done)
            return done;
    }
    return Done{};
}

} // namespace squall::drizzle
