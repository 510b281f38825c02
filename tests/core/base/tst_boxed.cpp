#include "core/base/boxed.h"

#include <QString>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

class TestBoxed : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void copiesTheValue();
    void comparesTheValue();
};

void TestBoxed::isEmptyAtFirst()
{
    const Boxed<QString> none;
    QVERIFY(!none);
    QCOMPARE(sizeof none, sizeof(void *));
}

void TestBoxed::copiesTheValue()
{
    Boxed<QString> first = u"a"_s;
    Boxed<QString> second = first;
    *second += u'b';
    QCOMPARE(*first, u"a"_s);
    QCOMPARE(*second, u"ab"_s);
    first = second;
    QCOMPARE(*first, u"ab"_s);
    first = Boxed<QString>();
    QVERIFY(!first);
    QCOMPARE(second->size(), 2);
}

void TestBoxed::comparesTheValue()
{
    const Boxed<QString> none;
    QVERIFY(none == Boxed<QString>());
    QVERIFY(Boxed<QString>(u"a"_s) == Boxed<QString>(u"a"_s));
    QVERIFY(!(Boxed<QString>(u"a"_s) == Boxed<QString>(u"b"_s)));
    QVERIFY(!(Boxed<QString>(QString()) == none));
}

QTEST_GUILESS_MAIN(TestBoxed)
#include "tst_boxed.moc"
