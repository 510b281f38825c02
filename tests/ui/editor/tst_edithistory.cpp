#include "models/query/editlog.h"
#include "ui/editor/edithistory.h"
#include "ui/editor/editing.h"
#include "ui/editor/sqleditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;
using models::EditLog;
using Sci = QsciScintillaBase;

class TestEditHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light); }
    void init() { m_editor = shown(); }
    void cleanup() { m_editor.reset(); }
    void cleanupTestCase() { m_theme.reset(); }
    void undoesWhatWasTypedBefore();
    void whatWasUndoneCanBeRedone();
    void stepsStayWhatTheyWere();
    void newTypingIsAStepOfItsOwn();
    void anotherTextIsNothingToUndo();
    void aLogThatDoesNotFitIsLeftAlone_data();
    void aLogThatDoesNotFitIsLeftAlone();
    void tellsNobody();
    void anyEditsComeBack();
    void aLongHistoryIsQuicklyThere();

private:
    std::unique_ptr<SqlEditor> shown() const
    {
        auto editor = std::make_unique<SqlEditor>(*m_theme);
        editor->resize(800, 400);
        editor->show();
        return editor;
    }
    /// The editor of the next start.
    std::unique_ptr<SqlEditor> next() const
    {
        auto editor = shown();
        editor->setScript(m_editor->script());
        editor->history().restore(m_editor->history().kept());
        return editor;
    }
    static void press(SqlEditor &editor, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&editor, static_cast<Qt::Key>(key), modifiers);
    }
    static void undo(SqlEditor &editor) { press(editor, Qt::Key_Z, Qt::ControlModifier); }
    static void redo(SqlEditor &editor) { press(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SqlEditor> m_editor;
};

void TestEditHistory::undoesWhatWasTypedBefore()
{
    m_editor->setScript(u"select 'ö🦦'\n"_s);
    m_editor->setCaret(m_editor->script().size());
    QTest::keyClicks(m_editor.get(), u"from t"_s);
    press(*m_editor, Qt::Key_Backspace);
    m_editor->replaceSpan({7, 5}, u"*"_s);
    QCOMPARE(m_editor->script(), u"select *\nfrom "_s);
    const auto editor = next();
    QCOMPARE(editor->script(), m_editor->script());
    undo(*editor);
    QCOMPARE(editor->script(), u"select 'ö🦦'\nfrom "_s);
    undo(*editor);
    QCOMPARE(editor->script(), u"select 'ö🦦'\nfrom t"_s);
    undo(*editor);
    QCOMPARE(editor->script(), u"select 'ö🦦'\n"_s);
    QVERIFY(!editor->isUndoAvailable());
}

void TestEditHistory::whatWasUndoneCanBeRedone()
{
    QTest::keyClicks(m_editor.get(), u"one"_s);
    m_editor->replaceSpan({0, 3}, u"two"_s);
    m_editor->replaceSpan({0, 3}, u"three"_s);
    undo(*m_editor);
    undo(*m_editor);
    const auto editor = next();
    QCOMPARE(editor->script(), u"one"_s);
    redo(*editor);
    redo(*editor);
    QCOMPARE(editor->script(), u"three"_s);
    QVERIFY(!editor->isRedoAvailable());
    for (int step = 0; step < 3; ++step)
        undo(*editor);
    QCOMPARE(editor->script(), QString());
}

void TestEditHistory::stepsStayWhatTheyWere()
{
    m_editor->setScript(u"select 1;\nselect 2;\nselect 3;\n"_s);
    m_editor->selectAll();
    toggleComment(*m_editor);
    QCOMPARE(m_editor->script(), u"-- select 1;\n-- select 2;\n-- select 3;\n"_s);
    // Several carets write as one.
    m_editor->setCaret(0);
    m_editor->send(Sci::SCI_ADDSELECTION, 13, 13);
    QTest::keyClicks(m_editor.get(), u"x"_s);
    QCOMPARE(m_editor->script(), u"x-- select 1;\nx-- select 2;\n-- select 3;\n"_s);
    const auto editor = next();
    undo(*editor);
    QCOMPARE(editor->script(), u"-- select 1;\n-- select 2;\n-- select 3;\n"_s);
    undo(*editor);
    QCOMPARE(editor->script(), u"select 1;\nselect 2;\nselect 3;\n"_s);
    QVERIFY(!editor->isUndoAvailable());
}

void TestEditHistory::newTypingIsAStepOfItsOwn()
{
    QTest::keyClicks(m_editor.get(), u"before"_s);
    const auto editor = next();
    editor->setCaret(6);
    QTest::keyClicks(editor.get(), u" after"_s);
    undo(*editor);
    QCOMPARE(editor->script(), u"before"_s);
    redo(*editor);
    QCOMPARE(editor->script(), u"before after"_s);
    // And all of it comes back once more.
    m_editor = next();
    m_editor->setScript(editor->script());
    m_editor->history().restore(editor->history().kept());
    undo(*m_editor);
    undo(*m_editor);
    QCOMPARE(m_editor->script(), QString());
}

void TestEditHistory::anotherTextIsNothingToUndo()
{
    QTest::keyClicks(m_editor.get(), u"select"_s);
    m_editor->setScript(u"another"_s);
    QVERIFY(m_editor->history().kept().isEmpty());
    const auto editor = next();
    QVERIFY(!editor->isUndoAvailable());
}

void TestEditHistory::aLogThatDoesNotFitIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("rubbish") << QByteArray("rubbish");
    const auto of = [](const std::vector<EditLog::Edit> &edits) {
        EditLog log;
        for (const auto &edit : edits)
            log.add(edit, true);
        return log.toBytes();
    };
    QTest::newRow("another text") << of({{true, 0, "update"}});
    QTest::newRow("beyond the end") << of({{true, 3, "ect 1 and more"}});
    QTest::newRow("removed beyond the end") << of({{false, 9, "x"}});
    QTest::newRow("the older part") << of({{true, 0, "update"}, {true, 7, "1"}});
    EditLog undone;
    undone.add({true, 8, "x"}, true);
    undone.add({false, 0, "y"}, true);
    undone.undo(1, true);
    undone.undo(-1, true);
    QTest::newRow("what would be redone") << undone.toBytes();
}

void TestEditHistory::aLogThatDoesNotFitIsLeftAlone()
{
    QFETCH(QByteArray, kept);
    m_editor->setScript(u"select 1"_s);
    m_editor->history().restore(kept);
    QCOMPARE(m_editor->script(), u"select 1"_s);
    QCOMPARE(m_editor->text(), u"select 1"_s);
    QVERIFY(!m_editor->isUndoAvailable());
    QVERIFY(!m_editor->isRedoAvailable());
    // What is typed from here on can be undone.
    QTest::keyClicks(m_editor.get(), u"x"_s);
    QVERIFY(m_editor->isUndoAvailable());
    undo(*m_editor);
    QCOMPARE(m_editor->text(), u"select 1"_s);
}

void TestEditHistory::tellsNobody()
{
    QTest::keyClicks(m_editor.get(), u"select 1"_s);
    auto editor = shown();
    editor->setScript(m_editor->script());
    const auto revision = editor->revision();
    QSignalSpy changed(editor.get(), &SqlEditor::scriptChanged);
    editor->history().restore(m_editor->history().kept());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(editor->revision(), revision);
    undo(*editor);
    QVERIFY(!changed.isEmpty());
}

/// Whatever was done, the steps lead back through the same texts.
void TestEditHistory::anyEditsComeBack()
{
    const auto seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const auto where = [&] { return qPrintable(u"seed %1"_s.arg(seed)); };
    const auto place = [&] {
        auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(m_editor->script().size()) + 1));
        return at > 0 && at < m_editor->script().size() && m_editor->script()[at].isLowSurrogate() ? at - 1
                                                                                                   : at;
    };
    for (int round = 0; round < 300; ++round) {
        const auto one = place();
        const auto other = place();
        m_editor->select(std::min(one, other), std::min(std::max(one, other), std::min(one, other) + 7));
        switch (random.bounded(9)) {
        case 0: press(*m_editor, Qt::Key_Backspace); break;
        case 1: press(*m_editor, Qt::Key_Delete); break;
        case 2: press(*m_editor, Qt::Key_Return); break;
        case 3: toggleComment(*m_editor); break;
        case 4: undo(*m_editor); break;
        case 5: redo(*m_editor); break;
        case 6: m_editor->replaceSpan(m_editor->selection(), u"sélect '🦦' "_s); break;
        case 7: duplicateLines(*m_editor); break;
        default: QTest::keyClicks(m_editor.get(), u"from ("_s);
        }
    }
    const auto editor = next();
    QVERIFY2(editor->script() == m_editor->script(), where());
    int steps = 0;
    for (; editor->isUndoAvailable(); ++steps) {
        undo(*editor);
        undo(*m_editor);
        QVERIFY2(editor->script() == m_editor->script(), where());
    }
    QVERIFY2(!m_editor->isUndoAvailable(), where());
    QVERIFY2(steps > 20, where());
    for (; editor->isRedoAvailable(); --steps) {
        redo(*editor);
        redo(*m_editor);
        QVERIFY2(editor->script() == m_editor->script(), where());
    }
}

void TestEditHistory::aLongHistoryIsQuicklyThere()
{
    const auto line = u"select id, name from users where id = 1; -- ö🦦\n"_s;
    m_editor->setScript(line.repeated(40'000));
    const auto text = m_editor->script();
    EditLog log;
    QRandomGenerator random(1);
    for (qsizetype edit = 0; edit < EditLog::mostEdits; ++edit) {
        const auto start = static_cast<qint64>(random.bounded(40'000)) * line.toUtf8().size();
        // What is here already was typed in any place.
        log.add({.inserts = false, .at = start, .text = "-- old\n"}, true);
    }
    QElapsedTimer clock;
    clock.start();
    m_editor->history().restore(log.toBytes());
    qInfo("%lld edits of %lld characters in %lld ms", static_cast<long long>(EditLog::mostEdits),
          static_cast<long long>(text.size()), static_cast<long long>(clock.elapsed()));
    QVERIFY(m_editor->script() == text);
    QVERIFY(m_editor->isUndoAvailable());
    undo(*m_editor);
    QCOMPARE(m_editor->script().size(), text.size() + 7);
}

QTEST_MAIN(TestEditHistory)

#include "tst_edithistory.moc"
