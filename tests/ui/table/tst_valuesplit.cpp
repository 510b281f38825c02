#include "core/pg/connection.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "ui/edit/bigeditor.h"
#include "ui/grid/grid.h"
#include "ui/table/tableview.h"
#include "ui/table/valuesplit.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using Kind = squall::Kind;

namespace {

const auto script = QStringLiteral(R"(
create type mood as enum ('sad', 'glad');
create table item (id int primary key, doc jsonb, tags text[], mood mood, amount numeric);
insert into item select g, '{"a": 1.0, "b": [true]}', '{x,NULL}', 'sad', 9007199254740993 from generate_series(1, 5) g;
analyze;
)");

ConnectionForm formOf(const pg::ConnectionOptions &options)
{
    return {.host = QString::fromUtf8(options.value("host")),
            .port = QString::fromUtf8(options.value("port")),
            .database = QString::fromUtf8(options.value("dbname")),
            .user = QString::fromUtf8(options.value("user"))};
}

} // namespace

/// The editors of types where they are used: in the cells of a table, and below its rows.
class TestValueSplit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }
    void cleanupTestCase();
    void keepsWhatWasChanged();
    void escapeLeavesEverything();
    void goesOnFromTheCell();
    void movingOnKeeps();
    void closingTheTabKeeps();
    void cellsHaveTheirEditors();

private:
    void enlarge(CellPosition cell);
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    QString shown(int row, int column) { return m_view->editedRows().index(row, column).data().toString(); }
    ValueSplit &split() { return *m_view->findChild<ValueSplit *>(u"valueSplit"_s); }
    template<typename T>
    T *find(const QString &name)
    {
        for (auto *found : m_view->findChildren<T *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<OpenDatabase> m_database;
    std::unique_ptr<TableView> m_view;
};

void TestValueSplit::initTestCase()
{
    const auto options = test::TestServer::of().createDatabase();
    pg::Connection connection(options);
    NEED(connection.runScript(script));
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_database = std::make_unique<OpenDatabase>(formOf(options));
    m_database->open();
    QTRY_COMPARE(m_database->state(), OpenDatabase::State::Open);
}

void TestValueSplit::cleanupTestCase()
{
    m_database.reset();
    m_theme.reset();
}

void TestValueSplit::init()
{
    m_database->changes().clear(m_database->changes().relations());
    const ObjectId id{Kind::Table, u"public"_s, u"item"_s};
    m_view = std::make_unique<TableView>(*m_theme, m_database->editedRows(id), id);
    m_view->setSnapshot(m_database->snapshot());
    m_view->resize(1000, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QTRY_COMPARE(m_view->rows().state(), RowWindowModel::State::Ready);
    m_view->grid().setFocus();
}

void TestValueSplit::enlarge(CellPosition cell)
{
    m_view->grid().setCurrentCell(cell);
    m_view->grid().setFocus();
    key(Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(split().isOpen());
}

void TestValueSplit::keepsWhatWasChanged()
{
    enlarge({1, 1});
    auto *text = find<QPlainTextEdit>(u"jsonText"_s);
    QVERIFY(text->isVisible());
    text->document()->find(u"1.0"_s).insertText(u"1.00"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!split().isOpen());
    QCOMPARE(shown(1, 1), u"{\"a\": 1.00, \"b\": [true]}"_s);
    QVERIFY(m_view->grid().hasFocus());
    QCOMPARE(m_view->editedRows().edits().changeCount(), 1);
}

void TestValueSplit::escapeLeavesEverything()
{
    enlarge({0, 2});
    QTest::keyClicks(find<QPlainTextEdit>(u"textEditorText"_s), u"y"_s);
    key(Qt::Key_Escape);
    QVERIFY(!split().isOpen());
    QCOMPARE(shown(0, 2), u"{x,NULL}"_s);
    QVERIFY(m_view->editedRows().edits().isEmpty());
    // Nobody changed anything: nothing is staged either.
    enlarge({0, 1});
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_view->editedRows().edits().isEmpty());
}

/// What was typed into the cell is not lost on the way, and needs no further change to be kept.
void TestValueSplit::goesOnFromTheCell()
{
    m_view->grid().setCurrentCell({2, 4});
    QTest::keyClicks(&m_view->grid(), u"5"_s);
    key(Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(split().isOpen());
    QCOMPARE(find<QLineEdit>(u"lineEditorText"_s)->text(), u"5"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown(2, 4), u"5"_s);
}

void TestValueSplit::movingOnKeeps()
{
    enlarge({0, 2});
    QTest::keyClicks(find<QPlainTextEdit>(u"textEditorText"_s), u"y "_s);
    m_view->grid().setCurrentCell({3, 0});
    QVERIFY(!split().isOpen());
    QCOMPARE(shown(0, 2), u"{\"y x\",NULL}"_s);
}

void TestValueSplit::closingTheTabKeeps()
{
    enlarge({4, 4});
    QTest::keyClick(find<QLineEdit>(u"lineEditorText"_s), Qt::Key_Up);
    m_view.reset();
    const auto &edits = m_database->changes().edits({Kind::Table, u"public"_s, u"item"_s});
    QCOMPARE(edits.rows().size(), 1);
    QCOMPARE(edits.rows().first().values.value(u"amount"_s), edit::NewValue::of("9007199254740994"));
}

void TestValueSplit::cellsHaveTheirEditors()
{
    m_view->grid().setCurrentCell({0, 3});
    QTest::keyClicks(&m_view->grid(), u"g"_s);
    QVERIFY(find<QComboBox>(u"cellEditorChoice"_s));
    key(Qt::Key_Return);
    QCOMPARE(shown(0, 3), u"glad"_s);
    m_view->grid().setCurrentCell({0, 4});
    key(Qt::Key_F2);
    QTRY_VERIFY(find<QLineEdit>(u"cellEditorText"_s));
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QCOMPARE(shown(0, 4), u"9007199254740992"_s);
}

QTEST_MAIN(TestValueSplit)
#include "tst_valuesplit.moc"
