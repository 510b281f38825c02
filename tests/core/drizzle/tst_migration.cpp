#include "core/drizzle/history.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/statements.h"
#include "tests/core/drizzle/renameanswers.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// Later migrations are drizzle-kit's to the byte, where it writes what works.
class TestMigration : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedOne_data();
    void everyRecordedOne();
    void movedAndRenamedAtOnce();
    void viewWithANewNameAndDefinition();
};

void TestMigration::everyRecordedOne_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("number");
    const QDir cases(QStringLiteral(SQUALL_CONFORMANCE));
    for (const auto &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const auto folder = cases.filePath(name);
        const auto history = History::read(folder + u"/expected/drizzle"_s);
        QVERIFY(history.ok());
        for (int i = 1; i < static_cast<int>(history->journal().entries().size()); ++i)
            QTest::newRow(qPrintable(name + u' ' + QString::number(i))) << folder << i;
    }
}

void TestMigration::everyRecordedOne()
{
    QFETCH(const QString, folder);
    QFETCH(const int, number);
    const auto history = History::read(folder + u"/expected/drizzle"_s);
    QVERIFY(history.ok());
    const auto at = static_cast<std::size_t>(number);
    const auto &entry = history->journal().entries()[at];
    const auto wanted = contents(history->sqlFile(entry));
    if (wanted.startsWith(u"-- Custom"))
        return;
    const auto migration =
        migrationOf(*history->snapshots()[at - 1].snapshot, *history->snapshots()[at].snapshot,
                    test::renamesOf(folder + u"/answers.json"_s, u"v%1"_s.arg(number + 1)));
    QVERIFY2(migration.ok(), qPrintable(migration ? QString() : migration.error().message));
    QCOMPARE(scriptOf(migration->statements, entry.breakpoints), wanted);
}

void TestMigration::movedAndRenamedAtOnce()
{
    Table table{.name = u"b"_s, .schema = u"crm"_s};
    table.columns.set(u"id"_s, {.name = u"id"_s, .type = u"integer"_s});
    auto from = emptySnapshot();
    from.schemas.set(u"crm"_s, u"crm"_s);
    from.tables.set(u"crm.b"_s, table);
    auto to = emptySnapshot();
    table.name = u"cn"_s;
    table.schema.clear();
    to.tables.set(u"public.cn"_s, table);
    const auto migration =
        migrationOf(from, to, {{{Kind::Table, u"crm"_s, u"b"_s}, {Kind::Table, u"public"_s, u"cn"_s}}});
    QVERIFY2(migration.ok(), qPrintable(migration ? QString() : migration.error().message));
    QCOMPARE(migration->statements,
             QStringList({u"ALTER TABLE \"crm\".\"b\" SET SCHEMA \"public\";\n"_s,
                          u"ALTER TABLE \"b\" RENAME TO \"cn\";"_s, u"DROP SCHEMA \"crm\";\n"_s}));
}

void TestMigration::viewWithANewNameAndDefinition()
{
    auto from = emptySnapshot();
    from.views.set(u"public.v"_s, {.name = u"v"_s, .schema = u"public"_s, .definition = u"select 1 as x"_s});
    auto to = emptySnapshot();
    to.views.set(u"public.w"_s, {.name = u"w"_s, .schema = u"public"_s, .definition = u"select 2 as y"_s});
    const auto migration =
        migrationOf(from, to, {{{Kind::View, u"public"_s, u"v"_s}, {Kind::View, u"public"_s, u"w"_s}}});
    QVERIFY2(migration.ok(), qPrintable(migration ? QString() : migration.error().message));
    QCOMPARE(migration->statements,
             QStringList({u"ALTER VIEW \"public\".\"v\" RENAME TO \"w\";"_s, u"DROP VIEW \"public\".\"w\";"_s,
                          u"CREATE VIEW \"public\".\"w\" AS (select 2 as y);"_s}));
}

QTEST_APPLESS_MAIN(TestMigration)
#include "tst_migration.moc"
