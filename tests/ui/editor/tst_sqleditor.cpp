#include "ui/editor/editing.h"
#include "ui/editor/editormargin.h"
#include "ui/editor/editornumbers.h"
#include "ui/editor/linebar.h"
#include "ui/editor/scriptstatements.h"
#include "ui/editor/sqleditor.h"
#include "ui/editor/sqlformatting.h"
#include "ui/editor/sqlstyle.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

class TestSqlEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_editor.reset(); }
    void typesWhatIsTyped();
    void countsInUnits_data();
    void countsInUnits();
    void placesBehindChangesStayRight();
    void changesAreOneStep_data();
    void changesAreOneStep();
    void togglesComments_data();
    void togglesComments();
    void showsTheStatementThatWouldRun();
    void colours_data();
    void colours();
    void coloursFollowWhatIsTyped();
    void foldsStatementsAndParentheses();
    void formatsInOneStep();
    void formatsALargeTextBesides();
    void aTextWrittenOnIsNotFormatted();
    void marksMoveWithTheText();
    void selectsTheNextAlike();
    void goesToALine();
    void linksAndCarets();
    void keysOfTheWindowAreFree();
    void followsTheTheme();
    void aLargeScriptIsReadBesides();

private:
    SqlStyle styleAt(qsizetype unit) const
    {
        m_editor->send(Sci::SCI_COLOURISE, 0, -1);
        return static_cast<SqlStyle>(m_editor->send(Sci::SCI_GETSTYLEAT, m_editor->byteAt(unit)));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_editor.get(), static_cast<Qt::Key>(key), modifiers);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SqlEditor> m_editor;
};

void TestSqlEditor::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_editor = std::make_unique<SqlEditor>(*m_theme);
    m_editor->resize(800, 400);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

void TestSqlEditor::typesWhatIsTyped()
{
    QSignalSpy changed(m_editor.get(), &SqlEditor::scriptChanged);
    QSignalSpy typed(m_editor.get(), &SqlEditor::typed);
    QTest::keyClicks(m_editor.get(), u"select 1"_s);
    QCOMPARE(m_editor->script(), u"select 1"_s);
    QCOMPARE(m_editor->caret(), 8);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(typed.size(), 8);
    press(Qt::Key_Backspace);
    QCOMPARE(m_editor->script(), u"select "_s);
    m_editor->undo();
    QCOMPARE(m_editor->script(), u"select 1"_s);
}

void TestSqlEditor::countsInUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("letters") << u"select 1\nfrom t\n"_s;
    QTest::newRow("umlauts") << u"-- ÄÖÜ\nselect 'ß'"_s;
    QTest::newRow("emoji") << u"🦦🦦\n'🦦' x"_s;
    QTest::newRow("joined emoji") << u"'👩‍👩‍👧' as 家族\r\n🇩🇪"_s;
    QTest::newRow("combining") << u"e\u0301 \U0001F600\ny\n\n"_s;
}

void TestSqlEditor::countsInUnits()
{
    QFETCH(QString, text);
    m_editor->setScript(text);
    QCOMPARE(m_editor->script(), text);
    for (qsizetype unit = 0; unit <= text.size(); ++unit) {
        if (unit > 0 && unit < text.size() && text[unit].isLowSurrogate())
            continue;
        QCOMPARE(m_editor->byteAt(unit), static_cast<int>(QStringView(text).left(unit).toUtf8().size()));
        QCOMPARE(m_editor->unitAt(m_editor->byteAt(unit)), unit);
        m_editor->setCaret(unit);
        // Between the two of a line's end there is no place.
        const bool insideEnd =
            unit > 0 && unit < text.size() && text[unit - 1] == u'\r' && text[unit] == u'\n';
        if (!insideEnd)
            QCOMPARE(m_editor->caret(), unit);
    }
    QCOMPARE(m_editor->byteAt(text.size() + 5), static_cast<int>(text.toUtf8().size()));
}

void TestSqlEditor::placesBehindChangesStayRight()
{
    m_editor->setScript(u"a\nb\nc"_s);
    m_editor->replaceSpan({0, 1}, u"🦦ö\nx"_s);
    QCOMPARE(m_editor->script(), u"🦦ö\nx\nb\nc"_s);
    const auto at = m_editor->script().indexOf(u'c');
    QCOMPARE(m_editor->byteAt(at), static_cast<int>(m_editor->script().left(at).toUtf8().size()));
    m_editor->select(at, 0);
    QCOMPARE(m_editor->anchor(), at);
    QCOMPARE(m_editor->caret(), 0);
    QCOMPARE(m_editor->selection(), (sql::Span{0, at}));
}

void TestSqlEditor::changesAreOneStep_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("all") << u"abc"_s << u"xyz"_s;
    QTest::newRow("middle") << u"select a, b"_s << u"select c, b"_s;
    QTest::newRow("longer by a repetition") << u"aa"_s << u"aaa"_s;
    QTest::newRow("to nothing") << u"aa"_s << QString();
    QTest::newRow("pairs that begin alike") << u"🦦x"_s << u"🦧x"_s;
    QTest::newRow("pairs that end alike") << u"\U0001F9A6"_s << u"\U0001F5A6"_s;
}

void TestSqlEditor::changesAreOneStep()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    m_editor->setScript(before);
    m_editor->changeScript(after);
    QCOMPARE(m_editor->script(), after);
    m_editor->undo();
    QCOMPARE(m_editor->script(), before);
    QVERIFY(!m_editor->isUndoAvailable());
}

void TestSqlEditor::togglesComments_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<qsizetype>("anchor");
    QTest::addColumn<qsizetype>("caret");
    QTest::addColumn<QString>("after");
    QTest::newRow("one line") << u"select 1"_s << qsizetype(3) << qsizetype(3) << u"-- select 1"_s;
    QTest::newRow("and back") << u"-- select 1"_s << qsizetype(3) << qsizetype(3) << u"select 1"_s;
    QTest::newRow("back without a blank") << u"--select 1"_s << qsizetype(3) << qsizetype(3) << u"select 1"_s;
    QTest::newRow("at the least indentation")
        << u"  a\n    b"_s << qsizetype(0) << qsizetype(9) << u"  -- a\n  --   b"_s;
    QTest::newRow("blank lines stay") << u"a\n\nb"_s << qsizetype(0) << qsizetype(4) << u"-- a\n\n-- b"_s;
    QTest::newRow("comments among others")
        << u"-- a\nb"_s << qsizetype(0) << qsizetype(6) << u"-- -- a\n-- b"_s;
    QTest::newRow("a line of which nothing is selected")
        << u"a\nb"_s << qsizetype(0) << qsizetype(2) << u"-- a\nb"_s;
    QTest::newRow("umlauts") << u"'ö'\n'🦦'"_s << qsizetype(0) << qsizetype(8) << u"-- 'ö'\n-- '🦦'"_s;
}

void TestSqlEditor::togglesComments()
{
    QFETCH(QString, before);
    QFETCH(qsizetype, anchor);
    QFETCH(qsizetype, caret);
    m_editor->setScript(before);
    m_editor->select(anchor, caret);
    toggleComment(*m_editor);
    QTEST(m_editor->script(), "after");
    m_editor->undo();
    QCOMPARE(m_editor->script(), before);
}

void TestSqlEditor::showsTheStatementThatWouldRun()
{
    m_editor->setScript(u"select 1;\n\nselect '🦦',\n  2;\n-- end\n"_s);
    QSignalSpy changed(m_editor.get(), &SqlEditor::statementChanged);
    const auto second = m_editor->script().indexOf(u"2"_s);
    m_editor->setCaret(second);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), patienceMs);
    QVERIFY(m_editor->currentStatement());
    QCOMPARE(m_editor->currentStatement()->span.start, m_editor->script().indexOf(u"select '"_s));
    const auto banded = [this](int line) {
        return (m_editor->send(Sci::SCI_MARKERGET, line) & (1 << editor::bandMarker)) != 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(banded(2) && banded(3), patienceMs);
    QVERIFY(!banded(0) && !banded(1) && !banded(4));
    m_editor->setCaret(0);
    QTRY_VERIFY_WITH_TIMEOUT(banded(0) && !banded(2), patienceMs);
}

void TestSqlEditor::colours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("at");
    QTest::addColumn<SqlStyle>("style");
    QTest::newRow("keyword") << u"select 1"_s << u"select"_s << SqlStyle::Keyword;
    QTest::newRow("behind an emoji") << u"'🦦' from x"_s << u"from"_s << SqlStyle::Keyword;
    QTest::newRow("string over lines") << u"select 'a\nb\nc', 1"_s << u"c'"_s << SqlStyle::String;
    QTest::newRow("behind a string over lines") << u"select 'a\nb\nc', 12"_s << u"12"_s << SqlStyle::Number;
    QTest::newRow("rows of a COPY") << u"copy t from stdin;\nit's\n\\.\nselect 1"_s << u"it's"_s
                                    << SqlStyle::Data;
    QTest::newRow("behind rows of a COPY")
        << u"copy t from stdin;\nit's\n\\.\nselect 1"_s << u"select"_s << SqlStyle::Keyword;
}

void TestSqlEditor::colours()
{
    QFETCH(QString, text);
    QFETCH(QString, at);
    m_editor->setScript(text);
    QTEST(styleAt(text.indexOf(at)), "style");
}

void TestSqlEditor::coloursFollowWhatIsTyped()
{
    m_editor->setScript(u"select 1;\nselect 2;\nselect 3;\n"_s);
    QCOMPARE(styleAt(20), SqlStyle::Keyword);
    m_editor->setCaret(0);
    QTest::keyClicks(m_editor.get(), u"/*"_s);
    QCOMPARE(styleAt(22), SqlStyle::Comment);
    press(Qt::Key_Backspace);
    press(Qt::Key_Backspace);
    QCOMPARE(styleAt(20), SqlStyle::Keyword);
    // A string goes on in the next line in the kind of this one.
    m_editor->setScript(u"select E'a'\n'b\\'c' from x"_s);
    QCOMPARE(styleAt(m_editor->script().indexOf(u"c'"_s)), SqlStyle::String);
    m_editor->setCaret(m_editor->script().size());
    QTest::keyClicks(m_editor.get(), u" y"_s);
    QCOMPARE(styleAt(m_editor->script().indexOf(u"c'"_s)), SqlStyle::String);
    QCOMPARE(styleAt(m_editor->script().indexOf(u"from"_s)), SqlStyle::Keyword);
}

void TestSqlEditor::foldsStatementsAndParentheses()
{
    m_editor->setScript(u"select 1;\nselect (\n  2\n),\n 3;\n\nselect 4;"_s);
    m_editor->send(Sci::SCI_COLOURISE, 0, -1);
    const auto isHeader = [this](int line) {
        return (m_editor->send(Sci::SCI_GETFOLDLEVEL, line) & Sci::SC_FOLDLEVELHEADERFLAG) != 0;
    };
    QVERIFY(!isHeader(0));
    QVERIFY(isHeader(1));
    QVERIFY(!isHeader(4));
    QVERIFY(!isHeader(6));
    foldAll(*m_editor, true);
    QVERIFY(!m_editor->send(Sci::SCI_GETLINEVISIBLE, 2));
    QVERIFY(m_editor->send(Sci::SCI_GETLINEVISIBLE, 5));
    foldAll(*m_editor, false);
    QVERIFY(m_editor->send(Sci::SCI_GETLINEVISIBLE, 2));
}

void TestSqlEditor::formatsInOneStep()
{
    const auto before = u"select   a,b from  t where x='🦦'"_s;
    m_editor->setScript(before);
    m_editor->setCaret(before.indexOf(u"x="_s));
    SqlFormatting formatting(*m_editor);
    formatting.run();
    QCOMPARE(m_editor->script(), sql::format(before));
    QCOMPARE(m_editor->caret(), m_editor->script().indexOf(u"x ="_s));
    m_editor->undo();
    QCOMPARE(m_editor->script(), before);
    QVERIFY(!m_editor->isUndoAvailable());
}

void TestSqlEditor::formatsALargeTextBesides()
{
    const auto before = u"select   a,b from  t;\n"_s.repeated(2000);
    m_editor->setScript(before);
    SqlFormatting formatting(*m_editor);
    QSignalSpy finished(&formatting, &SqlFormatting::finished);
    formatting.run();
    QCOMPARE(m_editor->script(), before);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
    QCOMPARE(m_editor->script(), sql::format(before));
}

void TestSqlEditor::aTextWrittenOnIsNotFormatted()
{
    m_editor->setScript(u"select   a,b from  t;\n"_s.repeated(2000));
    SqlFormatting formatting(*m_editor);
    formatting.run();
    QTest::keyClicks(m_editor.get(), u"x"_s);
    const auto written = m_editor->script();
    QTRY_VERIFY_WITH_TIMEOUT(!formatting.isRunning(), patienceMs);
    QCOMPARE(m_editor->script(), written);
}

void TestSqlEditor::marksMoveWithTheText()
{
    m_editor->setScript(u"select 'ö', frm x"_s);
    const auto at = m_editor->script().indexOf(u"frm"_s);
    m_editor->setMarks({{{at, 3}, sql::Mark::Severity::Error, u"no such word"_s}});
    QVERIFY(m_editor->markAt(at + 1));
    QCOMPARE(m_editor->markAt(at)->message, u"no such word"_s);
    QVERIFY(!m_editor->markAt(at - 1));
    m_editor->replaceSpan({0, 0}, u"🦦🦦 "_s);
    QVERIFY(m_editor->markAt(at + 5));
    QVERIFY(!m_editor->markAt(at));
    m_editor->setFailure(sql::Mark{.span = {0, 2}, .message = u"failed"_s});
    QCOMPARE(m_editor->markAt(0)->message, u"failed"_s);
    m_editor->setMarks({});
    m_editor->setFailure({});
    QVERIFY(!m_editor->markAt(0) && !m_editor->markAt(at + 5));
    // At the end of the text what came last is underlined.
    const auto end = m_editor->script().size();
    m_editor->setMarks({{{end, 0}, sql::Mark::Severity::Error, u"unfinished"_s}});
    QVERIFY(m_editor->markAt(end - 1));
}

void TestSqlEditor::selectsTheNextAlike()
{
    m_editor->setScript(u"ab x ab y ab"_s);
    m_editor->setCaret(1);
    selectNext(*m_editor);
    selectNext(*m_editor);
    QCOMPARE(m_editor->send(Sci::SCI_GETSELECTIONS), 2L);
    QTest::keyClicks(m_editor.get(), u"z"_s);
    QCOMPARE(m_editor->script(), u"z x z y ab"_s);
    QVERIFY(m_editor->hasSeveralCarets());
    m_editor->setCaret(0);
    QVERIFY(!m_editor->hasSeveralCarets());
}

void TestSqlEditor::goesToALine()
{
    m_editor->setScript(u"a\nböc\nd"_s);
    LineBar bar(*m_theme, *m_editor);
    bar.open();
    auto *field = bar.findChild<QLineEdit *>(u"lineNumber"_s);
    QTest::keyClicks(field, u"2:3"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_editor->caret(), 4);
    QVERIFY(!bar.isVisible());
    bar.open();
    QTest::keyClicks(field, u"99"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_editor->caret(), 6);
}

void TestSqlEditor::linksAndCarets()
{
    m_editor->setScript(u"select ö from users"_s);
    QSignalSpy links(m_editor.get(), &SqlEditor::linkActivated);
    const auto at = m_editor->script().indexOf(u"sers"_s);
    const auto point = m_editor->viewport()->mapFromParent(m_editor->rectAt(at).center()) + QPoint(2, 0);
    QTest::mouseClick(m_editor->viewport(), Qt::LeftButton, Qt::ControlModifier, point);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.front().front().value<qsizetype>(), at);
    m_editor->setCaret(0);
    QTest::mouseClick(m_editor->viewport(), Qt::LeftButton, Qt::AltModifier, point);
    QVERIFY(m_editor->hasSeveralCarets());
}

void TestSqlEditor::keysOfTheWindowAreFree()
{
    m_editor->setScript(u"one\ntwo\n"_s);
    for (const int key : {Qt::Key_T, Qt::Key_D, Qt::Key_L, Qt::Key_U, Qt::Key_Slash, Qt::Key_Return}) {
        press(key, Qt::ControlModifier);
        press(key, Qt::ControlModifier | Qt::ShiftModifier);
    }
    QCOMPARE(m_editor->script(), u"one\ntwo\n"_s);
    QTest::keyClicks(m_editor.get(), u"x"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->script(), u"one\ntwo\n"_s);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_editor->script(), u"xone\ntwo\n"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"xone\ntwo\n"_s);
}

void TestSqlEditor::followsTheTheme()
{
    const auto ground = [this] {
        return m_editor->send(Sci::SCI_STYLEGETBACK, static_cast<int>(SqlStyle::Text));
    };
    const auto light = ground();
    m_theme->setChoice(Theme::Choice::Dark);
    QVERIFY(ground() != light);
    QVERIFY(!m_editor->accessibleName().isEmpty());
    QVERIFY(m_editor->findChild<EditorMargin *>()->width() > 20);
}

void TestSqlEditor::aLargeScriptIsReadBesides()
{
    const auto script = u"select 'abc' from users;\n"_s.repeated(8000);
    m_editor->setScript(script);
    QVERIFY(!m_editor->statements().isCurrent());
    QTRY_VERIFY_WITH_TIMEOUT(m_editor->statements().isCurrent(), patienceMs);
    QCOMPARE(m_editor->statements().all().size(), size_t(8000));
    QVERIFY(m_editor->currentStatement());
}

QTEST_MAIN(TestSqlEditor)
#include "tst_sqleditor.moc"
