#include "ui/grid/typedcells.h"

#include <QMimeData>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using edit::NewValue;

class TestTypedCells : public QObject
{
    Q_OBJECT

private slots:
    void comeBackAsTheyWere();
    void refusesWhatIsNoBlock_data();
    void refusesWhatIsNoBlock();
    void readsText_data();
    void readsText();
    void prefersWhatSaysMost();
    void writesText();
};

void TestTypedCells::comeBackAsTheyWere()
{
    const TypedCells cells{
        .columns = {u"a"_s, u"b \"c\""_s},
        .rows = {{NewValue::null(), NewValue::of("")},
                 {NewValue::of("\xff\t\n"), NewValue{NewValue::Kind::Default, {}}},
                 {NewValue{NewValue::Kind::Now, {}}, NewValue{NewValue::Kind::RandomUuid, {}}}}};
    const auto read = TypedCells::fromBytes(cells.toBytes());
    QVERIFY(read);
    QCOMPARE(*read, cells);
}

void TestTypedCells::refusesWhatIsNoBlock_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto whole = TypedCells{.columns = {u"a"_s}, .rows = {{NewValue::of("x")}}}.toBytes();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << QByteArray("a\tb\n");
    QTest::newRow("cut off") << whole.chopped(1);
    QTest::newRow("with more behind") << whole + 'x';
    auto other = whole;
    other[3] = 99;
    QTest::newRow("another version") << other;
    QTest::newRow("countless rows") << QByteArray("\0\0\0\1\0\0\0\0\xff\xff\xff\xff", 12);
    QTest::newRow("rows of different lengths")
        << TypedCells{.rows = {{NewValue::of("x")}, {NewValue::of("x"), NewValue::of("y")}}}.toBytes();
}

void TestTypedCells::refusesWhatIsNoBlock()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!TypedCells::fromBytes(bytes));
}

void TestTypedCells::readsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QList<NewValue>>>("rows");
    const auto of = [](const char *text) { return NewValue::of(text); };
    const auto null = NewValue::null();
    using Rows = QList<QList<NewValue>>;
    QTest::newRow("cells") << u"a\tb"_s << Rows{{of("a"), of("b")}};
    QTest::newRow("a last break is none") << u"a\r\nb\r\n"_s << Rows{{of("a")}, {of("b")}};
    QTest::newRow("quotes hold breaks") << u"\"a\n\tb\"\tc"_s << Rows{{of("a\n\tb"), of("c")}};
    QTest::newRow("two quotes are one") << u"\"a\"\"b\"\t"_s << Rows{{of("a\"b"), null}};
    QTest::newRow("quotes within a cell are its own")
        << u"5\" pipe\t\"a\" b"_s << Rows{{of("5\" pipe"), of("\"a\" b")}};
    QTest::newRow("an open quote is its own") << u"\"a\tb"_s << Rows{{of("\"a"), of("b")}};
    QTest::newRow("nothing is NULL, quoted it is not") << u"\t\"\"\t\\N"_s << Rows{{null, of(""), null}};
    QTest::newRow("short rows are filled up") << u"a\tb\nc"_s << Rows{{of("a"), of("b")}, {of("c"), null}};
    QTest::newRow("an empty row in between") << u"a\n\nb"_s << Rows{{of("a")}, {null}, {of("b")}};
}

void TestTypedCells::readsText()
{
    QFETCH(QString, text);
    using Rows = QList<QList<NewValue>>;
    QFETCH(Rows, rows);
    QCOMPARE(TypedCells::fromText(text, u'\t').rows, rows);
    QCOMPARE(TypedCells::fromText(QString(text).replace(u'\t', u','), u',').rows.size(), rows.size());
}

void TestTypedCells::prefersWhatSaysMost()
{
    const TypedCells typed{.columns = {u"a"_s}, .rows = {{NewValue::null()}}};
    QMimeData data;
    data.setData(u"text/csv"_s, "x,y\r\n");
    QCOMPARE(TypedCells::of(data).rows.front().size(), 2);
    data.setText(u"\"one, value\""_s);
    QCOMPARE(TypedCells::of(data).rows, (QList<QList<NewValue>>{{NewValue::of("\"one, value\"")}}));
    data.setData(QLatin1String(TypedCells::mime), typed.toBytes());
    QCOMPARE(TypedCells::of(data), typed);
}

void TestTypedCells::writesText()
{
    const TypedCells block{
        .rows = {{NewValue::of("a\nb"), NewValue::null()}, {NewValue::of("say \"so\""), NewValue::of("")}}};
    QCOMPARE(TypedCells::fromText(u"\"a\nb\"\t\n\"say \"\"so\"\"\"\t\"\""_s, u'\t').rows, block.rows);
}

QTEST_GUILESS_MAIN(TestTypedCells)
#include "tst_typedcells.moc"
