#include "models/palettemodel.h"
#include "tests/models/cputime.h"
#include "tests/models/snapshots.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;

class TestPaletteModel : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void ranks();
    void usedLastComesFirst();
    void commandsComeAfterAnAngleBracket();
    void findsSavedQueries();
    void answersEachKeyWithinAFrame();
};

namespace {

QStringList found(const PaletteModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += model.index(row).data().toString();
    return texts;
}

catalog::SnapshotPtr tables(const QStringList &names)
{
    auto snapshot = std::make_shared<catalog::Snapshot>();
    for (const auto &name : names)
        snapshot->tables.push_back(test::table(u"app"_s, name));
    return snapshot;
}

} // namespace

void TestPaletteModel::matches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("quality");
    QTest::addColumn<QList<int>>("positions");

    const auto is = [](MatchQuality quality) { return static_cast<int>(quality); };
    QTest::newRow("exact, any case") << u"Users"_s << u"USERS"_s << is(MatchQuality::Exact)
                                     << QList<int>{0, 1, 2, 3, 4};
    QTest::newRow("prefix") << u"us"_s << u"users"_s << is(MatchQuality::Prefix) << QList<int>{0, 1};
    QTest::newRow("a later word") << u"plan"_s << u"training_plans"_s << is(MatchQuality::WordStarts)
                                  << QList<int>{9, 10, 11, 12};
    QTest::newRow("word starts") << u"tp"_s << u"training_plans"_s << is(MatchQuality::WordStarts)
                                 << QList<int>{0, 9};
    QTest::newRow("takes back a choice")
        << u"tap"_s << u"ta_ap"_s << is(MatchQuality::WordStarts) << QList<int>{0, 3, 4};
    QTest::newRow("inside") << u"rain"_s << u"training"_s << is(MatchQuality::Inside)
                            << QList<int>{1, 2, 3, 4};
    QTest::newRow("a word start beats an earlier inside")
        << u"plan"_s << u"xplan_plan"_s << is(MatchQuality::WordStarts) << QList<int>{6, 7, 8, 9};
    QTest::newRow("scattered") << u"wkt"_s << u"workouts"_s << is(MatchQuality::Scattered)
                               << QList<int>{0, 3, 6};
    QTest::newRow("nothing") << u"xyz"_s << u"workouts"_s << -1 << QList<int>{};
    QTest::newRow("anchored start") << u"^work"_s << u"workouts"_s << is(MatchQuality::Prefix)
                                    << QList<int>{0, 1, 2, 3};
    QTest::newRow("anchored start misses") << u"^out"_s << u"workouts"_s << -1 << QList<int>{};
    QTest::newRow("anchored end") << u"outs$"_s << u"workouts"_s << is(MatchQuality::Inside)
                                  << QList<int>{4, 5, 6, 7};
    QTest::newRow("anchored end misses") << u"work$"_s << u"workouts"_s << -1 << QList<int>{};
    QTest::newRow("anchored both") << u"^users$"_s << u"users"_s << is(MatchQuality::Exact)
                                   << QList<int>{0, 1, 2, 3, 4};
    QTest::newRow("anchored both misses") << u"^user$"_s << u"users"_s << -1 << QList<int>{};
    QTest::newRow("other letters") << u"ÜB"_s << u"Übung"_s << is(MatchQuality::Prefix) << QList<int>{0, 1};
}

void TestPaletteModel::matches()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QFETCH(int, quality);
    QFETCH(QList<int>, positions);
    const auto match = FuzzyPattern(typed).match(FuzzyPattern::fold(name));
    QCOMPARE(match ? static_cast<int>(match->quality) : -1, quality);
    if (match)
        QCOMPARE(QList<int>(match->positions.begin(), match->positions.end()), positions);
}

void TestPaletteModel::ranks()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(
        tables({u"app_users"_s, u"focus"_s, u"us"_s, u"user_settings"_s, u"users"_s, u"utas"_s}));
    model.setQuery(u"us"_s);
    QCOMPARE(found(model),
             QStringList({u"us"_s, u"users"_s, u"user_settings"_s, u"app_users"_s, u"focus"_s, u"utas"_s}));
}

void TestPaletteModel::usedLastComesFirst()
{
    PaletteModel model;
    model.setSnapshot(tables({u"posts"_s, u"products"_s, u"users"_s}));
    model.use(ObjectId{Kind::Table, u"app"_s, u"users"_s});
    model.setQuery({});
    QCOMPARE(found(model).first(), u"users"_s);
    model.use(ObjectId{Kind::Table, u"app"_s, u"products"_s});
    model.setQuery(u"p"_s);
    QCOMPARE(found(model).first(), u"products"_s);
    // A later snapshot of the same database remembers.
    model.setSnapshot(tables({u"posts"_s, u"products"_s, u"users"_s}));
    QCOMPARE(found(model).first(), u"products"_s);
}

void TestPaletteModel::commandsComeAfterAnAngleBracket()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(tables({u"close"_s}));
    model.setCommands({{u"tab.reopen"_s, u"Reopen closed tab"_s, u"Ctrl+Shift+T"_s},
                       {u"tab.close"_s, u"Close tab"_s, u"Ctrl+W"_s, false}});
    model.setQuery(u">"_s);
    QCOMPARE(found(model), QStringList({u"Reopen closed tab"_s, u"Close tab"_s}));
    model.setQuery(u"> cl"_s);
    QCOMPARE(found(model), QStringList({u"Close tab"_s, u"Reopen closed tab"_s}));
    QCOMPARE(model.index(0).data(PaletteModel::CommandRole).toString(), u"tab.close"_s);
    QCOMPARE(model.index(0).data(PaletteModel::NoteRole).toString(), u"Ctrl+W"_s);
    QVERIFY(!model.index(0).data(PaletteModel::EnabledRole).toBool());
    model.setQuery(u"cl"_s);
    QCOMPARE(found(model), QStringList{u"close"_s});
}

void TestPaletteModel::findsSavedQueries()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(tables({u"orders"_s, u"users"_s}));
    model.setSavedQueries(
        {{.id = u"1"_s, .folder = u"reports"_s, .name = u"Overdue"_s, .text = u"select a"_s},
         {.id = u"2"_s, .name = u"Sums"_s, .text = u"select sum(x) from orders"_s}});
    model.setQuery(u"o"_s);
    QVERIFY(found(model).contains(u"orders"_s) && found(model).contains(u"Overdue"_s));
    model.setQuery(u"@"_s);
    QCOMPARE(found(model), QStringList({u"Overdue"_s, u"Sums"_s}));
    model.setQuery(u"@ sums"_s);
    QCOMPARE(found(model), QStringList{u"Sums"_s});
    const auto sums = model.index(0);
    QCOMPARE(sums.data(PaletteModel::QueryRole).toString(), u"2"_s);
    QVERIFY(!sums.data(PaletteModel::IdRole).isValid());
    QVERIFY(!sums.data(PaletteModel::KindRole).isValid());
    QVERIFY(sums.data(PaletteModel::EnabledRole).toBool());
    // What stands in them is looked at as well, behind the names.
    model.setQuery(u"@orders"_s);
    QCOMPARE(found(model), QStringList{u"Sums"_s});
    model.setQuery(u"@s"_s);
    QCOMPARE(found(model), QStringList({u"Sums"_s, u"Overdue"_s}));
    model.useQuery(u"2"_s);
    model.setQuery(u"@"_s);
    QCOMPARE(found(model).front(), u"Sums"_s);
    model.setQuery(u"orders"_s);
    QCOMPARE(found(model), QStringList{u"orders"_s});
    QCOMPARE(model.index(0).data(PaletteModel::QueryRole).toString(), QString());
}

void TestPaletteModel::answersEachKeyWithinAFrame()
{
    PaletteModel model;
    model.setSnapshot(test::manyTables(5000));
    std::vector<qint64> nanoseconds;
    for (const auto &word :
         {u"customer_order"_s, u"coi123"_s, u"item 4"_s, u"oriem99"_s, u"ccccc"_s, u"zzz"_s, u"c0o1"_s}) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            for (int repeat = 0; repeat < 5; ++repeat) {
                const auto before = test::cpuNanoseconds();
                model.setQuery(word.left(length));
                nanoseconds.push_back(test::cpuNanoseconds() - before);
            }
        }
    }
    std::sort(nanoseconds.begin(), nanoseconds.end());
    const auto p99 = nanoseconds[nanoseconds.size() * 99 / 100];
    qInfo("p99 of a key over 5000 tables: %.2f ms", static_cast<double>(p99) / 1e6);
    QVERIFY(p99 < 16'000'000 * test::slowdown);
}

QTEST_GUILESS_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
