#include "core/observe/machine.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace squall;
using namespace squall::observe;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(squall::observe::Check::State)

class TestMachine : public QObject
{
    Q_OBJECT

private slots:
    void serverVersions_data();
    void serverVersions();
    void clientLibraries_data();
    void clientLibraries();
    void namesEveryServerOfTheMachine();
    void saysWhatToDoWithoutServer();
    void examinesWhatIsLoadedLate();
    void givesAFixForWhatDoesNotWork();

private:
    static Check found(const QString &id);
};

Check TestMachine::found(const QString &id)
{
    static const auto checks = examineMachine();
    for (const auto &check : checks) {
        if (check.id == id)
            return check;
    }
    return {};
}

void TestMachine::serverVersions_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<Check::State>("state");
    QTest::newRow("too old") << 110022 << Check::State::Missing;
    QTest::newRow("the oldest") << 120000 << Check::State::Works;
    QTest::newRow("the newest") << 180004 << Check::State::Works;
    QTest::newRow("newer than we know") << 190000 << Check::State::Limited;
}

void TestMachine::serverVersions()
{
    QFETCH(int, version);
    QFETCH(Check::State, state);
    const auto check = examineServerVersion(version, u"as it calls itself"_s);
    QCOMPARE(check.state, state);
    QCOMPARE(check.finding, u"as it calls itself"_s);
    QCOMPARE(check.fix.isEmpty(), state == Check::State::Works);
}

void TestMachine::clientLibraries_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<Check::State>("state");
    QTest::addColumn<QString>("finding");
    QTest::newRow("without pipelines") << 130021 << Check::State::Missing << u"libpq 13.21"_s;
    QTest::newRow("the oldest") << 140000 << Check::State::Works << u"libpq 14.0"_s;
    QTest::newRow("a newer one") << 180004 << Check::State::Works << u"libpq 18.4"_s;
}

void TestMachine::clientLibraries()
{
    QFETCH(int, version);
    QFETCH(Check::State, state);
    const auto check = examineClientLibrary(version);
    QCOMPARE(check.state, state);
    QTEST(check.finding, "finding");
    QCOMPARE(check.fix.isEmpty(), state == Check::State::Works);

    const auto none = examineClientLibrary(
        Error{.code = Error::Code::Unsupported, .message = u"m"_s, .detail = u"d"_s, .hint = u"h"_s});
    QCOMPARE(none.state, Check::State::Missing);
    QCOMPARE(none.finding, u"d"_s);
    QCOMPARE(none.fix, u"h"_s);
}

void TestMachine::namesEveryServerOfTheMachine()
{
    const auto check =
        examineServerPrograms({{u"/opt/18/bin"_s, u"18.4"_s, 18}, {u"/opt/9/bin"_s, u"9.6.24"_s, 9}});
    QCOMPARE(check.state, Check::State::Works);
    QCOMPARE(check.finding, u"18.4 in /opt/18/bin, 9.6.24 in /opt/9/bin"_s);
}

void TestMachine::saysWhatToDoWithoutServer()
{
    const auto check = examineServerPrograms({});
    QCOMPARE(check.state, Check::State::Limited);
    QVERIFY2(check.fix.contains(u"postgresql"), qPrintable(check.fix));
}

/// The tests need all of it, so it is here.
void TestMachine::examinesWhatIsLoadedLate()
{
    const auto library = found(u"client-library"_s);
    QCOMPARE(library.state, Check::State::Works);
    QVERIFY2(QRegularExpression(u"^libpq \\d+\\.\\d+$"_s).match(library.finding).hasMatch(),
             qPrintable(library.finding));
    const auto sqlite = found(u"sqlite"_s);
    QCOMPARE(sqlite.state, Check::State::Works);
    QVERIFY2(sqlite.finding.endsWith(u"libqsqlite.so"), qPrintable(sqlite.finding));
    const auto servers = found(u"server-programs"_s);
    QVERIFY2(QRegularExpression(u"\\d+\\.\\d+ in /"_s).match(servers.finding).hasMatch(),
             qPrintable(servers.finding));
}

void TestMachine::givesAFixForWhatDoesNotWork()
{
    QSet<QString> ids;
    for (const auto &check : examineMachine()) {
        QVERIFY2(check.state == Check::State::Works || !check.fix.isEmpty(), qPrintable(check.id));
        QVERIFY2(!check.finding.isEmpty(), qPrintable(check.id));
        QVERIFY2(!ids.contains(check.id), qPrintable(check.id));
        ids.insert(check.id);
    }
}

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
