#include "core/drizzle/newmigration.h"

#include "core/drizzle/folderfiles.h"
#include "core/drizzle/snapshotreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::MigrationName)
};

/// Files of one migration in the order of their writing, which can be taken back.
class Files
{
public:
    explicit Files(QString folder)
        : m_folder(std::move(folder))
    {
    }

    Result<Done> write(const QString &name, const QByteArray &text)
    {
        const auto before = contentsOf(m_folder + u'/' + name);
        auto written = writeWhole(m_folder, name, text);
        if (!written) {
            takeBack();
            return written;
        }
        m_written.push_back({name, before});
        return written;
    }

    /// A folder that is never seen without that file.
    Result<Done> begin(const QString &name, const QString &file, const QByteArray &text)
    {
        auto made = makeFolderWith(m_folder, name, file, text);
        if (made)
            m_written.push_back({name + u'/' + file, std::nullopt});
        return made;
    }

private:
    void takeBack()
    {
        std::reverse(m_written.begin(), m_written.end());
        for (const auto &[name, before] : m_written) {
            // That the folder cannot be written is being told already.
            [[maybe_unused]] const auto done =
                before ? writeWhole(m_folder, name, *before) : removeFile(m_folder, name);
        }
        m_written.clear();
    }

    QString m_folder;
    std::vector<std::pair<QString, std::optional<QByteArray>>> m_written;
};

} // namespace

std::optional<Snapshot> baseOf(const History &history, MigrationPrefix style)
{
    if (style == MigrationPrefix::None && history.snapshots().empty()) {
        if (const auto text = contentsOf(history.folder() + u"/meta/_snapshot.json"_s)) {
            const auto snapshot = readSnapshot(*text);
            return snapshot ? std::optional(*snapshot) : std::nullopt;
        }
    }
    return history.latest();
}

Result<QString> addMigration(const History &history, const NewMigration &migration)
{
    const auto tag = migration.name.tag;
    const auto file = tag + u".sql"_s;
    const auto &folder = history.folder();
    const auto sql = migration.sql.toUtf8();
    if (const auto there = contentsOf(folder + u'/' + file); there && *there != sql)
        return Error{.code = Error::Code::Conflict,
                     .message =
                         Words::tr("%1 is there already, though the journal does not know it.").arg(file),
                     .hint = Words::tr("Give it another name, or look at it with `squall check`.")};
    auto snapshot = migration.snapshot;
    snapshot.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto journal = history.journal();
    journal.append({.idx = migration.name.idx,
                    .when = migration.when,
                    .tag = tag,
                    .breakpoints = migration.breakpoints});
    removeLeftovers(folder);
    Files files(folder);
    const auto meta = u"meta/"_s;
    const auto journalFile = meta + u"_journal.json"_s;
    // Files without a journal are no folder of migrations, to neither tool.
    if (!QFile::exists(folder + u'/' + journalFile)) {
        if (auto done = files.begin(u"meta"_s, u"_journal.json"_s, Journal().text()); !done)
            return done.error();
    }
    if (auto done = files.write(file, sql); !done)
        return done.error();
    if (migration.downSql) {
        if (auto done = files.write(tag + u".down.sql"_s, migration.downSql->toUtf8()); !done)
            return done.error();
    }
    if (auto done =
            files.write(meta + History::snapshotName(tag), writeSnapshot(snapshot, migration.written));
        !done)
        return done.error();
    if (auto done = files.write(journalFile, journal.text()); !done)
        return done.error();
    return folder + u'/' + file;
}

} // namespace squall::drizzle
