#include "core/pg/connection.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "ui/grid/grid.h"
#include "ui/relations/referencepeek.h"
#include "ui/relations/rowcard.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

class TestReferencePeek : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void showsWhereTheMouseRests();
    void goesWithTheCurrentCell();
    void saysWhyNot();
    void leadsWhereStagedKeysLead();
    void saysThatThereIsNoSuchRow();
    void leadsToStagedRows();
    void followsKeysOfSeveralColumns();
    void isReadOut();
    void aClickGoesThere();
    void hidesWhenTheRowsDo();

private:
    RowCard *card() const;
    QPoint centerOf(qint64 row, int column) const;
    void rest(qint64 row, int column);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<models::OpenDatabase> m_database;
    std::unique_ptr<TableView> m_view;
};

// The columns of the table that is looked at.
enum Column { Id, Author, Land, Town, Title };

void TestReferencePeek::initTestCase()
{
    const auto options = test::TestServer::of().createDatabase();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_connection = std::make_unique<pg::Connection>(options);
    NEED(m_connection->runScript(
        u"create table users (id int primary key, born date, name text, notes text, admin bool);"
        u"create table places (country text, town text, mayor text, primary key (country, town));"
        u"create table posts (id int primary key, author int references users, land text, town text,"
        u" title text, foreign key (land, town) references places (country, town));"
        u"insert into users select n, '2000-01-01', 'user ' || n, repeat('long ', 1000), true"
        u" from generate_series(1, 500) n;"
        u"insert into places values ('de', 'Ulm', 'Ada');"
        u"insert into posts values (1, 77, 'de', 'Ulm', 'a'), (2, 78, 'de', null, 'b'), (3, null, null, "
        u"null, 'c'),"
        u" (4, 79, null, null, 'd')"_s));
    m_database =
        std::make_unique<models::OpenDatabase>(models::formFromSaved({.keywords = options.keywords}));
    m_database->open();
    QTRY_COMPARE(m_database->state(), models::OpenDatabase::State::Open);
}

void TestReferencePeek::cleanupTestCase()
{
    m_database.reset();
    m_connection.reset();
    m_theme.reset();
}

void TestReferencePeek::init()
{
    const ObjectId id{Kind::Table, u"public"_s, u"posts"_s};
    m_view = std::make_unique<TableView>(*m_theme, m_database->editedRows(id), id);
    m_view->setSnapshot(m_database->snapshot());
    m_view->resize(1100, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_COMPARE(m_view->rows().rowCount(), 4);
    m_view->grid().setFocus();
}

void TestReferencePeek::cleanup()
{
    m_view.reset();
    m_database->changes().clear(m_database->changes().relations());
}

RowCard *TestReferencePeek::card() const
{
    auto *card = m_view->findChild<RowCard *>(u"rowCard"_s);
    return card && card->isVisible() ? card : nullptr;
}

QPoint TestReferencePeek::centerOf(qint64 row, int column) const
{
    return m_view->grid().layoutOfCells().cell(row, column).center();
}

void TestReferencePeek::rest(qint64 row, int column)
{
    auto *viewport = m_view->grid().viewport();
    QTest::mouseMove(viewport, centerOf(row, column) - QPoint(1, 0));
    QTest::mouseMove(viewport, centerOf(row, column));
}

void TestReferencePeek::showsWhereTheMouseRests()
{
    rest(0, Author);
    QTRY_VERIFY(card());
    QTRY_COMPARE(card()->content().title, u"user 77"_s);
    const auto &content = card()->content();
    QCOMPARE(content.path, u"author → users"_s);
    QStringList names;
    for (const auto &field : content.fields)
        names << field.name;
    QCOMPARE(names, (QStringList{u"id"_s, u"born"_s, u"notes"_s, u"admin"_s}));
    QCOMPARE(content.fields[2].fullLength, qint64(5000));
    // It does not lie over the column.
    const QRect geometry(card()->mapToGlobal(QPoint()), card()->size());
    QVERIFY(!geometry.contains(m_view->grid().viewport()->mapToGlobal(centerOf(1, Author))));
    // Nobody's current cell was moved.
    QCOMPARE(m_view->grid().currentCell(), (CellPosition{0, 0}));

    rest(1, Author);
    QTRY_COMPARE(card() ? card()->content().title : QString(), u"user 78"_s);
    rest(1, Id); // the card lies over those at the right
    QTRY_VERIFY(!card());
    rest(2, Author); // NULL
    rest(3, Author);
    QTRY_COMPARE(card() ? card()->content().title : QString(), u"user 79"_s);
    // A key means something else.
    QTest::keyClick(&m_view->grid(), Qt::Key_Down);
    QVERIFY(!card());
}

void TestReferencePeek::goesWithTheCurrentCell()
{
    auto &grid = m_view->grid();
    grid.setCurrentCell({0, Author});
    QTest::keyClick(&grid, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(card());
    QCOMPARE(card()->content().title, u"user 77"_s);
    QTest::keyClick(&grid, Qt::Key_Down);
    QTRY_COMPARE(card() ? card()->content().title : QString(), u"user 78"_s);
    QCOMPARE(grid.currentCell(), (CellPosition{1, Author}));
    // The mouse takes nothing away from who uses the keys.
    rest(0, Title);
    QTest::keyClick(&grid, Qt::Key_Escape);
    QVERIFY(!card());
    QTest::keyClick(&grid, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(card());
    QTest::keyClick(&grid, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(!card());
    QTest::keyClick(&grid, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(card());
    QTest::keyClick(&grid, Qt::Key_Down); // to where nothing is
    QTRY_VERIFY(!card());
}

void TestReferencePeek::saysWhyNot()
{
    auto &grid = m_view->grid();
    auto *remark = m_view->findChild<QLabel *>(u"rowsRemark"_s);
    grid.setCurrentCell({0, Title});
    QTest::keyClick(&grid, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(remark->text(), u"This column points to no other table."_s);
    grid.setCurrentCell({2, Author});
    QTest::keyClick(&grid, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(remark->text(), u"There is nothing here to follow."_s);
    QVERIFY(!card());
}

void TestReferencePeek::leadsWhereStagedKeysLead()
{
    m_view->editedRows().setCells({{.row = 0, .column = Author}}, edit::NewValue::of("5"));
    m_view->grid().setCurrentCell({0, Author});
    m_view->peek().peek();
    QTRY_VERIFY(card());
    QCOMPARE(card()->content().title, u"user 5"_s);
    QCOMPARE(card()->content().remark, u"It was 77"_s);
    // It follows what is staged while it shows.
    m_view->editedRows().setCells({{.row = 0, .column = Author}}, edit::NewValue::of("6"));
    QTRY_COMPARE(card() ? card()->content().title : QString(), u"user 6"_s);
    m_view->editedRows().setCells({{.row = 0, .column = Author}}, edit::NewValue::null());
    QTRY_VERIFY(!card());
}

void TestReferencePeek::saysThatThereIsNoSuchRow()
{
    m_view->editedRows().setCells({{.row = 1, .column = Author}}, edit::NewValue::of("9999"));
    m_view->grid().setCurrentCell({1, Author});
    m_view->peek().peek();
    QTRY_VERIFY(card());
    QTRY_VERIFY(card()->content().failed);
    QCOMPARE(card()->content().instead, u"There is no such row in public.users."_s);
    QSignalSpy followed(&m_view->grid(), &Grid::followRequested);
    QTest::mouseClick(card(), Qt::LeftButton);
    QCOMPARE(followed.count(), 0);
}

void TestReferencePeek::leadsToStagedRows()
{
    const ObjectId users{Kind::Table, u"public"_s, u"users"_s};
    const auto rows = m_database->editedRows(users);
    QTRY_VERIFY(rows->rowCount() > 0);
    const auto added = rows->addRow();
    rows->setCells({{.row = added, .column = 0}}, edit::NewValue::of("9999"));
    rows->setCells({{.row = added, .column = 2}}, edit::NewValue::of("Newcomer"));
    m_view->editedRows().setCells({{.row = 1, .column = Author}}, edit::NewValue::of("9999"));
    m_view->grid().setCurrentCell({1, Author});
    m_view->peek().peek();
    QTRY_VERIFY(card());
    QTRY_COMPARE(card()->content().title, u"Newcomer"_s);
    QCOMPARE(card()->content().instead, u"A new row, not written yet."_s);
    QVERIFY(!card()->content().failed);
}

void TestReferencePeek::followsKeysOfSeveralColumns()
{
    m_view->grid().setCurrentCell({0, Town});
    m_view->peek().peek();
    QTRY_VERIFY(card());
    QCOMPARE(card()->content().path, u"land, town → places"_s);
    QCOMPARE(card()->content().fields.back().value, u"Ada"_s);
    m_view->grid().setCurrentCell({1, Land}); // one half is NULL
    QTRY_VERIFY(!card());
}

void TestReferencePeek::isReadOut()
{
    m_view->grid().setCurrentCell({0, Author});
    m_view->peek().peek();
    QTRY_VERIFY(card());
    QCOMPARE(card()->accessibleName(), u"author → users, user 77"_s);
    QVERIFY(card()->accessibleDescription().startsWith(u"id: 77, born: 2000-01-01, notes: long"));
    QVERIFY(card()->accessibleDescription().endsWith(u"admin: true"));
}

void TestReferencePeek::aClickGoesThere()
{
    rest(1, Author);
    QTRY_VERIFY(card());
    QSignalSpy followed(&m_view->grid(), &Grid::followRequested);
    QTest::mouseClick(card(), Qt::LeftButton);
    QCOMPARE(followed.count(), 1);
    QCOMPARE(m_view->grid().currentCell(), (CellPosition{1, Author}));
    QVERIFY(!card());
}

void TestReferencePeek::hidesWhenTheRowsDo()
{
    m_view->grid().setCurrentCell({0, Author});
    m_view->peek().peek();
    QTRY_VERIFY(card());
    m_view->showPart(TableView::Structure);
    QVERIFY(!card());
}

QTEST_MAIN(TestReferencePeek)
#include "tst_referencepeek.moc"
