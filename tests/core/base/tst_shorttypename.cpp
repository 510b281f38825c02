#include "core/base/shorttypename.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

class TestShortTypeName : public QObject
{
    Q_OBJECT

private slots:
    void shortName_data();
    void shortName();
};

void TestShortTypeName::shortName_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << u"bigint"_s << u"bigint"_s;
    QTest::newRow("with zone") << u"timestamp with time zone"_s << u"timestamptz"_s;
    QTest::newRow("with zone and precision") << u"timestamp(3) with time zone"_s << u"timestamptz(3)"_s;
    QTest::newRow("without zone") << u"time without time zone"_s << u"time"_s;
    QTest::newRow("varchar") << u"character varying(255)"_s << u"varchar(255)"_s;
    QTest::newRow("array of varchar") << u"character varying(20)[]"_s << u"varchar(20)[]"_s;
    QTest::newRow("char") << u"character(3)"_s << u"char(3)"_s;
    QTest::newRow("in a schema") << u"public.plan_status"_s << u"plan_status"_s;
    QTest::newRow("quoted stays") << u"\"a.b\".\"c\""_s << u"\"a.b\".\"c\""_s;
}

void TestShortTypeName::shortName()
{
    QFETCH(const QString, type);
    QTEST(shortTypeName(type), "expected");
}

QTEST_GUILESS_MAIN(TestShortTypeName)
#include "tst_shorttypename.moc"
