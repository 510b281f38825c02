#include "core/drizzle/snapshotreader.h"
#include "core/drizzle/snapshotwriter.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray recorded(const QString &name)
{
    return contents(QStringLiteral(SQUALL_RECORDED "/") + name);
}

QString said(const Result<Snapshot> &read)
{
    return read ? u"read"_s : read.error().context + u' ' + read.error().message;
}

} // namespace

/// Snapshots byte for byte as drizzle-kit writes them, and refused where it refuses them.
class TestSnapshotFiles : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedOne_data();
    void everyRecordedOne();
    void copies();
    void olderOnesOfVersion7();
    void refuses_data();
    void refuses();
    void saysWhere();
    void cutAnywhere();
};

void TestSnapshotFiles::everyRecordedOne_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(SQUALL_CONFORMANCE), {u"*_snapshot.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const auto path = files.next();
        QTest::newRow(qPrintable(path.section(u'/', -5))) << path;
        ++count;
    }
    QVERIFY(count > 90);
}

void TestSnapshotFiles::everyRecordedOne()
{
    QFETCH(const QString, path);
    const auto text = contents(path);
    QVERIFY(!text.isEmpty());
    const auto snapshot = readSnapshot(text);
    QVERIFY2(snapshot.ok(), qPrintable(said(snapshot)));
    const bool isCopy = path.contains(u"040-custom-migration"_s) && path.endsWith(u"0001_snapshot.json");
    QCOMPARE(writeSnapshot(*snapshot, isCopy ? WrittenAs::Copied : WrittenAs::Made), text);
}

void TestSnapshotFiles::copies()
{
    const auto made = readSnapshot(recorded(u"made.json"_s));
    const auto copied = readSnapshot(recorded(u"copied.json"_s));
    QVERIFY2(made.ok(), qPrintable(said(made)));
    QVERIFY2(copied.ok(), qPrintable(said(copied)));
    QCOMPARE(writeSnapshot(*made), recorded(u"made.json"_s));
    auto copy = *made;
    copy.id = copied->id;
    copy.prevId = made->id;
    QCOMPARE(writeSnapshot(copy, WrittenAs::Copied), recorded(u"copied.json"_s));
}

void TestSnapshotFiles::olderOnesOfVersion7()
{
    const auto snapshot = readSnapshot(R"({"id": "b", "prevId": "a", "version": "7", "dialect": "postgresql",
        "tables": {"public.t": {"name": "t", "schema": "", "foreignKeys": {}, "compositePrimaryKeys": {},
            "columns": {"c": {"name": "c", "type": "text", "primaryKey": false, "notNull": true,
                              "isUnique": true, "uniqueName": "u", "nullsNotDistinct": false}},
            "indexes": {"i": {"name": "i", "columns": [{"expression": "c", "isExpression": false,
                              "asc": true, "later": 1}], "isUnique": false}}}},
        "enums": {}, "schemas": {}, "_meta": {"columns": {}, "schemas": {}, "tables": {}}})");
    QVERIFY2(snapshot.ok(), qPrintable(said(snapshot)));
    const auto *table = snapshot->tables.find(u"public.t"_s);
    QVERIFY(table);
    QCOMPARE(table->isRlsEnabled, false);
    QCOMPARE(table->columns.find(u"c"_s)->isUnique->text, "true");
    QCOMPARE(table->indexes.find(u"i"_s)->method, u"btree"_s);
    QVERIFY(!table->indexes.find(u"i"_s)->with);
}

void TestSnapshotFiles::refuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QString &path,
                        const QString &message) { QTest::newRow(name) << from << to << path << message; };
    row("another version", R"("version": "7")", R"("version": "8")", u"$.version"_s, u"Only “7”"_s);
    row("another dialect", R"("dialect": "postgresql")", R"("dialect": "mysql")", u"$.dialect"_s,
        u"Only “postgresql”"_s);
    row("something unknown", R"("isRLSEnabled": true)", R"("isRLSEnabled": true, "comment": "x")",
        u"$.tables.public.people.comment"_s, u"“comment” is nothing that version 7 knows"_s);
    row("something missing", R"("prevId")", R"("prevID")", u"$"_s, u"“prevId” is missing"_s);
    row("a number for a text", R"("prevId": ")", R"("prevId": 1, "x": ")", u"$.prevId"_s, u"text"_s);
    row("a text for a truth", R"("isRLSEnabled": true)", R"("isRLSEnabled": "true")",
        u"$.tables.public.people.isRLSEnabled"_s, u"true"_s);
    row("a list for an object", R"("roles": {)", R"("roles": [], "x": {)", u"$.roles"_s, u"object"_s);
    row("a policy's command", R"("for": "SELECT")", R"("for": "MERGE")",
        u"$.tables.public.people.policies.people_read.for"_s, u"“DELETE”"_s);
    row("a view's option", R"("securityInvoker")", R"("security")", u"$.views.public.v1.with.security"_s,
        u"version 7"_s);
    row("null", R"("definition": "select name from people")", R"("definition": null)",
        u"$.views.shop.m1.definition"_s, u"text"_s);
    row("no JSON", R"("roles")", R"(roles)", QString(), u"key in double quotes"_s);
}

void TestSnapshotFiles::refuses()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    auto text = recorded(u"made.json"_s);
    QVERIFY(text.contains(from));
    text.replace(from, to);
    const auto snapshot = readSnapshot(text);
    QVERIFY(!snapshot.ok());
    QTEST(snapshot.error().context, "path");
    QFETCH(const QString, message);
    QVERIFY2(snapshot.error().message.contains(message), qPrintable(snapshot.error().message));
}

void TestSnapshotFiles::saysWhere()
{
    auto text = recorded(u"made.json"_s);
    text.replace(R"("for": "SELECT")", R"("for": "MERGE")");
    const auto snapshot = readSnapshot(text);
    QVERIFY(!snapshot.ok());
    const auto position = QString::fromUtf8(text).indexOf(u"\"for\": \"MERGE\""_s) + 1;
    QCOMPARE(snapshot.error().position, static_cast<int>(position));
}

void TestSnapshotFiles::cutAnywhere()
{
    const auto text = recorded(u"made.json"_s);
    for (qsizetype size = 0; size < text.size(); size += 7)
        QVERIFY(!readSnapshot(text.left(size)).ok());
}

QTEST_GUILESS_MAIN(TestSnapshotFiles)
#include "tst_snapshotfiles.moc"
