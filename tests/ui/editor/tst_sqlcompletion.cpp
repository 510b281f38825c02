#include "tests/core/sql/testschema.h"
#include "ui/editor/completionlist.h"
#include "ui/editor/sqlcompletion.h"
#include "ui/editor/sqleditor.h"
#include "ui/editor/sqlhover.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

class TestSqlCompletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void offersBehindADot();
    void inserts_data();
    void inserts();
    void enterBeginsALineWhereNothingIsChosen();
    void nothingOldIsInserted();
    void closes();
    void oneStepToUndo();
    void onlyTheStatementIsLookedAt_data();
    void onlyTheStatementIsLookedAt();
    void showsArguments();
    void opensWhatANameMeans();
    void usedNamesComeFirst();
    void goesThroughASnippet();
    void leavesASnippet();

private:
    QListView &list() const { return *m_window->findChild<QListView *>(u"completionList"_s); }
    QWidget *popup() const { return m_window->findChild<QWidget *>(u"completion"_s); }
    QString first() const { return list().model()->index(0, 0).data().toString(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_editor, static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(m_editor, text); }
    void await() { QTRY_VERIFY_WITH_TIMEOUT(m_completion->isOffering(), patienceMs); }

    SqlCompletion::Catalog m_catalog;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    SqlEditor *m_editor = nullptr;
    SqlCompletion *m_completion = nullptr;
    SqlHover *m_hover = nullptr;
};

void TestSqlCompletion::initTestCase()
{
    m_catalog = std::make_shared<sql::CompletionCatalog>(
        test::readSchema(u"table public.users: id bigint pk; name text; email text\n"
                         "table public.orders: id bigint pk; user_id bigint; OrderNo text\n"
                         "fk public.orders orders_user_id_fkey (user_id) public.users (id)\n"
                         "function public.total(order_id bigint) numeric\n"_s));
}

void TestSqlCompletion::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_editor = new SqlEditor(*m_theme, m_window.get());
    m_editor->resize(900, 600);
    m_completion = new SqlCompletion(*m_theme, *m_editor);
    m_hover = new SqlHover(*m_theme, *m_editor);
    m_completion->setCatalog(m_catalog);
    m_hover->setCatalog(m_catalog);
    m_window->show();
    m_window->activateWindow();
    m_editor->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_editor->hasFocus(), patienceMs);
}

void TestSqlCompletion::cleanup()
{
    m_window.reset();
}

void TestSqlCompletion::offersBehindADot()
{
    m_editor->setScript(u"select '🦦', u from users u"_s);
    m_editor->setCaret(m_editor->script().indexOf(u" from"_s));
    type(u"."_s);
    await();
    QStringList offered;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        offered << list().model()->index(row, 0).data().toString();
    QVERIFY2(offered.contains(u"name"_s) && offered.contains(u"email"_s), qPrintable(offered.join(u' ')));
    QCOMPARE(popup()->window(), m_window.get());
    QVERIFY(m_editor->hasFocus());
}

void TestSqlCompletion::inserts_data()
{
    QTest::addColumn<QString>("before"); // the caret at the bar
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("after");
    QTest::newRow("a column") << u"select 'ö', | from users"_s << u"ema"_s << int(Qt::Key_Return)
                              << u"select 'ö', email| from users"_s;
    QTest::newRow("a table by Tab") << u"select * from |"_s << u"ord"_s << int(Qt::Key_Tab)
                                    << u"select * from orders|"_s;
    QTest::newRow("a name that needs quotes")
        << u"select o.| from orders o"_s << u"Ord"_s << int(Qt::Key_Return)
        << u"select o.\"OrderNo\"| from orders o"_s;
    QTest::newRow("before the rest of a word")
        << u"select |il from users"_s << u"ema"_s << int(Qt::Key_Return) << u"select email|il from users"_s;
    QTest::newRow("in place of the rest of a word")
        << u"select |il from users"_s << u"ema"_s << int(Qt::Key_Tab) << u"select email| from users"_s;
}

void TestSqlCompletion::inserts()
{
    QFETCH(QString, before);
    QFETCH(QString, typed);
    QFETCH(int, key);
    m_editor->setScript(QString(before).remove(u'|'));
    m_editor->setCaret(before.indexOf(u'|'));
    type(typed);
    await();
    QTRY_VERIFY_WITH_TIMEOUT(list().currentIndex().isValid(), patienceMs);
    press(key);
    auto after = m_editor->script();
    after.insert(m_editor->caret(), u'|');
    QTEST(after, "after");
    QVERIFY(!m_completion->isOffering());
}

void TestSqlCompletion::enterBeginsALineWhereNothingIsChosen()
{
    // Who has written a whole word means that word.
    m_editor->setScript(u"select id from "_s);
    m_editor->setCaret(m_editor->script().size());
    type(u"users"_s);
    press(Qt::Key_Space, Qt::ControlModifier);
    await();
    type(u" "_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->script(), u"select id from users \n"_s, patienceMs);
}

void TestSqlCompletion::nothingOldIsInserted()
{
    m_editor->setScript(u"select u. from users u"_s);
    m_editor->setCaret(9);
    press(Qt::Key_Space, Qt::ControlModifier);
    await();
    // What is shown belongs to the text before these keys, and no answer has come in between.
    type(u"em"_s);
    press(Qt::Key_Tab);
    const auto script = m_editor->script();
    QVERIFY2(script == u"select u.email from users u"_s || script == u"select u.em from users u"_s ||
                 script == u"select u.em\t from users u"_s || script == u"select u.em    from users u"_s,
             qPrintable(script));
}

void TestSqlCompletion::closes()
{
    m_editor->setScript(u"select u. from users u"_s);
    m_editor->setCaret(9);
    press(Qt::Key_Space, Qt::ControlModifier);
    await();
    press(Qt::Key_Escape);
    QVERIFY(!m_completion->isOffering());
    QCOMPARE(m_editor->script(), u"select u. from users u"_s);
    press(Qt::Key_Space, Qt::ControlModifier);
    await();
    m_editor->setCaret(0);
    QTRY_VERIFY_WITH_TIMEOUT(!m_completion->isOffering(), patienceMs);
    m_editor->setCaret(9);
    press(Qt::Key_Space, Qt::ControlModifier);
    await();
    type(u";"_s);
    QVERIFY(!m_completion->isOffering());
}

void TestSqlCompletion::oneStepToUndo()
{
    m_editor->setScript(u"select  from users"_s);
    m_editor->setCaret(7);
    press(Qt::Key_Space, Qt::ControlModifier);
    await();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(m_editor->script() != u"select  from users"_s);
    m_editor->undo();
    QCOMPARE(m_editor->script(), u"select  from users"_s);
}

void TestSqlCompletion::onlyTheStatementIsLookedAt_data()
{
    QTest::addColumn<QString>("script"); // the caret at the bar
    QTest::addColumn<QString>("part");
    QTest::newRow("the only one") << u"select |1"_s << u"select 1"_s;
    QTest::newRow("the second") << u"select 1; select |2; select 3"_s << u"select 2;"_s;
    QTest::newRow("behind an unfinished one") << u"select 1; select * from |"_s << u"select * from "_s;
    QTest::newRow("between two") << u"select 1;\n|\nselect 2;"_s << u"\n\n"_s;
    QTest::newRow("behind the last") << u"select 1;\n|"_s << u"\n"_s;
}

void TestSqlCompletion::onlyTheStatementIsLookedAt()
{
    QFETCH(QString, script);
    const auto at = script.indexOf(u'|');
    m_editor->setScript(script.remove(u'|'));
    const auto part = SqlCompletion::partAt(*m_editor, at);
    QVERIFY(part);
    QTEST(part->text, "part");
    QCOMPARE(m_editor->script().mid(part->start, part->text.size()), part->text);
    m_editor->setScript(u"copy users from stdin;\n1\ta\n\\.\n"_s);
    QVERIFY(!SqlCompletion::partAt(*m_editor, m_editor->script().indexOf(u"a\n\\"_s)));
}

void TestSqlCompletion::showsArguments()
{
    m_editor->setScript(u"select total"_s);
    m_editor->setCaret(12);
    type(u"("_s);
    auto *hint = m_window->findChild<QWidget *>(u"argumentHint"_s);
    QTRY_VERIFY_WITH_TIMEOUT((hint = m_window->findChild<QWidget *>(u"argumentHint"_s)) && hint->isVisible(),
                             patienceMs);
    type(u"1);"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!hint->isVisible(), patienceMs);
}

void TestSqlCompletion::opensWhatANameMeans()
{
    m_editor->setScript(u"select 1; with x as (select 1) select u.name from users u, x"_s);
    QSignalSpy opened(m_hover, &SqlHover::openRequested);
    m_hover->follow(m_editor->script().indexOf(u"users"_s) + 1);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
    QCOMPARE(opened.front().front().value<ObjectId>().name, u"users"_s);
    m_hover->follow(m_editor->script().lastIndexOf(u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->selection().start, m_editor->script().indexOf(u"x as"_s), patienceMs);
}

void TestSqlCompletion::usedNamesComeFirst()
{
    auto uses = std::make_shared<sql::Uses>();
    for (int times = 0; times < 5; ++times)
        uses->add(u"select email from users"_s);
    m_completion->setUses(uses);
    m_editor->setScript(u"select u. from users u"_s);
    m_editor->setCaret(9);
    press(Qt::Key_Space, Qt::ControlModifier);
    await();
    QCOMPARE(first(), u"email"_s);
}

void TestSqlCompletion::goesThroughASnippet()
{
    m_completion->setSnippets(
        {{u"due"_s, u"Overdue"_s, u"select ${2:what} from ${1:orders} where due < now() - ${3} $0;"_s}});
    type(u"select 1; due"_s);
    await();
    QCOMPARE(first(), u"select what from orders where due < now() -  ;"_s);
    press(Qt::Key_Tab);
    QCOMPARE(m_editor->script(), u"select 1; select what from orders where due < now() -  ;"_s);
    const auto selected = [this] {
        const auto span = m_editor->selection();
        return m_editor->script().mid(span.start, span.length);
    };
    QCOMPARE(selected(), u"orders"_s);
    type(u"items"_s);
    m_completion->close();
    press(Qt::Key_Tab);
    QCOMPARE(selected(), u"what"_s);
    type(u"a, b"_s);
    m_completion->close();
    press(Qt::Key_Tab);
    QCOMPARE(selected(), QString());
    type(u"x"_s);
    m_completion->close();
    press(Qt::Key_Tab);
    type(u"y"_s);
    m_completion->close();
    QCOMPARE(m_editor->script(), u"select 1; select a, b from items where due < now() - x y;"_s);
    // What follows is a tab again.
    press(Qt::Key_Tab);
    QVERIFY(m_editor->script().contains(u"y "_s) || m_editor->script().contains(u"y\t"_s));
}

void TestSqlCompletion::leavesASnippet()
{
    m_completion->setSnippets({{u"due"_s, u"Overdue"_s, u"select ${1:what} from ${2:orders}"_s}});
    type(u"due"_s);
    await();
    press(Qt::Key_Tab);
    const auto before = m_editor->script();
    m_editor->setCaret(before.size());
    press(Qt::Key_Tab);
    QVERIFY(m_editor->script().size() > before.size());
}

QTEST_MAIN(TestSqlCompletion)
#include "tst_sqlcompletion.moc"
