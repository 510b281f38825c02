#include "ui/grid/plaincelleditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using edit::NewValue;

namespace {

struct Shown
{
    explicit Shown(const NewValue &value)
    {
        editor.setValue(value);
        editor.show();
        editor.setFocus();
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&editor);
    }
    QPlainTextEdit &text() { return *editor.findChild<QPlainTextEdit *>(); }

    Theme theme{*qApp, Theme::Choice::Light};
    PlainCellEditor editor{theme, font(TextStyle::Body)};
};

} // namespace

class TestCellEditor : public QObject
{
    Q_OBJECT

private slots:
    void untouchedIsWhatItWas_data();
    void untouchedIsWhatItWas();
    void changedKeepsTheRest_data();
    void changedKeepsTheRest();
    void wordStandsUntilTyping_data();
    void wordStandsUntilTyping();
    void keysLeave_data();
    void keysLeave();
    void newline();
    void growsWithLines();
};

void TestCellEditor::untouchedIsWhatItWas_data()
{
    QTest::addColumn<NewValue>("value");
    QTest::newRow("text") << NewValue::of("one");
    QTest::newRow("empty") << NewValue::of("");
    QTest::newRow("null") << NewValue::null();
    QTest::newRow("default") << NewValue{NewValue::Kind::Default};
    QTest::newRow("windows lines") << NewValue::of("a\r\nb");
    QTest::newRow("not even UTF-8") << NewValue::of("\xff\xfe");
}

void TestCellEditor::untouchedIsWhatItWas()
{
    QFETCH(NewValue, value);
    Shown s(value);
    QVERIFY(!s.editor.isModified());
    QCOMPARE(s.editor.value(), value);
}

void TestCellEditor::changedKeepsTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("breaks") << u"a\nb\n"_s;
    QTest::newRow("windows breaks") << u"a\r\nb\r\n"_s;
    QTest::newRow("no-break space") << u"a\u00a0b"_s;
    QTest::newRow("tab") << u"a\tb"_s;
    QTest::newRow("line separator") << u"a\u2028b\u2029c"_s;
    QTest::newRow("signs of its own") << u"a\u240db"_s;
    QTest::newRow("form feed") << u"a\fb"_s;
    QTest::newRow("beyond the first plane") << u"a\U0001F3C3b"_s;
}

void TestCellEditor::changedKeepsTheRest()
{
    QFETCH(QString, text);
    Shown s(NewValue::of(text.toUtf8()));
    QTest::keyClicks(&s.text(), u"!"_s);
    QCOMPARE(QString::fromUtf8(s.editor.value().text), text + u'!');
}

void TestCellEditor::wordStandsUntilTyping_data()
{
    QTest::addColumn<NewValue>("value");
    QTest::addColumn<QString>("word");
    QTest::newRow("NULL") << NewValue::null() << u"NULL"_s;
    QTest::newRow("DEFAULT") << NewValue{NewValue::Kind::Default} << u"DEFAULT"_s;
    QTest::newRow("now()") << NewValue{NewValue::Kind::Now} << u"now()"_s;
}

void TestCellEditor::wordStandsUntilTyping()
{
    QFETCH(NewValue, value);
    QFETCH(QString, word);
    Shown s(value);
    QCOMPARE(s.text().placeholderText(), word);
    QTest::keyClick(&s.text(), Qt::Key_Backspace);
    QCOMPARE(s.editor.value(), value);
    QTest::keyClicks(&s.text(), u"x"_s);
    QCOMPARE(s.editor.value(), NewValue::of("x"));
    QTest::keyClick(&s.text(), Qt::Key_Backspace);
    QCOMPARE(s.editor.value(), NewValue::of(""));
    QCOMPARE(s.text().placeholderText(), u"''"_s);
}

void TestCellEditor::keysLeave_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<CellEditor::Exit>("exit");
    const Qt::KeyboardModifiers none;
    QTest::newRow("escape") << Qt::Key_Escape << none << CellEditor::Exit::Cancel;
    QTest::newRow("enter") << Qt::Key_Return << none << CellEditor::Exit::KeepDown;
    QTest::newRow("enter of the keypad")
        << Qt::Key_Enter << Qt::KeyboardModifiers(Qt::KeypadModifier) << CellEditor::Exit::KeepDown;
    QTest::newRow("shift enter") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ShiftModifier)
                                 << CellEditor::Exit::Enlarge;
    QTest::newRow("tab") << Qt::Key_Tab << none << CellEditor::Exit::KeepRight;
    QTest::newRow("shift tab") << Qt::Key_Backtab << Qt::KeyboardModifiers(Qt::ShiftModifier)
                               << CellEditor::Exit::KeepLeft;
}

void TestCellEditor::keysLeave()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(CellEditor::Exit, exit);
    Shown s(NewValue::of("one"));
    QSignalSpy exits(&s.editor, &CellEditor::exited);
    QTest::keyClick(&s.text(), key, modifiers);
    QCOMPARE(exits.count(), 1);
    QCOMPARE(exits.front().front().value<CellEditor::Exit>(), exit);
    QCOMPARE(s.editor.value(), NewValue::of("one"));
}

void TestCellEditor::newline()
{
    Shown s(NewValue::of("one"));
    QSignalSpy exits(&s.editor, &CellEditor::exited);
    QTest::keyClick(&s.text(), Qt::Key_Return, Qt::AltModifier);
    QTest::keyClicks(&s.text(), u"two"_s);
    QCOMPARE(s.editor.value(), NewValue::of("one\ntwo"));
    QCOMPARE(exits.count(), 0);
}

void TestCellEditor::growsWithLines()
{
    Shown s(NewValue::of("one"));
    const int before = s.editor.sizeHint().height();
    s.editor.setValue(NewValue::of("one\ntwo\nthree"));
    QVERIFY(s.editor.sizeHint().height() > before);
}

QTEST_MAIN(TestCellEditor)
#include "tst_celleditor.moc"
