#include "core/pg/connection.h"
#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/objectdetails.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "models/tablefilter.h"
#include "tests/support/testserver.h"
#include "ui/edit/linecelleditor.h"
#include "ui/grid/grid.h"
#include "ui/inspector/barchart.h"
#include "ui/inspector/linebutton.h"
#include "ui/inspector/rowform.h"
#include "ui/inspector/rowpanel.h"
#include "ui/inspector/sharelist.h"
#include "ui/inspector/sidepanel.h"
#include "ui/inspector/valuelabel.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

class TestSidePanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void followsTheCurrentRow();
    void longValuesAreReadOnRequest();
    void hiddenColumnsAreReadOnRequest();
    void changedValuesShowWhatTheyWere();
    void valuesAreEditedWhereTheyStand();
    void leavingTheEditorKeepsTheValue();
    void saysWhyAValueCannotBeEdited();
    void keysAreLinks();
    void showsWhatPointsHere();
    void countsOnRequestWithoutAnIndex();
    void aCommonValueFilters();
    void statisticsOfTheCurrentColumn();
    void noStatistics();
    void rowOrObject();
    void nothingStaysOfAClosedTable();

private:
    void run(const QString &sql);
    void open(const QString &name);
    CellEditor *editor() const;
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Of the labels of this name that show something.
    QStringList shownTexts(const QString &name) const;
    /// The value that stands beside that name.
    ValueLabel *value(const QString &name) const;
    template<typename T>
    T *find(const QString &name) const
    {
        auto *found = m_panel->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<models::OpenDatabase> m_database;
    std::unique_ptr<TableView> m_view;
    std::unique_ptr<SidePanel> m_panel;
};

void TestSidePanel::initTestCase()
{
    const auto options = test::TestServer::of().createDatabase();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_connection = std::make_unique<pg::Connection>(options);
    run(u"create table notes (id int primary key, title text, body text, done bool, km int);"
        "insert into notes select g, case g when 2 then null when 3 then '' when 4 then '  ' else 'Run ' || "
        "g end,"
        " repeat('line ' || g || E'\\n', 1000), g % 2 = 0, g % 100 from generate_series(1, 1000) g;"
        "create table runners (id int primary key, name text); create table races (id int primary key,"
        " winner int references runners, loser int references runners, referee int references runners);"
        "create index on races (winner); create index on races (loser);"
        "insert into runners select g, 'Runner ' || g from generate_series(1, 9) g;"
        "insert into races select g, 3, case when g < 5 then 4 end from generate_series(1, 1200) g;"
        "update races set referee = 3 where id < 8;"
        "create table fresh (id int primary key); insert into fresh values (7); analyze notes"_s);
    m_database =
        std::make_unique<models::OpenDatabase>(models::formFromSaved({.keywords = options.keywords}));
    m_database->open();
    QTRY_COMPARE(m_database->state(), models::OpenDatabase::State::Open);
}

void TestSidePanel::cleanupTestCase()
{
    m_panel.reset();
    m_view.reset();
    m_database.reset();
    m_connection.reset();
    m_theme.reset();
}

void TestSidePanel::run(const QString &sql)
{
    const auto done = m_connection->runScript(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

void TestSidePanel::open(const QString &name)
{
    m_panel.reset();
    const ObjectId id{Kind::Table, u"public"_s, name};
    m_view = std::make_unique<TableView>(*m_theme, m_database->editedRows(id), id);
    m_view->setSnapshot(m_database->snapshot());
    m_view->resize(1000, 600);
    m_view->show();
    m_panel = std::make_unique<SidePanel>(*m_theme);
    m_panel->resize(300, 600);
    m_panel->setVisible(true);
    m_panel->follow(m_view.get());
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_VERIFY(m_view->rows().rowCount() > 0);
}

ValueLabel *TestSidePanel::value(const QString &name) const
{
    for (auto *label : m_panel->findChildren<ValueLabel *>(u"rowValue"_s)) {
        if (label->accessibleName().startsWith(name + u": "_s))
            return label;
    }
    qFatal("no value of %s", qPrintable(name));
}

CellEditor *TestSidePanel::editor() const
{
    for (auto *editor : m_panel->findChildren<CellEditor *>()) {
        if (editor->isVisible())
            return editor;
    }
    return nullptr;
}

QStringList TestSidePanel::shownTexts(const QString &name) const
{
    QStringList texts;
    for (const auto *label : m_panel->findChildren<QLabel *>(name)) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts;
}

void TestSidePanel::followsTheCurrentRow()
{
    open(u"notes"_s);
    m_view->grid().setCurrentCell({0, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 1"_s);
    QCOMPARE(value(u"title"_s)->text(), u"Run 1"_s);
    QCOMPARE(value(u"done"_s)->text(), u"false"_s);
    auto *before = value(u"title"_s);
    m_view->grid().setCurrentCell({1, 0});
    QTRY_COMPARE(value(u"title"_s)->text(), u"NULL"_s);
    QCOMPARE(value(u"title"_s), before);
    m_view->grid().setCurrentCell({2, 1});
    QTRY_COMPARE(value(u"title"_s)->text(), u"''"_s);
    m_view->grid().setCurrentCell({3, 1});
    QTRY_COMPARE(value(u"title"_s)->text(), u"··"_s);
}

void TestSidePanel::longValuesAreReadOnRequest()
{
    open(u"notes"_s);
    m_view->grid().setCurrentCell({4, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 5"_s);
    QVERIFY(value(u"body"_s)->isShortened());
    QToolButton *more = nullptr;
    for (auto *button : m_panel->findChildren<QToolButton *>(u"rowValueMore"_s)) {
        if (button->isVisible())
            more = button;
    }
    QVERIFY(more);
    QCOMPARE(more->text(), u"Show all (7,000 characters)"_s);
    QTest::mouseClick(more, Qt::LeftButton);
    QPlainTextEdit *whole = nullptr;
    const auto shown = [&] {
        for (auto *text : m_panel->findChildren<QPlainTextEdit *>(u"rowValueWhole"_s)) {
            if (text->isVisible())
                whole = text;
        }
        return whole != nullptr;
    };
    QTRY_VERIFY(shown());
    QCOMPARE(whole->toPlainText().size(), 7000);
    m_view->grid().setCurrentCell({5, 0});
    QTRY_VERIFY(!whole->isVisible());
}

void TestSidePanel::hiddenColumnsAreReadOnRequest()
{
    open(u"notes"_s);
    auto arrangement = m_view->columns().arrangement();
    arrangement.setHidden(u"title"_s, true);
    m_view->columns().setArrangement(arrangement);
    m_view->reload();
    QTRY_VERIFY(!m_view->rows().isReading());
    m_view->grid().setCurrentCell({6, 0});
    QTRY_COMPARE(value(u"title"_s)->text(), u"not read"_s);
    for (auto *button : m_panel->findChildren<QToolButton *>(u"rowValueMore"_s)) {
        if (button->isVisible() && button->accessibleName().contains(u"title"))
            button->click();
    }
    const auto read = [&] {
        for (auto *text : m_panel->findChildren<QPlainTextEdit *>(u"rowValueWhole"_s)) {
            if (text->isVisible() && text->toPlainText() == u"Run 7")
                return true;
        }
        return false;
    };
    QTRY_VERIFY(read());
}

void TestSidePanel::changedValuesShowWhatTheyWere()
{
    ValueLabel label(*m_theme);
    models::RowField field{.name = u"km"_s, .kind = models::TypeKind::Number, .value = u"10500"_s};
    field.mark = models::EditMark::Changed;
    field.original = u"<10000>"_s;
    label.setField(field);
    QVERIFY(label.text().contains(u"&lt;10000&gt;</s> → 10500"));
    QCOMPARE(label.accessibleName(), u"km: 10500, it was <10000>"_s);
    field.original = QString();
    label.setField(field);
    QVERIFY(label.text().contains(u"NULL</s> → 10500"));
}

void TestSidePanel::valuesAreEditedWhereTheyStand()
{
    open(u"notes"_s);
    m_view->grid().setCurrentCell({0, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 1"_s);
    QTest::mouseDClick(value(u"title"_s), Qt::LeftButton);
    QVERIFY(editor());
    QCOMPARE(editor()->value(), edit::NewValue::of("Run 1"));
    QVERIFY(editor()->geometry().contains(value(u"title"_s)->geometry().center()));
    type(u" long"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!editor());
    QTRY_COMPARE(m_view->editedRows().index(0, 1).data().toString(), u"Run 1 long"_s);
    QTRY_VERIFY(value(u"title"_s)->text().contains(u"Run 1</s> → Run 1 long"));
    // Nobody was sent elsewhere: the next value has the focus now, the current cell is the one it was.
    QCOMPARE(QApplication::focusWidget(), value(u"body"_s));
    QCOMPARE(m_view->grid().currentCell(), (CellPosition{0, 0}));

    QTest::keyClick(value(u"body"_s), Qt::Key_Escape);
    QCOMPARE(m_view->focusWidget(), &m_view->grid());
    m_panel->focusRow();
    QCOMPARE(QApplication::focusWidget(), value(u"id"_s));
    m_view->grid().setCurrentCell({0, 1});
    m_panel->focusRow();
    QCOMPARE(QApplication::focusWidget(), value(u"title"_s));
    m_view->grid().setCurrentCell({0, 0});

    // The editor is the one of the type.
    value(u"km"_s)->setFocus();
    QTest::keyClick(value(u"km"_s), Qt::Key_F2);
    QVERIFY(editor());
    QVERIFY(qobject_cast<LineCellEditor *>(editor()));
    type(u"5"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!editor());
    QCOMPARE(m_view->editedRows().index(0, 4).data().toString(), u"1"_s);
    QCOMPARE(QApplication::focusWidget(), value(u"km"_s));

    // What came cut is read whole first.
    value(u"body"_s)->setFocus();
    QTest::keyClick(value(u"body"_s), Qt::Key_Return);
    QTRY_VERIFY(editor());
    QCOMPARE(editor()->value().text.size(), 7000);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

void TestSidePanel::leavingTheEditorKeepsTheValue()
{
    open(u"notes"_s);
    m_view->grid().setCurrentCell({5, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 6"_s);
    value(u"title"_s)->setFocus();
    QTest::keyClick(value(u"title"_s), Qt::Key_Return);
    type(u"!"_s);
    m_view->grid().setCurrentCell({7, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 8"_s);
    QVERIFY(!editor());
    QTRY_COMPARE(m_view->editedRows().index(5, 1).data().toString(), u"Run 6!"_s);
    value(u"title"_s)->setFocus();
    QTest::keyClick(value(u"title"_s), Qt::Key_Return);
    type(u"?"_s);
    m_panel->follow(nullptr);
    QVERIFY(!editor());
    QTRY_COMPARE(m_view->editedRows().index(7, 1).data().toString(), u"Run 8?"_s);
}

void TestSidePanel::saysWhyAValueCannotBeEdited()
{
    open(u"notes"_s);
    m_view->editedRows().removeRows({8});
    const auto mark = [this] {
        return m_view->editedRows().index(8, 0).data(models::RowMarkRole).value<models::EditMark>();
    };
    QTRY_COMPARE(mark(), models::EditMark::Removed);
    m_view->grid().setCurrentCell({8, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 9"_s);
    value(u"title"_s)->setFocus();
    QTest::keyClick(value(u"title"_s), Qt::Key_Return);
    QVERIFY(!editor());
    QVERIFY(shownTexts(u"rowRemark"_s).contains(u"This row is to be deleted."_s));
    // A value that cannot be says so where it stands.
    m_view->editedRows().setCells({{.row = 9, .column = 4}}, edit::NewValue::of("many"));
    m_view->grid().setCurrentCell({9, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 10"_s);
    QTRY_COMPARE(shownTexts(u"rowRemark"_s).size(), 1);
    m_database->changes().clear(m_database->changes().relations());
}

void TestSidePanel::keysAreLinks()
{
    open(u"races"_s);
    m_view->grid().setCurrentCell({0, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"races 1"_s);
    const auto links = [this] {
        QStringList texts;
        for (auto *link : m_panel->findChildren<LineButton *>(u"rowLink"_s)) {
            if (link->isVisible())
                texts << link->accessibleName();
        }
        return texts;
    };
    QTRY_COMPARE(links(),
                 (QStringList{u"→ Runner 3, runners"_s, u"→ Runner 4, runners"_s, u"→ Runner 3, runners"_s}));
    QCOMPARE(value(u"loser"_s)->text(), u"4"_s);
    QSignalSpy followed(&m_view->grid(), &Grid::followRequested);
    auto *link = m_panel->findChildren<LineButton *>(u"rowLink"_s)[2];
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(followed.count(), 1);
    QCOMPARE(m_view->grid().currentCell(), (CellPosition{0, 2}));
    value(u"winner"_s)->setFocus();
    QTest::keyClick(value(u"winner"_s), Qt::Key_F4);
    QCOMPARE(followed.count(), 2);
    QCOMPARE(m_view->grid().currentCell(), (CellPosition{0, 1}));
    // NULL leads nowhere.
    m_view->grid().setCurrentCell({10, 0});
    QTRY_COMPARE(links(), QStringList{u"→ Runner 3, runners"_s});
}

void TestSidePanel::showsWhatPointsHere()
{
    open(u"runners"_s);
    m_panel->row().setPatience(models::RelatedCounts::asked);
    m_view->grid().setCurrentCell({2, 0});
    const auto lines = [this] {
        QStringList texts;
        for (auto *line : m_panel->findChildren<LineButton *>(u"relatedRows"_s))
            texts << line->accessibleName();
        return texts;
    };
    QTRY_COMPARE(lines(), (QStringList{u"races, by loser, 0"_s, u"races, by referee, no index"_s,
                                       u"races, by winner, 1,000+"_s}));
    m_view->grid().setCurrentCell({3, 0});
    QTRY_COMPARE(lines().front(), u"races, by loser, 4"_s);
    QSignalSpy asked(m_panel.get(), &SidePanel::pointingRequested);
    auto *line = m_panel->findChildren<LineButton *>(u"relatedRows"_s).front();
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<models::Relation>().columns, QStringList{u"loser"_s});
    QCOMPARE(asked[0][1].value<models::RelationKey>(), models::RelationKey{"4"});
    // A row that is not there yet has nothing.
    m_view->editedRows().addRow();
    m_view->grid().setCurrentCell({0, 0});
    QTRY_COMPARE(lines().front(), u"races, by loser, –"_s);
    QVERIFY(!line->isEnabled());
    m_database->changes().clear(m_database->changes().relations());

    open(u"notes"_s);
    m_view->grid().setCurrentCell({0, 0});
    QTRY_COMPARE(find<QLabel>(u"rowTitle"_s)->text(), u"notes 1"_s);
    QVERIFY(!find<QWidget>(u"relatedList"_s)->isVisible());
}

void TestSidePanel::countsOnRequestWithoutAnIndex()
{
    open(u"runners"_s);
    m_view->grid().setCurrentCell({2, 0});
    QToolButton *button = nullptr;
    const auto visible = [&] {
        for (auto *each : m_panel->findChildren<QToolButton *>(u"relatedCount"_s)) {
            if (each->isVisible() && each->text() == u"Count" && each->accessibleName().endsWith(u"races"))
                button = each;
        }
        return button != nullptr;
    };
    QTRY_VERIFY(visible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *line = m_panel->findChildren<LineButton *>(u"relatedRows"_s)[1];
    QTRY_COMPARE(line->accessibleName(), u"races, by referee, 7"_s);
    QVERIFY(!button->isVisible());
}

void TestSidePanel::aCommonValueFilters()
{
    open(u"notes"_s);
    m_view->setFilter(m_database->workbench().filter(m_view->rows()), nullptr);
    m_view->grid().setCurrentCell({0, 3});
    QTRY_VERIFY(find<ShareList>(u"statisticsCommon"_s)->isVisible());
    auto *line = find<ShareList>(u"statisticsCommon"_s)->findChild<LineButton *>();
    QCOMPARE(line->accessibleName(), u"f, 50 %"_s);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Return);
    const auto filter = m_view->filter()->filter().conditions.members;
    QCOMPARE(filter.size(), size_t(1));
    QCOMPARE(*filter.front().condition(),
             (models::FilterCondition{u"done"_s, models::FilterOperator::IsFalse, {}}));

    m_view->filter()->apply({});
    m_view->grid().setCurrentCell({0, 4});
    QTRY_COMPARE(find<QLabel>(u"statisticsTitle"_s)->text(), u"km"_s);
}

void TestSidePanel::statisticsOfTheCurrentColumn()
{
    open(u"notes"_s);
    m_view->grid().setCurrentCell({0, 4});
    QTRY_COMPARE(find<QLabel>(u"statisticsTitle"_s)->text(), u"km"_s);
    auto *summary = find<QLabel>(u"statisticsSummary"_s);
    QTRY_COMPARE(summary->text(), u"0 – 99 · 0 % null · 100 distinct"_s);
    QVERIFY(find<QLabel>(u"statisticsSource"_s)->text().startsWith(u"Estimated"));
    QVERIFY(find<BarChart>(u"statisticsChart"_s)->isVisible());
    QTest::mouseClick(find<QToolButton>(u"statisticsButton"_s), Qt::LeftButton);
    QTRY_COMPARE(summary->text(), u"0 – 99 · 0 null · 100 distinct · 1,000 rows"_s);
    QVERIFY(find<QLabel>(u"statisticsSource"_s)->text().startsWith(u"Counted"));

    m_view->grid().setCurrentCell({0, 3});
    QTRY_VERIFY(find<ShareList>(u"statisticsCommon"_s)->isVisible());
    QTRY_COMPARE(find<ShareList>(u"statisticsCommon"_s)->accessibleDescription(), u"f: 50 %, t: 50 %"_s);
    QVERIFY(!find<BarChart>(u"statisticsChart"_s)->isVisible());
}

void TestSidePanel::noStatistics()
{
    open(u"fresh"_s);
    m_view->grid().setCurrentCell({0, 0});
    auto *source = find<QLabel>(u"statisticsSource"_s);
    QTRY_VERIFY2(source->text().contains(u"ANALYZE was not run"), qPrintable(source->text()));
    QVERIFY(!find<QLabel>(u"statisticsSummary"_s)->isVisible());
}

void TestSidePanel::rowOrObject()
{
    open(u"notes"_s);
    auto *row = find<QWidget>(u"rowPanel"_s);
    m_panel->show(models::ObjectDetails{.id = m_view->id(), .name = u"notes"_s});
    QVERIFY(!row->isVisible());
    m_view->grid().setCurrentCell({0, 0});
    QVERIFY(row->isVisible());
    m_panel->show(models::ObjectDetails{.id = m_view->id(), .name = u"notes"_s});
    QVERIFY(row->isVisible());
    QTest::mouseClick(find<QToolButton>(u"sideObject"_s), Qt::LeftButton);
    QVERIFY(!row->isVisible());
    QTest::mouseClick(find<QToolButton>(u"sideRow"_s), Qt::LeftButton);
    QVERIFY(row->isVisible());
    m_view->showPart(TableView::Structure);
    m_panel->follow(m_view.get());
    QVERIFY(!row->isVisible());
    QVERIFY(!find<QToolButton>(u"sideRow"_s)->isVisible());
}

void TestSidePanel::nothingStaysOfAClosedTable()
{
    open(u"notes"_s);
    m_view->grid().setCurrentCell({0, 0});
    QTRY_VERIFY(!m_panel->findChildren<ValueLabel *>().isEmpty());
    m_view.reset();
    QTRY_VERIFY(m_panel->findChildren<ValueLabel *>().isEmpty());
    m_panel->follow(nullptr);
    QVERIFY(!find<QWidget>(u"statisticsCard"_s)->isVisible());
}

QTEST_MAIN(TestSidePanel)
#include "tst_sidepanel.moc"
