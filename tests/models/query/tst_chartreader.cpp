#include "tests/support/rowsmodel.h"

#include "models/query/chartreader.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall::models;
using namespace Qt::StringLiterals;
using squall::test::RowsModel;

class TestChartReader : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsThere();
    void readsAgainWhenRowsCome();
    void readsTheFirstOfMany();
    void outlivesTheResult();
};

void TestChartReader::readsWhatIsThere()
{
    RowsModel model({{u"a"_s, TypeKind::Number, {u"1"_s, QString(), u"3"_s}},
                     {u"b"_s, TypeKind::Text, {u"x"_s, u""_s, QString()}}});
    ChartReader reader;
    ChartTable table;
    connect(&reader, &ChartReader::finished, this, [&](const ChartTable &read) { table = read; });
    reader.read(&model);
    QTRY_COMPARE(table.rows, size_t(3));
    QVERIFY(!reader.isReading());
    QCOMPARE(table.allRows, 3);
    QVERIFY(table.isComplete);
    QCOMPARE(table.columns.size(), size_t(2));
    QCOMPARE(table.columns[0].name(), u"a"_s);
    QCOMPARE(table.columns[0].text(1), u"NULL"_s);
    QCOMPARE(table.columns[0].text(2), u"3"_s);
    QCOMPARE(table.columns[1].text(1), QString());
    QCOMPARE(table.columns[1].text(2), u"NULL"_s);
    reader.read(nullptr);
    QCOMPARE(table.rows, size_t(0));
}

void TestChartReader::readsAgainWhenRowsCome()
{
    RowsModel model({{u"a"_s, TypeKind::Number, {u"1"_s}}});
    ChartReader reader;
    ChartTable table;
    connect(&reader, &ChartReader::finished, this, [&](const ChartTable &read) { table = read; });
    reader.read(&model);
    QTRY_COMPARE(table.rows, size_t(1));
    for (int i = 0; i < 10; ++i)
        model.append({QString::number(i)});
    QTRY_COMPARE(table.rows, size_t(11));
}

void TestChartReader::readsTheFirstOfMany()
{
    QStringList values;
    for (int i = 0; i < ChartReader::mostRows + 1000; ++i)
        values << QString::number(i);
    std::vector<RowsModel::Column> columns(ChartReader::mostColumns + 3, {u"a"_s, TypeKind::Number, values});
    RowsModel model(std::move(columns));
    ChartReader reader;
    ChartTable table;
    connect(&reader, &ChartReader::finished, this, [&](const ChartTable &read) { table = read; });
    reader.read(&model);
    QTRY_COMPARE_WITH_TIMEOUT(table.rows, size_t(ChartReader::mostRows), 60'000);
    QCOMPARE(table.allRows, qint64(ChartReader::mostRows + 1000));
    QCOMPARE(table.columns.size(), size_t(ChartReader::mostColumns));
}

void TestChartReader::outlivesTheResult()
{
    auto model =
        std::make_unique<RowsModel>(std::vector<RowsModel::Column>{{u"a"_s, TypeKind::Number, {u"1"_s}}});
    ChartReader reader;
    QSignalSpy finished(&reader, &ChartReader::finished);
    reader.read(model.get());
    model.reset();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.front().front().value<ChartTable>().rows, size_t(0));
}

QTEST_GUILESS_MAIN(TestChartReader)
#include "tst_chartreader.moc"
