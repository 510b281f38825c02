#include "tests/ui/edit/madetypes.h"
#include "ui/edit/celleditors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using edit::NewValue;
using Exit = CellEditor::Exit;

class TestCellEditors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void untouchedGivesBack_data();
    void untouchedGivesBack();
    void numbers();
    void dates();
    void booleans();
    void unknownChoice();

private:
    std::unique_ptr<CellEditor> make(const QString &type)
    {
        const auto snapshot = test::madeTypes(u"mood"_s, {u"sad"_s, u"glad"_s});
        std::unique_ptr<CellEditor> editor(
            makeCellEditor(edit::valueType(snapshot, type), *m_theme, font(TextStyle::Body), nullptr));
        editor->resize(200, 26);
        editor->show();
        return editor;
    }

    std::unique_ptr<Theme> m_theme;
};

void TestCellEditors::untouchedGivesBack_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<NewValue>("value");

    QTest::newRow("number") << u"numeric"_s << NewValue::of("001.0");
    QTest::newRow("NULL") << u"integer"_s << NewValue::null();
    QTest::newRow("default") << u"date"_s << NewValue{NewValue::Kind::Default, {}};
    QTest::newRow("enum") << u"public.mood"_s << NewValue::of("gone");
    QTest::newRow("boolean NULL") << u"boolean"_s << NewValue::null();
    QTest::newRow("text") << u"text"_s << NewValue::of("a\r\nb");
    QTest::newRow("array") << u"integer[]"_s << NewValue::of("{1, 2}");
}

void TestCellEditors::untouchedGivesBack()
{
    QFETCH(QString, type);
    QFETCH(NewValue, value);
    const auto editor = make(type);
    editor->setValue(value);
    QVERIFY(!editor->isModified());
    QCOMPARE(editor->value(), value);
}

void TestCellEditors::numbers()
{
    const auto editor = make(u"bigint"_s);
    auto *line = editor->findChild<QLineEdit *>(u"cellEditorText"_s);
    editor->setValue(NewValue::of("9223372036854775806"));
    QTest::keyClick(line, Qt::Key_Up);
    QVERIFY(editor->isModified());
    QCOMPARE(editor->value(), NewValue::of("9223372036854775807"));
    editor->replaceWith(u"7"_s);
    QCOMPARE(editor->value(), NewValue::of("7"));
    QSignalSpy exited(editor.get(), &CellEditor::exited);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(exited.count(), 1);
    QCOMPARE(exited.front().front().value<Exit>(), Exit::KeepDown);
    QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(exited.back().front().value<Exit>(), Exit::Enlarge);
}

void TestCellEditors::dates()
{
    const auto editor = make(u"timestamp without time zone"_s);
    editor->setValue(NewValue::null());
    auto *line = editor->findChild<QLineEdit *>(u"cellEditorText"_s);
    QCOMPARE(line->placeholderText(), u"NULL"_s);
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    emit editor->findChild<QCalendarWidget *>(u"calendar"_s)->activated(QDate(2026, 11, 21));
    QCOMPARE(editor->value(), NewValue::of("2026-11-21 00:00:00"));
}

void TestCellEditors::booleans()
{
    const auto editor = make(u"boolean"_s);
    editor->setValue(NewValue::of("f"));
    auto *box = editor->findChild<QComboBox *>(u"cellEditorChoice"_s);
    QCOMPARE(box->currentText(), u"false"_s);
    QTRY_VERIFY(box->view()->isVisible());
    QSignalSpy exited(editor.get(), &CellEditor::exited);
    QTest::keyClick(box->view(), Qt::Key_Up);
    QTest::keyClick(box->view(), Qt::Key_Return);
    QTRY_COMPARE(exited.count(), 1);
    QCOMPARE(exited.front().front().value<Exit>(), Exit::Keep);
    QCOMPARE(editor->value(), NewValue::of("t"));
}

void TestCellEditors::unknownChoice()
{
    const auto editor = make(u"public.mood"_s);
    editor->replaceWith(u"g"_s);
    QCOMPARE(editor->value(), NewValue::of("glad"));
    QVERIFY(editor->fault().isEmpty());
    editor->replaceWith(u"x"_s);
    QCOMPARE(editor->value(), NewValue::of("x"));
    QVERIFY(!editor->fault().isEmpty());
}

QTEST_MAIN(TestCellEditors)
#include "tst_celleditors.moc"
