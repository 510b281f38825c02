#include "core/pg/connection.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/support/testserver.h"
#include "ui/grid/grid.h"
#include "ui/grid/typedcells.h"
#include "ui/table/copying.h"
#include "ui/table/selectionsummary.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::CopyFormat;

Q_DECLARE_METATYPE(squall::models::CopyFormat)
Q_DECLARE_METATYPE(squall::ui::CellRange)

class TestCopying : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void longValuesAreCopiedWhole();
    void rowsThatAreNotLoadedComeAlong();
    void rowsBeforeTheLoadedOnesComeAlong();
    void everyFormComesFromTheMenu();
    void stagedRowsAreCopiedAsSeen_data();
    void stagedRowsAreCopiedAsSeen();
    void updatesOfNewRowsAreRefused();
    void insertsBringTheRowsBack();
    void hiddenKeysNameTheRows();
    void areasInOtherColumnsAreRefused();
    void tooManyRowsAreRefused();
    void viewsCopyFromTheStart();
    void cancelling();
    void sums();

private:
    void run(const QString &sql);
    void open(const QString &name, Kind kind = Kind::Table);
    void openStaged();
    void waitForCopy();
    QByteArray fetch(const QString &sql);
    Grid &grid() { return m_view->grid(); }

    std::unique_ptr<Theme> m_theme;
    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<models::OpenDatabase> m_database;
    std::unique_ptr<TableView> m_view;
    std::unique_ptr<QSignalSpy> m_notices;
};

void TestCopying::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_connection = std::make_unique<pg::Connection>(m_options);
    run(u"create table notes (id int primary key, body text, data bytea, done bool);"
        "insert into notes select g, case g when 2 then null when 3 then '' else repeat(g || 'é', 3000) end,"
        " decode(repeat('00ff', 2000), 'hex'), g % 2 = 0 from generate_series(1, 5) g;"
        "create table runs (id int primary key, km numeric, title text);"
        "insert into runs select g, g / 10.0, 'Run ' || g from generate_series(1, 9000) g;"
        "create table many (id int primary key); insert into many select generate_series(1, 100001);"
        "create table plan (id int primary key default 7, title text default 'none', day date, mark uuid);"
        "insert into plan values (1, 'a', '2026-01-01', null), (2, 'b', null, null);"
        "create view recent as select * from runs offset 0; analyze"_s);
    m_database =
        std::make_unique<models::OpenDatabase>(models::formFromSaved({.keywords = m_options.keywords}));
    m_database->open();
    QTRY_COMPARE(m_database->state(), models::OpenDatabase::State::Open);
}

void TestCopying::init()
{
    m_database->changes().clear(m_database->changes().relations());
    QGuiApplication::clipboard()->setText(u"as it was"_s);
}

void TestCopying::cleanupTestCase()
{
    m_view.reset();
    m_database.reset();
    m_connection.reset();
    m_theme.reset();
}

void TestCopying::run(const QString &sql)
{
    const auto done = m_connection->runScript(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

QByteArray TestCopying::fetch(const QString &sql)
{
    const auto reply = m_connection->fetch({sql});
    if (!reply)
        qFatal("%s", qPrintable(reply.error().message));
    return reply->text(0, 0).toUtf8();
}

void TestCopying::open(const QString &name, Kind kind)
{
    const ObjectId id{kind, u"public"_s, name};
    m_view = std::make_unique<TableView>(*m_theme, m_database->editedRows(id), id);
    m_view->setSnapshot(m_database->snapshot());
    m_view->resize(1000, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_notices = std::make_unique<QSignalSpy>(m_view.get(), &TableView::notice);
    QTRY_VERIFY(m_view->rows().rowCount() > 0);
    QTRY_VERIFY(m_view->rows().isEstimateKnown());
}

void TestCopying::waitForCopy()
{
    QTRY_COMPARE(m_notices->count(), 1);
    const auto notice = m_notices->takeFirst().front().toString();
    QVERIFY2(notice.startsWith(u"Copied"), qPrintable(notice));
}

void TestCopying::longValuesAreCopiedWhole()
{
    open(u"notes"_s);
    grid().setCurrentCell({0, 1});
    grid().copy();
    waitForCopy();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), fetch(u"select body from notes where id = 1"_s));

    grid().selectCells({0, 0, 2, 3});
    grid().copy();
    waitForCopy();
    const auto *data = QGuiApplication::clipboard()->mimeData();
    const auto body = fetch(u"select body from notes where id = 1"_s);
    const auto bytes = fetch(u"select data from notes where id = 1"_s);
    QCOMPARE(data->text().toUtf8(),
             "1\t" + body + '\t' + bytes + "\tfalse\n2\t\t" + bytes + "\ttrue\n3\t\t" + bytes + "\tfalse");
    QVERIFY(data->data(u"text/csv"_s).contains("\r\n3,\"\","));
    QVERIFY(data->html().contains(u"<td>2</td><td></td>"_s));
}

void TestCopying::rowsThatAreNotLoadedComeAlong()
{
    open(u"runs"_s);
    QVERIFY(m_view->rows().rowCount() < 9000);
    grid().selectAll();
    grid().copy();
    waitForCopy();
    const auto lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 9000);
    QCOMPARE(lines[0], u"1\t0.10000000000000000000\tRun 1"_s);
    QCOMPARE(lines[8999], u"9000\t900.0000000000000000\tRun 9000"_s);
    QCOMPARE(lines[4500].section(u'\t', 0, 0), u"4501"_s);
}

void TestCopying::rowsBeforeTheLoadedOnesComeAlong()
{
    open(u"runs"_s);
    m_view->rows().setSort({{.column = u"title"_s, .descending = true}});
    QTRY_COMPARE(m_view->rows().index(0, 2).data().toString(), u"Run 999"_s);
    grid().setCurrentCell({10, 0});
    grid().scrollToRow(8000);
    QTRY_VERIFY(m_view->rows().firstRow() > 5000);
    QTRY_VERIFY(!m_view->rows().isReading());
    const auto from = m_view->rows().firstRow() - 500;
    const auto first = m_view->rows().index(0, 0).data().toString();
    grid().selectCells({from, 0, m_view->rows().firstRow() + 10, 0});
    grid().copy();
    if (m_notices->isEmpty())
        m_view->copying().copy(CopyFormat::TsvHeaders);
    waitForCopy();
    const auto lines = QGuiApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.size() == 511 || lines.size() == 512);
    QCOMPARE(lines[lines.size() - 11], first);
    const auto wanted =
        fetch(u"select string_agg(id::text, E'\\n' order by title desc, id desc) from (select id, title from"
              " runs where (title, id) > (select title, id from runs where id = %1)"
              " order by title, id limit 500) as before"_s.arg(first));
    QVERIFY(lines.join(u'\n').contains(QString::fromUtf8(wanted)));
}

void TestCopying::everyFormComesFromTheMenu()
{
    open(u"runs"_s);
    grid().selectCells({0, 0, 1, 2});
    const QHash<CopyFormat, QByteArray> starts = {
        {CopyFormat::TsvHeaders, "id\tkm\ttitle\n1\t0.1"},
        {CopyFormat::TsvNulls, "1\t0.1"},
        {CopyFormat::Csv, "id,km,title\r\n1,0.1"},
        {CopyFormat::Json, "[\n  {\"id\": 1, \"km\": 0.1"},
        {CopyFormat::JsonLines, "{\"id\": 1, \"km\": 0.1"},
        {CopyFormat::Markdown, "| id | km | title |\n"},
        {CopyFormat::Psql, " id | "},
        {CopyFormat::Insert, "INSERT INTO public.runs (id, km, title)\nVALUES\n  (1, 0.1"},
        {CopyFormat::Update, "UPDATE public.runs SET km = 0.1"},
        {CopyFormat::In, "(id, km, title) IN ((1, 0.1"},
        {CopyFormat::Drizzle, ".values([\n  { id: 1, km: \"0.1"},
    };
    grid().setFocus();
    QTest::keyClick(&grid(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    auto *menu = m_view->copying().menu();
    QTRY_VERIFY(menu->isVisible());
    menu->hide();
    int forms = 0;
    for (auto *action : menu->actions()) {
        if (!action->data().isValid())
            continue;
        ++forms;
        const auto format = static_cast<CopyFormat>(action->data().toInt());
        action->trigger();
        waitForCopy();
        const auto text = QGuiApplication::clipboard()->text().toUtf8();
        QVERIFY2(starts.contains(format) && text.startsWith(starts.value(format)), text);
    }
    QCOMPARE(forms, starts.size());
}

/// A new row, one that is changed, and one that is to be deleted.
void TestCopying::openStaged()
{
    using edit::NewValue;
    const ObjectId id{Kind::Table, u"public"_s, u"plan"_s};
    edit::StagedEdits edits(id);
    edits.insert({{u"title"_s, NewValue::of("x")},
                  {u"day"_s, {NewValue::Kind::Now, {}}},
                  {u"mark"_s, {NewValue::Kind::RandomUuid, {}}}});
    edits.set({{{u"id"_s, "1"}}}, {{u"id"_s, "1"}, {u"title"_s, "a"}}, u"title"_s,
              {NewValue::Kind::Default, {}});
    edits.remove({{{u"id"_s, "2"}}}, {{u"id"_s, "2"}});
    m_database->changes().stage(edits, u"Edit"_s);
    open(u"plan"_s);
    QTRY_COMPARE(m_view->editedRows().rowCount(), 3);
}

void TestCopying::stagedRowsAreCopiedAsSeen_data()
{
    QTest::addColumn<CopyFormat>("format");
    QTest::addColumn<CellRange>("range");
    QTest::addColumn<QByteArray>("text");
    const CellRange all{0, 0, 2, 3};
    const QByteArray tsv = "\tx\tnow()\tgen_random_uuid()\n1\t\t2026-01-01\t\n2\tb\t\t";
    const auto quoted = [](QByteArray text) { return text.replace('\'', '"'); };
    const auto newObject = quoted("{'title': 'x', 'day': 'now()', 'mark': 'gen_random_uuid()'}");
    const auto firstObject = quoted("{'id': 1, 'day': '2026-01-01', 'mark': null}");
    const auto lastObject = quoted("{'id': 2, 'title': 'b', 'day': null, 'mark': null}");
    const auto row = [](const char *name, CopyFormat format, const CellRange &range, const QByteArray &text) {
        QTest::newRow(name) << format << range << text;
    };
    row("cells", CopyFormat::Cells, all, tsv);
    row("with headers", CopyFormat::TsvHeaders, all, "id\ttitle\tday\tmark\n" + tsv);
    row("marked NULL", CopyFormat::TsvNulls, all,
        "\\N\tx\tnow()\tgen_random_uuid()\n1\t\\N\t2026-01-01\t\\N\n2\tb\t\\N\t\\N");
    row("CSV", CopyFormat::Csv, all,
        "id,title,day,mark\r\n,x,now(),gen_random_uuid()\r\n1,,2026-01-01,\r\n2,b,,\r\n");
    row("JSON", CopyFormat::Json, all,
        "[\n  " + newObject + ",\n  " + firstObject + ",\n  " + lastObject + "\n]\n");
    row("JSON lines", CopyFormat::JsonLines, all, newObject + '\n' + firstObject + '\n' + lastObject + '\n');
    row("Markdown", CopyFormat::Markdown, all,
        "| id | title | day | mark |\n| ---: | --- | --- | --- |\n|  | x | now() | gen_random_uuid() |\n"
        "| 1 |  | 2026-01-01 | NULL |\n| 2 | b | NULL | NULL |\n");
    row("psql", CopyFormat::Psql, {0, 1, 1, 2},
        " title |    day     \n-------+------------\n x     | now()\n       | 2026-01-01\n(2 rows)\n");
    row("INSERT", CopyFormat::Insert, all,
        "INSERT INTO public.plan (id, title, day, mark)\nVALUES\n"
        "  (DEFAULT, 'x', now(), gen_random_uuid()),\n"
        "  (1, DEFAULT, '2026-01-01', NULL),\n  (2, 'b', NULL, NULL);\n");
    row("UPDATE", CopyFormat::Update, {1, 1, 2, 2},
        "UPDATE public.plan SET title = DEFAULT, day = '2026-01-01' WHERE id = 1;\n"
        "UPDATE public.plan SET title = 'b', day = NULL WHERE id = 2;\n");
    row("IN", CopyFormat::In, {0, 1, 2, 1}, "IN ('x', 'b')");
    row("Drizzle", CopyFormat::Drizzle, all,
        ".values([\n  { title: \"x\", day: sql`now()`, mark: sql`gen_random_uuid()` },\n"
        "  { id: 1, day: \"2026-01-01\", mark: null },\n"
        "  { id: 2, title: \"b\", day: null, mark: null },\n])");
}

void TestCopying::stagedRowsAreCopiedAsSeen()
{
    QFETCH(CopyFormat, format);
    QFETCH(CellRange, range);
    QFETCH(QByteArray, text);
    openStaged();
    grid().selectCells(range);
    m_view->copying().copy(format);
    waitForCopy();
    const auto *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text().toUtf8(), text);
    if (format != CopyFormat::Cells)
        return;
    // Pasted here again nothing is lost, and Ctrl+C is the same thing.
    const auto typed = TypedCells::of(*data);
    QCOMPARE(typed.rows[0][0].kind, edit::NewValue::Kind::Default);
    QCOMPARE(typed.rows[0][2].kind, edit::NewValue::Kind::Now);
    QCOMPARE(typed.rows[1][1].kind, edit::NewValue::Kind::Default);
    const auto csv = data->data(u"text/csv"_s);
    grid().copy();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), text);
    QCOMPARE(TypedCells::of(*QGuiApplication::clipboard()->mimeData()), typed);
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"text/csv"_s), csv);
}

void TestCopying::updatesOfNewRowsAreRefused()
{
    openStaged();
    grid().selectCells({0, 1, 1, 1});
    m_view->copying().copy(CopyFormat::Update);
    QTRY_COMPARE(m_notices->count(), 1);
    QVERIFY(m_notices->front().front().toString().contains(u"no key yet"));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"as it was"_s);
}

void TestCopying::insertsBringTheRowsBack()
{
    open(u"notes"_s);
    grid().selectAll();
    m_view->copying().copy(CopyFormat::Insert);
    waitForCopy();
    const auto before = fetch(u"select md5(string_agg(n::text, '' order by id)) from notes n"_s);
    run(u"begin; delete from notes"_s);
    run(QGuiApplication::clipboard()->text());
    const auto after = fetch(u"select md5(string_agg(n::text, '' order by id)) from notes n"_s);
    run(u"rollback"_s);
    QCOMPARE(after, before);
}

void TestCopying::hiddenKeysNameTheRows()
{
    open(u"runs"_s);
    grid().selectCells({3, 1, 3, 1});
    m_view->copying().copy(CopyFormat::Update);
    waitForCopy();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"UPDATE public.runs SET km = 0.40000000000000000000 WHERE id = 4;\n"_s);
}

void TestCopying::areasInOtherColumnsAreRefused()
{
    open(u"runs"_s);
    grid().selectCells({0, 0, 1, 0});
    const auto cell = grid().layoutOfCells().cell(4, 1).center();
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, Qt::ControlModifier, cell);
    grid().copy();
    QTRY_COMPARE(m_notices->count(), 1);
    QVERIFY(m_notices->takeFirst().front().toString().startsWith(u"Nothing was copied"));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"as it was"_s);

    grid().selectCells({0, 0, 1, 0});
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, Qt::ControlModifier,
                      grid().layoutOfCells().cell(4, 0).center());
    grid().copy();
    waitForCopy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"1\n2\n5"_s);
}

void TestCopying::tooManyRowsAreRefused()
{
    open(u"many"_s);
    QTRY_VERIFY(m_view->rows().rowCountEstimate() > models::CellsCopy::mostRows);
    grid().selectAll();
    grid().copy();
    QTRY_COMPARE(m_notices->count(), 1);
    QVERIFY(m_notices->takeFirst().front().toString().contains(u"100,000"));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"as it was"_s);
}

void TestCopying::viewsCopyFromTheStart()
{
    open(u"recent"_s, Kind::View);
    grid().selectAll();
    grid().copy();
    if (m_notices->isEmpty())
        m_view->copying().copy(CopyFormat::TsvNulls);
    waitForCopy();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 999);
}

void TestCopying::cancelling()
{
    open(u"runs"_s);
    pg::Connection locking(m_options);
    QVERIFY(locking.runScript(u"begin; lock table runs in access exclusive mode"_s));
    grid().selectAll();
    grid().copy();
    auto *stop = m_view->findChild<QToolButton *>(u"copyCancel"_s);
    QTRY_VERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(locking.runScript(u"rollback"_s));
    QVERIFY(!stop->isVisible());
    QCOMPARE(m_notices->count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"as it was"_s);
}

void TestCopying::sums()
{
    open(u"runs"_s);
    QCOMPARE(groupedNumber("1234567.50"), u"1,234,567.50"_s);
    QCOMPARE(groupedNumber("-123456"), u"-123,456"_s);
    QCOMPARE(groupedNumber("123"), u"123"_s);
    QCOMPARE(groupedNumber("2026-01-01"), u"2026-01-01"_s);
    grid().setCurrentCell({0, 2});
    grid().selectCells({0, 0, 3, 0});
    QTRY_COMPARE(m_view->summary(), u"4 cells · sum 10 · avg 2.5 · min 1 · max 4"_s);
    grid().selectCells({0, 1, 2, 1});
    QTRY_COMPARE(m_view->summary(),
                 u"3 cells · sum 0.60000000000000000000 · avg 0.2 · min 0.10000000000000000000 · "
                 "max 0.30000000000000000000"_s);
    grid().selectCells({0, 0, 1, 2});
    QTRY_COMPARE(m_view->summary(), u"6 cells"_s);
    const int loaded = m_view->rows().rowCount();
    grid().selectCells({0, 0, 8999, 0});
    QTRY_VERIFY(m_view->summary().startsWith(u"9,000 cells · sum "_s));
    QTRY_VERIFY(m_view->summary().endsWith(u"of the %L1 that are loaded"_s.arg(loaded)));
    m_view->showPart(TableView::Ddl);
    QVERIFY(m_view->summary().isEmpty());
}

QTEST_MAIN(TestCopying)
#include "tst_copying.moc"
