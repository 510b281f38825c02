#include "tests/models/cputime.h"
#include "tests/ui/edit/madetypes.h"
#include "ui/edit/valueeditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUuid>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using edit::ValueType;
using Kind = ValueType::Kind;

class TestValueEditors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void untouchedGivesBack_data();
    void untouchedGivesBack();
    void text();
    void longText();
    void numbersCountExactly();
    void calendarLeavesTimeAndZone();
    void uuid();
    void choices();
    void arrays();
    void nestedArrays();
    void arrayFaults();
    void composite();
    void range();
    void multirange();

private:
    static ValueType type(const QString &name) { return edit::valueType(schema(), name); }
    static const catalog::Snapshot &schema();
    std::unique_ptr<ValueEditor> make(const QString &type, const QByteArray &text)
    {
        const EditorContext context{*m_theme, [](const QString &, const QByteArray &bytes) {
                                        return bytes == "bad" ? u"refused"_s : QString();
                                    }};
        std::unique_ptr<ValueEditor> editor(
            makeValueEditor(edit::valueType(schema(), type), context, nullptr));
        editor->resize(900, 300);
        editor->setText(text);
        editor->show();
        return editor;
    }
    template<typename T>
    static T *find(const QWidget &widget, const QString &name)
    {
        auto *found = widget.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    static void choose(const QWidget &items, int row)
    {
        auto *list = find<QTreeView>(items, u"itemsList"_s);
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    static void press(const QWidget &widget, const QString &button)
    {
        QTest::mouseClick(find<QToolButton>(widget, button), Qt::LeftButton);
    }

    std::unique_ptr<Theme> m_theme;
};

const catalog::Snapshot &TestValueEditors::schema()
{
    static const auto snapshot = [] {
        QStringList moods;
        for (int i = 1; i <= 20; ++i)
            moods << u"mood %1"_s.arg(i);
        return test::madeTypes(u"mood"_s, moods, u"pair"_s,
                               {catalog::Column{u"title"_s, u"text"_s},
                                catalog::Column{u"tags"_s, u"text[]"_s},
                                catalog::Column{u"done"_s, u"boolean"_s}});
    }();
    return snapshot;
}

void TestValueEditors::untouchedGivesBack_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const QString &type, const char *text) {
        QTest::newRow(name) << type << QByteArray(text);
    };
    row("carriage returns", u"text"_s,
        "a\r\nb\r\xE2\x80\xA8"
        "c\xC2\xA0");
    row("number", u"numeric"_s, "0001.50");
    row("not a number", u"numeric"_s, "NaN");
    row("infinity", u"timestamp with time zone"_s, "infinity");
    row("other date style", u"date"_s, "25/11/2026");
    row("boolean", u"boolean"_s, "t");
    row("enum that is gone", u"public.mood"_s, "bliss");
    row("array with blanks", u"integer[]"_s, " { 1 , 2 } ");
    row("broken array", u"integer[]"_s, "{1,");
    row("bounds", u"text[]"_s, "[0:1]={a,NULL}");
    row("json with blanks", u"json"_s, "{ \"a\" :1.00}\r\n");
    row("jsonb", u"jsonb"_s, "{\"a\": [1.50, 2]}");
    row("broken json", u"json"_s, "{a");
    row("range", u"int4range"_s, "[1,5)");
    row("multirange", u"nummultirange"_s, "{[1.0,2.0),[3.0,)}");
    row("bytes", u"bytea"_s, "\\x00FF");
    row("record", u"public.pair"_s, "(\"a b\",\"{x,NULL}\",)");
    row("unknown type", u"public.geometry"_s, "0101000000");
    row("tsvector", u"tsvector"_s, "'a':1 'b\n'");
    row("inet", u"inet"_s, "10.0.0.1/8");
}

void TestValueEditors::untouchedGivesBack()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, text);
    const auto editor = make(type, text);
    QSignalSpy edited(editor.get(), &ValueEditor::edited);
    QCOMPARE(editor->text(), text);
    QTest::qWait(0);
    QCOMPARE(editor->text(), text);
    QCOMPARE(edited.count(), 0);
}

void TestValueEditors::text()
{
    const auto editor = make(u"text"_s, "one\r\ntwo");
    auto *edit = find<QPlainTextEdit>(*editor, u"textEditorText"_s);
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, u"!"_s);
    QCOMPARE(editor->text(), "one\r\ntwo!");
    QCOMPARE(editor->note(), u"9 characters · 2 lines"_s);
    find<QCheckBox>(*editor, u"textEditorMono"_s)->click();
    QVERIFY(QFontInfo(edit->font()).fixedPitch() || edit->font().fixedPitch());
}

/// One line of half a megabyte: the time is this thread's own.
void TestValueEditors::longText()
{
    const auto before = test::cpuNanoseconds();
    const auto editor = make(u"text"_s, QByteArray(500'000, 'x'));
    editor->grab();
    const auto opened = (test::cpuNanoseconds() - before) / 1'000'000;
    qInfo("opened in %lld ms", static_cast<long long>(opened));
    QVERIFY2(opened < 3000, qPrintable(QString::number(opened)));
}

void TestValueEditors::numbersCountExactly()
{
    const auto editor = make(u"numeric"_s, "9007199254740993.10");
    auto *line = find<QLineEdit>(*editor, u"lineEditorText"_s);
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(editor->text(), "9007199254740994.10");
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(editor->text(), "9007199254740992.10");
    const auto other = make(u"numeric"_s, "NaN");
    QTest::keyClick(find<QLineEdit>(*other, u"lineEditorText"_s), Qt::Key_Up);
    QCOMPARE(other->text(), "NaN");
}

void TestValueEditors::calendarLeavesTimeAndZone()
{
    const auto editor = make(u"timestamp with time zone"_s, "2026-11-25 06:30:00.5+05:45");
    auto *line = find<QLineEdit>(*editor, u"lineEditorText"_s);
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    auto *calendar = find<QCalendarWidget>(*editor, u"calendar"_s);
    QCOMPARE(calendar->selectedDate(), QDate(2026, 11, 25));
    emit calendar->activated(QDate(2024, 2, 29));
    QCOMPARE(editor->text(), "2024-02-29 06:30:00.5+05:45");
}

void TestValueEditors::uuid()
{
    const auto editor = make(u"uuid"_s, "");
    press(*editor, u"lineEditorHelp"_s);
    const auto made = QUuid::fromString(QString::fromLatin1(editor->text()));
    QVERIFY(!made.isNull());
    QCOMPARE(made.version(), QUuid::Random);
    QCOMPARE(editor->text().size(), 36);
}

void TestValueEditors::choices()
{
    const auto yes = make(u"boolean"_s, "t");
    auto *list = find<QListWidget>(*yes, u"choiceList"_s);
    QCOMPARE(list->currentItem()->text(), u"true"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(yes->text(), "f");

    const auto mood = make(u"public.mood"_s, "mood 2");
    auto *filter = find<QLineEdit>(*mood, u"choiceFilter"_s);
    QTest::keyClicks(filter, u"17"_s);
    QCOMPARE(mood->text(), "mood 17");
    filter->setText(u"mood 1"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(mood->text(), "mood 10");
}

void TestValueEditors::arrays()
{
    const auto editor = make(u"text[]"_s, "[0:1]={a,NULL}");
    auto *text = find<QPlainTextEdit>(*editor, u"textEditorText"_s);
    QTest::keyClicks(text, u"x,"_s);
    QCOMPARE(editor->text(), "[0:1]={\"x,a\",NULL}");
    choose(*editor, 1);
    QVERIFY(find<QCheckBox>(*editor, u"itemNull"_s)->isChecked());
    QTest::keyClicks(text, u"b"_s);
    QCOMPARE(editor->text(), "[0:1]={\"x,a\",b}");
    QVERIFY(!find<QCheckBox>(*editor, u"itemNull"_s)->isChecked());
    press(*editor, u"itemAdd"_s);
    QCOMPARE(editor->text(), "[0:2]={\"x,a\",b,\"\"}");
    find<QCheckBox>(*editor, u"itemNull"_s)->click();
    press(*editor, u"itemUp"_s);
    QCOMPARE(editor->text(), "[0:2]={\"x,a\",NULL,b}");
    choose(*editor, 0);
    press(*editor, u"itemRemove"_s);
    QCOMPARE(editor->text(), "[0:1]={NULL,b}");
    press(*editor, u"itemRemove"_s);
    press(*editor, u"itemRemove"_s);
    QCOMPARE(editor->text(), "{}");
    QVERIFY(!find<QToolButton>(*editor, u"itemRemove"_s)->isEnabled());
}

void TestValueEditors::nestedArrays()
{
    const auto editor = make(u"integer[]"_s, "{{1,2},{3,4}}");
    choose(*editor, 1);
    auto *inner = editor->findChild<ValueEditor *>(u"itemEditor"_s);
    QVERIFY(inner);
    QCOMPARE(inner->text(), "{3,4}");
    auto *line = find<QLineEdit>(*inner, u"lineEditorText"_s);
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(editor->text(), "{{1,2},{4,4}}");
    QVERIFY(editor->fault().isEmpty());
    press(*inner, u"itemAdd"_s);
    QCOMPARE(editor->text(), "{{1,2},{4,0,4}}");
    QVERIFY(!editor->fault().isEmpty());
    press(*inner, u"itemRemove"_s);
    QVERIFY(editor->fault().isEmpty());
    press(*editor, u"itemAdd"_s);
    QCOMPARE(editor->text(), "{{1,2},{4,4},{NULL,NULL}}");

    const auto fresh = make(u"integer[]"_s, "{}");
    find<QCheckBox>(*fresh, u"arrayNested"_s)->click();
    press(*fresh, u"itemAdd"_s);
    auto *part = fresh->findChild<ValueEditor *>(u"itemEditor"_s);
    press(*part, u"itemAdd"_s);
    QCOMPARE(fresh->text(), "{{0}}");
}

void TestValueEditors::arrayFaults()
{
    const auto editor = make(u"text[]"_s, "{a,");
    QVERIFY(!editor->fault().isEmpty());
    const auto part = make(u"text[]"_s, "{good,bad}");
    QVERIFY(part->fault().isEmpty());
    choose(*part, 1);
    QCOMPARE(part->fault(), u"[2]: refused"_s);
}

void TestValueEditors::composite()
{
    const auto editor = make(u"public.pair"_s, "(\"a b\",\"{x,NULL}\",)");
    choose(*editor, 1);
    auto *tags = editor->findChild<ValueEditor *>(u"itemEditor"_s);
    choose(*tags, 1);
    QTest::keyClicks(find<QPlainTextEdit>(*tags, u"textEditorText"_s), u"y \""_s);
    QCOMPARE(editor->text(), R"(("a b","{x,""y \\""""}",))");
    choose(*editor, 2);
    auto *done = editor->findChild<ValueEditor *>(u"itemEditor"_s);
    QTRY_VERIFY(done->findChild<QListWidget *>(u"choiceList"_s));
    find<QListWidget>(*done, u"choiceList"_s)->setCurrentRow(0);
    QCOMPARE(editor->text(), R"(("a b","{x,""y \\""""}",t))");
    choose(*editor, 0);
    find<QCheckBox>(*editor, u"itemNull"_s)->click();
    QCOMPARE(editor->text(), R"((,"{x,""y \\""""}",t))");
}

void TestValueEditors::range()
{
    const auto editor = make(u"numrange"_s, "[1.0,5.00)");
    auto *upper = find<QComboBox>(*editor, u"rangeUpperKind"_s);
    upper->setCurrentIndex(0);
    QCOMPARE(editor->text(), "[1.0,5.00]");
    QTest::keyClick(find<QLineEdit>(*find<ValueEditor>(*editor, u"rangeLower"_s), u"lineEditorText"_s),
                    Qt::Key_Up);
    QCOMPARE(editor->text(), "[2.0,5.00]");
    upper->setCurrentIndex(2);
    QCOMPARE(editor->text(), "[2.0,)");
    find<QCheckBox>(*editor, u"rangeEmpty"_s)->click();
    QCOMPARE(editor->text(), "empty");
    QVERIFY(!upper->isEnabled());
    find<QCheckBox>(*editor, u"rangeEmpty"_s)->click();
    QCOMPARE(editor->text(), "[2.0,)");
    auto *line = find<QLineEdit>(*find<ValueEditor>(*editor, u"rangeLower"_s), u"lineEditorText"_s);
    line->clear();
    QTest::keyClicks(line, u"bad"_s);
    QCOMPARE(editor->fault(), u"From: refused"_s);
}

void TestValueEditors::multirange()
{
    const auto editor = make(u"int4multirange"_s, "{[1,3)}");
    press(*editor, u"itemAdd"_s);
    QCOMPARE(editor->text(), "{[1,3),(,)}");
    auto *range = editor->findChild<ValueEditor *>(u"itemEditor"_s);
    find<QComboBox>(*range, u"rangeLowerKind"_s)->setCurrentIndex(0);
    QTest::keyClicks(find<QLineEdit>(*find<ValueEditor>(*range, u"rangeLower"_s), u"lineEditorText"_s),
                     u"7"_s);
    QCOMPARE(editor->text(), "{[1,3),[7,)}");
    QVERIFY(editor->fault().isEmpty());
}

QTEST_MAIN(TestValueEditors)
#include "tst_valueeditors.moc"
