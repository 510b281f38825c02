#include "core/drizzle/pull/columndefault.h"
#include "core/drizzle/pull/columntypes.h"
#include "core/drizzle/pull/selection.h"
#include "core/drizzle/pull/sqltext.h"
#include "core/drizzle/typescript/casing.h"
#include "core/drizzle/typescript/plural.h"
#include "core/drizzle/typescript/text.h"

#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

/// The small pieces that a pulled schema is made of.
class TestPullText : public QObject
{
    Q_OBJECT

private slots:
    void strings_data();
    void strings();
    void names_data();
    void names();
    void casing_data();
    void casing();
    void numbers_data();
    void numbers();
    void types_data();
    void types();
    void defaults_data();
    void defaults();
    void brackets_data();
    void brackets();
    void calls_data();
    void calls();
    void tables_data();
    void tables();
    void roles();
};

void TestPullText::strings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("string");
    QTest::addColumn<QString>("sql");
    QTest::newRow("plain") << u"a b"_s << u"\"a b\""_s << u"sql`a b`"_s;
    QTest::newRow("quotes") << u"'\"`"_s << u"\"'\\\"`\""_s << u"sql`'\"\\``"_s;
    QTest::newRow("backslash") << u"a\\n"_s << u"\"a\\\\n\""_s << u"sql`a\\\\n`"_s;
    QTest::newRow("placeholder") << u"${x} $y"_s << u"\"${x} $y\""_s << u"sql`\\${x} $y`"_s;
    QTest::newRow("dollar at the end") << u"a$"_s << u"\"a$\""_s << u"sql`a$`"_s;
    QTest::newRow("lines") << u"a\nb\tc"_s << u"\"a\\nb\\tc\""_s << u"sql`a\nb\tc`"_s;
    QTest::newRow("carriage return, which templates lose")
        << u"a\r\nb"_s << u"\"a\\r\\nb\""_s << u"sql`a\\r\nb`"_s;
    QTest::newRow("control") << u"\x01\x7f"_s << u"\"\\x01\\x7f\""_s << u"sql`\\x01\\x7f`"_s;
    QTest::newRow("separators") << QString(QChar(0x2028)) << u"\"\\u2028\""_s << u"sql`\\u2028`"_s;
    QTest::newRow("beyond the basic plane") << u"🐘"_s << u"\"🐘\""_s << u"sql`🐘`"_s;
}

void TestPullText::strings()
{
    QFETCH(QString, text);
    QTEST(tsString(text), "string");
    QTEST(tsSql(text), "sql");
}

void TestPullText::names_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("member");
    QTest::newRow("plain") << u"id"_s << u"table.id"_s;
    QTest::newRow("word of the language") << u"class"_s << u"table.class"_s;
    QTest::newRow("other letters") << u"größe"_s << u"table.größe"_s;
    QTest::newRow("blank") << u"a b"_s << u"table[\"a b\"]"_s;
    QTest::newRow("digit") << u"1a"_s << u"table[\"1a\"]"_s;
    QTest::newRow("nothing") << QString() << u"table[\"\"]"_s;
}

void TestPullText::names()
{
    QFETCH(QString, key);
    QTEST(tsMember(u"table"_s, key), "member");
}

void TestPullText::casing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("camel");
    QTest::addColumn<QString>("snake");
    QTest::newRow("snake") << u"user_name"_s << u"userName"_s << u"user_name"_s;
    QTest::newRow("camel") << u"createdAt2"_s << u"createdAt2"_s << u"created_at2"_s;
    QTest::newRow("Pascal") << u"AlbumId"_s << u"albumId"_s << u"album_id"_s;
    QTest::newRow("capitals") << u"lastHTTPCode"_s << u"lastHttpCode"_s << u"last_http_code"_s;
    QTest::newRow("shouted") << u"USER"_s << u"user"_s << u"user"_s;
    QTest::newRow("blanks") << u"Order Details"_s << u"orderDetails"_s << u"order_details"_s;
    QTest::newRow("other letters") << u"größe_wert"_s << u"größeWert"_s << u"gr_e_wert"_s;
    QTest::newRow("no letters") << u"??"_s << QString() << QString();
}

void TestPullText::casing()
{
    QFETCH(QString, name);
    QTEST(camelCase(name), "camel");
    QTEST(casedName(name, u"snake_case"_s), "snake");
    QCOMPARE(casedName(name, {}), name);
}

void TestPullText::numbers_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("many");
    for (const auto &[one, many] :
         {std::pair("user", "users"), std::pair("category", "categories"), std::pair("day", "days"),
          std::pair("box", "boxes"), std::pair("orderAddress", "orderAddresses"),
          std::pair("person", "people"), std::pair("userStatus", "userStatuses"), std::pair("news", "news"),
          std::pair("blogPost", "blogPosts"), std::pair("match", "matches"), std::pair("course", "courses"),
          std::pair("series", "series")})
        QTest::newRow(one) << QString::fromLatin1(one) << QString::fromLatin1(many);
}

void TestPullText::numbers()
{
    QFETCH(QString, one);
    QFETCH(QString, many);
    QCOMPARE(plural(one), many);
    QCOMPARE(plural(many), many);
    QCOMPARE(singular(many), one);
    QCOMPARE(singular(one), one);
}

void TestPullText::types_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("type");
    QTest::newRow("integer") << u"integer"_s << u"integer"_s;
    QTest::newRow("varchar") << u"character varying(20)"_s << u"varchar(20)"_s;
    QTest::newRow("char") << u"character(1)"_s << u"char(1)"_s;
    QTest::newRow("numeric") << u"numeric(10,2)"_s << u"numeric(10, 2)"_s;
    QTest::newRow("timestamptz") << u"timestamp(3) with time zone"_s << u"timestamp(3) with time zone"_s;
    QTest::newRow("timestamp") << u"timestamp without time zone[]"_s << u"timestamp[]"_s;
    QTest::newRow("time") << u"time(0) without time zone"_s << u"time(0)"_s;
    QTest::newRow("in public") << u"public.citext"_s << u"citext"_s;
    QTest::newRow("in public, called like another") << u"public.text"_s << u"public.text"_s;
    QTest::newRow("elsewhere") << u"app.amount[]"_s << u"app.amount[]"_s;
    QTest::newRow("quoted") << u"public.\"Email\""_s << u"\"Email\""_s;
    QTest::newRow("vector") << u"public.vector(3)"_s << u"vector(3)"_s;
    QTest::newRow("point on a map") << u"public.geometry(Point)"_s << u"geometry(point)"_s;
    QTest::newRow("point with a system") << u"public.geometry(Point,4326)"_s << u"geometry(Point,4326)"_s;
}

void TestPullText::types()
{
    QFETCH(QString, sql);
    QTEST(ColumnTypes(catalog::Snapshot()).of(sql).type, "type");
}

void TestPullText::defaults_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("text") << u"text"_s << u"'a''b'::text"_s << QByteArray(R"("'a''b'")");
    QTest::newRow("empty text") << u"character varying(5)"_s << u"''::character varying"_s
                                << QByteArray(R"("''")");
    QTest::newRow("other type") << u"text"_s << u"'a'::bpchar"_s << QByteArray(R"("'a'::bpchar")");
    QTest::newRow("bpchar") << u"character(3)"_s << u"'a'::bpchar"_s << QByteArray(R"("'a'")");
    QTest::newRow("number") << u"integer"_s << u"7"_s << QByteArray("7");
    QTest::newRow("negative") << u"integer"_s << u"'-7'::integer"_s << QByteArray("-7");
    QTest::newRow("in brackets") << u"double precision"_s << u"(-2.25)::double precision"_s
                                 << QByteArray("-2.25");
    QTest::newRow("large") << u"bigint"_s << u"'9007199254740993'::bigint"_s
                           << QByteArray(R"("'9007199254740993'::bigint")");
    QTest::newRow("not as JavaScript writes it") << u"real"_s << u"1.0"_s << QByteArray(R"("1.0")");
    QTest::newRow("numeric") << u"numeric(10,2)"_s << u"0.00"_s << QByteArray(R"("'0.00'")");
    QTest::newRow("boolean") << u"boolean"_s << u"false"_s << QByteArray("false");
    QTest::newRow("call") << u"timestamp with time zone"_s << u"now()"_s << QByteArray("\"now()\"");
    QTest::newRow("sum of literals") << u"text"_s << u"'a'::text || 'b'::text"_s
                                     << QByteArray(R"("'a'::text || 'b'::text")");
    QTest::newRow("no default") << u"character varying(5)"_s << u"NULL::character varying"_s << QByteArray();
    QTest::newRow("array") << u"text[]"_s << u"'{a,\"b c\"}'::text[]"_s
                           << QByteArray(R"("'{\"a\",\"b c\"}'")");
    QTest::newRow("empty array") << u"integer[]"_s << u"'{}'::integer[]"_s << QByteArray(R"("'{}'")");
    QTest::newRow("array with NULL") << u"text[]"_s << u"'{a,NULL}'::text[]"_s
                                     << QByteArray(R"("'{a,NULL}'::text[]")");
    QTest::newRow("array of numbers")
        << u"integer[]"_s << u"'{1,-2}'::integer[]"_s << QByteArray(R"("'{1,-2}'")");
    QTest::newRow("json") << u"jsonb"_s << u"'{\"a\": 1}'::jsonb"_s << QByteArray(R"("'{\"a\": 1}'::jsonb")");
    QTest::newRow("custom type") << u"bytea"_s << u"'\\x00'::bytea"_s << QByteArray(R"("'\\x00'::bytea")");
}

void TestPullText::defaults()
{
    QFETCH(QString, type);
    QFETCH(QString, sql);
    const auto made = columnDefault(sql, type, ColumnTypes(catalog::Snapshot()).of(type));
    QTEST(made ? made->text : QByteArray(), "json");
}

void TestPullText::brackets_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("bare");
    QTest::newRow("around all") << u"((a > 0))"_s << u"a > 0"_s;
    QTest::newRow("two") << u"(a) OR (b)"_s << u"(a) OR (b)"_s;
    QTest::newRow("in a string") << u"(a = ')')"_s << u"a = ')'"_s;
    QTest::newRow("in a name") << u"(\"a)\" = 1)"_s << u"\"a)\" = 1"_s;
    QTest::newRow("escape string") << u"(a = E'\\')')"_s << u"(a = E'\\')')"_s;
}

void TestPullText::brackets()
{
    QFETCH(QString, sql);
    QTEST(withoutOuterBrackets(sql), "bare");
}

void TestPullText::calls_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("call");
    QTest::newRow("call") << u"lower(name)"_s << true;
    QTest::newRow("qualified") << u"app.\"F\"(name, 'x)')"_s << true;
    QTest::newRow("sum of calls") << u"lower(a) || upper(b)"_s << false;
    QTest::newRow("row") << u"ROW(a, b)"_s << false;
    QTest::newRow("cast") << u"lower(a)::text"_s << false;
    QTest::newRow("column") << u"a"_s << false;
}

void TestPullText::calls()
{
    QFETCH(QString, sql);
    QTEST(isCall(sql), "call");
}

void TestPullText::tables_data()
{
    QTest::addColumn<QStringList>("tables");
    QTest::addColumn<QStringList>("extensions");
    QTest::addColumn<QStringList>("kept");
    QTest::newRow("no filter") << QStringList() << QStringList()
                               << QStringList{u"users"_s, u"app_log"_s, u"tmp"_s};
    QTest::newRow("names") << QStringList{u"users"_s} << QStringList() << QStringList{u"users"_s};
    QTest::newRow("pattern") << QStringList{u"app_*"_s} << QStringList() << QStringList{u"app_log"_s};
    QTest::newRow("braces") << QStringList{u"{users,tmp}"_s} << QStringList()
                            << QStringList{u"users"_s, u"tmp"_s};
    QTest::newRow("negated") << QStringList{u"!tmp"_s} << QStringList()
                             << QStringList{u"users"_s, u"app_log"_s};
    QTest::newRow("pattern and negated")
        << QStringList{u"*"_s, u"!tmp"_s} << QStringList() << QStringList{u"users"_s, u"app_log"_s};
    QTest::newRow("an extension's") << QStringList() << QStringList{u"postgis"_s}
                                    << QStringList{u"users"_s, u"app_log"_s, u"tmp"_s};
}

void TestPullText::tables()
{
    QFETCH(QStringList, tables);
    QFETCH(QStringList, extensions);
    Config config;
    config.tablesFilter = tables;
    config.extensionsFilters = extensions;
    config.migrationsSchema = u"public"_s;
    const Selection selection(config);
    QStringList kept;
    for (const auto &name : {u"users"_s, u"app_log"_s, u"tmp"_s, u"__drizzle_migrations"_s}) {
        catalog::Object table;
        table.schema = u"public"_s;
        table.name = name;
        if (selection.hasRelation(table))
            kept << name;
        table.schema = u"other"_s;
        QVERIFY(!selection.hasRelation(table));
    }
    QTEST(kept, "kept");
}

void TestPullText::roles()
{
    Config config;
    QVERIFY(!Selection(config).hasRole(u"ann"_s));
    config.roles = RoleFilter{.all = true};
    QVERIFY(Selection(config).hasRole(u"pg_monitor"_s));
    config.roles = RoleFilter{
        .provider = u"supabase"_s, .include = {u"ann"_s, u"bob"_s, u"anon"_s}, .exclude = {u"bob"_s}};
    QVERIFY(Selection(config).hasRole(u"ann"_s));
    QVERIFY(!Selection(config).hasRole(u"bob"_s));
    QVERIFY(!Selection(config).hasRole(u"anon"_s));
    QVERIFY(!Selection(config).hasRole(u"eve"_s));
}

QTEST_GUILESS_MAIN(TestPullText)
#include "tst_pulltext.moc"
