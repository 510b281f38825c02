#include "models/rowfilter.h"

#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Op = FilterOperator;

class TestRowFilter : public QObject
{
    Q_OBJECT

private slots:
    void comesBackFromJson();
    void refusesOtherJson_data();
    void refusesOtherJson();
    void operatorsSuitTheType_data();
    void operatorsSuitTheType();
    void findsTheColumnOfDeletion_data();
    void findsTheColumnOfDeletion();
};

void TestRowFilter::comesBackFromJson()
{
    RowFilter filter{.where = u"a = 'b' -- \"c\""_s, .quickFind = u"50 %"_s, .hideDeleted = true};
    FilterGroup either{.any = true, .members = {}};
    either.members.emplace_back(FilterCondition{u"n"_s, Op::Between, {u"1"_s, u"2"_s}});
    either.members.emplace_back(FilterGroup{});
    either.members.emplace_back(FilterCondition{u"we\"ird"_s, Op::IsNull});
    filter.conditions.members.emplace_back(either);
    for (int op = 0; op <= static_cast<int>(Op::FullText); ++op)
        filter.conditions.members.emplace_back(
            FilterCondition{u"c"_s, static_cast<Op>(op), {u""_s, u"\\ ' \" \n é 🏃"_s}});

    const auto back = filterFromJson(toJson(filter));
    QVERIFY(back.ok());
    QVERIFY(*back == filter);
    QVERIFY(!back->isEmpty());

    const auto empty = filterFromJson(toJson({}));
    QVERIFY(empty.ok());
    QVERIFY(empty->isEmpty());
}

void TestRowFilter::refusesOtherJson_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an operator of tomorrow")
        << QByteArray(R"({"conditions":{"all":[{"column":"a","operator":"sounds","values":[]}]}})");
    QTest::newRow("a group that is none") << QByteArray(R"({"conditions":{"all":{}}})");
    QByteArray deep = R"({"all":[]})";
    for (int i = 0; i < 100; ++i)
        deep = R"({"all":[)" + deep + "]}";
    QTest::newRow("endless groups") << QByteArray(R"({"conditions":)" + deep + '}');
}

void TestRowFilter::refusesOtherJson()
{
    QFETCH(const QByteArray, json);
    const auto filter = filterFromJson(json);
    QVERIFY(!filter.ok());
    QVERIFY(!filter.error().message.isEmpty());
}

void TestRowFilter::operatorsSuitTheType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<std::vector<Op>>("with");
    QTest::addColumn<std::vector<Op>>("without");

    using Ops = std::vector<Op>;
    QTest::newRow("number") << u"integer"_s << Ops{Op::Equal, Op::Between, Op::AnyOf, Op::IsNull}
                            << Ops{Op::IsTrue, Op::Holds, Op::JsonPath, Op::FullText};
    QTest::newRow("text") << u"character varying(9)"_s
                          << Ops{Op::Equal, Op::Contains, Op::Matches, Op::FullText}
                          << Ops{Op::Holds, Op::JsonPath};
    QTest::newRow("boolean") << u"boolean"_s << Ops{Op::IsTrue, Op::IsFalse, Op::IsNull}
                             << Ops{Op::Less, Op::Contains};
    QTest::newRow("json") << u"json"_s << Ops{Op::JsonPath, Op::JsonContains} << Ops{Op::Less, Op::Between};
    QTest::newRow("array") << u"text[]"_s << Ops{Op::Holds, Op::Equal} << Ops{Op::JsonPath};
    QTest::newRow("range") << u"daterange"_s << Ops{Op::Holds} << Ops{Op::JsonPath, Op::FullText};
    QTest::newRow("text search") << u"tsvector"_s << Ops{Op::FullText} << Ops{Op::JsonPath};
    QTest::newRow("no order") << u"point"_s << Ops{Op::Equal, Op::IsNotNull} << Ops{Op::Less, Op::Between};
}

void TestRowFilter::operatorsSuitTheType()
{
    QFETCH(const QString, type);
    QFETCH(const std::vector<Op>, with);
    QFETCH(const std::vector<Op>, without);
    const auto all = operatorsFor({.name = u"c"_s, .type = type, .traits = columnType({}, type)});
    const auto has = [&](Op op) { return std::count(all.begin(), all.end(), op); };
    for (const auto op : with)
        QCOMPARE(has(op), 1);
    for (const auto op : without)
        QCOMPARE(has(op), 0);
}

void TestRowFilter::findsTheColumnOfDeletion_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("notNull");
    QTest::addColumn<bool>("found");

    const auto time = u"timestamp with time zone"_s;
    QTest::newRow("the usual one") << u"deleted_at"_s << time << false << true;
    QTest::newRow("in camel case") << u"deletedAt"_s << time << false << true;
    QTest::newRow("a flag") << u"is_deleted"_s << u"boolean"_s << true << true;
    QTest::newRow("never NULL") << u"deleted_at"_s << time << true << false;
    QTest::newRow("a text") << u"deleted_at"_s << u"text"_s << false << false;
    QTest::newRow("another time") << u"updated_at"_s << time << false << false;
}

void TestRowFilter::findsTheColumnOfDeletion()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const bool, notNull);
    RowSource source;
    source.columns = {{.name = u"id"_s, .type = u"bigint"_s},
                      {.name = name, .type = type, .traits = columnType({}, type), .notNull = notNull}};
    QTEST(deletedColumn(source) != nullptr, "found");
}

QTEST_GUILESS_MAIN(TestRowFilter)
#include "tst_rowfilter.moc"
