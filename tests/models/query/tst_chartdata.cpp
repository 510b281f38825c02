#include "charttables.h"

#include "models/query/chartdata.h"
#include "models/query/chartreduction.h"
#include "models/query/chartwords.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using namespace squall::models;
using namespace Qt::StringLiterals;
using squall::test::chartColumn;
using squall::test::chartTable;
using Scale = ChartColumn::Scale;

namespace {

QStringList numbers(int count, double factor = 1)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all << QString::number(i * factor);
    return all;
}

QStringList days(int count)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all << QDate(2026, 1, 1).addDays(i).toString(Qt::ISODate);
    return all;
}

const auto months =
    chartColumn(u"month"_s, TypeKind::Time, {u"2026-01-01"_s, u"2026-02-01"_s, u"2026-03-01"_s});
const auto status = chartColumn(u"status"_s, TypeKind::Enum, {u"new"_s, u"paid"_s, u"sent"_s});
const auto revenue = chartColumn(u"revenue"_s, TypeKind::Number, {u"10"_s, u"30"_s, u"20"_s});
const auto cost = chartColumn(u"cost"_s, TypeKind::Number, {u"5"_s, u"-8"_s, u"9.5"_s});
const auto id = chartColumn(u"id"_s, TypeKind::Number, {u"1"_s, u"2"_s, u"3"_s});

std::vector<double> ys(const ChartSeries &series)
{
    std::vector<double> all;
    for (const auto &point : series.points)
        all.push_back(point.y);
    return all;
}

} // namespace

class TestChartData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void readsTimes_data();
    void readsTimes();
    void columnsAreWhatTheirValuesAre();
    void suggests_data();
    void suggests();
    void otherKindsFindTheirColumns();
    void drawsALine();
    void drawsGapsAndSaysWhatIsMissing();
    void splits();
    void addsUpWhatIsTheSame();
    void countsRows();
    void boundsBars();
    void boundsSeries();
    void slices();
    void refuses();
    void reductionKeepsThePeaks();
    void picksPointsEvenly();
    void saysWhatWasNotRead();
    void readsOut();
    void summarizes();
};

void TestChartData::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("zone"); ///< -1: none
    const double day = 86'400'000;
    const double none = std::nan("");
    QTest::newRow("date") << u"1970-01-02"_s << day << -1;
    QTest::newRow("timestamp") << u"1970-01-02 01:02:03.5"_s << day + 3'723'500 << -1;
    QTest::newRow("with microseconds") << u"1970-01-01 00:00:00.000250"_s << 0.25 << -1;
    QTest::newRow("with a zone") << u"1970-01-01 02:00:00+02"_s << 0.0 << 7200;
    QTest::newRow("with half a zone") << u"1970-01-01 00:00:00-03:30"_s << 12'600'000.0 << -12'600;
    QTest::newRow("time of day") << u"10:20"_s << 37'200'000.0 << -1;
    QTest::newRow("before Christ") << u"0001-01-01 BC"_s << -719'528 * day << -1;
    QTest::newRow("far away") << u"20000-01-01"_s << 6'585'322 * day << -1;
    QTest::newRow("infinity") << u"infinity"_s << none << -1;
    QTest::newRow("an interval") << u"1 day 02:00:00"_s << none << -1;
    QTest::newRow("no day of the calendar") << u"2026-02-30"_s << none << -1;
    QTest::newRow("words behind it") << u"2026-02-03 x"_s << none << -1;
    QTest::newRow("nothing") << QString() << none << -1;
}

void TestChartData::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    QFETCH(int, zone);
    std::optional<int> said;
    const double read = timeValue(text, said);
    QVERIFY2(read == value || (std::isnan(read) && std::isnan(value)),
             qPrintable(QString::number(read, 'f')));
    if (!std::isnan(value))
        QCOMPARE(said.value_or(-1), zone);
}

void TestChartData::columnsAreWhatTheirValuesAre()
{
    QCOMPARE(revenue.scale(), Scale::Number);
    QCOMPARE(months.scale(), Scale::Time);
    QCOMPARE(status.scale(), Scale::Category);
    QVERIFY(id.isIdentifier() && !revenue.isIdentifier());
    const auto infinite =
        chartColumn(u"n"_s, TypeKind::Number, {u"NaN"_s, QString(), u"1.5"_s, u"Infinity"_s, u"1e3"_s});
    QCOMPARE(infinite.scale(), Scale::Number);
    QCOMPARE(infinite.values()[4], 1000.0);
    QVERIFY(std::isnan(infinite.values()[0]) && std::isnan(infinite.values()[1]));
    QCOMPARE(infinite.unreadable(), 2);
    // Numbers that cannot be read are words.
    const auto money = chartColumn(u"price"_s, TypeKind::Number, {u"$1.00"_s, QString()});
    QCOMPARE(money.scale(), Scale::Category);
    QCOMPARE(money.text(0), u"$1.00"_s);
    QCOMPARE(money.text(1), u"NULL"_s);
    QCOMPARE(chartColumn(u"took"_s, TypeKind::Time, {u"01:00:00"_s}, u"interval"_s).scale(), Scale::Category);
}

void TestChartData::suggests_data()
{
    QTest::addColumn<ChartTable>("table");
    QTest::addColumn<ChartChoice>("choice");
    const auto row = [](const char *name, std::vector<ChartColumn> columns, const ChartChoice &choice) {
        QTest::newRow(name) << chartTable(std::move(columns)) << choice;
    };
    row("time and numbers: lines", {id, months, revenue, cost},
        {.kind = ChartKind::Line, .x = 1, .series = {2, 3}});
    row("categories and numbers: bars", {id, status, revenue, cost},
        {.kind = ChartKind::Bar, .x = 1, .series = {2, 3}});
    row("few categories with one positive number: a pie", {status, revenue},
        {.kind = ChartKind::Pie, .x = 0, .series = {1}});
    row("with a negative one: bars", {status, cost}, {.kind = ChartKind::Bar, .x = 0, .series = {1}});
    row("two numbers: points", {revenue, cost}, {.kind = ChartKind::Scatter, .x = 0, .series = {1}});
    row("one number by its identifier", {id, revenue}, {.kind = ChartKind::Line, .x = 0, .series = {1}});
    row("one number alone", {revenue}, {.kind = ChartKind::Line, .x = -1, .series = {0}});
    row("words alone are counted", {id, status}, {.kind = ChartKind::Bar, .x = 1});
    row("times alone are counted", {months}, {.kind = ChartKind::Line, .x = 0});
    row("a line for each of what comes at the same time",
        {chartColumn(u"day"_s, TypeKind::Time, {u"2026-01-01"_s, u"2026-01-01"_s, u"2026-01-02"_s}),
         chartColumn(u"kind"_s, TypeKind::Text, {u"a"_s, u"b"_s, u"a"_s}), revenue, cost},
        {.kind = ChartKind::Line, .x = 0, .series = {2}, .splitBy = 1});
    row("many categories: bars",
        {chartColumn(u"n"_s, TypeKind::Text, numbers(10)),
         chartColumn(u"v"_s, TypeKind::Number, numbers(10, 2))},
        {.kind = ChartKind::Bar, .x = 0, .series = {1}});
    row("nothing", {}, {.kind = ChartKind::Bar});
}

void TestChartData::suggests()
{
    QFETCH(ChartTable, table);
    QFETCH(ChartChoice, choice);
    const auto suggested = suggestedChart(table);
    QCOMPARE(suggested.kind, choice.kind);
    QCOMPARE(suggested.x, choice.x);
    QCOMPARE(suggested.series, choice.series);
    QCOMPARE(suggested.splitBy, choice.splitBy);
    const auto chart = makeChart(table, suggested);
    QCOMPARE(chart.refusal.isEmpty(), table.rows > 0);
}

void TestChartData::otherKindsFindTheirColumns()
{
    const auto table = chartTable({status, revenue, cost});
    const auto bars = suggestedChart(table);
    const auto points = withKind(table, bars, ChartKind::Scatter);
    QVERIFY(points.x == 1 && points.series == std::vector<int>{2});
    const auto pie = withKind(table, bars, ChartKind::Pie);
    QVERIFY(pie.x == 0 && pie.series == std::vector<int>{1});
    QVERIFY(withKind(table, points, ChartKind::Pie).x == 0);
    QCOMPARE(withKind(table, bars, ChartKind::Line).x, 0);
}

void TestChartData::drawsALine()
{
    const auto unsorted =
        chartColumn(u"day"_s, TypeKind::Time,
                    {u"2026-01-03 00:00:00+01"_s, u"2026-01-01 00:00:00+01"_s, u"2026-01-02 00:00:00+01"_s});
    const auto chart =
        makeChart(chartTable({unsorted, revenue}), {.kind = ChartKind::Line, .x = 0, .series = {1}});
    QCOMPARE(chart.scale, Scale::Time);
    QCOMPARE(chart.zone, 3600);
    QCOMPARE(chart.xTitle, u"day"_s);
    QCOMPARE(chart.yTitle, u"revenue"_s);
    QCOMPARE(ys(chart.series.at(0)), std::vector<double>({30, 20, 10}));
    QVERIFY(chart.remarks.isEmpty());
    QCOMPARE(chart.y().from, 10.0);
    QCOMPARE(chart.y().to, 30.0);
    const auto plain = makeChart(chartTable({revenue}), {.kind = ChartKind::Line, .series = {0}});
    QCOMPARE(plain.scale, Scale::Number);
    QCOMPARE(plain.series.at(0).points.front().x, 1.0);
}

void TestChartData::drawsGapsAndSaysWhatIsMissing()
{
    const auto gaps = chartColumn(u"n"_s, TypeKind::Number, {u"1"_s, QString(), u"3"_s});
    const auto line = makeChart(chartTable({months, gaps}), {.kind = ChartKind::Line, .x = 0, .series = {1}});
    QCOMPARE(line.series.at(0).points.size(), size_t(3));
    QVERIFY(std::isnan(line.series.at(0).points[1].y));
    QCOMPARE(line.remarks.size(), 1);
    const auto bars = makeChart(chartTable({status, gaps}), {.kind = ChartKind::Bar, .x = 0, .series = {1}});
    QCOMPARE(bars.series.at(0).points.size(), size_t(2));
    QCOMPARE(bars.categories.size(), 3);
    QCOMPARE(bars.remarks.size(), 1);
}

void TestChartData::splits()
{
    const auto day = chartColumn(u"day"_s, TypeKind::Time,
                                 {u"2026-01-01"_s, u"2026-01-01"_s, u"2026-01-02"_s, u"2026-01-02"_s});
    const auto kind = chartColumn(u"kind"_s, TypeKind::Text, {u"b"_s, u"a"_s, u"b"_s, u"a"_s});
    const auto n = chartColumn(u"n"_s, TypeKind::Number, {u"1"_s, u"2"_s, u"3"_s, u"4"_s});
    const auto chart =
        makeChart(chartTable({day, kind, n}), {.kind = ChartKind::Line, .x = 0, .series = {2}, .splitBy = 1});
    QCOMPARE(chart.series.size(), size_t(2));
    QCOMPARE(chart.series[0].name, u"b"_s);
    QCOMPARE(ys(chart.series[0]), std::vector<double>({1, 3}));
    QCOMPARE(chart.series[1].name, u"a"_s);
    QCOMPARE(ys(chart.series[1]), std::vector<double>({2, 4}));
}

void TestChartData::addsUpWhatIsTheSame()
{
    const auto kind = chartColumn(u"kind"_s, TypeKind::Text, {u"b"_s, u"a"_s, u"b"_s, QString()});
    const auto n = chartColumn(u"n"_s, TypeKind::Number, {u"1"_s, u"2"_s, u"3"_s, u"5"_s});
    const auto chart = makeChart(chartTable({kind, n}), {.kind = ChartKind::Bar, .x = 0, .series = {1}});
    QCOMPARE(chart.categories, QStringList({u"b"_s, u"a"_s, u"NULL"_s}));
    QCOMPARE(ys(chart.series.at(0)), std::vector<double>({4, 2, 5}));
    QCOMPARE(chart.remarks.size(), 1);
    QCOMPARE(chart.y().from, 0.0);
    // Points are not added up.
    const auto points = makeChart(chartTable({n, n}), {.kind = ChartKind::Scatter, .x = 0, .series = {1}});
    QCOMPARE(points.series.at(0).points.size(), size_t(4));
}

void TestChartData::countsRows()
{
    const auto kind = chartColumn(u"kind"_s, TypeKind::Text, {u"b"_s, u"a"_s, u"b"_s});
    const auto chart = makeChart(chartTable({kind}), {.kind = ChartKind::Bar, .x = 0});
    QCOMPARE(ys(chart.series.at(0)), std::vector<double>({2, 1}));
    QVERIFY(chart.remarks.isEmpty());
    const auto day =
        chartColumn(u"day"_s, TypeKind::Time, {u"2026-01-02"_s, u"2026-01-01"_s, u"2026-01-02"_s});
    QCOMPARE(ys(makeChart(chartTable({day}), {.kind = ChartKind::Line, .x = 0}).series.at(0)),
             std::vector<double>({1, 2}));
}

void TestChartData::boundsBars()
{
    const auto chart = makeChart(chartTable({chartColumn(u"k"_s, TypeKind::Text, numbers(200)),
                                             chartColumn(u"v"_s, TypeKind::Number, numbers(200))}),
                                 {.kind = ChartKind::Bar, .x = 0, .series = {1}});
    QCOMPARE(static_cast<size_t>(chart.categories.size()), mostBars);
    QCOMPARE(chart.categories.front(), u"140"_s);
    QCOMPARE(chart.series.at(0).points.front().y, 140.0);
    QCOMPARE(chart.series.at(0).points.front().x, 0.0);
    QCOMPARE(chart.remarks.size(), 1);
    QVERIFY2(chart.remarks[0].contains(u"60") && chart.remarks[0].contains(u"200"),
             qPrintable(chart.remarks[0]));
}

void TestChartData::boundsSeries()
{
    QStringList parts;
    for (int i = 0; i < 40; ++i)
        parts << QString::number(i % 20);
    const auto chart = makeChart(chartTable({chartColumn(u"day"_s, TypeKind::Time, days(40)),
                                             chartColumn(u"part"_s, TypeKind::Text, parts),
                                             chartColumn(u"v"_s, TypeKind::Number, numbers(40))}),
                                 {.kind = ChartKind::Line, .x = 0, .series = {2}, .splitBy = 1});
    QCOMPARE(chart.series.size(), mostSeries);
    QCOMPARE(chart.series.front().name, u"12"_s);
    QCOMPARE(chart.remarks.size(), 1);
}

void TestChartData::slices()
{
    const auto few =
        makeChart(chartTable({status, revenue}), {.kind = ChartKind::Pie, .x = 0, .series = {1}});
    QCOMPARE(few.categories, QStringList({u"paid"_s, u"sent"_s, u"new"_s}));
    QCOMPARE(ys(few.series.at(0)), std::vector<double>({30, 20, 10}));
    const auto many = makeChart(chartTable({chartColumn(u"k"_s, TypeKind::Text, numbers(30)),
                                            chartColumn(u"v"_s, TypeKind::Number, numbers(30))}),
                                {.kind = ChartKind::Pie, .x = 0, .series = {1}});
    QCOMPARE(many.series.at(0).points.size(), mostSlices);
    double sum = 0;
    for (const double y : ys(many.series[0]))
        sum += y;
    QCOMPARE(sum, 29.0 * 30 / 2);
    QVERIFY2(many.categories.back().contains(u"22"), qPrintable(many.categories.back()));
}

void TestChartData::refuses()
{
    QVERIFY(!makeChart({}, {}).refusal.isEmpty());
    QVERIFY(!makeChart(chartTable({status, cost}), {.kind = ChartKind::Pie, .x = 0, .series = {1}})
                 .refusal.isEmpty());
    const auto nulls = chartColumn(u"n"_s, TypeKind::Number, {QString(), u"1"_s, QString()});
    auto empty = chartTable(
        {chartColumn(u"t"_s, TypeKind::Time, {u"2026-01-01"_s, u"infinity"_s, u"2026-01-02"_s}), nulls});
    // The one value has no place.
    QVERIFY(!makeChart(empty, {.kind = ChartKind::Scatter, .x = 0, .series = {1}}).refusal.isEmpty());
}

void TestChartData::reductionKeepsThePeaks()
{
    QStringList values;
    for (int i = 0; i < 40'000; ++i)
        values << QString::number(i == 12'345 ? 1e6 : i == 23'456 ? -1e6 : std::sin(i / 100.0));
    const auto chart = makeChart(chartTable({chartColumn(u"v"_s, TypeKind::Number, values)}),
                                 {.kind = ChartKind::Line, .series = {0}});
    const auto &points = chart.series.at(0).points;
    QVERIFY(points.size() <= mostLinePoints && points.size() > mostLinePoints / 4);
    QCOMPARE(chart.y().to, 1e6);
    QCOMPARE(chart.y().from, -1e6);
    QVERIFY(std::is_sorted(points.begin(), points.end(),
                           [](const ChartPoint &one, const ChartPoint &other) { return one.x < other.x; }));
    QVERIFY(std::any_of(points.begin(), points.end(),
                        [](const ChartPoint &point) { return point.x == 12'346 && point.y == 1e6; }));
    QCOMPARE(chart.remarks.size(), 1);
    // A gap as wide as a stretch is still one.
    std::vector<ChartPoint> gaps;
    for (int i = 0; i < 1000; ++i)
        gaps.push_back({double(i), i >= 400 && i < 600 ? std::nan("") : i});
    const auto reduced = withExtremes(gaps, 10);
    QVERIFY(std::any_of(reduced.begin(), reduced.end(), [](const ChartPoint &p) { return std::isnan(p.y); }));
}

void TestChartData::picksPointsEvenly()
{
    const auto chart = makeChart(chartTable({chartColumn(u"a"_s, TypeKind::Number, numbers(20'000)),
                                             chartColumn(u"b"_s, TypeKind::Number, numbers(20'000))}),
                                 {.kind = ChartKind::Scatter, .x = 0, .series = {1}});
    const auto &points = chart.series.at(0).points;
    QCOMPARE(points.size(), mostScatterPoints);
    QCOMPARE(points[1].x, 4.0);
    QVERIFY(points.back().x > 19'990);
    QCOMPARE(chart.remarks.size(), 1);
}

void TestChartData::saysWhatWasNotRead()
{
    auto table = chartTable({status, revenue});
    table.allRows = 1'000'000;
    auto remarks = makeChart(table, suggestedChart(table)).remarks;
    QVERIFY(remarks.size() == 1 && remarks[0].contains(u"1,000,000"));
    table.allRows = 3;
    table.isComplete = false;
    remarks = makeChart(table, suggestedChart(table)).remarks;
    QVERIFY(remarks.size() == 1 && !remarks[0].contains(u"1,000,000"));
}

void TestChartData::readsOut()
{
    const auto chart =
        makeChart(chartTable({months, revenue, cost}), {.kind = ChartKind::Line, .x = 0, .series = {1, 2}});
    const auto readout = readoutAt(chart, 0, 1);
    QCOMPARE(readout, (ChartReadout{u"1 Feb 2026"_s, {{0, u"revenue"_s, u"30"_s}, {1, u"cost"_s, u"-8"_s}}}));
    QCOMPARE(readout.text(), u"1 Feb 2026: revenue 30, cost -8"_s);
    const auto pie =
        makeChart(chartTable({status, revenue}), {.kind = ChartKind::Pie, .x = 0, .series = {1}});
    QCOMPARE(readoutAt(pie, 0, 0), (ChartReadout{u"paid"_s, {{0, u"revenue"_s, u"30 (50.0%)"_s}}}));
    const auto points =
        makeChart(chartTable({revenue, cost}), {.kind = ChartKind::Scatter, .x = 0, .series = {1}});
    QCOMPARE(readoutAt(points, 0, 2), (ChartReadout{u"revenue 20"_s, {{0, u"cost"_s, u"9.5"_s}}}));
}

void TestChartData::summarizes()
{
    const auto table = chartTable({months, revenue, cost});
    const auto summary = chartSummary(makeChart(table, suggestedChart(table)));
    for (const auto &word : {u"Line chart"_s, u"month"_s, u"revenue: lowest 10 at 1 Jan 2026, highest 30"_s,
                             u"cost: lowest -8"_s})
        QVERIFY2(summary.contains(word), qPrintable(summary));
    QCOMPARE(chartSummary(makeChart({}, {})), makeChart({}, {}).refusal);
}

QTEST_GUILESS_MAIN(TestChartData)
#include "tst_chartdata.moc"
