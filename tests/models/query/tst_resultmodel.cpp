#include "models/query/resultmodel.h"
#include "models/query/resulttitle.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestResultModel : public QObject
{
    Q_OBJECT

private slots:
    void growsByBatches();
    void sortsByType_data();
    void sortsByType();
    void sortsBySeveralColumns();
    void filters();
    void sortsWhatComesLater();
    void cutsLongValues();
    void startsOver();
    void titles();
};

namespace {

constexpr quint32 textType = 25;

using Row = std::vector<std::optional<QByteArray>>;

pg::RowBatch batchOf(const std::vector<pg::Field> &fields, const std::vector<Row> &rows)
{
    pg::RowBatchBuilder builder(fields);
    for (const auto &row : rows) {
        for (const auto &cell : row) {
            if (cell)
                builder.addCell(*cell);
            else
                builder.addNull();
        }
    }
    return builder.take();
}

QStringList shown(const ResultModel &model, int column = 0)
{
    QStringList values;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row, column);
        values << (index.data(NullRole).toBool() ? u"NULL"_s : index.data().toString());
    }
    return values;
}

struct Made
{
    explicit Made(std::vector<pg::Field> given)
        : fields(std::move(given))
        , model({.title = u"t"_s}, fields)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
    }
    void add(const std::vector<Row> &rows) { model.append({batchOf(fields, rows)}); }

    std::vector<pg::Field> fields;
    ResultModel model;
    QAbstractItemModelTester tester;
};

} // namespace

void TestResultModel::growsByBatches()
{
    Made made({{.name = u"a"_s, .type = 23}, {.name = u"b"_s, .type = textType}});
    QSignalSpy inserted(&made.model, &QAbstractItemModel::rowsInserted);
    made.add({{"1", "one"}, {"2", std::nullopt}});
    made.add({{"3", ""}});
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(shown(made.model), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(shown(made.model, 1), (QStringList{u"one"_s, u"NULL"_s, QString()}));
    QCOMPARE(made.model.payload(), 6);
    QVERIFY(!made.model.isRowCountExact());
    made.model.setState(ResultModel::State::Done);
    QVERIFY(made.model.isRowCountExact());
    QCOMPARE(made.model.headerData(0, Qt::Horizontal, TypeNameRole).toString(), u"integer"_s);
    QCOMPARE(made.model.index(0, 0).data(TypeKindRole).value<TypeKind>(), TypeKind::Number);
}

void TestResultModel::sortsByType_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<QByteArrayList>("given");
    QTest::addColumn<QByteArrayList>("sorted");

    QTest::newRow("integers are no text")
        << 23U << QByteArrayList{"10", "9", "-2", "-10"} << QByteArrayList{"-10", "-2", "9", "10"};
    QTest::newRow("what doubles cannot tell apart")
        << 20U
        << QByteArrayList{"9007199254740993", "9007199254740992", "-9007199254740993", "-9007199254740992"}
        << QByteArrayList{"-9007199254740993", "-9007199254740992", "9007199254740992", "9007199254740993"};
    QTest::newRow("decimals, infinity and NaN")
        << 1700U << QByteArrayList{"NaN", "1.5", "Infinity", "1.25", "-Infinity"}
        << QByteArrayList{"-Infinity", "1.25", "1.5", "Infinity", "NaN"};
    QTest::newRow("exponents") << 701U << QByteArrayList{"1e+20", "5", "1e-07"}
                               << QByteArrayList{"1e-07", "5", "1e+20"};
    QTest::newRow("times and eras") << 1082U
                                    << QByteArrayList{"10000-01-01", "infinity",      "0044-03-15 BC",
                                                      "2026-11-21",  "0100-01-01 BC", "-infinity"}
                                    << QByteArrayList{"-infinity",  "0100-01-01 BC", "0044-03-15 BC",
                                                      "2026-11-21", "10000-01-01",   "infinity"};
    QTest::newRow("booleans") << 16U << QByteArrayList{"t", "f"} << QByteArrayList{"f", "t"};
    QTest::newRow("text") << 25U << QByteArrayList{"b", "a", ""} << QByteArrayList{"", "a", "b"};
}

void TestResultModel::sortsByType()
{
    QFETCH(quint32, type);
    QFETCH(QByteArrayList, given);
    QFETCH(QByteArrayList, sorted);
    Made made({{.name = u"a"_s, .type = type}});
    std::vector<Row> rows{{std::nullopt}};
    for (const auto &value : given)
        rows.push_back({value});
    made.add(rows);
    QStringList wanted;
    for (const auto &value : sorted)
        wanted << QString::fromUtf8(value);

    made.model.toggleSort(0, false);
    QCOMPARE(made.model.headerData(0, Qt::Horizontal, SortRole).toInt(), 1);
    QTRY_COMPARE(shown(made.model), wanted + QStringList{u"NULL"_s});
    made.model.toggleSort(0, false);
    std::reverse(wanted.begin(), wanted.end());
    QTRY_COMPARE(shown(made.model), QStringList{u"NULL"_s} + wanted);
    made.model.toggleSort(0, false);
    QCOMPARE(made.model.headerData(0, Qt::Horizontal, SortRole).toInt(), 0);
    QCOMPARE(shown(made.model).value(1), QString::fromUtf8(given.front()));
}

void TestResultModel::sortsBySeveralColumns()
{
    Made made({{.name = u"a"_s, .type = 23}, {.name = u"b"_s, .type = 23}});
    made.add({{"1", "1"}, {"2", "2"}, {"1", "2"}});
    made.add({{"2", "1"}});
    made.model.setSort({{.column = 0}, {.column = 1, .descending = true}});
    QTRY_COMPARE(shown(made.model, 1), (QStringList{u"2"_s, u"1"_s, u"2"_s, u"1"_s}));
    QCOMPARE(shown(made.model), (QStringList{u"1"_s, u"1"_s, u"2"_s, u"2"_s}));
}

void TestResultModel::filters()
{
    Made made({{.name = u"a"_s, .type = 23}, {.name = u"b"_s, .type = textType}});
    made.add({{"1", "Äpfel"}, {"22", std::nullopt}, {"3", "birnen"}});
    made.model.setFilter(u"äP"_s);
    QTRY_COMPARE(shown(made.model), QStringList{u"1"_s});
    made.model.setFilter(u"2"_s);
    QTRY_COMPARE(shown(made.model), QStringList{u"22"_s});
    QCOMPARE(made.model.rowsRead(), 3);
    made.model.setFilter(u"nowhere"_s);
    QTRY_COMPARE(made.model.rowCount(), 0);
    made.model.setFilter({});
    QCOMPARE(made.model.rowCount(), 3);
}

void TestResultModel::sortsWhatComesLater()
{
    Made made({{.name = u"a"_s, .type = 23}});
    made.add({{"2"}, {"3"}});
    made.model.toggleSort(0, false);
    QTRY_VERIFY(!made.model.isArranging());
    made.add({{"1"}});
    QCOMPARE(made.model.rowsRead(), 3);
    made.model.setState(ResultModel::State::Done);
    QTRY_COMPARE(shown(made.model), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
}

void TestResultModel::cutsLongValues()
{
    Made made({{.name = u"a"_s, .type = textType}, {.name = u"b"_s, .type = 17}});
    const auto text = QString(5000, u'ä');
    const QByteArray bytes = "\\x" + QByteArray(10000, '0');
    made.add({{text.toUtf8(), bytes}});
    const auto cell = made.model.index(0, 0);
    QVERIFY(text.startsWith(cell.data().toString()));
    QVERIFY(cell.data().toString().size() < 5000);
    QCOMPARE(cell.data(FullLengthRole).toLongLong(), 5000);
    QCOMPARE(made.model.index(0, 1).data(FullLengthRole).toLongLong(), 5000);
    QCOMPARE(made.model.cell(0, 0)->toByteArray(), text.toUtf8());
}

void TestResultModel::startsOver()
{
    Made made({{.name = u"a"_s, .type = 23}});
    made.add({{"2"}, {"1"}});
    made.model.toggleSort(0, false);
    QTRY_COMPARE(shown(made.model), (QStringList{u"1"_s, u"2"_s}));
    made.model.restart({.title = u"t"_s}, made.fields);
    QCOMPARE(made.model.rowCount(), 0);
    made.add({{"8"}, {"7"}});
    QTRY_COMPARE(shown(made.model), (QStringList{u"7"_s, u"8"_s}));
}

void TestResultModel::titles()
{
    const auto title = [](const QString &text, qsizetype start = 0) {
        return resultTitle(text, start, text.mid(start));
    };
    QCOMPARE(title(u"select * from users u where true"_s), u"users"_s);
    QCOMPARE(title(u"select * from app.\"Odd name\" where true"_s), u"Odd name"_s);
    QCOMPARE(title(u"with late as (select 1 from inner_one) select * from late"_s), u"late"_s);
    QCOMPARE(title(u"select count(*) from (select 1 from t) s"_s), u"t"_s);
    QCOMPARE(title(u"select 1"_s), u"select 1"_s);
    QCOMPARE(title(u"-- overdue by coach\nselect 1 from t"_s, 20), u"overdue by coach"_s);
    QCOMPARE(title(u"/* overdue */ select 1 from t"_s), u"overdue"_s);
    QCOMPARE(title(u"update t set a = 1 returning a"_s), u"t"_s);
}

QTEST_GUILESS_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
