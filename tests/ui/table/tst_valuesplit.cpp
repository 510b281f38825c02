#include "core/workspace/workspace.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "tests/ui/table/tableonscreen.h"
#include "ui/edit/bigeditor.h"
#include "ui/grid/grid.h"
#include "ui/table/tableview.h"
#include "ui/table/valuesplit.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
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
create table long_item (id int primary key, doc jsonb);
insert into long_item select g, '{"a": 1}' from generate_series(1, 50000) g;
analyze;
)");

} // namespace

/// The editors of types where they are used: in the cells of a table, and below its rows.
class TestValueSplit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_table = std::make_unique<test::TableOnScreen>(script); }
    void init();
    void cleanup() { m_table->close(); }
    void cleanupTestCase() { m_table.reset(); }
    void keepsWhatWasChanged();
    void escapeLeavesEverything();
    void goesOnFromTheCell();
    void movingOnKeeps();
    void closingTheTabKeeps();
    void keepsWhatHasGoneOutOfSight();
    void survivesWhileItIsTyped();
    void cellsHaveTheirEditors();

private:
    void enlarge(CellPosition cell);
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    QString shown(int row, int column) { return view().editedRows().index(row, column).data().toString(); }
    ValueSplit &split() { return *view().findChild<ValueSplit *>(u"valueSplit"_s); }
    template<typename T>
    T *find(const QString &name)
    {
        for (auto *found : view().findChildren<T *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }

    TableView &view() { return m_table->view(); }

    std::unique_ptr<test::TableOnScreen> m_table;
};

void TestValueSplit::init()
{
    m_table->clear();
    m_table->open(u"item"_s, Kind::Table, {1000, 700});
}

void TestValueSplit::enlarge(CellPosition cell)
{
    view().grid().setCurrentCell(cell);
    view().grid().setFocus();
    key(Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(split().isOpen());
}

void TestValueSplit::keepsWhatWasChanged()
{
    enlarge({1, 1});
    auto *text = find<QPlainTextEdit>(u"jsonText"_s);
    QVERIFY(text->isVisible());
    QVERIFY(text->hasFocus());
    text->document()->find(u"1.0"_s).insertText(u"1.00"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!split().isOpen());
    QCOMPARE(shown(1, 1), u"{\"a\": 1.00, \"b\": [true]}"_s);
    QVERIFY(view().grid().hasFocus());
    QCOMPARE(view().editedRows().edits().changeCount(), 1);
}

void TestValueSplit::escapeLeavesEverything()
{
    enlarge({0, 2});
    QTest::keyClicks(find<QPlainTextEdit>(u"textEditorText"_s), u"y"_s);
    key(Qt::Key_Escape);
    QVERIFY(!split().isOpen());
    QCOMPARE(shown(0, 2), u"{x,NULL}"_s);
    QVERIFY(view().editedRows().edits().isEmpty());
    // Nobody changed anything: nothing is staged either.
    enlarge({0, 1});
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(view().editedRows().edits().isEmpty());
}

/// What was typed into the cell is not lost on the way, and needs no further change to be kept.
void TestValueSplit::goesOnFromTheCell()
{
    view().grid().setCurrentCell({2, 4});
    QTest::keyClicks(&view().grid(), u"5"_s);
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
    view().grid().setCurrentCell({3, 0});
    QVERIFY(!split().isOpen());
    QCOMPARE(shown(0, 2), u"{\"y x\",NULL}"_s);
}

void TestValueSplit::closingTheTabKeeps()
{
    enlarge({4, 4});
    QTest::keyClick(find<QLineEdit>(u"lineEditorText"_s), Qt::Key_Up);
    m_table->close();
    const auto &edits = m_table->database().changes().edits({Kind::Table, u"public"_s, u"item"_s});
    QCOMPARE(edits.rows().size(), 1);
    QCOMPARE(edits.rows().first().values.value(u"amount"_s), edit::NewValue::of("9007199254740994"));
}

void TestValueSplit::keepsWhatHasGoneOutOfSight()
{
    m_table->open(u"long_item"_s, Kind::Table, {1000, 700});
    enlarge({0, 1});
    const auto row = *m_table->rows().touch(0);
    auto *text = find<QPlainTextEdit>(u"jsonText"_s);
    text->document()->find(u"1"_s).insertText(u"2"_s);
    view().grid().scrollToRow(40'000);
    QTRY_COMPARE(m_table->rows().rowOf(row), -1);
    text->setFocus();
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!split().isOpen());
    const auto &edits = m_table->rows().edits();
    QCOMPARE(edits.rows().size(), 1);
    QCOMPARE(edits.rows().firstKey(), row.identity);
    QCOMPARE(edits.rows().first().values.value(u"doc"_s).text.simplified(), QByteArray("{\"a\": 2}"));
}

/// Nobody gets to say goodbye when the program is killed: what the journal holds while the editor is open.
void TestValueSplit::survivesWhileItIsTyped()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"workspace.sqlite"_s);
    const auto killed = folder.filePath(u"killed.sqlite"_s);
    auto &changes = m_table->database().changes();
    workspace::Workspace workspace(file);
    changes.restore(workspace.journal(), u"here"_s);
    QTRY_VERIFY(changes.isRestored());
    QSignalSpy settled(&changes, &StagedChanges::settled);
    enlarge({1, 4});
    QTest::keyClick(find<QLineEdit>(u"lineEditorText"_s), Qt::Key_Up);
    QTRY_COMPARE(settled.size(), 1);
    QVERIFY(m_table->rows().edits().isEmpty());
    QVERIFY(QFile::copy(file, killed));
    QVERIFY(QFile::copy(file + u"-wal"_s, killed + u"-wal"_s));
    key(Qt::Key_Escape);

    workspace::Workspace next(killed);
    StagedChanges found;
    found.restore(next.journal(), u"here"_s);
    QTRY_VERIFY(found.isRestored());
    const auto &edits = found.edits(view().id());
    QCOMPARE(edits.rows().size(), 1);
    QCOMPARE(edits.rows().first().values.value(u"amount"_s), edit::NewValue::of("9007199254740994"));
}

void TestValueSplit::cellsHaveTheirEditors()
{
    view().grid().setCurrentCell({0, 3});
    QTest::keyClicks(&view().grid(), u"g"_s);
    QVERIFY(find<QComboBox>(u"cellEditorChoice"_s));
    key(Qt::Key_Return);
    QCOMPARE(shown(0, 3), u"glad"_s);
    view().grid().setCurrentCell({0, 4});
    key(Qt::Key_F2);
    QTRY_VERIFY(find<QLineEdit>(u"cellEditorText"_s));
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QCOMPARE(shown(0, 4), u"9007199254740992"_s);
}

QTEST_MAIN(TestValueSplit)
#include "tst_valuesplit.moc"
