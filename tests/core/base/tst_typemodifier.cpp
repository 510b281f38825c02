#include "core/base/typemodifier.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

class TestTypeModifier : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
};

void TestTypeModifier::splits_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("modifiers");
    const auto row = [](const QString &type, const QString &name, const QStringList &modifiers) {
        QTest::newRow(qPrintable(type)) << type << name << modifiers;
    };
    row(u"text"_s, u"text"_s, {});
    row(u"numeric(10,2)"_s, u"numeric"_s, {u"10"_s, u"2"_s});
    row(u"numeric(3, -2)"_s, u"numeric"_s, {u"3"_s, u"-2"_s});
    row(u"timestamp(3) with time zone"_s, u"timestamp with time zone"_s, {u"3"_s});
    row(u"character varying(20)[]"_s, u"character varying[]"_s, {u"20"_s});
    row(u"public.geometry(Point,4326)"_s, u"public.geometry"_s, {u"Point"_s, u"4326"_s});
    row(u"\"char\""_s, u"\"char\""_s, {});
    row(u"\"odd (1)\".\"t(2)\""_s, u"\"odd (1)\".\"t(2)\""_s, {});
    row(u"\"odd (1)\".kind(2)"_s, u"\"odd (1)\".kind"_s, {u"2"_s});
    row(u"\"with \"\" (1)\""_s, u"\"with \"\" (1)\""_s, {});
}

void TestTypeModifier::splits()
{
    QFETCH(QString, type);
    const auto split = splitModifier(type);
    QTEST(split.name, "name");
    QTEST(split.modifiers, "modifiers");
}

QTEST_APPLESS_MAIN(TestTypeModifier)
#include "tst_typemodifier.moc"
