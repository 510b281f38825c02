#include "core/drizzle/members.h"

#include <QTest>

using squall::drizzle::Members;
using namespace Qt::StringLiterals;

class TestMembers : public QObject
{
    Q_OBJECT

private slots:
    void ordersAsJavaScriptDoes();
    void replacesAtItsPlace();
    void removes();
    void countsOrder();

private:
    static Members<int> of(const QStringList &keys)
    {
        Members<int> members;
        int number = 0;
        for (const auto &key : keys)
            members.set(key, number++);
        return members;
    }
    static QStringList keys(const Members<int> &members)
    {
        QStringList all;
        for (const auto &[key, value] : members)
            all << key;
        return all;
    }
};

void TestMembers::ordersAsJavaScriptDoes()
{
    const auto members = of({u"b"_s, u"10"_s, u"a"_s, u"2"_s, u"07"_s, u"-1"_s, u"4294967294"_s,
                             u"4294967295"_s, u"1.5"_s, u"0"_s, u" 3"_s, u"+4"_s});
    QCOMPARE(keys(members), QStringList({u"0"_s, u"2"_s, u"10"_s, u"4294967294"_s, u"b"_s, u"a"_s, u"07"_s,
                                         u"-1"_s, u"4294967295"_s, u"1.5"_s, u" 3"_s, u"+4"_s}));
    // Whatever stands before it now is found where it went.
    QCOMPARE(*members.find(u"b"_s), 0);
    QCOMPARE(*members.find(u"2"_s), 3);
    QVERIFY(!members.find(u"c"_s));
}

void TestMembers::replacesAtItsPlace()
{
    auto members = of({u"a"_s, u"b"_s, u"c"_s});
    members.set(u"a"_s, 7);
    QCOMPARE(keys(members), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(*members.find(u"a"_s), 7);
}

void TestMembers::removes()
{
    auto members = of({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(members.remove(u"b"_s));
    QVERIFY(!members.remove(u"b"_s));
    QCOMPARE(keys(members), QStringList({u"a"_s, u"c"_s}));
    QCOMPARE(*members.find(u"c"_s), 2);
    members.set(u"b"_s, 9);
    QCOMPARE(keys(members), QStringList({u"a"_s, u"c"_s, u"b"_s}));
}

void TestMembers::countsOrder()
{
    auto one = of({u"a"_s, u"b"_s});
    auto other = of({u"b"_s, u"a"_s});
    other.set(u"a"_s, 0);
    other.set(u"b"_s, 1);
    QVERIFY(!(one == other));
}

QTEST_GUILESS_MAIN(TestMembers)
#include "tst_members.moc"
