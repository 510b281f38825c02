#include "models/columnarrangement.h"

#include <QTest>

using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

RowSource source(const QStringList &names)
{
    RowSource source{.id = {}, .columns = {}};
    for (const auto &name : names)
        source.columns.push_back({.name = name, .type = u"text"_s});
    return source;
}

QStringList names(const std::vector<RowColumn> &columns)
{
    QStringList all;
    for (const auto &column : columns)
        all << column.name;
    return all;
}

ColumnArrangement fitting(const QStringList &names)
{
    ColumnArrangement arrangement;
    arrangement.fitTo(source(names));
    return arrangement;
}

} // namespace

class TestColumnArrangement : public QObject
{
    Q_OBJECT

private slots:
    void followsTheSchema();
    void oneColumnStaysInSight();
    void movesAndPins();
    void stepsPastHiddenColumns();
    void comesBack();
};

void TestColumnArrangement::followsTheSchema()
{
    auto arrangement = fitting({u"a"_s, u"b"_s, u"c"_s});
    arrangement.setHidden(u"b"_s, true);
    arrangement.moveTo(u"c"_s, u"a"_s);
    const auto shown = arranged(source({u"a"_s, u"b"_s, u"c"_s, u"d"_s}), arrangement);
    QCOMPARE(names(shown.columns), QStringList({u"c"_s, u"a"_s, u"d"_s}));
    QCOMPARE(names(shown.hidden), QStringList({u"b"_s}));
    QVERIFY(shown.find(u"b"_s));
    QCOMPARE(shown.indexOf(u"b"_s), -1);

    const auto less = arranged(source({u"b"_s}), arrangement);
    QCOMPARE(names(less.columns), QStringList({u"b"_s}));
}

void TestColumnArrangement::oneColumnStaysInSight()
{
    auto arrangement = fitting({u"a"_s, u"b"_s});
    arrangement.setHidden(u"a"_s, true);
    arrangement.setHidden(u"b"_s, true);
    QCOMPARE(arrangement.shownCount(), 1);
    QVERIFY(!arrangement.find(u"b"_s)->hidden);
}

void TestColumnArrangement::movesAndPins()
{
    auto arrangement = fitting({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    arrangement.setPinned(u"c"_s, true);
    arrangement.setPinned(u"b"_s, true);
    const auto all = source({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    QCOMPARE(names(arranged(all, arrangement).columns), QStringList({u"c"_s, u"b"_s, u"a"_s, u"d"_s}));
    QCOMPARE(arrangement.pinnedCount(), 2);

    arrangement.moveTo(u"d"_s, u"c"_s);
    QCOMPARE(names(arranged(all, arrangement).columns), QStringList({u"c"_s, u"b"_s, u"d"_s, u"a"_s}));
    arrangement.setPinned(u"c"_s, false);
    QCOMPARE(names(arranged(all, arrangement).columns), QStringList({u"b"_s, u"c"_s, u"d"_s, u"a"_s}));
}

void TestColumnArrangement::stepsPastHiddenColumns()
{
    auto arrangement = fitting({u"a"_s, u"b"_s, u"c"_s});
    arrangement.setHidden(u"b"_s, true);
    arrangement.step(u"a"_s, 1);
    const auto all = source({u"a"_s, u"b"_s, u"c"_s});
    QCOMPARE(names(arranged(all, arrangement).columns), QStringList({u"c"_s, u"a"_s}));
    arrangement.step(u"a"_s, 1);
    arrangement.step(u"c"_s, -1);
    QCOMPARE(names(arranged(all, arrangement).columns), QStringList({u"c"_s, u"a"_s}));
}

void TestColumnArrangement::comesBack()
{
    auto arrangement = fitting({u"a"_s, u"wörter \"x\""_s});
    arrangement.setPinned(u"wörter \"x\""_s, true);
    arrangement.setWidth(u"wörter \"x\""_s, 222);
    arrangement.setHidden(u"a"_s, true);
    QCOMPARE(ColumnArrangement::parse(arrangement.serialized()), arrangement);
    QCOMPARE(ColumnArrangement::parse("no json"), ColumnArrangement());
}

QTEST_GUILESS_MAIN(TestColumnArrangement)
#include "tst_columnarrangement.moc"
