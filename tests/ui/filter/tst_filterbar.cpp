#include "core/pg/connection.h"
#include "models/rowwindowmodel.h"
#include "models/studio.h"
#include "models/tablefilter.h"
#include "tests/support/testserver.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterchip.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/whereline.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/table/rowsview.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;
using models::FilterOperator;
using models::SchemaTreeModel;

class TestFilterBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void findsInAllColumnsOfText();
    void isUsableBeforeRowsArrive();
    void addsAConditionByKeyboard();
    void offersValues_data();
    void offersValues();
    void joinsAndNests();
    void saysWhatIsWrongUnderTheCondition();
    void saysWhatIsWrongUnderTheWhereLine();
    void completesTheWhereLine();
    void hidesWhatIsDeleted();
    void filtersFromACell();
    void saysThatItTakesLong();
    void followsTheSchema();
    void savedFiltersComeBack();
    void everyControlHasAName();

private:
    void makeWindow();
    TableView *open(const QString &table = u"workouts"_s);
    models::RowWindowModel &rows() { return view()->rows(); }
    TableView *view() const { return qobject_cast<TableView *>(m_window->tabs().currentPage()); }
    FilterPopup *popup() const { return find<FilterPopup>(u"filterPopup"_s); }
    QStringList titles();
    QStringList chips() const;
    void choose(QComboBox *box, const QString &text);
    template<typename T>
    T *find(const QString &name) const
    {
        auto *found = view()->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    pg::ConnectionOptions m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestFilterBar::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    pg::Connection connection(m_database);
    const auto made = connection.runScript(
        u"create type status as enum ('planned', 'done', 'skipped');"
        "create table plans (id int primary key, name text);"
        "insert into plans values (41, 'Marathon base'), (88, 'Ten kilometres');"
        "create table workouts (id int primary key, title text, status status, plan int references plans,"
        " kind text, indoor boolean, deleted_at timestamptz);"
        "insert into workouts select g, 'Run ' || g, (array['planned', 'done', 'skipped'])[g % 3 + "
        "1]::status,"
        " case when g % 2 = 0 then 41 else 88 end, case when g % 5 = 0 then 'hill' else 'flat' end, g % 2 = "
        "0,"
        " case when g = 7 then now() end from generate_series(1, 30) g;"
        "insert into workouts (id, title) values (99, '100 % effort'); analyze"_s);
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
}

void TestFilterBar::init()
{
    QFile::remove(m_folder.filePath(u"workspace.sqlite"_s));
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    makeWindow();
}

void TestFilterBar::makeWindow()
{
    m_window.reset();
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->resize(1280, 800);
    m_window->show();
    QSignalSpy loaded(m_studio.get(), &models::Studio::workspaceLoaded);
    m_studio->openWorkspace(m_folder.filePath(u"workspace.sqlite"_s));
    QVERIFY(loaded.wait());
    auto form = models::formFromSaved({.keywords = m_database.keywords});
    form.chosenClass = ConnectionClass::Local;
    m_studio->openDatabase(form);
    QTRY_COMPARE(m_studio->database()->state(), models::OpenDatabase::State::Open);
}

void TestFilterBar::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

TableView *TestFilterBar::open(const QString &table)
{
    m_window->openObject({Kind::Table, u"public"_s, table});
    if (!QTest::qWaitFor([this] { return view() && rows().state() == models::RowWindowModel::State::Ready; }))
        qFatal("no rows");
    return view();
}

QStringList TestFilterBar::titles()
{
    QStringList all;
    for (int row = 0; row < rows().rowCount(); ++row)
        all << rows().index(row, 1).data().toString();
    return all;
}

QStringList TestFilterBar::chips() const
{
    QStringList texts;
    for (const auto *chip : view()->findChildren<FilterChip *>()) {
        if (!chip->isHidden())
            texts << chip->toolTip();
    }
    return texts;
}

void TestFilterBar::choose(QComboBox *box, const QString &text)
{
    const int index = box->findText(text);
    if (index < 0)
        qFatal("no choice %s", qPrintable(text));
    box->setCurrentIndex(index);
}

void TestFilterBar::findsInAllColumnsOfText()
{
    open();
    QTest::keyClick(&view()->grid(), Qt::Key_F, Qt::ControlModifier);
    auto *line = find<QLineEdit>(u"quickFind"_s);
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClicks(line, u"0 %"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(titles(), QStringList{u"100 % effort"_s});

    QTest::keyClick(line, Qt::Key_Escape);
    QTRY_COMPARE(titles().size(), 31);
    QVERIFY(view()->filter()->filter().isEmpty());
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(view()->grid().hasFocus());
    QTest::keyClick(&view()->grid(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(line, u"no such text"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(rows().rowCountEstimate(), 0);
    QCOMPARE(find<QLabel>(u"rowsEmpty"_s)->text(), u"No rows match the filter."_s);
}

void TestFilterBar::isUsableBeforeRowsArrive()
{
    m_window->openObject({Kind::Table, u"public"_s, u"workouts"_s});
    QVERIFY(find<FilterBar>(u"filterBar"_s)->isVisible());
    auto *line = find<QLineEdit>(u"quickFind"_s);
    line->setText(u"effort"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(titles(), QStringList{u"100 % effort"_s});
}

void TestFilterBar::addsAConditionByKeyboard()
{
    open();
    auto *add = find<QToolButton>(u"filterAdd"_s);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    QVERIFY(popup()->isVisible());
    choose(popup()->findChild<QComboBox *>(u"filterColumn"_s), u"id"_s);
    choose(popup()->findChild<QComboBox *>(u"filterOperator"_s), u"≤"_s);
    auto *value = popup()->findChild<QLineEdit *>(u"filterValue"_s);
    QTest::keyClicks(value, u"2"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE(titles(), QStringList({u"Run 1"_s, u"Run 2"_s}));
    QTRY_VERIFY(!popup()->isVisible());
    QCOMPARE(chips(), QStringList{u"id ≤ 2"_s});

    auto *chip = find<FilterChip>(u"filterChip"_s);
    QTest::keyClick(chip, Qt::Key_Return);
    QVERIFY(popup()->isVisible());
    QCOMPARE(popup()->findChild<QLineEdit *>(u"filterValue"_s)->text(), u"2"_s);
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_COMPARE(titles().size(), 31);
    QCOMPARE(chips(), QStringList());
}

void TestFilterBar::offersValues_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("values");

    QTest::newRow("labels of an enum") << u"status"_s << QStringList{u"planned"_s, u"done"_s, u"skipped"_s};
    QTest::newRow("rows a foreign key points to") << u"plan"_s << QStringList{u"41"_s, u"88"_s};
    QTest::newRow("what is common") << u"kind"_s << QStringList{u"flat"_s, u"hill"_s};
}

void TestFilterBar::offersValues()
{
    QFETCH(const QString, column);
    QFETCH(const QStringList, values);
    open();
    find<QToolButton>(u"filterAdd"_s)->click();
    choose(popup()->findChild<QComboBox *>(u"filterColumn"_s), column);
    choose(popup()->findChild<QComboBox *>(u"filterOperator"_s), u"is any of"_s);
    auto *list = popup()->findChild<QListWidget *>(u"filterValues"_s);
    QTRY_COMPARE(list->count(), values.size());
    for (int i = 0; i < values.size(); ++i)
        QCOMPARE(list->item(i)->text(), values[i]);
    if (column == u"plan")
        QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString(), u"41, Marathon base"_s);

    list->item(1)->setCheckState(Qt::Checked);
    popup()->findChild<QPushButton *>(u"filterApply"_s)->click();
    QTRY_COMPARE(chips(), QStringList{column + u" is any of "_s + values[1]});
    QTRY_VERIFY(!titles().isEmpty() && titles().size() < 31);
}

void TestFilterBar::joinsAndNests()
{
    open();
    using models::FilterCondition;
    models::RowFilter filter;
    filter.conditions.members = {FilterCondition{u"id"_s, FilterOperator::Less, {u"3"_s}},
                                 FilterCondition{u"kind"_s, FilterOperator::Equal, {u"hill"_s}}};
    view()->filter()->apply(filter);
    QTRY_COMPARE(rows().rowCountEstimate(), 0);
    find<QToolButton>(u"filterChipJoin"_s)->click();
    QTRY_COMPARE(titles().size(), 8);

    // The first condition becomes a group of two.
    auto *chip = find<FilterChip>(u"filterChip"_s);
    chip->click();
    popup()->findChild<QToolButton *>(u"filterAddCondition"_s)->click();
    const auto columns = popup()->findChildren<QComboBox *>(u"filterColumn"_s);
    QCOMPARE(columns.size(), 2);
    choose(columns[1], u"title"_s);
    const auto operators = popup()->findChildren<QComboBox *>(u"filterOperator"_s);
    choose(operators[1], u"ends with"_s);
    const auto values = popup()->findChildren<QLineEdit *>(u"filterValue"_s);
    QTest::keyClicks(values[1], u"2"_s);
    popup()->findChild<QPushButton *>(u"filterApply"_s)->click();
    QTRY_COMPARE(titles().size(), 7);
    QCOMPARE(chips().front(), u"id < 3 and title ends with 2"_s);
}

void TestFilterBar::saysWhatIsWrongUnderTheCondition()
{
    open();
    find<QToolButton>(u"filterAdd"_s)->click();
    choose(popup()->findChild<QComboBox *>(u"filterColumn"_s), u"id"_s);
    auto *value = popup()->findChild<QLineEdit *>(u"filterValue"_s);
    QTest::keyClicks(value, u"twelve"_s);
    QTest::keyClick(value, Qt::Key_Return);
    auto *fault = popup()->findChild<QLabel *>(u"filterConditionFault"_s);
    QTRY_VERIFY(fault->isVisible());
    QVERIFY2(fault->text().contains(u"\"twelve\""_s), qPrintable(fault->text()));
    QVERIFY(popup()->isVisible());
    QCOMPARE(titles().size(), 31);
    QVERIFY(find<QLabel>(u"filterFault"_s)->isVisible());
    QVERIFY(!find<FilterChip>(u"filterChip"_s)->accessibleDescription().isEmpty());

    value->selectAll();
    QTest::keyClicks(value, u"12"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE(titles(), QStringList{u"Run 12"_s});
    QTRY_VERIFY(!popup()->isVisible());
    QVERIFY(!find<QLabel>(u"filterFault"_s)->isVisible());
}

void TestFilterBar::saysWhatIsWrongUnderTheWhereLine()
{
    open();
    find<QToolButton>(u"filterSql"_s)->click();
    auto *line = find<WhereLine>(u"filterWhere"_s);
    QTRY_VERIFY(line->hasFocus());
    line->setPlainText(u"status = 'done' and ids < 9"_s);
    QTest::keyClick(line, Qt::Key_Return);
    auto *fault = find<QLabel>(u"filterWhereFault"_s);
    QTRY_VERIFY(fault->isVisible());
    QVERIFY2(fault->text().contains(u"\"ids\""_s), qPrintable(fault->text()));
    QCOMPARE(line->extraSelections().size(), 1);
    QCOMPARE(line->extraSelections().front().cursor.selectedText(), u"ids"_s);
    QCOMPARE(titles().size(), 31);

    line->setPlainText(u"status = 'done' and id < 9; drop table workouts"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(fault->isVisible());
    QCOMPARE(line->extraSelections().front().cursor.selectedText(), u";"_s);

    line->setPlainText(u"status = 'done' and id < 9 -- the first"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(titles(), QStringList({u"Run 1"_s, u"Run 4"_s, u"Run 7"_s}));
    QVERIFY(!fault->isVisible());
    QVERIFY(line->extraSelections().isEmpty());

    // Put away, it still holds, and says so.
    auto *toggle = find<QToolButton>(u"filterSql"_s);
    toggle->click();
    QVERIFY(!line->isVisible());
    QCOMPARE(titles().size(), 3);
    QVERIFY(toggle->toolTip().contains(u"id < 9"_s));
    toggle->click();
    QVERIFY(line->isVisible());
    QVERIFY(line->toPlainText().contains(u"id < 9"_s));
}

void TestFilterBar::completesTheWhereLine()
{
    open();
    find<QToolButton>(u"filterSql"_s)->click();
    auto *line = find<WhereLine>(u"filterWhere"_s);
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClicks(line, u"sta"_s);
    auto *offers = line->findChild<QCompleter *>()->popup();
    QTRY_VERIFY(offers->isVisible());
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(line->toPlainText(), u"status"_s);
    QTest::keyClicks(line, u" = "_s);
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(offers->model()->index(0, 0).data().toString(), u"'planned'"_s);
    QTest::keyClicks(line, u"'d"_s);
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(line->toPlainText(), u"status = 'done'"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(titles().size(), 10);
}

void TestFilterBar::hidesWhatIsDeleted()
{
    open();
    QCOMPARE(rows().index(6, 0).data(models::DimmedRole).toBool(), true);
    QCOMPARE(rows().index(5, 0).data(models::DimmedRole).toBool(), false);
    auto *hide = find<QToolButton>(u"filterDeleted"_s);
    QVERIFY(hide->isVisible());
    hide->click();
    QTRY_COMPARE(titles().size(), 30);
    hide->click();
    QTRY_COMPARE(titles().size(), 31);
    open(u"plans"_s);
    QVERIFY(!find<QToolButton>(u"filterDeleted"_s)->isVisible());
}

void TestFilterBar::filtersFromACell()
{
    open();
    view()->filter()->filterBy(u"kind"_s, FilterOperator::Equal, u"hill"_s);
    QTRY_COMPARE(titles().size(), 6);
    view()->filter()->filterBy(u"plan"_s, FilterOperator::NotEqual, u"41"_s);
    QTRY_COMPARE(titles().size(), 3);
    QCOMPARE(chips(), QStringList({u"kind = hill"_s, u"plan ≠ 41"_s}));
    find<QToolButton>(u"filterClear"_s)->click();
    QTRY_COMPARE(titles().size(), 31);
    QApplication::clipboard()->setText(u"something"_s);
    view()->grid().setCurrentCell({.row = 2, .column = 2});
    std::unique_ptr<QMenu> menu(view()->data().commands().makeMenu(view()));
    auto *suggested = find<QMenu>(u"cellFilters"_s);
    QCOMPARE(suggested->title(), u"Filter by status"_s);
    QCOMPARE(suggested->actions().front()->text(), u"status = planned"_s);
    suggested->actions().front()->trigger();
    QTRY_COMPARE(titles().size(), 10);
    find<QToolButton>(u"filterClear"_s)->click();
    view()->filter()->filterBy(u"plan"_s, FilterOperator::Equal, std::nullopt);
    QTRY_COMPARE(titles(), QStringList{u"100 % effort"_s});
}

/// A filter that takes long says so, and clearing it does not wait for its end.
void TestFilterBar::saysThatItTakesLong()
{
    open();
    view()->filter()->apply({.where = u"pg_sleep(20) is not null"_s});
    auto *busy = find<QLabel>(u"filterBusy"_s);
    QTRY_VERIFY(busy->isVisible());
    find<QToolButton>(u"filterClear"_s)->click();
    QTRY_VERIFY(!busy->isVisible());
    QTRY_COMPARE(titles().size(), 31);
}

/// A filter stays in use over a change of the schema, and says so when what it asks for is gone.
void TestFilterBar::followsTheSchema()
{
    pg::Connection connection(m_database);
    QVERIFY(connection.runScript(u"create table moving (id int primary key, note text);"
                                 "insert into moving select g, 'n' || g from generate_series(1, 9) g"_s));
    m_studio->database()->reload();
    QTRY_VERIFY(m_studio->tree().indexOf({Kind::Table, u"public"_s, u"moving"_s}).isValid());
    open(u"moving"_s);
    view()->filter()->filterBy(u"note"_s, FilterOperator::Equal, u"n4"_s);
    QTRY_COMPARE(titles(), QStringList{u"n4"_s});

    QVERIFY(connection.runScript(u"alter table moving add more int"_s));
    m_studio->database()->reload();
    QTRY_COMPARE(rows().columnCount(), 3);
    QTRY_COMPARE(titles(), QStringList{u"n4"_s});
    QVERIFY(!view()->filter()->fault());

    QVERIFY(connection.runScript(u"alter table moving drop note"_s));
    m_studio->database()->reload();
    auto *fault = find<QLabel>(u"filterFault"_s);
    QTRY_VERIFY(fault->isVisible());
    QVERIFY2(fault->text().contains(u"note"_s), qPrintable(fault->text()));
    find<QToolButton>(u"filterClear"_s)->click();
    QTRY_COMPARE(rows().rowCount(), 9);
    QVERIFY(!fault->isVisible());
}

/// A named filter in the navigator, and the one in use in its tab, after the program was started again.
void TestFilterBar::savedFiltersComeBack()
{
    open();
    auto *line = find<QLineEdit>(u"quickFind"_s);
    line->setText(u"effort"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(titles().size(), 1);
    auto *menu = find<QMenu>(u"savedFiltersMenu"_s);
    menu->popup(QPoint(10, 10));
    auto *name = menu->findChild<QLineEdit *>(u"savedFilterName"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"Hard ones"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!menu->isVisible());

    makeWindow();
    QTRY_VERIFY(view());
    QTRY_COMPARE(titles(), QStringList{u"100 % effort"_s});
    QCOMPARE(find<QLineEdit>(u"quickFind"_s)->text(), u"effort"_s);

    find<QToolButton>(u"filterClear"_s)->click();
    QTRY_COMPARE(titles().size(), 31);
    auto *tree = m_window->findChild<QTreeView *>(u"navigatorTree"_s);
    ObjectId saved{Kind::Table, u"public"_s, u"workouts"_s, u"Hard ones"_s};
    const auto index = m_studio->tree().indexOf(saved);
    QVERIFY(index.isValid());
    QCOMPARE(index.parent().data().toString(), u"Saved filters"_s);
    QCOMPARE(index.data(SchemaTreeModel::NoteRole).toString(), u"workouts"_s);
    tree->expand(index.parent());
    tree->scrollTo(index);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
    QTRY_COMPARE(titles(), QStringList{u"100 % effort"_s});
    QCOMPARE(m_window->tabs().count(), 1);

    m_studio->savedFilters().remove({Kind::Table, u"public"_s, u"workouts"_s}, u"Hard ones"_s);
    QVERIFY(!m_studio->tree().indexOf(saved).isValid());
}

void TestFilterBar::everyControlHasAName()
{
    open();
    find<QToolButton>(u"filterSql"_s)->click();
    find<QToolButton>(u"filterAdd"_s)->click();
    for (const auto *widget : find<FilterBar>(u"filterBar"_s)->findChildren<QWidget *>()) {
        const bool control = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (control && !(button && !button->text().isEmpty()))
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                widget->objectName()));
    }
    popup()->close();
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
