#include "core/drizzle/journal.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

JournalEntry entry(int idx, const QString &tag)
{
    return {.idx = idx, .when = 1700000000000 + idx, .tag = tag};
}

QStringList tags(const Journal &journal)
{
    QStringList all;
    for (const auto &each : journal.entries())
        all << each.tag;
    return all;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedOne_data();
    void everyRecordedOne();
    void begins();
    void keepsWhatOthersPutIn();
    void removes();
    void replaces();
    void refuses_data();
    void refuses();
};

void TestJournal::everyRecordedOne_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(SQUALL_CONFORMANCE), {u"_journal.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const auto path = files.next();
        QTest::newRow(qPrintable(path.section(u'/', -5))) << path;
        ++count;
    }
    QVERIFY(count > 40);
}

/// Written anew, entry by entry, it is the same to the byte.
void TestJournal::everyRecordedOne()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    const auto recorded = Journal::read(text);
    QVERIFY(recorded.ok());
    QVERIFY(!recorded->entries().empty());
    Journal anew;
    for (const auto &each : recorded->entries())
        anew.append(each);
    QCOMPARE(anew.text(), text);
    QCOMPARE(anew.entries(), recorded->entries());
}

void TestJournal::begins()
{
    const Journal journal;
    QVERIFY(journal.entries().empty());
    QCOMPARE(journal.dialect(), u"postgresql"_s);
    QCOMPARE(journal.text(),
             "{\n  \"version\": \"7\",\n  \"dialect\": \"postgresql\",\n  \"entries\": []\n}");
}

void TestJournal::keepsWhatOthersPutIn()
{
    auto journal = *Journal::read(R"({"version":"7","team":{"x":[1]},"dialect":"postgresql","entries":[
        {"idx":0,"when":5,"tag":"0000_a","note":"ours"}],"after":null})");
    QCOMPARE(journal.entries().front().breakpoints, true);
    journal.append(entry(1, u"0001_b"_s));
    QVERIFY(journal.text().contains("\"team\": {"));
    QVERIFY(journal.text().contains("\"note\": \"ours\""));
    QVERIFY(journal.text().contains("\"after\": null"));
    QCOMPARE(tags(journal), QStringList({u"0000_a"_s, u"0001_b"_s}));
}

void TestJournal::removes()
{
    for (int gone = 0; gone < 3; ++gone) {
        Journal journal;
        Journal expected;
        for (int i = 0; i < 3; ++i) {
            journal.append(entry(i, QString::number(i)));
            if (i != gone)
                expected.append(entry(i, QString::number(i)));
        }
        journal.remove(static_cast<std::size_t>(gone));
        QCOMPARE(journal.text(), expected.text());
    }
    Journal only;
    only.append(entry(0, u"a"_s));
    only.remove(0);
    QCOMPARE(only.text(), Journal().text());
}

void TestJournal::replaces()
{
    auto journal =
        *Journal::read(R"({"entries":[{"when":5,"tag":"a","note":1},{"idx":1,"when":6,"tag":"b"}]})");
    journal.replace(0, {.idx = 3, .when = 9, .tag = u"0003_a"_s});
    QCOMPARE(journal.entries().front().idx, 3);
    QCOMPARE(journal.entries().front().when, 9);
    QCOMPARE(tags(journal), QStringList({u"0003_a"_s, u"b"_s}));
    QVERIFY(journal.text().contains("\"note\": 1"));
}

void TestJournal::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QByteArray() << u"A value is missing"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"there is none"_s;
    QTest::newRow("entries of another kind") << QByteArray(R"({"entries":{}})") << u"there is none"_s;
    QTest::newRow("an entry that is none") << QByteArray(R"({"entries":[7]})") << u"leads to no file"_s;
    QTest::newRow("no tag") << QByteArray(R"({"entries":[{"idx":0,"when":1}]})") << u"leads to no file"_s;
    QTest::newRow("no time") << QByteArray(R"({"entries":[{"idx":0,"tag":"0000_a"}]})") << u"“0000_a”"_s;
    QTest::newRow("a time beyond all days")
        << QByteArray(R"({"entries":[{"when":1e16,"tag":"0000_a"}]})") << u"no time"_s;
    QTest::newRow("a time beyond all numbers")
        << QByteArray(R"({"entries":[{"when":1e400,"tag":"0000_a"}]})") << u"no time"_s;
    QTest::newRow("marks of a conflict")
        << QByteArray("{\"entries\":[\n<<<<<<< HEAD\n]}") << u"not a JSON value"_s;
}

void TestJournal::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, message);
    const auto journal = Journal::read(text);
    QVERIFY(!journal.ok());
    QVERIFY2(journal.error().message.contains(message), qPrintable(journal.error().message));
    QVERIFY(journal.error().position > 0);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
