#include "ui/editor/editornumbers.h"
#include "ui/editor/findbar.h"
#include "ui/editor/sqleditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

class TestFindBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void goesRound();
    void marksEveryPlace();
    void takesTheSelection();
    void replacesOneAfterTheOther();
    void replacesAllInOneStep();
    void saysWhatIsWrong();

private:
    template<typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QString count() const { return find<QLabel>(u"findCount"_s)->text(); }
    void press(const QString &field, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(find<QLineEdit>(field), static_cast<Qt::Key>(key), modifiers);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    SqlEditor *m_editor = nullptr;
    FindBar *m_bar = nullptr;
};

void TestFindBar::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_editor = new SqlEditor(*m_theme, m_window.get());
    m_editor->setGeometry(0, 100, 900, 500);
    m_bar = new FindBar(*m_theme, *m_editor, m_window.get());
    m_bar->setGeometry(0, 0, 900, 100);
    m_window->show();
}

void TestFindBar::goesRound()
{
    m_editor->setScript(u"'🦦' user, User, users"_s);
    m_bar->open(false);
    QTest::keyClicks(find<QLineEdit>(u"findPattern"_s), u"user"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"3 found"_s, patienceMs);
    const auto first = m_editor->script().indexOf(u"user"_s);
    press(u"findPattern"_s, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->selection(), (sql::Span{first, 4}), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"1 of 3"_s, patienceMs);
    press(u"findPattern"_s, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->selection().start, m_editor->script().indexOf(u"users"_s),
                              patienceMs);
    press(u"findPattern"_s, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->selection().start, first, patienceMs);
    find<QToolButton>(u"findWords"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(count().endsWith(u"2"), patienceMs);
    press(u"findPattern"_s, Qt::Key_Escape);
    QVERIFY(!m_bar->isVisible());
}

void TestFindBar::marksEveryPlace()
{
    m_editor->setScript(u"ö user user"_s);
    m_bar->open(false);
    QTest::keyClicks(find<QLineEdit>(u"findPattern"_s), u"user"_s);
    const auto isMarked = [this](qsizetype unit) {
        return m_editor->send(Sci::SCI_INDICATORVALUEAT, editor::foundIndicator, m_editor->byteAt(unit)) != 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isMarked(2) && isMarked(7), patienceMs);
    QVERIFY(!isMarked(0) && !isMarked(6));
    m_bar->hide();
    QVERIFY(!isMarked(2));
}

void TestFindBar::takesTheSelection()
{
    m_editor->setScript(u"select a\nfrom b"_s);
    m_editor->select(0, 6);
    m_bar->open(false);
    QCOMPARE(find<QLineEdit>(u"findPattern"_s)->text(), u"select"_s);
    m_editor->select(7, 11);
    m_bar->open(false);
    QCOMPARE(find<QLineEdit>(u"findPattern"_s)->text(), u"select"_s);
}

void TestFindBar::replacesOneAfterTheOther()
{
    m_editor->setScript(u"a1 a2"_s);
    m_bar->open(true);
    find<QToolButton>(u"findExpression"_s)->setChecked(true);
    find<QLineEdit>(u"findPattern"_s)->setText(u"a(\\d)"_s);
    find<QLineEdit>(u"findReplacement"_s)->setText(u"b\\1ö"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"2 found"_s, patienceMs);
    find<QPushButton>(u"replaceOne"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->selection(), (sql::Span{0, 2}), patienceMs);
    QCOMPARE(m_editor->script(), u"a1 a2"_s);
    find<QPushButton>(u"replaceOne"_s)->click();
    QCOMPARE(m_editor->script(), u"b1ö a2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->selection(), (sql::Span{4, 2}), patienceMs);
}

void TestFindBar::replacesAllInOneStep()
{
    m_editor->setScript(u"x, x, '🦦', x"_s);
    m_bar->open(true);
    find<QLineEdit>(u"findPattern"_s)->setText(u"x"_s);
    find<QLineEdit>(u"findReplacement"_s)->setText(u"xx"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"3 found"_s, patienceMs);
    find<QPushButton>(u"replaceAll"_s)->click();
    QCOMPARE(m_editor->script(), u"xx, xx, '🦦', xx"_s);
    m_editor->undo();
    QCOMPARE(m_editor->script(), u"x, x, '🦦', x"_s);
}

void TestFindBar::saysWhatIsWrong()
{
    m_editor->setScript(u"abc"_s);
    m_bar->open(false);
    find<QToolButton>(u"findExpression"_s)->setChecked(true);
    find<QLineEdit>(u"findPattern"_s)->setText(u"(a"_s);
    QVERIFY2(count().size() > 15, qPrintable(count()));
    find<QLineEdit>(u"findPattern"_s)->setText(u"zz"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"Not found"_s, patienceMs);
}

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
