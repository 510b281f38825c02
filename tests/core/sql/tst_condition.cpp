#include "core/sql/completecondition.h"
#include "core/sql/condition.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

namespace {

catalog::Snapshot workouts()
{
    catalog::Snapshot snapshot;
    catalog::Enum status;
    status.schema = u"public"_s;
    status.name = u"status"_s;
    status.labels = {u"planned"_s, u"done"_s, u"it's off"_s};
    snapshot.enums.push_back(status);
    catalog::Function pace;
    pace.schema = u"public"_s;
    pace.name = u"pace"_s;
    pace.identityArguments = u"integer"_s;
    pace.result = u"numeric"_s;
    snapshot.functions.push_back(pace);
    return snapshot;
}

std::vector<catalog::Column> columns()
{
    return {{.name = u"id"_s, .type = u"bigint"_s},
            {.name = u"title"_s, .type = u"text"_s},
            {.name = u"status"_s, .type = u"public.status"_s},
            {.name = u"Startet am"_s, .type = u"date"_s}};
}

} // namespace

class TestCondition : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void completes_data();
    void completes();
};

void TestCondition::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << u"a = 1 and (b or c[2])"_s << u"a = 1 and (b or c[2])"_s;
    QTest::newRow("signs inside quotes")
        << u"a = ');--' and \";\" = $$;)$$"_s << u"a = ');--' and \";\" = $$;)$$"_s;
    QTest::newRow("a comment at the end") << u"a -- )"_s << u"a -- )\n"_s;
    QTest::newRow("a comment with its line") << u"a -- )\n"_s << u"a -- )\n"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("nothing but a comment") << u" -- later"_s << u""_s;
}

void TestCondition::accepts()
{
    QFETCH(const QString, text);
    const auto checked = sql::checkedCondition(text);
    QVERIFY2(checked.ok(), checked ? "" : qPrintable(checked.error().message));
    QTEST(*checked, "expected");
}

void TestCondition::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");

    QTest::newRow("closes our parenthesis") << u"true) or (true"_s << 5;
    QTest::newRow("a second statement") << u"true; drop table t"_s << 5;
    QTest::newRow("open parenthesis") << u"a and (b"_s << 7;
    QTest::newRow("mixed brackets") << u"(a[1)]"_s << 5;
    QTest::newRow("open string") << u"a = 'b"_s << 5;
    QTest::newRow("open dollar quote") << u"a = $x$ b $$"_s << 5;
    QTest::newRow("open comment") << u"a /* b /* c */"_s << 3;
    QTest::newRow("nothing but an open comment") << u"/* b"_s << 1;
    QTest::newRow("open name") << u"a = \"b"_s << 5;
    QTest::newRow("a parameter") << u"a = $1"_s << 5;
    QTest::newRow("a NUL") << u"a"_s + QChar(u'\0') + u"b"_s << 2;
    QTest::newRow("counted in characters") << u"'🏃' = 'x' )"_s << 11;
}

void TestCondition::refuses()
{
    QFETCH(const QString, text);
    const auto checked = sql::checkedCondition(text);
    QVERIFY(!checked.ok());
    QVERIFY(!checked.error().message.isEmpty());
    QTEST(checked.error().position, "position");
}

void TestCondition::completes_data()
{
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("length");

    QTest::newRow("the beginning") << u"|"_s << u"id"_s << 0;
    QTest::newRow("half a column") << u"ti|"_s << u"title"_s << 2;
    QTest::newRow("in whatever case") << u"TI|"_s << u"title"_s << 2;
    QTest::newRow("a column that needs quotes") << u"star|"_s << u"\"Startet am\""_s << 4;
    QTest::newRow("a column in quotes") << u"\"St|"_s << u"\"Startet am\""_s << 3;
    QTest::newRow("after a column") << u"title |"_s << u"="_s << 0;
    QTest::newRow("half an operator") << u"title il|"_s << u"ilike"_s << 2;
    QTest::newRow("after a comparison") << u"title = 'x' |"_s << u"="_s << 0;
    QTest::newRow("after and") << u"id = 1 and t|"_s << u"title"_s << 1;
    QTest::newRow("values of an enum") << u"status = |"_s << u"'planned'"_s << 0;
    QTest::newRow("half a value") << u"status = 'd|"_s << u"'done'"_s << 2;
    QTest::newRow("a value with a quote") << u"status <> 'i|"_s << u"'it''s off'"_s << 2;
    QTest::newRow("in a list") << u"status not in ('done', |"_s << u"'planned'"_s << 0;
    QTest::newRow("a function of the database") << u"pa|"_s << u"pace()"_s << 2;
    QTest::newRow("a function of the server") << u"coal|"_s << u"coalesce()"_s << 4;
    QTest::newRow("after is") << u"title is n|"_s << u"null"_s << 1;
    QTest::newRow("in a string") << u"title = 'i|"_s << QString() << 2;
    QTest::newRow("in a comment") << u"-- i|"_s << QString() << 4;
    QTest::newRow("in the middle") << u"ti| = 'x'"_s << u"title"_s << 2;
}

void TestCondition::completes()
{
    QFETCH(QString, text);
    const auto cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const auto completion = sql::completeCondition(text, cursor, columns(), workouts());
    const auto first = completion.suggestions.empty() ? QString() : completion.suggestions.front().text;
    QTEST(first, "first");
    QTEST(static_cast<int>(completion.length), "length");
    QCOMPARE(completion.start + completion.length, cursor);
}

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
