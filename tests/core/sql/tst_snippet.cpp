#include "core/sql/snippet.h"

#include <QTest>

using namespace squall::sql;
using namespace Qt::StringLiterals;

class TestSnippet : public QObject
{
    Q_OBJECT

private slots:
    void expands_data();
    void expands();
};

void TestSnippet::expands_data()
{
    QTest::addColumn<QString>("snippet");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stops");
    QTest::newRow("without a place") << u"select 1"_s << u"select 1"_s << u"0@8+0"_s;
    QTest::newRow("the last place") << u"a $0 b"_s << u"a  b"_s << u"0@2+0"_s;
    QTest::newRow("places with texts, as they are numbered")
        << u"${2:b} ${1:a}$0"_s << u"b a"_s << u"1@2+1 2@0+1 0@3+0"_s;
    QTest::newRow("the same place twice") << u"${1} = ${1:x};"_s << u"x = x;"_s << u"1@0+1 1@4+1 0@6+0"_s;
    QTest::newRow("a parameter") << u"id = $1 and $10"_s << u"id = $1 and $10"_s << u"0@15+0"_s;
    QTest::newRow("quotes of dollars")
        << u"do $$ $0 $$ $x$${y}$x$"_s << u"do $$  $$ $x$${y}$x$"_s << u"0@6+0"_s;
    QTest::newRow("unfinished") << u"${1:a"_s << u"${1:a"_s << u"0@5+0"_s;
    QTest::newRow("no number") << u"${a} ${-1} ${}"_s << u"${a} ${-1} ${}"_s << u"0@14+0"_s;
    QTest::newRow("an empty text") << u"(${1:})"_s << u"()"_s << u"1@1+0 0@2+0"_s;
    QTest::newRow("a word that begins like it") << u"$0x"_s << u"$0x"_s << u"0@3+0"_s;
    QTest::newRow("at the very end") << u"a $"_s << u"a $"_s << u"0@3+0"_s;
    QTest::newRow("nothing") << QString() << QString() << u"0@0+0"_s;
}

void TestSnippet::expands()
{
    QFETCH(QString, snippet);
    const auto expanded = expand(snippet);
    QStringList stops;
    for (const auto &stop : expanded.stops)
        stops << u"%1@%2+%3"_s.arg(stop.number).arg(stop.start).arg(stop.length);
    QTEST(expanded.text, "text");
    QTEST(stops.join(u' '), "stops");
}

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
