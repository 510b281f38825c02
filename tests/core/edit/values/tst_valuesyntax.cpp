#include "core/base/jsonstring.h"
#include "core/base/jsontree.h"
#include "core/edit/validate.h"
#include "core/edit/values/array.h"
#include "core/edit/values/bytes.h"
#include "core/edit/values/dates.h"
#include "core/edit/values/decimal.h"
#include "core/edit/values/range.h"
#include "core/edit/values/record.h"
#include "core/pg/connection.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>
#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;
using test::TestServer;

namespace {

constexpr int rounds = 400;

/// Values of every shape at random, made of pieces that hurt; the same in every run.
class Nasty
{
public:
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }

    QByteArray text()
    {
        static const QByteArrayList pieces = {"a",  "B",    "\"",   "\\", "\\\\", "{",    "}",   "(",  ")",
                                              "[",  "]",    ",",    ";",  ":",    "=",    " ",   "\t", "\n",
                                              "\r", "\v",   "\f",   "'",  "é",    "日",   "😀",   "0",  "-1",
                                              "%",  "NULL", "null", "x",  "$1",   "\x7F", "\x01"};
        QByteArray text;
        for (int left = below(7); left > 0; --left)
            text += pieces[below(static_cast<int>(pieces.size()))];
        return text;
    }

    Query::Parameter element() { return below(6) == 0 ? Query::Parameter() : Query::Parameter(text()); }

    ArrayValue array()
    {
        ArrayValue array;
        int size = 1;
        for (int left = below(4); left > 0; --left) {
            array.dimensions.push_back({below(3) == 0 ? below(9) - 4 : 1, 1 + below(3)});
            size *= array.dimensions.back().length;
        }
        for (int i = 0; !array.dimensions.empty() && i < size; ++i)
            array.elements.push_back(element());
        return array;
    }

    QByteArray json(int depth = 0)
    {
        switch (below(depth > 3 ? 5 : 8)) {
        case 0: return "null";
        case 1: return below(2) == 0 ? "true" : "false";
        case 2: return QByteArray::number(below(2000) - 1000) + (below(2) == 0 ? ".500" : "");
        case 3: return "12345678901234567890.00" + QByteArray(below(2) == 0 ? "E-3" : "");
        case 4: return encodeJsonString(QString::fromUtf8(text()));
        case 5: return '[' + jsonList(depth, false) + ']';
        default: return '{' + jsonList(depth, true) + '}';
        }
    }

    /// The same with something taken away or put in.
    QByteArray damaged(const QByteArray &json)
    {
        static const auto signs = u"{}[]\",:\\ue0.-+ tnx\x01\t"_s;
        auto text = QString::fromUtf8(json);
        const auto at = below(static_cast<int>(text.size()));
        if (below(2) == 0)
            text.remove(at, 1);
        else
            text.insert(at, signs[below(static_cast<int>(signs.size()))]);
        return text.toUtf8();
    }

private:
    QByteArray jsonList(int depth, bool keys)
    {
        QByteArray list;
        for (int left = below(4); left > 0; --left) {
            list += keys ? encodeJsonString(QString::fromUtf8(text())) + (below(2) == 0 ? ": " : ":")
                         : QByteArray();
            list += json(depth + 1) + (left > 1 ? (below(2) == 0 ? ",\n " : ",") : "");
        }
        return list;
    }

    QRandomGenerator m_random{20261121};
};

} // namespace

/// What is written here is compared with what the server itself writes for the same value.
class TestValueSyntax : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanupTestCase() { m_connections.clear(); }
    void arrays_data() { versions(); }
    void arrays();
    void arrayValidity_data() { versions(); }
    void arrayValidity();
    void boxes_data() { versions(); }
    void boxes();
    void records_data() { versions(); }
    void records();
    void ranges_data() { versions(); }
    void ranges();
    void multiranges_data() { versions(); }
    void multiranges();
    void json_data() { versions(); }
    void json();
    void jsonValidity_data() { versions(); }
    void jsonValidity();
    void bytes_data() { versions(); }
    void bytes();
    void decimals_data() { versions(); }
    void decimals();
    void dates_data() { versions(); }
    void dates();

private:
    static void versions();
    /// The first column of the only row of each reply, in one round trip.
    std::vector<QByteArray> ask(const std::vector<Query> &queries);

    std::map<int, std::unique_ptr<pg::Connection>> m_connections;
    pg::Connection *m_connection = nullptr;
};

void TestValueSyntax::versions()
{
    QTest::addColumn<int>("version");
    for (const int version : TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

void TestValueSyntax::init()
{
    QFETCH(const int, version);
    auto &connection = m_connections[version];
    if (!connection) {
        connection = std::make_unique<pg::Connection>(TestServer::of(version).createDatabase());
        NEED(connection->runScript(
            u"create type words as range (subtype = text, collation = \"C\");"
            "create function is_valid(value text, type regtype) returns boolean language plpgsql as $$ begin "
            "  execute format('select %L::%s', value, type); return true; "
            "exception when others then return false; end $$"_s));
    }
    m_connection = connection.get();
}

std::vector<QByteArray> TestValueSyntax::ask(const std::vector<Query> &queries)
{
    std::vector<QByteArray> answers(queries.size());
    const auto done = m_connection->pipeline(queries, [&answers](size_t query, const pg::RowBatch &batch) {
        if (batch.rowCount() > 0)
            answers[query] = batch.cell(0, 0).value_or("NULL").toByteArray();
        return Result<Done>(Done{});
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return answers;
}

void TestValueSyntax::arrays()
{
    Nasty nasty;
    std::vector<ArrayValue> arrays;
    std::vector<Query> queries;
    for (int i = 0; i < rounds; ++i) {
        arrays.push_back(nasty.array());
        queries.push_back({u"select $1::text[]"_s, {writeArray(arrays.back())}});
    }
    const auto answers = ask(queries);
    for (size_t i = 0; i < arrays.size(); ++i) {
        QCOMPARE(answers[i], writeArray(arrays[i]));
        const auto read = parseArray(answers[i]);
        NEED(read);
        QCOMPARE(read->elements, arrays[i].elements);
        QVERIFY(read->dimensions == arrays[i].dimensions);
    }
}

/// Whatever one of the servers reads is no fault here.
void TestValueSyntax::arrayValidity()
{
    Nasty nasty;
    std::vector<QByteArray> texts = {"{{},{}}", "{{}}", " [1:1] = {a}", "{ }",
                                     "{a , b}", "{\\}", "{a\\ }",       "{a"};
    for (int i = 0; i < rounds; ++i)
        texts.push_back(nasty.damaged(writeArray(nasty.array())));
    std::vector<Query> queries;
    for (const auto &text : texts)
        queries.push_back({u"select is_valid($1, 'text[]')"_s, {text}});
    const auto answers = ask(queries);
    const catalog::Snapshot none;
    for (size_t i = 0; i < texts.size(); ++i) {
        const auto fault = typeFault(none, u"text[]"_s, texts[i]);
        QVERIFY2(answers[i] == "f" || fault.isEmpty(), (texts[i] + ": " + fault.toUtf8()).constData());
    }
}

void TestValueSyntax::boxes()
{
    const ArrayValue boxes{{{2, 2}, {1, 1}}, {"(1,1),(0,0)", std::nullopt}};
    const auto text = writeArray(boxes, ';');
    QCOMPARE(ask({{u"select $1::box[]"_s, {text}}}).front(), text);
    const auto delimiters =
        m_connection->fetch({u"select typname, typdelim from pg_type where typdelim <> ','"
                             " and typnamespace = 'pg_catalog'::regnamespace"_s});
    NEED(delimiters);
    for (int row = 0; row < delimiters->rowCount(); ++row)
        QVERIFY2(delimiters->text(row, 0) == u"box" || delimiters->text(row, 0) == u"_box",
                 qPrintable(delimiters->text(row, 0)));
}

void TestValueSyntax::records()
{
    Nasty nasty;
    std::vector<RecordValue> records;
    std::vector<Query> queries;
    for (int i = 0; i < rounds; ++i) {
        RecordValue record;
        QStringList fields;
        for (int left = 1 + nasty.below(4); left > 0; --left) {
            record.push_back(nasty.element());
            fields += u'$' + QString::number(fields.size() + 1) + u"::text"_s;
        }
        queries.push_back({u"select row(%1)"_s.arg(fields.join(u',')), record});
        records.push_back(record);
    }
    const auto answers = ask(queries);
    for (size_t i = 0; i < records.size(); ++i) {
        QCOMPARE(answers[i], writeRecord(records[i]));
        const auto read = parseRecord(answers[i]);
        NEED(read);
        QCOMPARE(*read, records[i]);
    }
}

void TestValueSyntax::ranges()
{
    Nasty nasty;
    std::vector<RangeValue> ranges;
    std::vector<Query> queries;
    for (int i = 0; i < rounds; ++i) {
        auto lower = nasty.element();
        auto upper = nasty.element();
        if (lower && upper && *upper < *lower)
            std::swap(lower, upper);
        ranges.push_back({lower && upper && lower == upper,
                          {lower, lower && nasty.below(2) == 0},
                          {upper, upper && nasty.below(2) == 0}});
        if (ranges.back().empty) {
            ranges.back() = {true, {}, {}};
            lower = upper = "same";
        }
        const auto bounds = QByteArray(ranges.back().lower.inclusive ? "[" : "(") +
                            (ranges.back().upper.inclusive ? ']' : ')');
        queries.push_back({u"select words($1, $2, $3)"_s, {lower, upper, bounds}});
    }
    const auto answers = ask(queries);
    for (size_t i = 0; i < ranges.size(); ++i) {
        QCOMPARE(answers[i], writeRange(ranges[i]));
        const auto read = parseRange(answers[i]);
        NEED(read);
        QCOMPARE(*read, ranges[i]);
    }
}

void TestValueSyntax::multiranges()
{
    if (m_connection->serverVersion() < 140000) {
        // There are none: the catalog says so, and the type is text to everything else.
        QCOMPARE(ask({{u"select count(*) from pg_type where typname like '%multirange'"_s}}).front(), "0");
        return;
    }
    std::vector<std::vector<RangeValue>> values = {{}};
    values.push_back({{false, {"", true}, {" ", false}}, {false, {"a\"b", false}, {"a\\b,(", true}}});
    values.push_back({{false, {}, {"0", true}}, {false, {"1", false}, {}}});
    for (const auto &ranges : values) {
        const auto text = writeMultirange(ranges);
        const auto answer = ask({{u"select $1::words_multirange"_s, {text}}});
        QCOMPARE(answer.front(), text);
        QCOMPARE(*parseMultirange(answer.front()), ranges);
    }
}

void TestValueSyntax::json()
{
    Nasty nasty;
    std::vector<QByteArray> texts;
    std::vector<Query> queries;
    for (int i = 0; i < rounds; ++i) {
        texts.push_back(nasty.json());
        queries.push_back({u"select $1::jsonb"_s, {texts.back()}});
        queries.push_back(
            {u"select $1::json #>> '{}'"_s, {encodeJsonString(QString::fromUtf8(nasty.text()))}});
    }
    const auto answers = ask(queries);
    for (size_t i = 0; i < texts.size(); ++i) {
        NEED(JsonTree::parse(texts[i], JsonRules::Jsonb));
        const auto &normal = answers[2 * i];
        QCOMPARE(layOut(normal, JsonLayout::Spaced), normal);
        for (const auto layout : {JsonLayout::Dense, JsonLayout::Indented})
            QCOMPARE(ask({{u"select $1::jsonb"_s, {layOut(texts[i], layout)}}}).front(), normal);
        QCOMPARE(decodeJsonString(*queries[2 * i + 1].parameters.front()).toUtf8(), answers[2 * i + 1]);
    }
}

void TestValueSyntax::jsonValidity()
{
    Nasty nasty;
    std::vector<QByteArray> texts = {
        R"("\u0000")", R"("\ud83d\ude00")", R"("\ude00")", R"("\uD83d")", "01",   "1.",
        "-",           "\"\x7F\"",          "\xC2\xA0 1",  "1\v",         "[1,]", ""};
    for (int i = 0; i < rounds; ++i)
        texts.push_back(nasty.damaged(nasty.json()));
    std::vector<Query> queries;
    for (const auto &text : texts) {
        queries.push_back({u"select is_valid($1, 'json')"_s, {text}});
        queries.push_back({u"select is_valid($1, 'jsonb')"_s, {text}});
    }
    const auto answers = ask(queries);
    for (size_t i = 0; i < texts.size(); ++i) {
        QVERIFY2(JsonTree::parse(texts[i]).ok() == (answers[2 * i] == "t"), texts[i].constData());
        QVERIFY2(JsonTree::parse(texts[i], JsonRules::Jsonb).ok() == (answers[2 * i + 1] == "t"),
                 texts[i].constData());
    }
}

void TestValueSyntax::bytes()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    QCOMPARE(ask({{u"select $1::bytea"_s, {writeBytes(all)}}}).front(), writeBytes(all));
    QCOMPARE(*parseBytes(ask({{u"select encode($1::bytea, 'escape')"_s, {writeBytes(all)}}}).front()), all);
    NEED(m_connection->runScript(u"set bytea_output = escape"_s));
    QCOMPARE(*parseBytes(ask({{u"select $1::bytea"_s, {writeBytes(all)}}}).front()), all);
    NEED(m_connection->runScript(u"reset bytea_output"_s));
}

void TestValueSyntax::decimals()
{
    Nasty nasty;
    std::vector<QByteArray> numbers = {"0", "-1", "0.5", "-0.5", "-0.00", "999", "-1000.000"};
    for (int i = 0; i < rounds; ++i) {
        auto number = QByteArray(nasty.below(2) == 0 ? "-" : "") + QByteArray::number(nasty.below(3000));
        for (int left = nasty.below(30); left > 0; --left)
            number += QByteArray::number(nasty.below(10)) + (left == 9 ? "." : "");
        numbers.push_back(number + '0');
    }
    std::vector<Query> queries;
    for (const auto &number : numbers) {
        queries.push_back({u"select $1::numeric + 1"_s, {number}});
        queries.push_back({u"select $1::numeric - 1"_s, {number}});
    }
    const auto answers = ask(queries);
    for (size_t i = 0; i < numbers.size(); ++i) {
        QCOMPARE(stepDecimal(numbers[i], 1), answers[2 * i]);
        QCOMPARE(stepDecimal(numbers[i], -1), answers[2 * i + 1]);
    }
}

void TestValueSyntax::dates()
{
    for (const auto *zone : {"UTC", "Asia/Kathmandu", "America/St_Johns"}) {
        NEED(m_connection->runScript(u"set timezone = '%1'"_s.arg(QLatin1String(zone))));
        for (const auto *moment :
             {"2026-11-25 06:30:00.123456+00", "0044-03-15 12:00:00+00 BC", "294270-06-01 00:00:00+00",
              "4000-02-29 23:59:59.5+00", "0001-01-05 00:00:00+00"}) {
            const auto answers = ask({{u"select $1::timestamptz"_s, {moment}},
                                      {u"select $1::timestamptz::date"_s, {moment}},
                                      {u"select to_char($1::timestamptz, 'J')"_s, {moment}}});
            const auto date = dateIn(answers[0]);
            QVERIFY2(date, answers[0].constData());
            QCOMPARE(date->toJulianDay(), answers[2].toLongLong());
            QCOMPARE(withDate(answers[1], *date, false), answers[1]);
            // The server reads what was put together, as the same day of its own zone.
            const auto moved = date->addDays(40);
            const auto text = withDate(answers[0], moved, true);
            QCOMPARE(ask({{u"select to_char($1::timestamp, 'J')"_s, {text}}}).front().toLongLong(),
                     moved.toJulianDay());
        }
    }
    NEED(m_connection->runScript(u"reset timezone"_s));
}

QTEST_GUILESS_MAIN(TestValueSyntax)
#include "tst_valuesyntax.moc"
