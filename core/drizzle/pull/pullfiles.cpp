#include "core/drizzle/pull/pullfiles.h"

#include "core/drizzle/folderfiles.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/newmigration.h"
#include "core/drizzle/pull/companion.h"

#include <QFile>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

std::optional<QByteArray> contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// A statement in a comment of its own: a migrator that cuts the file at its breakpoints sends whole ones.
QString commented(const QString &statement)
{
    if (!statement.contains(u"/*") && !statement.contains(u"*/"))
        return u"/*\n"_s + statement.trimmed() + u"\n*/"_s;
    return u"-- "_s + statement.trimmed().replace(u'\n', u"\n-- "_s);
}

QString baselineSql(const QStringList &statements, bool breakpoints)
{
    QStringList comments;
    for (const auto &statement : statements)
        comments << commented(statement);
    return u"-- Current sql file was generated after introspecting the database\n"
           "-- If you want to run this migration please uncomment this code before executing migrations\n"_s +
           comments.join(breakpoints ? u"\n--> statement-breakpoint\n"_s : u"\n"_s);
}

/// Writes the files of one pull.
class PullFiles
{
public:
    PullFiles(QString folder, const PullToWrite &pull)
        : m_folder(std::move(folder))
        , m_pull(pull)
    {
    }

    Result<PulledFiles> write()
    {
        auto history = History::read(m_folder);
        if (!history)
            return history.error();
        m_made.schema = m_folder + u"/schema.ts"_s;
        m_made.relations = m_folder + u"/relations.ts"_s;
        for (const auto &[name, text] : {std::pair(u"schema.ts"_s, m_pull.schema.schema),
                                         std::pair(u"relations.ts"_s, m_pull.schema.relations),
                                         std::pair(companionName(), m_pull.companionSql)}) {
            if (const auto done = put(name, text.toUtf8()); !done)
                return done.error();
        }
        if (!m_pull.companionSql.isEmpty())
            m_made.companion = m_folder + u'/' + companionName();
        // With prefix `none` the only snapshot is one that histories pass over.
        const bool none = m_pull.prefix == MigrationPrefix::None;
        if (history->snapshots().empty() && !(none && contents(m_folder + u"/meta/_snapshot.json"_s))) {
            if (const auto done = addBaseline(*history); !done)
                return done.error();
        }
        return m_made;
    }

private:
    /// An empty text is no file, and what is there already is left alone.
    Result<Done> put(const QString &name, const QByteArray &text)
    {
        const auto before = contents(m_folder + u'/' + name);
        if (text.isEmpty() || before == text)
            return Done{};
        if (before) {
            if (const auto kept = keep(name, *before); !kept)
                return kept;
        }
        return writeWhole(m_folder, name, text);
    }

    Result<Done> keep(const QString &name, const QByteArray &text)
    {
        auto backup = name + u".bak"_s;
        for (int number = 2;; ++number) {
            const auto there = contents(m_folder + u'/' + backup);
            if (!there || *there == text)
                break;
            backup = u"%1.%2.bak"_s.arg(name).arg(number);
        }
        m_made.backups << m_folder + u'/' + backup;
        return writeWhole(m_folder, backup, text);
    }

    Result<Done> addBaseline(const History &history)
    {
        const auto baseline = migrationOf(emptySnapshot(), m_pull.schema.snapshot, {});
        if (!baseline)
            return baseline.error();
        const auto name = nextName(history, m_pull.prefix, {}, m_pull.now);
        if (!name)
            return name.error();
        NewMigration migration{.name = *name,
                               .when = nextTime(history.journal(), m_pull.now),
                               .breakpoints = m_pull.breakpoints,
                               .sql = baselineSql(baseline->statements, m_pull.breakpoints),
                               .snapshot = m_pull.schema.snapshot};
        migration.snapshot.prevId = emptySnapshot().id;
        migration.snapshot.internal = Json{R"({"tables":{}})"};
        const auto file = addMigration(history, migration);
        if (!file)
            return file.error();
        m_made.migration = *file;
        return Done{};
    }

    QString m_folder;
    const PullToWrite &m_pull;
    PulledFiles m_made;
};

} // namespace

Result<PulledFiles> writePulled(const QString &folder, const PullToWrite &pull)
{
    return PullFiles(folder, pull).write();
}

} // namespace squall::drizzle
