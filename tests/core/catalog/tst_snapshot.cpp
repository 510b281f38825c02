#include "core/catalog/snapshot.h"

#include <QTest>

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;

class TestSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void neverKnowsWhatItDoesNotModelToBeEqual();
};

void TestSnapshot::neverKnowsWhatItDoesNotModelToBeEqual()
{
    Snapshot one;
    one.schemas.emplace_back().name = u"app"_s;
    Snapshot other = one;
    QVERIFY(knownEqual(one, other));

    other.schemas.front().comment = u"not the same"_s;
    QVERIFY(!knownEqual(one, other));

    one.unmodeled = {{{Kind::LargeObject, {}, u"large objects"_s}, u"large object"_s}};
    QCOMPARE(one, Snapshot(one));
    QVERIFY(!knownEqual(one, Snapshot(one)));
}

QTEST_APPLESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
