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

QTEST_APPLESS_MAIN(TestMigration)
#include "tst_migration.moc"
