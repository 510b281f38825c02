#include "core/drizzle/evaluateschema.h"
#include "core/drizzle/migration.h"
#include "core/pg/connection.h"
#include "tests/core/drizzle/renameanswers.h"
#include "tests/support/observer.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;
using squall::test::TestServer;

namespace {

const auto casesFolder = QStringLiteral(SQUALL_BUGS);

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Result<Snapshot> schemaIn(const QString &folder)
{
    ProjectFiles files(folder);
    const auto schema =
        evaluateSchema({.kind = EvaluationRequest::Kind::Schema, .entries = {folder + u"/schema.ts"_s}},
                       files, {.program = QStringLiteral(SQUALL_EVALUATE), .cached = false});
    if (!schema)
        return schema.error();
    return schema->snapshot;
}

/// Where a column stands is what migrations leave and nothing that a schema says.
QString withoutPlaces(const QString &observed)
{
    auto lines = observed.split(u'\n');
    lines.removeIf([](const QString &line) { return line.contains(u" | position = "_s); });
    return lines.join(u'\n');
}

/// A database for one run of a case. Roles belong to the whole server: each run has its own.
class Run
{
public:
    Run()
        : m_database(TestServer::of().createDatabase())
        , m_connection(m_database)
        , m_role(u"squall_run%1"_s.arg(++s_number))
    {
    }

    /// All at once or not at all, as drizzle's migrator does it.
    Result<Done> apply(QString script)
    {
        script.replace(u"squall_bug"_s, m_role).remove(u"--> statement-breakpoint"_s);
        const auto done = m_connection.runScript(u"BEGIN;\n"_s + script + u"\nCOMMIT;"_s);
        if (done)
            return Done{};
        if (const auto undone = m_connection.runScript(u"ROLLBACK"_s); !undone)
            return undone.error();
        return Error{.code = done.error().code, .message = done.error().message + u'\n' + script};
    }

    QString observed()
    {
        pg::Connection connection(m_database);
        const auto lines = squall::test::observe(connection);
        return lines ? withoutPlaces(*lines).replace(m_role, u"squall_bug"_s) : lines.error().message;
    }

private:
    static inline int s_number = 0;
    pg::ConnectionOptions m_database;
    pg::Connection m_connection;
    QString m_role;
};

} // namespace

/// Schemas of which drizzle-kit 0.31.11 writes a migration that fails, or that leaves something else behind
/// than the schema says. `kit.sql` is what it wrote; it stands nowhere when it gave up. Ours works, and says
/// the schema.
class TestKitBugs : public QObject
{
    Q_OBJECT

private slots:
    void betterThanTheirs_data();
    void betterThanTheirs();
};

void TestKitBugs::betterThanTheirs_data()
{
    QTest::addColumn<QString>("folder");
    const QDir cases(casesFolder);
    for (const auto &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(name)) << cases.filePath(name);
}

void TestKitBugs::betterThanTheirs()
{
    QFETCH(const QString, folder);
    const auto from = schemaIn(folder + u"/v1"_s);
    const auto to = schemaIn(folder + u"/v2"_s);
    QVERIFY2(from.ok(), qPrintable(from ? QString() : from.error().message));
    QVERIFY2(to.ok(), qPrintable(to ? QString() : to.error().message));
    const auto first = migrationOf(emptySnapshot(), *from, {});
    const auto whole = migrationOf(emptySnapshot(), *to, {});
    const auto renames = drizzle::test::renamesOf(folder + u"/answers.json"_s, u"v2"_s);
    const auto ours = migrationOf(*from, *to, renames);
    QVERIFY(first.ok() && whole.ok());
    QVERIFY2(ours.ok(), qPrintable(ours ? QString() : ours.error().message));

    QVERIFY2(!ours->notes.isEmpty(), qPrintable(ours->statements.join(u'\n')));

    const auto begin = [&](Run &run) {
        return run.apply(contents(folder + u"/setup.sql"_s) + first->statements.join(u'\n') +
                         contents(folder + u"/v1/data.sql"_s));
    };
    Run fresh;
    auto done = fresh.apply(contents(folder + u"/setup.sql"_s) + whole->statements.join(u'\n'));
    QVERIFY2(done.ok(), qPrintable(done ? QString() : done.error().message));
    const auto wanted = fresh.observed();

    if (QFile::exists(folder + u"/kit.sql"_s)) {
        Run theirs;
        QVERIFY(begin(theirs).ok());
        const bool applied = theirs.apply(contents(folder + u"/kit.sql"_s)).ok();
        QVERIFY2(!applied || !squall::test::difference(theirs.observed(), wanted).isEmpty(),
                 "drizzle-kit is right here");
    }

    Run run;
    done = begin(run);
    QVERIFY2(done.ok(), qPrintable(done ? QString() : done.error().message));
    done = run.apply(ours->statements.join(u'\n'));
    QVERIFY2(done.ok(), qPrintable(done ? QString() : done.error().message));
    const auto difference = squall::test::difference(run.observed(), wanted);
    QVERIFY2(difference.isEmpty(), qPrintable(difference + u'\n' + ours->statements.join(u'\n')));

    const auto again = migrationOf(*to, *to, {});
    QVERIFY(again.ok());
    QCOMPARE(again->statements, QStringList());
}

QTEST_GUILESS_MAIN(TestKitBugs)
#include "tst_kitbugs.moc"
