#include "models/rowstretch.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

/// id is the key; n may be NULL, d and e may not.
RowSource numbers()
{
    const ColumnType number{TypeKind::Number};
    return {
        .id = {Kind::Table, u"public"_s, u"t"_s},
        .columns =
            {{.name = u"id"_s, .type = u"bigint"_s, .traits = number, .notNull = true, .primaryKey = true},
             {.name = u"n"_s, .type = u"integer"_s, .traits = number},
             {.name = u"d"_s, .type = u"date"_s, .notNull = true},
             {.name = u"E"_s,
              .type = u"text"_s,
              .traits = {TypeKind::Text, ColumnType::Cut::Text},
              .notNull = true}},
        .identity = RowSource::Identity::Key,
        .key = {u"id"_s}};
}

/// What a statement asks, without the list of columns: `where … order by … limit …`.
QStringList conditions(const std::vector<Query> &queries)
{
    QStringList texts;
    for (const auto &query : queries)
        texts << query.text.section(u" as t"_s, 1).trimmed();
    return texts;
}

QStringList values(const Query &query)
{
    QStringList texts;
    for (const auto &parameter : query.parameters)
        texts << (parameter ? QString::fromUtf8(*parameter) : u"NULL"_s);
    return texts;
}

} // namespace

class TestRowQuery : public QObject
{
    Q_OBJECT

private slots:
    void order_data();
    void order();
    void pages_data();
    void pages();
    void parametersMatch();
    void layout();
    void onlyTheKeyComesWhole();
    void hostileNames();
    void conditionComesFirst();
    void rowByItsNumber_data();
    void rowByItsNumber();
};

void TestRowQuery::order_data()
{
    QTest::addColumn<QStringList>("sort");
    QTest::addColumn<QString>("expected");

    QTest::newRow("the key alone") << QStringList{} << u"order by t.id limit $1"_s;
    QTest::newRow("ties follow the direction")
        << QStringList{u"-n"_s} << u"order by t.n desc, t.id desc limit $1"_s;
    QTest::newRow("two columns") << QStringList{u"d"_s, u"-n"_s}
                                 << u"order by t.d, t.n desc, t.id desc limit $1"_s;
    QTest::newRow("the key in front")
        << QStringList{u"-id"_s, u"d"_s} << u"order by t.id desc, t.d limit $1"_s;
    QTest::newRow("twice the same") << QStringList{u"d"_s, u"-d"_s} << u"order by t.d, t.id limit $1"_s;
    QTest::newRow("no such column") << QStringList{u"gone"_s} << u"order by t.id limit $1"_s;
}

void TestRowQuery::order()
{
    QFETCH(const QStringList, sort);
    std::vector<SortKey> keys;
    for (const auto &name : sort)
        keys.push_back(
            {.column = name.startsWith(u'-') ? name.mid(1) : name, .descending = name.startsWith(u'-')});

    const auto queries = pageQueries(numbers(), rowOrder(numbers(), keys), {.limit = 10});

    QCOMPARE(queries.size(), size_t(1));
    QTEST(conditions(queries).front(), "expected");
}

void TestRowQuery::pages_data()
{
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<PageRequest>("request");
    QTest::addColumn<QStringList>("expected");

    using Sort = std::vector<SortKey>;
    const Sort byN{{.column = u"n"_s}};
    const Sort byNDown{{.column = u"n"_s, .descending = true}};
    const Sort mixed{{.column = u"d"_s, .descending = true}, {.column = u"id"_s}};
    const auto after = [](RowPosition position) {
        return PageRequest{.from = std::move(position), .limit = 5};
    };
    const auto before = [](RowPosition position) {
        return PageRequest{.travel = Travel::Backward, .from = std::move(position), .limit = 5};
    };
    const auto at = [](RowPosition position) {
        return PageRequest{.from = std::move(position), .inclusive = true, .limit = 5};
    };

    QTest::newRow("after a key") << Sort{} << after({"7"})
                                 << QStringList{u"where t.id > $1::bigint order by t.id limit $2"_s};
    QTest::newRow("before a key") << Sort{} << before({"7"})
                                  << QStringList{u"where t.id < $1::bigint order by t.id desc limit $2"_s};
    QTest::newRow("at a key") << Sort{} << at({"7"})
                              << QStringList{u"where t.id >= $1::bigint order by t.id limit $2"_s};
    QTest::newRow("the last page") << Sort{} << PageRequest{.travel = Travel::Backward, .limit = 5}
                                   << QStringList{u"order by t.id desc limit $1"_s};
    QTest::newRow("values, then the NULLs behind them")
        << byN << after({"3", "7"})
        << QStringList{u"where (t.n, t.id) > ($1::integer, $2::bigint) order by t.n, t.id limit $3"_s,
                       u"where t.n is null order by t.n, t.id limit $1"_s};
    QTest::newRow("among the NULLs at the end")
        << byN << after({std::nullopt, "7"})
        << QStringList{u"where t.n is null and t.id > $1::bigint order by t.n, t.id limit $2"_s};
    QTest::newRow("back from among the NULLs at the end")
        << byN << before({std::nullopt, "7"})
        << QStringList{u"where t.n is null and t.id < $1::bigint order by t.n desc, t.id desc limit $2"_s,
                       u"where t.n is not null order by t.n desc, t.id desc limit $1"_s};
    QTest::newRow("back from values, no NULLs before them")
        << byN << before({"3", "7"})
        << QStringList{
               u"where (t.n, t.id) < ($1::integer, $2::bigint) order by t.n desc, t.id desc limit $3"_s};
    QTest::newRow("descending has its NULLs first")
        << byNDown << after({std::nullopt, "7"})
        << QStringList{u"where t.n is null and t.id < $1::bigint order by t.n desc, t.id desc limit $2"_s,
                       u"where t.n is not null order by t.n desc, t.id desc limit $1"_s};
    QTest::newRow("descending, from values, back to the NULLs")
        << byNDown << before({"3", "7"})
        << QStringList{u"where (t.n, t.id) > ($1::integer, $2::bigint) order by t.n, t.id limit $3"_s,
                       u"where t.n is null order by t.n, t.id limit $1"_s};
    QTest::newRow("mixed directions, ties first")
        << mixed << after({"2026-01-01", "7"})
        << QStringList{u"where t.d = $1::date and t.id > $2::bigint order by t.d desc, t.id limit $3"_s,
                       u"where t.d < $1::date order by t.d desc, t.id limit $2"_s};
    QTest::newRow("NULLs first against the custom")
        << Sort{{.column = u"n"_s, .nullsFirst = true}} << after({"3", "7"})
        << QStringList{
               u"where (t.n, t.id) > ($1::integer, $2::bigint) order by t.n nulls first, t.id limit $3"_s};
    QTest::newRow("a NULL in the second column has its own stretch")
        << Sort{{.column = u"d"_s}, {.column = u"n"_s}} << after({"2026-01-01", "3", "7"})
        << QStringList{
               u"where t.d = $1::date and (t.n, t.id) > ($2::integer, $3::bigint) order by t.d, t.n, t.id limit $4"_s,
               u"where t.d = $1::date and t.n is null order by t.d, t.n, t.id limit $2"_s,
               u"where t.d > $1::date order by t.d, t.n, t.id limit $2"_s};
    QTest::newRow("at the beginning of a value")
        << byN << at({"3"})
        << QStringList{u"where t.n >= $1::integer order by t.n, t.id limit $2"_s,
                       u"where t.n is null order by t.n, t.id limit $1"_s};
    QTest::newRow("at the beginning of the NULLs")
        << byN << at({std::nullopt}) << QStringList{u"where t.n is null order by t.n, t.id limit $1"_s};
}

void TestRowQuery::pages()
{
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const PageRequest, request);

    QTEST(conditions(pageQueries(numbers(), rowOrder(numbers(), sort), request)), "expected");
}

void TestRowQuery::parametersMatch()
{
    const auto queries = pageQueries(numbers(), rowOrder(numbers(), {{.column = u"d"_s}, {.column = u"n"_s}}),
                                     {.from = RowPosition{"2026-01-01", "3", "7"}, .limit = 5});
    QCOMPARE(queries.size(), size_t(3));
    QCOMPARE(values(queries[0]), QStringList({u"2026-01-01"_s, u"3"_s, u"7"_s, u"5"_s}));
    QCOMPARE(values(queries[1]), QStringList({u"2026-01-01"_s, u"5"_s}));
    QCOMPARE(values(queries[2]), QStringList({u"2026-01-01"_s, u"5"_s}));
}

void TestRowQuery::layout()
{
    auto source = numbers();
    source.key = {u"id"_s, u"tableoid"_s};
    const auto order = rowOrder(source, {});
    const auto select = selectRows(source, order);

    QCOMPARE(
        rowLayout(source, order),
        (RowLayout{.lengths = {-1, -1, -1, 4}, .positions = {0, 5}, .cuts = {-1, -1}, .identity = {0, 5}}));
    QVERIFY2(select.contains(u"left(t.\"E\", 2000)"), qPrintable(select));
    QVERIFY2(select.endsWith(u"t.tableoid from public.t as t"), qPrintable(select));
}

void TestRowQuery::onlyTheKeyComesWhole()
{
    const auto order = rowOrder(numbers(), {{.column = u"E"_s}});
    QCOMPARE(rowLayout(numbers(), order),
             (RowLayout{.lengths = {-1, -1, -1, 4}, .positions = {3, 0}, .cuts = {4, -1}, .identity = {0}}));
    auto keyed = numbers();
    keyed.key = {u"E"_s};
    QCOMPARE(rowLayout(keyed, rowOrder(keyed, {})),
             (RowLayout{.lengths = {-1, -1, -1, -1}, .positions = {3}, .cuts = {-1}, .identity = {3}}));
    QCOMPARE(selectRows(keyed, rowOrder(keyed, {})), u"select t.id, t.n, t.d, t.\"E\" from public.t as t"_s);

    auto hidden = numbers();
    hidden.hidden = {hidden.columns.back()};
    hidden.columns.pop_back();
    QCOMPARE(rowLayout(hidden, order),
             (RowLayout{.lengths = {-1, -1, -1}, .positions = {3, 0}, .cuts = {4, -1}, .identity = {0}}));
    const auto select = selectRows(hidden, order);
    QVERIFY2(select.startsWith(u"select t.id, t.n, t.d, left(t.\"E\", 2000), case when"), qPrintable(select));
}

void TestRowQuery::hostileNames()
{
    auto source = numbers();
    source.id.name = u"a %1 \"b\""_s;
    source.columns[3].name = u"%2;--"_s;
    const auto select = selectRows(source, rowOrder(source, {}));
    QVERIFY2(select.contains(u"left(t.\"%2;--\", 2000)"), qPrintable(select));
    QVERIFY2(select.endsWith(u"from public.\"a %1 \"\"b\"\"\" as t"), qPrintable(select));
}

void TestRowQuery::conditionComesFirst()
{
    auto source = numbers();
    source.condition = Query{u"t.n = $1::integer or t.d = $2::date"_s, {"5", "2026-01-01"}};
    const auto queries = pageQueries(source, rowOrder(source, {{.column = u"n"_s}}),
                                     {.from = RowPosition{"3", "7"}, .limit = 5});
    const QString condition = u"where (t.n = $1::integer or t.d = $2::date) and "_s;
    QCOMPARE(
        conditions(queries),
        QStringList({condition + u"(t.n, t.id) > ($3::integer, $4::bigint) order by t.n, t.id limit $5"_s,
                     condition + u"t.n is null order by t.n, t.id limit $3"_s}));
    QCOMPARE(values(queries[0]), QStringList({u"5"_s, u"2026-01-01"_s, u"3"_s, u"7"_s, u"5"_s}));
    QCOMPARE(fromRows(source).text, u" from public.t as t "_s + condition.chopped(5));
}

void TestRowQuery::rowByItsNumber_data()
{
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<RowPosition>("mark");
    QTest::addColumn<QString>("expected");

    using Sort = std::vector<SortKey>;
    QTest::newRow("by key") << Sort{} << RowPosition{"7"}
                            << u"where t.id >= (select t.id from public.t as t where t.id >= $1::bigint "
                               "order by t.id offset $2 limit 1) order by t.id"_s;
    QTest::newRow("from the start") << Sort{} << RowPosition{}
                                    << u"where t.id >= (select t.id from public.t as t "
                                       "order by t.id offset $1 limit 1) order by t.id"_s;
    QTest::newRow("two terms, down")
        << Sort{{.column = u"d"_s, .descending = true}} << RowPosition{"2026-01-01", "7"}
        << u"where (t.d, t.id) <= (select t.d, t.id from public.t as t "
           "where (t.d, t.id) <= ($1::date, $2::bigint) order by t.d desc, t.id desc offset $3 limit 1) "
           "order by t.d desc, t.id desc"_s;
    QTest::newRow("NULLs make two stretches")
        << Sort{{.column = u"n"_s}} << RowPosition{"1", "7"} << QString();
    QTest::newRow("and so do two directions")
        << Sort{{.column = u"d"_s, .descending = true}, {.column = u"id"_s}} << RowPosition{"2026-01-01", "7"}
        << QString();
}

void TestRowQuery::rowByItsNumber()
{
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const RowPosition, mark);
    constexpr qint64 passed = 42;
    const auto stretch = stretchFromRow(numbers(), rowOrder(numbers(), sort), mark, passed);
    QTEST(stretch ? stretch->text.trimmed() : QString(), "expected");
    if (stretch)
        QCOMPARE(stretch->parameters.back(), Query::Parameter("42"));

    // Both halves of the statement keep to the condition.
    auto filtered = numbers();
    filtered.condition = Query{u"t.n = $1"_s, {"3"}};
    const auto fewer = stretchFromRow(filtered, rowOrder(filtered, sort), mark, passed);
    QCOMPARE(fewer.has_value(), stretch.has_value());
    if (fewer)
        QCOMPARE(fewer->text.count(u"(t.n = $1)"_s), 2);
}

QTEST_GUILESS_MAIN(TestRowQuery)
#include "tst_rowquery.moc"
