#include "core/base/jsonstring.h"
#include "models/jsontreemodel.h"
#include "tests/models/cputime.h"
#include "ui/edit/jsoneditor.h"
#include "ui/edit/jsontextedit.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QTreeView>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::JsonTreeModel;

class TestJsonEditor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void textGoesBackOnOneLine();
    void ownBlanksStay();
    void faultHasAPlace();
    void treeChangesNothingElse();
    void treeMovesAddsRemoves();
    void reformats();
    void halfAMegabyte_data();
    void halfAMegabyte();
    void colorsWhatIsInSight();

private:
    std::unique_ptr<JsonEditor> make(const QString &type, const QByteArray &text)
    {
        auto editor = std::make_unique<JsonEditor>(edit::valueType({}, type), *m_theme);
        editor->resize(900, 400);
        editor->setText(text);
        editor->show();
        return editor;
    }
    static JsonTextEdit &textOf(const JsonEditor &editor)
    {
        return *editor.findChild<JsonTextEdit *>(u"jsonText"_s);
    }
    static JsonTreeModel &treeOf(const JsonEditor &editor) { return *editor.findChild<JsonTreeModel *>(); }

    std::unique_ptr<Theme> m_theme;
};

void TestJsonEditor::textGoesBackOnOneLine()
{
    const auto editor = make(u"jsonb"_s, R"({"a": [1.50, 12345678901234567890], "b": null})");
    auto &text = textOf(*editor);
    QCOMPARE(text.blockCount(), 7);
    auto cursor = text.document()->find(u"1.50"_s);
    cursor.insertText(u"1.5000"_s);
    QCOMPARE(editor->text(), R"({"a": [1.5000, 12345678901234567890], "b": null})");
    QTRY_VERIFY(treeOf(*editor).isCurrent());
    QVERIFY(editor->fault().isEmpty());
    QVERIFY(!editor->findChild<QToolButton *>(u"jsonIndent"_s)->isVisible());
}

void TestJsonEditor::ownBlanksStay()
{
    const auto editor = make(u"json"_s, "{ \"a\" :1,\n\t\"b\":2}");
    auto cursor = textOf(*editor).document()->find(u"2"_s);
    cursor.insertText(u"3.0"_s);
    QCOMPARE(editor->text(), "{ \"a\" :1,\n\t\"b\":3.0}");
}

void TestJsonEditor::faultHasAPlace()
{
    const auto editor = make(u"jsonb"_s, R"({"a": 1})");
    QTRY_VERIFY(treeOf(*editor).isCurrent());
    auto &text = textOf(*editor);
    auto cursor = text.document()->find(u"1"_s);
    cursor.insertText(u"01"_s);
    QTRY_VERIFY(!editor->fault().isEmpty());
    QVERIFY2(editor->fault().startsWith(u"Line 2, column 8: "), qPrintable(editor->fault()));
    QCOMPARE(text.extraSelections().size(), 1);
    QCOMPARE(text.extraSelections().front().cursor.selectionStart(), 9);
    // What is broken is not lost, and not made prettier.
    QCOMPARE(editor->text(), "{\n  \"a\": 01\n}");
    text.document()->find(u"01"_s).insertText(u"10"_s);
    QTRY_VERIFY(editor->fault().isEmpty());
    QCOMPARE(text.extraSelections().size(), 0);
    QCOMPARE(editor->text(), R"({"a": 10})");
}

void TestJsonEditor::treeChangesNothingElse()
{
    const QByteArray given("{ \"n\" : 1.00 ,\r\n \"list\":[ 1,{\"x\":\"\\u00e9\"} ]}");
    const auto editor = make(u"json"_s, given);
    auto &model = treeOf(*editor);
    QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(model.isCurrent());
    editor->showPage(JsonEditor::TreePage);
    const auto root = model.index(0, 0);
    QCOMPARE(model.index(0, 1, root).data().toString(), u"1.00"_s);
    QVERIFY(!model.setData(model.index(0, 1, root), u"01"_s));
    QSignalSpy edited(editor.get(), &ValueEditor::edited);
    QVERIFY(model.setData(model.index(0, 1, root), u"2.000"_s));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(editor->text(), QByteArray(given).replace("1.00", "2.000"));
    QTRY_VERIFY(model.isCurrent());
    QVERIFY(model.setData(model.index(1, 0, model.index(0, 0)), u"my \"list\""_s));
    QCOMPARE(editor->text(),
             QByteArray(given).replace("1.00", "2.000").replace("\"list\"", "\"my \\\"list\\\"\""));
}

void TestJsonEditor::treeMovesAddsRemoves()
{
    const auto editor = make(u"jsonb"_s, R"({"a": [1, 2, 3], "b": {}})");
    auto &model = treeOf(*editor);
    QTRY_VERIFY(model.isCurrent());
    editor->showPage(JsonEditor::TreePage);
    auto *tree = editor->findChild<QTreeView *>(u"jsonTree"_s);
    const auto press = [&](const QString &button) {
        QTest::mouseClick(editor->findChild<QToolButton *>(button), Qt::LeftButton);
        QTRY_VERIFY(model.isCurrent());
    };
    tree->setCurrentIndex(model.indexAt({0, 0, 1}));
    press(u"jsonUp"_s);
    QCOMPARE(editor->text(), R"({"a": [2, 1, 3], "b": {}})");
    tree->setCurrentIndex(model.indexAt({0, 0, 2}));
    press(u"jsonAdd"_s);
    QCOMPARE(editor->text(), R"({"a": [2, 1, 3, null], "b": {}})");
    tree->setCurrentIndex(model.indexAt({0, 1}));
    press(u"jsonAdd"_s);
    QCOMPARE(editor->text(), R"({"a": [2, 1, 3, null], "b": {"key": null}})");
    tree->setCurrentIndex(model.indexAt({0, 0}));
    press(u"jsonRemove"_s);
    QCOMPARE(editor->text(), R"({"b": {"key": null}})");
    tree->setCurrentIndex(model.index(0, 0));
    press(u"jsonRemove"_s);
    QCOMPARE(editor->text(), R"({"b": {"key": null}})");
}

void TestJsonEditor::reformats()
{
    const auto editor = make(u"json"_s, R"({ "a":[1.0]})");
    QTest::mouseClick(editor->findChild<QToolButton *>(u"jsonIndent"_s), Qt::LeftButton);
    QCOMPARE(editor->text(), "{\n  \"a\": [\n    1.0\n  ]\n}");
    QTest::mouseClick(editor->findChild<QToolButton *>(u"jsonCompact"_s), Qt::LeftButton);
    QCOMPARE(editor->text(), R"({"a": [1.0]})");
}

void TestJsonEditor::halfAMegabyte_data()
{
    QTest::addColumn<QByteArray>("json");

    QByteArray members("[");
    for (int i = 0; members.size() < 500'000; ++i)
        members += (i > 0 ? ", " : "") + QByteArray(R"({"id": )") + QByteArray::number(i) +
                   R"(, "title": "Intervals 6×800", "pace": 4.250})";
    QTest::newRow("many members") << members + ']';
    QTest::newRow("one long string") << "{\"text\": " + encodeJsonString(QString(500'000, u'x')) + '}';
    QTest::newRow("deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
}

/// Nothing that somebody does with a large value may keep the window from answering. What is counted is this
/// thread's own time, so that other work on the machine does not count.
void TestJsonEditor::halfAMegabyte()
{
    QFETCH(QByteArray, json);
    const auto cpu = [] { return test::cpuNanoseconds() / 1'000'000; };
    auto editor = std::make_unique<JsonEditor>(edit::valueType({}, u"jsonb"_s), *m_theme);
    editor->resize(900, 400);
    editor->show();
    auto before = cpu();
    editor->setText(json);
    editor->grab();
    const auto opened = cpu() - before;
    QTRY_VERIFY(treeOf(*editor).isCurrent());
    auto &text = textOf(*editor);
    text.moveCursor(QTextCursor::End);
    before = cpu();
    QTest::keyClicks(&text, u" "_s);
    editor->grab();
    const auto typed = cpu() - before;
    QTRY_VERIFY(treeOf(*editor).isCurrent() && editor->fault().isEmpty());
    qInfo("opened in %lld ms, a key in %lld ms", static_cast<long long>(opened),
          static_cast<long long>(typed));
    QVERIFY2(opened < 3000, qPrintable(QString::number(opened)));
    QVERIFY2(typed < 300, qPrintable(QString::number(typed)));
    QCOMPARE(editor->text(), json);
}

void TestJsonEditor::colorsWhatIsInSight()
{
    QByteArray json("[");
    for (int i = 0; i < 5000; ++i)
        json += (i > 0 ? ", " : "") + QByteArray(R"({"key": true})");
    const auto editor = make(u"jsonb"_s, json + ']');
    auto &text = textOf(*editor);
    editor->grab();
    QVERIFY(!text.document()->findBlockByNumber(2).layout()->formats().isEmpty());
    QVERIFY(text.document()->findBlockByNumber(10000).layout()->formats().isEmpty());
    text.moveCursor(QTextCursor::End);
    text.ensureCursorVisible();
    editor->grab();
    const auto colored = text.document()->findBlockByNumber(text.blockCount() - 3).layout()->formats();
    QVERIFY(!colored.isEmpty());
}

QTEST_MAIN(TestJsonEditor)
#include "tst_jsoneditor.moc"
