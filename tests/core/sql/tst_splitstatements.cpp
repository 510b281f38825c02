#include "core/sql/splitstatements.h"

#include "core/sql/utf8offsets.h"

#include <QRandomGenerator>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using sql::Statement;

namespace {

/// The kind, `!` when something is open, how it ends when that is no semicolon, what is sent, and the rows.
QStringList describe(const QString &script)
{
    static const QStringList kinds = {u"empty"_s,   u"read"_s,        u"session"_s, u"transaction"_s,
                                      u"copyout"_s, u"maintenance"_s, u"copyin"_s,  u"write"_s,
                                      u"ddl"_s,     u"unknown"_s,     u"command"_s};
    static const QStringList ends = {u""_s, u" sent"_s, u" discarded"_s, u" cut"_s, u""_s};
    QStringList all;
    for (const auto &each : sql::splitStatements(script)) {
        const bool command = each.kind == Statement::Kind::Command;
        auto text = kinds[static_cast<int>(each.kind)] + (each.complete && each.dataEnds ? u""_s : u"!"_s) +
                    (command ? u""_s : ends[static_cast<int>(each.end)]) + u": "_s + each.text(script);
        if (each.data)
            text += u"|"_s + each.data->in(script).toString();
        all << text;
    }
    return all;
}

} // namespace

class TestSplitStatements : public QObject
{
    Q_OBJECT

private slots:
    void statements_data();
    void statements();
    void kinds_data();
    void kinds();
    void spansStayInTheText();
    void statementAtTheCursor_data();
    void statementAtTheCursor();
    void bytesAndUnits();
};

void TestSplitStatements::statements_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("expected");

    const auto row = [](const char *name, QStringView script, const QStringList &expected) {
        QTest::newRow(name) << script.toString() << expected;
    };
    row("nothing", u"", {});
    row("blanks and a comment", u" \n-- a; b\n\t", {});
    row("two", u"select 1; select 2;", {u"read: select 1;"_s, u"read: select 2;"_s});
    row("no semicolon at the end", u"select 1;\nselect 2\n", {u"read: select 1;"_s, u"read: select 2"_s});
    row("semicolons alone", u";;", {u"empty: ;"_s, u"empty: ;"_s});
    row("quotes", u"select ';', \";\", $$;$$, $a$;$$;$a$, E'\\';'; x",
        {u"read: select ';', \";\", $$;$$, $a$;$$;$a$, E'\\';';"_s, u"unknown: x"_s});
    row("comments", u"select 1 -- ;\n/* ; /* ; */ ; */ + 1; select 2",
        {u"read: select 1 -- ;\n/* ; /* ; */ ; */ + 1;"_s, u"read: select 2"_s});
    row("a hint before the first word", u"-- no\n/*+ seqscan(a) */ select 1;",
        {u"read: /*+ seqscan(a) */ select 1;"_s});
    row("a comment in slashes alone", u"/* a */", {u"empty: /* a */"_s});
    row("an escape string goes on on the next line", u"select E'a'\n'b\\';c'; select 2",
        {u"read: select E'a'\n'b\\';c';"_s, u"read: select 2"_s});
    row("a plain string goes on on the next line", u"select 'a'\n'b\\'; select 2",
        {u"read: select 'a'\n'b\\';"_s, u"read: select 2"_s});
    row("a comment between the parts of a string", u"select E'a' -- b\n'\\';'; select 2",
        {u"read: select E'a' -- b\n'\\';';"_s, u"read: select 2"_s});
    row("a comment in slashes ends a string", u"select E'a' /* b */\n'\\'; select 2",
        {u"read: select E'a' /* b */\n'\\';"_s, u"read: select 2"_s});
    row("a rule", u"create rule r as on insert to t do also (select 1; select 2); select 3;",
        {u"ddl: create rule r as on insert to t do also (select 1; select 2);"_s, u"read: select 3;"_s});
    row("a parenthesis too many", u"select 1); select 2;", {u"read: select 1);"_s, u"read: select 2;"_s});
    row("an open parenthesis", u"select (1; select 2;", {u"read!: select (1; select 2;"_s});
    row("an open string", u"select 1; select 'a; b", {u"read: select 1;"_s, u"read!: select 'a; b"_s});
    row("an open comment", u"select 1 /* ;", {u"read!: select 1 /* ;"_s});
    row("a body",
        u"create function f() returns int begin atomic select 1; select case when true then 1 end; end; "
        u"select 2;",
        {u"ddl: create function f() returns int begin atomic select 1; select case when true then 1 end; "
         u"end;"_s,
         u"read: select 2;"_s});
    row("a body of a procedure",
        u"CREATE OR REPLACE PROCEDURE p() LANGUAGE sql BEGIN /* so */ ATOMIC DELETE FROM a; END; ROLLBACK;",
        {u"ddl: CREATE OR REPLACE PROCEDURE p() LANGUAGE sql BEGIN /* so */ ATOMIC DELETE FROM a; END;"_s,
         u"transaction: ROLLBACK;"_s});
    row("an open body", u"create function f() returns int begin atomic select 1; select 2",
        {u"ddl!: create function f() returns int begin atomic select 1; select 2"_s});
    row("names in a body",
        u"create function f() returns int begin atomic select t.end as end, a.case from t; end; select 2;",
        {u"ddl: create function f() returns int begin atomic select t.end as end, a.case from t; end;"_s,
         u"read: select 2;"_s});
    row("a function called begin", u"create function begin() returns int return 1; select 2;",
        {u"ddl: create function begin() returns int return 1;"_s, u"read: select 2;"_s});
    row("a transaction is no body", u"begin; select 1; end;",
        {u"transaction: begin;"_s, u"read: select 1;"_s, u"transaction: end;"_s});
    row("rows", u"copy t from stdin;\n1\t';\n\\\\.\n\\.\nselect 1;",
        {u"copyin: copy t from stdin;|1\t';\n\\\\.\n"_s, u"read: select 1;"_s});
    row("no rows", u"copy t from stdin;\n\\.\nselect 1;",
        {u"copyin: copy t from stdin;|"_s, u"read: select 1;"_s});
    row("rows to the end", u"copy t from stdin;\n1\n2", {u"copyin!: copy t from stdin;|1\n2"_s});
    row("a copy at the end", u"copy t from stdin", {u"copyin: copy t from stdin"_s});
    row("rows with line ends of Windows", u"copy t from stdin;\r\n1\r\n\\.\r\nselect 1;",
        {u"copyin: copy t from stdin;|1\r\n"_s, u"read: select 1;"_s});
    row("rows after what else stands on the line",
        u"copy t from stdin; copy u from stdin; select 1; -- so\n1\n\\.\n2\n\\.\nselect 2;",
        {u"copyin: copy t from stdin;|1\n"_s, u"copyin: copy u from stdin;|2\n"_s, u"read: select 1;"_s,
         u"read: select 2;"_s});
    row("a statement that rows cut off", u"copy t from stdin; delete from t\n1\n\\.\nwhere id = 1;",
        {u"copyin: copy t from stdin;|1\n"_s, u"write cut: delete from t"_s, u"unknown: where id = 1;"_s});
    row("a string that rows cut off", u"copy t from stdin; select '\n1\n\\.\n';",
        {u"copyin: copy t from stdin;|1\n"_s, u"read! cut: select '\n"_s, u"unknown!: ';"_s});
    row("a copy from a file", u"copy t from 'a';\n1", {u"write: copy t from 'a';"_s, u"unknown: 1"_s});
    row("a copy to the client", u"copy (select 1) to stdout;\n1",
        {u"copyout: copy (select 1) to stdout;"_s, u"unknown: 1"_s});
    row("rows sent by a command", u"copy t from stdin \\g\n1\n\\.\n",
        {u"copyin sent: copy t from stdin|1\n"_s, u"command: \\g"_s});
    row("commands", u"\\d t\nselect 1;\n  \\x  \nselect 2;",
        {u"command: \\d t"_s, u"read: select 1;"_s, u"command: \\x"_s, u"read: select 2;"_s});
    row("a command sends", u"select 1 \\gx\nselect 2;",
        {u"read sent: select 1"_s, u"command: \\gx"_s, u"read: select 2;"_s});
    row("a command in between", u"select 1\n\\echo a; b\n+ 2;",
        {u"command: \\echo a; b"_s, u"read: select 1\n\n+ 2;"_s});
    row("a command forgets", u"select ( \\r\nselect 2;",
        {u"read! discarded: select ("_s, u"command: \\r"_s, u"read: select 2;"_s});
    row("two commands on a line", u"\\x \\d t", {u"command: \\x"_s, u"command: \\d t"_s});
    row("SQL after a command", u"\\x \\\\ select 1;", {u"command: \\x"_s, u"read: select 1;"_s});
    row("quotes in a command", u"\\echo 'a \\\\ \\' b' \"\\\" `\\` \\d",
        {u"command: \\echo 'a \\\\ \\' b' \"\\\" `\\`"_s, u"command: \\d"_s});
    row("a command that takes the line", u"\\! ls \\\\ select 1;\nselect 2;",
        {u"command: \\! ls \\\\ select 1;"_s, u"read: select 2;"_s});
    row("a command that psql does not have", u"\\nosuch \\d\nselect 2;",
        {u"command: \\nosuch \\d"_s, u"read: select 2;"_s});
    row("a pipe", u"select 1 \\g | cat \\x\nselect 2;",
        {u"read sent: select 1"_s, u"command: \\g | cat \\x"_s, u"read: select 2;"_s});
    row("rows of a command", u"\\copy t (a, b) from stdin with (format csv)\n1,2\n\\.\nselect 1;",
        {u"command: \\copy t (a, b) from stdin with (format csv)|1,2\n"_s, u"read: select 1;"_s});
    row("a command that copies a file", u"\\copy t from 'stdin'\nselect 1;",
        {u"command: \\copy t from 'stdin'"_s, u"read: select 1;"_s});
    row("sent together", u"select 1\\; delete from t\\; select 2; select 3;",
        {u"write: select 1; delete from t; select 2;"_s, u"read: select 3;"_s});
    row("a colon behind a backslash", u"select a\\:b;", {u"read: select a:b;"_s});
    row("a colon behind a backslash first", u"\\:;", {u"unknown: :;"_s});
    row("a backslash in a string", u"select '\\d';", {u"read: select '\\d';"_s});
}

void TestSplitStatements::statements()
{
    QFETCH(const QString, script);
    QTEST(describe(script), "expected");
}

void TestSplitStatements::kinds_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<Statement::Kind>("expected");

    using Kind = Statement::Kind;
    const auto row = [](QStringView statement, Kind expected) {
        QTest::newRow(qPrintable(statement.toString())) << statement.toString() << expected;
    };
    row(u"SELECT 1", Kind::Read);
    row(u"((select 1) union select 2)", Kind::Read);
    row(u"select a into b from c", Kind::Ddl);
    row(u"select extract(year from a) from (select 1 into) c", Kind::Read);
    row(u"values (1)", Kind::Read);
    row(u"table a", Kind::Read);
    row(u"with a as (select 1) select * from a", Kind::Read);
    row(u"with a as (select 1) (select * from a)", Kind::Read);
    row(u"with recursive a(x) as (select 1), update as (select 2) select * from a, update", Kind::Read);
    row(u"with a as (select 1) insert into b select * from a", Kind::Write);
    row(u"with a as materialized (delete from b returning *) select * from a", Kind::Write);
    row(u"with a as (select 1) select * from a for update", Kind::Read);
    row(u"insert into a values (1)", Kind::Write);
    row(u"merge into a using b on true when matched then delete", Kind::Write);
    row(u"truncate a", Kind::Write);
    row(u"call p()", Kind::Write);
    row(u"do $$ begin end $$", Kind::Write);
    row(u"execute p(1)", Kind::Write);
    row(u"explain delete from a", Kind::Read);
    row(u"explain analyze delete from a", Kind::Write);
    row(u"explain (buffers, analyze) with a as (delete from b) select 1", Kind::Write);
    row(u"explain analyze verbose select 1", Kind::Read);
    row(u"show all", Kind::Read);
    row(u"set search_path to a", Kind::Session);
    row(u"set transaction read only", Kind::Transaction);
    row(u"prepare p as select 1", Kind::Session);
    row(u"prepare transaction 'a'", Kind::Transaction);
    row(u"start transaction", Kind::Transaction);
    row(u"savepoint a", Kind::Transaction);
    row(u"create table a as select 1", Kind::Ddl);
    row(u"grant select on a to b", Kind::Ddl);
    row(u"vacuum (analyze) a", Kind::Maintenance);
    row(u"copy a (b, c) from stdin csv", Kind::CopyIn);
    row(u"copy a from stdout", Kind::CopyIn);
    row(u"copy (select 1) to stdout", Kind::CopyOut);
    row(u"copy a to program 'cat'", Kind::Write);
    row(u"selectt 1", Kind::Unknown);
    row(u"1", Kind::Unknown);
}

void TestSplitStatements::kinds()
{
    QFETCH(const QString, statement);
    const auto all = sql::splitStatements(statement);
    QCOMPARE(all.size(), size_t{1});
    QTEST(all.front().kind, "expected");
}

/// Nothing significant is lost either: what no statement and no data covers is blank or a comment.
void TestSplitStatements::spansStayInTheText()
{
    const QStringList pieces = {u"select"_s,
                                u"copy t from stdin"_s,
                                u";"_s,
                                u"\n"_s,
                                u"\\.\n"_s,
                                u"\\g"_s,
                                u"\\x"_s,
                                u"("_s,
                                u")"_s,
                                u"'"_s,
                                u"$$"_s,
                                u"/*"_s,
                                u"*/"_s,
                                u"--"_s,
                                u" "_s,
                                u"\\;"_s,
                                u"\\\\"_s,
                                u"1"_s,
                                u"begin atomic"_s,
                                u"end"_s,
                                u"create function"_s,
                                u"E'"_s,
                                u"\\copy t from stdin"_s};
    QRandomGenerator random(11);
    for (int round = 0; round < 20000; ++round) {
        QString script;
        const int length = random.bounded(14);
        for (int i = 0; i < length; ++i)
            script += pieces[random.bounded(static_cast<int>(pieces.size()))] +
                      (random.bounded(2) ? u" "_s : u""_s);
        for (const auto &each : sql::splitStatements(script)) {
            QVERIFY2(each.span.start >= 0 && each.span.length > 0 && each.span.end() <= script.size(),
                     qPrintable(script));
            auto at = each.span.start;
            for (const auto &gap : each.gaps) {
                QVERIFY2(gap.start >= at && gap.end() <= each.span.end(), qPrintable(script));
                at = gap.end();
            }
            if (each.data)
                QVERIFY2(each.data->start >= each.span.end() && each.data->end() <= script.size(),
                         qPrintable(script));
        }
    }
}

void TestSplitStatements::statementAtTheCursor_data()
{
    QTest::addColumn<QString>("script"); // the cursor is `|`
    QTest::addColumn<QString>("expected");

    QTest::newRow("inside") << u"select 1; sel|ect 2; select 3;"_s << u"select 2;"_s;
    QTest::newRow("right behind the semicolon") << u"select 1;|\nselect 2;"_s << u"select 1;"_s;
    QTest::newRow("between two without a blank") << u"select 1;|select 2;"_s << u"select 2;"_s;
    QTest::newRow("later on the line") << u"select 1; |-- so\nselect 2;"_s << u"select 1;"_s;
    QTest::newRow("on a line between") << u"select 1;\n|\nselect 2;"_s << u"select 2;"_s;
    QTest::newRow("after the last") << u"select 1;\n\n|"_s << u"select 1;"_s;
    QTest::newRow("before the first") << u"|\nselect 1;"_s << u"select 1;"_s;
    QTest::newRow("in the rows of a copy")
        << u"copy t from stdin;\n1|\n\\.\nselect 1;"_s << u"copy t from stdin;"_s;
    QTest::newRow("in a command inside of a statement") << u"select 1\n\\ec|ho a\n+ 1;"_s << u"\\echo a"_s;
    QTest::newRow("nothing") << u"-- |"_s << QString();
}

void TestSplitStatements::statementAtTheCursor()
{
    QFETCH(QString, script);
    const auto cursor = script.indexOf(u'|');
    script.remove(cursor, 1);
    const auto all = sql::splitStatements(script);
    const auto *statement = sql::statementAt(all, script, cursor);
    QTEST(statement ? statement->text(script) : QString(), "expected");
}

void TestSplitStatements::bytesAndUnits()
{
    const QString alphabet = u"aé数\U0001F4A5"_s;
    QRandomGenerator random(3);
    QString text;
    for (int i = 0; i < 5000; ++i) {
        const int letter = random.bounded(4);
        text += letter < 3 ? QString(alphabet[letter]) : alphabet.mid(3);
    }
    text += QChar(0xd800);
    const sql::Utf8Offsets offsets(text);
    QCOMPARE(offsets.byteCount(), text.toUtf8().size());
    for (qsizetype unit = 0; unit <= text.size(); ++unit) {
        if (unit > 0 && unit < text.size() && text[unit].isLowSurrogate())
            continue;
        const auto byte = text.left(unit).toUtf8().size();
        QCOMPARE(offsets.byteAt(unit), byte);
        QCOMPARE(offsets.unitAt(byte), unit);
    }
    QCOMPARE(sql::charactersBefore(u"\U0001F4A5ab", 3), 2);
    QCOMPARE(sql::unitAfter(u"\U0001F4A5ab", 2), 3);
}

QTEST_GUILESS_MAIN(TestSplitStatements)
#include "tst_splitstatements.moc"
