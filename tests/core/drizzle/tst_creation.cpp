#include "core/drizzle/history.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/statements.h"

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

Result<QStringList> creationOf(const Snapshot &snapshot)
{
    const auto migration = migrationOf(emptySnapshot(), snapshot, {});
    if (!migration)
        return migration.error();
    return migration->statements;
}

Snapshot oneTable(const Table &table)
{
    auto snapshot = emptySnapshot();
    snapshot.tables.set(u"public."_s + table.name, table);
    return snapshot;
}

} // namespace

Q_DECLARE_METATYPE(squall::drizzle::Column)

/// First migrations are drizzle-kit's to the byte, where it writes what works.
class TestCreation : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedOne_data();
    void everyRecordedOne();
    void viewsAfterWhatTheyRead();
    void foreignKeysAfterTheIndexTheyLeanOn();
    void typesThatAreNoNames_data();
    void typesThatAreNoNames();
    void namesWithQuotes();
    void classesKeepTheirOrder();
};

void TestCreation::everyRecordedOne_data()
{
    QTest::addColumn<QString>("folder");
    const QDir cases(QStringLiteral(SQUALL_CONFORMANCE));
    for (const auto &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(name)) << cases.filePath(name) + u"/expected/drizzle"_s;
}

void TestCreation::everyRecordedOne()
{
    QFETCH(const QString, folder);
    const auto history = History::read(folder);
    QVERIFY(history.ok());
    const auto &entry = history->journal().entries().front();
    const auto statements = creationOf(*history->snapshots().front().snapshot);
    QVERIFY2(statements.ok(), qPrintable(statements ? QString() : statements.error().message));
    QCOMPARE(scriptOf(*statements, entry.breakpoints), contents(history->sqlFile(entry)));
}

void TestCreation::viewsAfterWhatTheyRead()
{
    auto snapshot = emptySnapshot();
    snapshot.views.set(u"public.a"_s,
                       {.name = u"a"_s, .schema = u"public"_s, .definition = u"select * from \"b\""_s});
    snapshot.views.set(u"public.b"_s,
                       {.name = u"b"_s, .schema = u"public"_s, .definition = u"select 1 as x"_s});
    const auto statements = creationOf(snapshot);
    QVERIFY(statements.ok());
    QCOMPARE(*statements, QStringList({u"CREATE VIEW \"public\".\"b\" AS (select 1 as x);"_s,
                                       u"CREATE VIEW \"public\".\"a\" AS (select * from \"b\");"_s}));
}

void TestCreation::foreignKeysAfterTheIndexTheyLeanOn()
{
    Table table{.name = u"t"_s, .schema = {}};
    table.columns.set(u"a"_s, {.name = u"a"_s, .type = u"integer"_s});
    table.columns.set(u"b"_s, {.name = u"b"_s, .type = u"integer"_s});
    table.indexes.set(u"u"_s, {.name = u"u"_s, .columns = {{.expression = u"a"_s}}, .isUnique = true});
    table.foreignKeys.set(u"f"_s, {.name = u"f"_s,
                                   .tableFrom = u"t"_s,
                                   .tableTo = u"t"_s,
                                   .columnsFrom = {u"b"_s},
                                   .columnsTo = {u"a"_s}});
    const auto statements = creationOf(oneTable(table));
    QVERIFY(statements.ok());
    QCOMPARE(statements->size(), 3);
    QVERIFY(statements->at(1).startsWith(u"CREATE UNIQUE INDEX"));
    QVERIFY(statements->at(2).contains(u"FOREIGN KEY"));
}

void TestCreation::typesThatAreNoNames_data()
{
    QTest::addColumn<Column>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &type, const std::optional<QString> &schema,
                        const QString &expected) {
        QTest::newRow(name) << Column{.name = u"c"_s, .type = type, .typeSchema = schema} << expected;
    };
    row("a known one", u"timestamp (3) with time zone"_s, {}, u"timestamp (3) with time zone"_s);
    row("arrays", u"integer[3][]"_s, {}, u"integer[3][]"_s);
    row("a name", u"citext"_s, {}, u"\"citext\""_s);
    row("an array of a name", u"inet[]"_s, {}, u"\"inet\"[]"_s);
    row("an enum", u"mood"_s, u"public"_s, u"\"mood\""_s);
    row("an enum elsewhere", u"level[]"_s, u"shop"_s, u"\"shop\".\"level\"[]"_s);
    row("an enum called like a type", u"date_kind"_s, u"public"_s, u"date_kind"_s);
    row("one elsewhere", u"date_kind"_s, u"shop"_s, u"\"shop\".\"date_kind\""_s);
    row("one in capitals", u"dateKind"_s, u"public"_s, u"\"dateKind\""_s);
    row("a name with its schema", u"public.citext"_s, {}, u"public.citext"_s);
    row("a modifier", u"ltree(3)"_s, {}, u"ltree(3)"_s);
    row("quoted already", u"\"Odd\""_s, {}, u"\"Odd\""_s);
}

void TestCreation::typesThatAreNoNames()
{
    QFETCH(const Column, column);
    QTEST(typeClause(column), "expected");
}

void TestCreation::namesWithQuotes()
{
    Table table{.name = u"a \"b\""_s, .schema = {}};
    table.columns.set(u"c\"d"_s, {.name = u"c\"d"_s, .type = u"text"_s});
    QCOMPARE(createTable(table), u"CREATE TABLE \"a \"\"b\"\"\" (\n\t\"c\"\"d\" text\n);\n"_s);
}

void TestCreation::classesKeepTheirOrder()
{
    const Index index{
        .name = u"i"_s,
        .columns = {
            {.expression = u"a"_s, .asc = false, .nulls = u"last"_s, .opclass = u"text_pattern_ops"_s}}};
    QVERIFY(createIndex({.name = u"t"_s, .schema = {}}, index)
                .contains(u"(\"a\" text_pattern_ops DESC NULLS LAST)"));
}

QTEST_GUILESS_MAIN(TestCreation)
#include "tst_creation.moc"
