#include "models/query/statementcheck.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

/// What is found in a script without a server. `|` is the caret, and what is to be marked stands in [[ ]].
class TestStatementCheck : public QObject
{
    Q_OBJECT

private slots:
    void marks_data();
    void marks();
    void asksAboutWhatIsNear();
    void asksOnlyWhatCanBePrepared_data();
    void asksOnlyWhatCanBePrepared();
    void remembers();
    void theServersWordCounts();

private:
    static sql::Marks marksOf(const QString &text, qsizetype caret);
};

namespace {

qsizetype take(QString &text, const QString &sign)
{
    const auto at = text.indexOf(sign);
    if (at >= 0)
        text.remove(at, sign.size());
    return at;
}

} // namespace

sql::Marks TestStatementCheck::marksOf(const QString &text, qsizetype caret)
{
    CheckMemory memory;
    return marksToShow(checkScript(text, caret, nullptr, memory), caret, true);
}

void TestStatementCheck::marks_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing wrong") << u"select 1; select 2;|"_s;
    QTest::newRow("a slip") << u"select 1;\n[[selec]] 2;\n|select 3;"_s;
    QTest::newRow("in the middle") << u"select 1 fro [[frm]] x; |select 2"_s;
    QTest::newRow("the word being written") << u"select 1;\nselec|"_s;
    QTest::newRow("at its end there is more to come") << u"select * from users where |"_s;
    QTest::newRow("but not in one that is closed") << u"select * from users where [[;]]\n|select 1"_s;
    QTest::newRow("the condition is still to come") << u"delete from users|"_s;
    QTest::newRow("it is not") << u"[[delete]] from users;|"_s;
    QTest::newRow("a warning") << u"select * from users where [[name = null]];|"_s;
    QTest::newRow("a warning at the caret") << u"select * from users where [[name = null]]|"_s;
    QTest::newRow("after a character of two units") << u"select '𝄞'; [[selec]] 2;|"_s;
    QTest::newRow("a variable") << u"select * from users where id = :id and [[name = null]];|"_s;
    QTest::newRow("a quoted variable") << u"select * from users where name = :'name' and [[id = null]];|"_s;
    QTest::newRow("a slice is none") << u"select a[1:b], x::int from t where [[id = null]];|"_s;
    QTest::newRow("a mistake behind a variable") << u"select :name wher [[x]]; |"_s;
    QTest::newRow("psql's commands") << u"\\d users\nselect 1 \\gx\n\\echo a = null\n|"_s;
    QTest::newRow("rows of a COPY")
        << u"copy t from stdin;\n1\tselec\n\\.\nselect * from t where [[a = null]];|"_s;
    QTest::newRow("the same twice") << u"select 1; select 1; update x set a = 1 where [[b = null]]; |"_s;
    QTest::newRow("a body")
        << u"create function f() returns int language sql begin atomic select 1; end; |"_s;
}

void TestStatementCheck::marks()
{
    QFETCH(QString, text);
    auto plain = text;
    plain.remove(u"[["_s).remove(u"]]"_s);
    const auto caret = take(plain, u"|"_s);
    text.remove(u'|');
    const auto start = take(text, u"[["_s);
    const auto end = take(text, u"]]"_s);
    const auto found = marksOf(plain, caret);
    if (start < 0) {
        QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(found.front().message));
        return;
    }
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front().span.in(plain).toString(), plain.mid(start, end - start));
    QCOMPARE(found.front().span.start, start);
}

void TestStatementCheck::asksAboutWhatIsNear()
{
    QString text;
    for (int i = 0; i < 20; ++i)
        text += u"select %1;\n"_s.arg(i);
    CheckMemory memory;
    const auto caret = text.indexOf(u"select 10"_s) + 3;
    const auto script = checkScript(text, caret, nullptr, memory);
    const auto asked = toAskAbout(script, caret);
    QCOMPARE(asked.size(), 7);
    QCOMPARE(asked.front(), 10);
    QCOMPARE(*std::min_element(asked.begin(), asked.end()), 7);
}

void TestStatementCheck::asksOnlyWhatCanBePrepared_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("asks");

    for (const auto *text :
         {"select 1", "(select 1) union select 2", "with x as (select 1) select * from x", "values (1)",
          "insert into t values (1)", "update t set a = 1", "delete from t",
          "merge into t using s on true when matched then delete", "/* a */ select 1", "table t"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const auto *text : {"create table t ()", "begin", "vacuum", "explain select 1", "call p()", "do 'x'",
                             "select 'unfinished", "select (1", "copy t to stdout", "select 1 \\; select 2"})
        QTest::newRow(text) << QString::fromLatin1(text) << false;
}

void TestStatementCheck::asksOnlyWhatCanBePrepared()
{
    QFETCH(QString, text);
    QFETCH(bool, asks);
    CheckMemory memory;
    QCOMPARE(!toAskAbout(checkScript(text, 0, nullptr, memory), 0).empty(), asks);
}

void TestStatementCheck::remembers()
{
    CheckMemory memory;
    const auto text = u"select 1 where a = null; select 2"_s;
    checkScript(text, 0, nullptr, memory);
    QCOMPARE(memory.local.size(), 2);
    memory.server.insert(u"select 2"_s, {{{0, 6}, sql::Mark::Severity::Error, u"no"_s, {}, u"server"_s}});
    // It has moved, and what was known of it with it.
    const auto script = checkScript(u"\n\n"_s + text + u';', 0, nullptr, memory);
    QVERIFY(!script.statements.back().asked);
    const auto same = checkScript(u"\n\n"_s + text, 0, nullptr, memory);
    QVERIFY(same.statements.back().asked);
    QCOMPARE(same.statements.back().server.front().span.start, text.indexOf(u"select 2"_s) + 2);
}

/// A newer server knows syntax that the parser here does not, and it knows what is there.
void TestStatementCheck::theServersWordCounts()
{
    CheckMemory memory;
    const auto text = u"select 1 where 'x' is json;\nselect 1;"_s;
    QCOMPARE(marksToShow(checkScript(text, 40, nullptr, memory), 40, true).size(), 1);
    memory.server.insert(u"select 1 where 'x' is json;"_s, {});
    QCOMPARE(marksToShow(checkScript(text, 40, nullptr, memory), 40, true).size(), 0);
    const sql::Mark missing{{14, 1}, sql::Mark::Severity::Error, u"no"_s, {}, u"server-undefined"_s};
    memory.server.insert(u"select * from x;"_s, {missing});
    const auto script = checkScript(u"select * from x;\n\n"_s, 18, nullptr, memory);
    QCOMPARE(marksToShow(script, 18, true).size(), 1);
    QCOMPARE(marksToShow(script, 18, false).size(), 0);
    // What the script makes is not there yet.
    const auto made = checkScript(u"create table x ();\nselect * from x;\n\n"_s, 40, nullptr, memory);
    QCOMPARE(marksToShow(made, 40, true).size(), 0);
}

QTEST_GUILESS_MAIN(TestStatementCheck)
#include "tst_statementcheck.moc"
