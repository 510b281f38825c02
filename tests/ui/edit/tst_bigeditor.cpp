#include "tests/ui/edit/madetypes.h"
#include "ui/edit/bigeditor.h"
#include "ui/edit/jsoneditor.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using edit::NewValue;

namespace {

const catalog::Snapshot &schema()
{
    static const auto snapshot =
        test::madeTypes(u"plan_status"_s, {u"draft"_s, u"planned"_s, u"done"_s, u"skipped"_s}, u"lap"_s,
                        {catalog::Column{u"title"_s, u"text"_s}, catalog::Column{u"metres"_s, u"integer"_s},
                         catalog::Column{u"splits"_s, u"numeric[]"_s},
                         catalog::Column{u"status"_s, u"public.plan_status"_s}});
    return snapshot;
}

} // namespace

class TestBigEditor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void keepsByKey();
    void untouchedKeepsNothing();
    void kindsOfValue();
    void typingEndsNull();
    void faultsAreTold();
    void refusal();
    void partsAsText();
    void everyControlHasAName_data() { pages(); }
    void everyControlHasAName();
    void looks_data() { pages(); }
    void looks();

private:
    static void pages();
    static EditedColumn column(const QString &type)
    {
        EditedColumn made{u"meta"_s, edit::valueType(schema(), type)};
        made.defaultSql = u"gen()"_s;
        made.fault = [](const NewValue &value) {
            return value.text == "bad" ? u"“bad” is refused."_s : QString();
        };
        return made;
    }
    std::unique_ptr<BigEditor> open(const EditedColumn &column, const NewValue &value)
    {
        auto editor = std::make_unique<BigEditor>(*m_theme);
        editor->resize(1040, 300);
        editor->open(column, value);
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

    std::unique_ptr<Theme> m_theme;
};

void TestBigEditor::keepsByKey()
{
    const auto editor = open(column(u"text"_s), NewValue::of("one"));
    QSignalSpy kept(editor.get(), &BigEditor::kept);
    QSignalSpy cancelled(editor.get(), &BigEditor::cancelled);
    auto *text = find<QPlainTextEdit>(*editor, u"textEditorText"_s);
    QVERIFY(!find<QPushButton>(*editor, u"bigEditorKeep"_s)->isEnabled());
    QTest::keyClicks(text, u"x"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(kept.count(), 1);
    QCOMPARE(kept.front().front().value<NewValue>(), NewValue::of("xone"));
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
}

void TestBigEditor::untouchedKeepsNothing()
{
    const auto editor = open(column(u"jsonb"_s), NewValue::of("{\"a\": 1.0}"));
    QSignalSpy kept(editor.get(), &BigEditor::kept);
    QSignalSpy cancelled(editor.get(), &BigEditor::cancelled);
    QTest::keyClick(editor.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(kept.count(), 0);
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(editor->value(), NewValue::of("{\"a\": 1.0}"));
}

void TestBigEditor::kindsOfValue()
{
    auto stamp = column(u"timestamp with time zone"_s);
    const auto editor = open(stamp, NewValue::of("2026-11-25 06:30:00+00"));
    const auto press = [&](const QString &name) {
        QTest::mouseClick(find<QToolButton>(*editor, name), Qt::LeftButton);
    };
    QVERIFY(!find<QToolButton>(*editor, u"kindUuid"_s)->isVisible());
    press(u"kindNow"_s);
    QCOMPARE(editor->value().kind, NewValue::Kind::Now);
    QCOMPARE(find<QLabel>(*editor, u"bigEditorWord"_s)->text(), u"now()"_s);
    press(u"kindDefault"_s);
    QCOMPARE(editor->value().kind, NewValue::Kind::Default);
    QCOMPARE(find<QLabel>(*editor, u"bigEditorWord"_s)->text(), u"DEFAULT · gen()"_s);
    press(u"kindNull"_s);
    QCOMPARE(editor->value(), NewValue::null());
    press(u"kindValue"_s);
    QCOMPARE(editor->value(), NewValue::of("2026-11-25 06:30:00+00"));

    auto id = column(u"uuid"_s);
    id.notNull = true;
    const auto other = open(id, NewValue::of("x"));
    QVERIFY(find<QToolButton>(*other, u"kindUuid"_s)->isVisible());
    QVERIFY(!find<QToolButton>(*other, u"kindNull"_s)->isEnabled());
    QVERIFY(!find<QToolButton>(*other, u"kindNow"_s)->isVisible());
    const auto empty = open(column(u"text"_s), NewValue::null());
    QTest::mouseClick(find<QToolButton>(*empty, u"kindValue"_s), Qt::LeftButton);
    QCOMPARE(empty->value(), NewValue::of(""));
}

void TestBigEditor::typingEndsNull()
{
    const auto editor = open(column(u"integer"_s), NewValue::null());
    QTest::keyClicks(editor.get(), u"4"_s);
    QCOMPARE(editor->value(), NewValue::of("4"));
    QVERIFY(find<QLineEdit>(*editor, u"lineEditorText"_s)->isVisible());
}

void TestBigEditor::faultsAreTold()
{
    const auto editor = open(column(u"text"_s), NewValue::of(""));
    auto *text = find<QPlainTextEdit>(*editor, u"textEditorText"_s);
    QTest::keyClicks(text, u"bad"_s);
    QCOMPARE(find<QLabel>(*editor, u"bigEditorFault"_s)->text(), u"“bad” is refused."_s);
    // It may be kept all the same: the row is marked, and the server has the last word.
    QVERIFY(find<QPushButton>(*editor, u"bigEditorKeep"_s)->isEnabled());
    const auto json = open(column(u"jsonb"_s), NewValue::of("{\"a\": 1}"));
    QTest::keyClicks(find<QPlainTextEdit>(*json, u"jsonText"_s), u"x"_s);
    QTRY_VERIFY(!find<QLabel>(*json, u"bigEditorFault"_s)->text().isEmpty());
}

void TestBigEditor::refusal()
{
    auto locked = column(u"integer"_s);
    locked.refusal = u"The server writes this column."_s;
    const auto editor = open(locked, NewValue::of("1"));
    QCOMPARE(find<QLabel>(*editor, u"bigEditorFault"_s)->text(), locked.refusal);
    QVERIFY(!find<QPushButton>(*editor, u"bigEditorKeep"_s)->isVisible());
    QVERIFY(!find<QToolButton>(*editor, u"kindDefault"_s)->isEnabled());
    QVERIFY(!find<QLineEdit>(*editor, u"lineEditorText"_s)->isEnabled());
}

void TestBigEditor::partsAsText()
{
    const auto editor = open(column(u"integer[]"_s), NewValue::of("{1,2}"));
    auto *asText = find<QToolButton>(*editor, u"bigEditorAsText"_s);
    asText->setChecked(true);
    auto *text = find<QPlainTextEdit>(*editor, u"textEditorText"_s);
    QVERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), u"{1,2}"_s);
    text->setPlainText(u"{{1},{2}}"_s);
    QCOMPARE(editor->value(), NewValue::of("{{1},{2}}"));
    asText->setChecked(false);
    QCOMPARE(find<QTreeView>(*editor, u"itemsList"_s)->model()->rowCount(), 2);
    QCOMPARE(editor->value(), NewValue::of("{{1},{2}}"));
}

void TestBigEditor::pages()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const QString &type, const QByteArray &text) {
        QTest::newRow(name) << type << text;
    };
    row("text", u"text"_s, "Long run, easy.\nKeep the heart rate below 140.");
    row("number", u"numeric"_s, "12345678901234567890.50");
    row("boolean", u"boolean"_s, "t");
    row("enum", u"public.plan_status"_s, "planned");
    row("timestamp", u"timestamp with time zone"_s, "2026-11-25 06:30:00+01");
    row("uuid", u"uuid"_s, "0190f5ac-7a0e-4d1c-9d2e-0c7a4f0b6a11");
    row("json", u"jsonb"_s,
        R"({"zone": 2, "tags": ["long", null, true], "pace": {"min": 4.250, "max": 5.10}})");
    row("array", u"numeric[]"_s, "{1.50,NULL,3}");
    row("nested array", u"text[]"_s, "{{a,b},{c,\"d e\"}}");
    row("range", u"tstzrange"_s, "[\"2026-11-25 06:30:00+00\",)");
    row("multirange", u"int4multirange"_s, "{[1,3),[5,9)}");
    row("composite", u"public.lap"_s, "(\"First lap\",400,\"{1.5,2.25}\",done)");
    row("bytes", u"bytea"_s, "\\x89504e470d0a1a0a0000000d49484452000000400000002008020000");
    row("inet", u"inet"_s, "192.168.0.1/24");
}

void TestBigEditor::everyControlHasAName()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, text);
    const auto editor = open(column(type), NewValue::of(text));
    for (auto *widget : editor->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_") ||
            !widget->isVisible())
            continue;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

/// SQUALL_PICTURES names a folder for looking at them.
void TestBigEditor::looks()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, text);
    const auto folder = qEnvironmentVariable("SQUALL_PICTURES");
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        m_theme->setChoice(choice);
        const auto editor = open(column(type), NewValue::of(text));
        if (auto *json = editor->findChild<JsonEditor *>()) {
            QTRY_VERIFY(json->findChild<QTreeView *>(u"jsonTree"_s)->model()->rowCount() == 1);
            QTest::qWait(0);
        }
        QTest::qWait(1);
        // Nothing is cut off: every part has the room that it asks for.
        QVERIFY2(editor->minimumSizeHint().width() <= editor->width(),
                 qPrintable(QString::number(editor->minimumSizeHint().width())));
        QVERIFY2(editor->minimumSizeHint().height() <= editor->height(),
                 qPrintable(QString::number(editor->minimumSizeHint().height())));
        const auto picture = editor->grab().toImage();
        QCOMPARE(picture.pixelColor(2, picture.height() / 2), m_theme->color(Token::Surface));
        if (folder.isEmpty())
            continue;
        const auto name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
        const auto scheme = choice == Theme::Choice::Light ? u"light"_s : u"dark"_s;
        QVERIFY(picture.save(QDir(folder).filePath(name + u'-' + scheme + u".png"_s)));
        if (auto *json = editor->findChild<JsonEditor *>()) {
            json->showPage(JsonEditor::TreePage);
            QVERIFY(editor->grab().save(QDir(folder).filePath(u"json-tree-"_s + scheme + u".png"_s)));
        }
    }
    m_theme->setChoice(Theme::Choice::Light);
}

QTEST_MAIN(TestBigEditor)
#include "tst_bigeditor.moc"
