#include "core/drizzle/history.h"

#include "core/drizzle/mergeconflict.h"
#include "core/drizzle/newermigrations.h"
#include "core/drizzle/pull/companion.h"
#include "core/drizzle/snapshotreader.h"
#include "core/drizzle/snapshotupgrade.h"

#include <QCoreApplication>
#include <QDir>
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

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return Error{.code = file.exists() ? Error::Code::File : Error::Code::NotFound,
                 .message = Words::tr("“%1” cannot be read.").arg(QDir::toNativeSeparators(path)),
                 .detail = file.errorString()};
}

/// The names in a folder as programs see them: by the bytes of their letters.
QStringList names(const QString &folder, const QString &pattern)
{
    auto found = QDir(folder).entryList({pattern}, QDir::Files | QDir::Hidden);
    std::sort(found.begin(), found.end());
    return found;
}

SnapshotFile readFile(const QString &name, const QByteArray &text)
{
    SnapshotFile file{.name = name, .version = snapshotVersion(text)};
    if (file.version && *file.version > snapshotVersionNow)
        return file;
    const bool older = file.version && *file.version < snapshotVersionNow;
    auto snapshot = older ? upgradeSnapshot(text) : readSnapshot(text);
    if (!snapshot) {
        file.fault = snapshot.error();
        file.conflict = conflictSides(text).has_value();
        return file;
    }
    file.id = snapshot->id;
    file.prevId = snapshot->prevId;
    file.snapshot = *std::move(snapshot);
    return file;
}

} // namespace

Result<History> History::read(const QString &folder)
{
    History history;
    history.m_folder = folder;
    history.m_newer = readNewerMigrations(folder);
    if (!history.m_newer.empty())
        history.m_problems.push_back({.kind = Kind::NewerLayout});
    const auto sqlFiles = names(folder, u"*.sql"_s);
    const auto text = contents(folder + u"/meta/_journal.json"_s);
    if (!text && text.error().code != Error::Code::NotFound)
        return text.error();
    history.readSnapshots();
    history.checkSnapshots();
    const auto name = u"meta/_journal.json"_s;
    if (!text) {
        if (!sqlFiles.isEmpty() || !history.m_snapshots.empty())
            history.m_problems.push_back({.kind = Kind::NoJournal, .file = name});
        return history;
    }
    auto journal = Journal::read(*text);
    if (!journal) {
        if (conflictSides(*text))
            history.m_problems.push_back({.kind = Kind::MergeConflict, .file = name});
        else
            history.m_problems.push_back({.kind = Kind::BadJournal, .file = name, .fault = journal.error()});
        return history;
    }
    history.m_journal = *std::move(journal);
    history.checkJournal(sqlFiles);
    history.checkLastSnapshot();
    return history;
}

std::vector<RecordedMigration> History::migrations() const
{
    std::vector<RecordedMigration> all;
    for (const auto &entry : m_journal.entries()) {
        auto &made = all.emplace_back(
            RecordedMigration{.name = entry.tag, .file = entry.tag + u".sql"_s, .when = entry.when});
        const auto file = snapshotName(entry.tag);
        const auto known = std::find_if(m_snapshots.begin(), m_snapshots.end(),
                                        [&](const SnapshotFile &each) { return each.name == file; });
        if (known == m_snapshots.end())
            continue;
        made.id = known->id;
        made.parents = QStringList{known->prevId};
        made.snapshot = known->snapshot;
        made.fault = known->fault;
    }
    all.insert(all.end(), m_newer.begin(), m_newer.end());
    return all;
}

std::optional<Snapshot> History::latest() const
{
    if (isNewerLayout())
        return {};
    return m_snapshots.empty() ? std::optional(emptySnapshot()) : m_snapshots.back().snapshot;
}

QString History::sqlFile(const JournalEntry &entry) const
{
    return m_folder + u'/' + entry.tag + u".sql"_s;
}

QString History::snapshotName(const QString &tag)
{
    return tag.section(u'_', 0, 0) + u"_snapshot.json"_s;
}

/// All that lies in `meta` without a line in front of its name, whatever it is called.
void History::readSnapshots()
{
    const auto meta = m_folder + u"/meta"_s;
    for (const auto &name : names(meta, u"*"_s)) {
        if (name.startsWith(u'_'))
            continue;
        const auto text = contents(meta + u'/' + name);
        m_snapshots.push_back(text ? readFile(name, *text)
                                   : SnapshotFile{.name = name, .fault = text.error()});
    }
}

void History::checkJournal(const QStringList &sqlFiles)
{
    const auto &entries = m_journal.entries();
    if (const auto &dialect = m_journal.dialect(); !dialect.isEmpty() && dialect != u"postgresql")
        m_problems.push_back({.kind = Kind::WrongDialect, .file = u"meta/_journal.json"_s, .other = dialect});
    const JournalEntry *newest = nullptr;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto &entry = entries[i];
        const auto file = entry.tag + u".sql"_s;
        const auto before = entries.begin() + static_cast<std::ptrdiff_t>(i);
        const auto sameTag = std::find_if(entries.begin(), before,
                                          [&](const JournalEntry &each) { return each.tag == entry.tag; });
        const auto sameIndex = std::find_if(entries.begin(), before,
                                            [&](const JournalEntry &each) { return each.idx == entry.idx; });
        if (sameTag != before)
            m_problems.push_back({.kind = Kind::SameTag, .file = file, .other = sameTag->tag});
        else if (sameIndex != before)
            m_problems.push_back({.kind = Kind::SameIndex, .file = file, .other = sameIndex->tag});
        if (!sqlFiles.contains(file))
            m_problems.push_back({.kind = Kind::MissingFile, .file = file});
        if (newest && entry.when <= newest->when)
            m_problems.push_back({.kind = Kind::BackInTime, .file = file, .other = newest->tag});
        if (!newest || entry.when > newest->when)
            newest = &entry;
        const auto snapshot = snapshotName(entry.tag);
        // With the prefix `none` all have one, which is not read as a snapshot.
        const bool hasSnapshot =
            (snapshot.startsWith(u'_') && QFile::exists(m_folder + u"/meta/"_s + snapshot)) ||
            std::any_of(m_snapshots.begin(), m_snapshots.end(),
                        [&](const SnapshotFile &each) { return each.name == snapshot; });
        if (!hasSnapshot)
            m_problems.push_back(
                {.kind = Kind::MissingSnapshot, .file = u"meta/"_s + snapshot, .other = entry.tag});
    }
    for (const auto &file : sqlFiles) {
        const bool known = std::any_of(entries.begin(), entries.end(), [&](const JournalEntry &entry) {
            return file == entry.tag + u".sql"_s;
        });
        // A way back that lies beside its migration is no migration, nor is what `pull` keeps apart.
        if (!known && !file.endsWith(u".down.sql") && file != companionName())
            m_problems.push_back({.kind = Kind::UnknownFile, .file = file});
    }
}

void History::checkLastSnapshot()
{
    if (m_snapshots.empty())
        return;
    const auto &last = m_snapshots.back().name;
    const auto &entries = m_journal.entries();
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const JournalEntry &entry) {
        return snapshotName(entry.tag) == last;
    });
    if (!known)
        m_problems.push_back({.kind = Kind::UnknownSnapshot, .file = u"meta/"_s + last});
}

void History::checkSnapshots()
{
    const auto origin = emptySnapshot().id;
    for (std::size_t i = 0; i < m_snapshots.size(); ++i) {
        const auto &each = m_snapshots[i];
        const auto file = u"meta/"_s + each.name;
        if (each.version && *each.version > snapshotVersionNow) {
            m_problems.push_back(
                {.kind = Kind::NewSnapshot, .file = file, .other = QString::number(*each.version)});
            continue;
        }
        if (each.conflict) {
            m_problems.push_back({.kind = Kind::MergeConflict, .file = file});
            continue;
        }
        if (each.fault) {
            m_problems.push_back({.kind = Kind::BadSnapshot, .file = file, .fault = each.fault});
            continue;
        }
        if (each.version && *each.version < snapshotVersionNow)
            m_problems.push_back(
                {.kind = Kind::OldSnapshot, .file = file, .other = QString::number(*each.version)});
        const auto before = m_snapshots.begin() + static_cast<std::ptrdiff_t>(i);
        const auto sibling = std::find_if(m_snapshots.begin(), before, [&](const SnapshotFile &other) {
            return other.snapshot && other.prevId == each.prevId;
        });
        if (sibling != before) {
            m_problems.push_back(
                {.kind = Kind::SameParent, .file = file, .other = u"meta/"_s + sibling->name});
            continue;
        }
        // What cannot be read may be the parent.
        const bool hasParent =
            each.prevId == origin ||
            std::any_of(m_snapshots.begin(), m_snapshots.end(),
                        [&](const SnapshotFile &other) { return other.fault || other.id == each.prevId; });
        if (!hasParent)
            m_problems.push_back({.kind = Kind::LostParent, .file = file, .other = each.prevId});
    }
}

} // namespace squall::drizzle
