#include "core/pg/connection.h"
#include "models/stagedchanges.h"
#include "tests/support/need.h"
#include "tests/ui/table/tableonscreen.h"

#include <QApplication>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using test::perform;

namespace {

const auto script = QStringLiteral(R"(
create table item (id int primary key, title text not null unique, note text);
insert into item select g, 't' || g, 'n' || g from generate_series(1, 5) g;
)");

} // namespace

/// A connection on which edits are applied when their row is left.
class TestRowLeaving : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_table.reset(); }
    void appliesWhenTheRowIsLeft();
    void waitsUntilTheRowIsLeft();
    void appliesNewRows();
    void appliesWhenTheTableIsLeft();
    void typingGoesOnMeanwhile();
    void whatIsRefusedStaysStaged();
    void whatCannotBeStaysBehind();

private:
    QString ask(const QString &sql);
    StagedChanges &changes() { return m_table->database().changes(); }

    std::unique_ptr<test::TableOnScreen> m_table;
};

void TestRowLeaving::init()
{
    m_table =
        std::make_unique<test::TableOnScreen>(script, [](ConnectionForm &form) { form.applyOnLeave = true; });
    m_table->open(u"item"_s);
    m_table->grid().setCurrentCell({0, 1});
}

QString TestRowLeaving::ask(const QString &sql)
{
    const auto reply = m_table->other().fetch({sql});
    if (!reply)
        return reply.error().message;
    return reply->rowCount() > 0 ? reply->text(0, 0) : QString();
}

void TestRowLeaving::appliesWhenTheRowIsLeft()
{
    perform(u"'new Return"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from item where id = 1"_s), u"new"_s, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 0, 60'000);
    QCOMPARE(changes().committedBatches().size(), size_t(1));
}

void TestRowLeaving::waitsUntilTheRowIsLeft()
{
    perform(u"'a Tab 'b Tab"_s);
    QTRY_COMPARE(m_table->marks(), u"0:1 ~ a; 0:2 ~ b"_s);
    QCOMPARE(ask(u"select title from item where id = 1"_s), u"t1"_s);
    perform(u"Down"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title || note from item where id = 1"_s), u"ab"_s, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 0, 60'000);
    // Both in one transaction.
    QCOMPARE(changes().committedBatches().size(), size_t(1));
}

void TestRowLeaving::appliesNewRows()
{
    perform(u"Ctrl+N '9 Tab 'nine Return"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from item where id = 9"_s), u"nine"_s, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 0, 60'000);
}

void TestRowLeaving::appliesWhenTheTableIsLeft()
{
    perform(u"'new Tab"_s);
    m_table->view().hide();
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from item where id = 1"_s), u"new"_s, 60'000);
}

void TestRowLeaving::typingGoesOnMeanwhile()
{
    perform(u"'a Return 'b Return 'c Return 'd Return"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select string_agg(title, '' order by id) from item where id < 5"_s),
                              u"abcd"_s, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 0, 60'000);
}

void TestRowLeaving::whatIsRefusedStaysStaged()
{
    perform(u"'t5 Return"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_table->remark().contains(u"Not applied, still staged"_s), 60'000);
    QCOMPARE(m_table->marks(), u"0:1 ~ t5"_s);
    QCOMPARE(ask(u"select title from item where id = 1"_s), u"t1"_s);
    // It is not sent again as it is, and does not hold up others.
    perform(u"Up Down"_s);
    perform(u"'other Return"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from item where id = 2"_s), u"other"_s, 60'000);
    QTRY_COMPARE(m_table->marks(), u"0:1 ~ t5"_s);
    m_table->grid().setCurrentCell({0, 1});
    perform(u"'mended Return"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from item where id = 1"_s), u"mended"_s, 60'000);
}

void TestRowLeaving::whatCannotBeStaysBehind()
{
    m_table->grid().setCurrentCell({0, 0});
    perform(u"'many Return"_s);
    m_table->grid().setCurrentCell({1, 1});
    perform(u"'b Return"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from item where id = 2"_s), u"b"_s, 60'000);
    QTRY_COMPARE(m_table->marks(), u"0:0 ~ many"_s);
}

QTEST_MAIN(TestRowLeaving)
#include "tst_rowleaving.moc"
