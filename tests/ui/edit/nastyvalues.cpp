#include "tests/ui/edit/nastyvalues.h"

#include <QHash>
#include <QSet>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

using Pool = QHash<QString, QByteArrayList>;

void addNumbers(Pool &pool)
{
    pool[u"int2"_s] = {"0", "-32768", "32767", " 7 "};
    pool[u"int4"_s] = {"0", "-2147483648", "2147483647"};
    pool[u"int8"_s] = {"0", "-9223372036854775808", "9223372036854775807", "9007199254740993"};
    pool[u"float4"_s] = {"0",   "-0",       "1e-45",     "3.4028235e+38", "0.1",
                         "NaN", "Infinity", "-Infinity", "16777217"};
    pool[u"float8"_s] = {"0",
                         "-0",
                         "5e-324",
                         "1.7976931348623157e+308",
                         "0.1",
                         "0.30000000000000004",
                         "NaN",
                         "Infinity",
                         "-Infinity",
                         "1e20",
                         "9007199254740993",
                         "123456789012345678"};
    pool[u"numeric"_s] = {
        "0",     "0.00",   "-0.000", "1.50",    "NaN", "12345678901234567890123456789.123456789000",
        "1e100", "1e-100", "-.5",    "00012.30"};
    pool[u"money"_s] = {"0", "-1.5", "92233720368547758.07", "$1,234.50"};
    pool[u"oid"_s] = {"0", "4294967295"};
    pool[u"xid"_s] = {"0", "4294967295"};
    pool[u"xid8"_s] = {"0", "18446744073709551615"};
    pool[u"cid"_s] = {"0", "4294967295"};
    pool[u"tid"_s] = {"(0,1)", "(4294967295,65535)"};
    pool[u"pg_lsn"_s] = {"0/0", "FFFFFFFF/FFFFFFFF", "16/b374d848"};
    pool[u"int2vector"_s] = {"", "1", "1 -2 3"};
    pool[u"oidvector"_s] = {"", "1", "23 25"};
    pool[u"bit"_s] = {"", "0", "10110000000000000000000000000000000000000000000000000000000000001", "X1f"};
    pool[u"varbit"_s] = {"", "0", "1011"};
}

void addTexts(Pool &pool)
{
    const QByteArrayList texts = {"",
                                  " ",
                                  "  a  ",
                                  "NULL",
                                  "null",
                                  "\\N",
                                  "'",
                                  "\"",
                                  "\\",
                                  "{a,b}",
                                  "(a,b)",
                                  "[1,2)",
                                  ",",
                                  "a\nb\r\nc\rd",
                                  "\tTab\v",
                                  "é日本😀",
                                  "e\xCC\x81",
                                  "\xE2\x80\x8B",
                                  "\xC2\xA0",
                                  "%s $1 ?",
                                  "<b>&amp;</b>",
                                  "--';drop",
                                  "\xE2\x80\xA8",
                                  "\x7F\x01",
                                  "t",
                                  "0x1F",
                                  "\xEF\xBB\xBF"
                                  "bom"};
    pool[u"text"_s] = texts + QByteArrayList{QByteArray(1500, 'x'), QByteArray("{\"json\": 1}")};
    pool[u"varchar"_s] = texts;
    pool[u"bpchar"_s] = texts;
    pool[u"name"_s] = {"", "a b", "\"q\"", QByteArray(63, 'n'), "é"};
    pool[u"char"_s] = {"", "a", " ", "\\", "'"};
    pool[u"refcursor"_s] = {"", "c\"1"};
    pool[u"xml"_s] = {"", "<a/>", "<a b=\"1\">é &amp; &lt;\n<![CDATA[x]]></a>",
                      "<?xml version=\"1.0\"?><a/>"};
    pool[u"json"_s] = {"null",
                       " { \"b\" : 1.50 ,\n\"a\":[ ],\"b\":2}",
                       "\"\\u0000\"",
                       "1e400",
                       "12345678901234567890.10",
                       "[1,\t2]",
                       "\"\\ud83d\\ude00\""};
    pool[u"jsonb"_s] = {"null",
                        "{\"b\": 1.50, \"a\": [], \"b\": 2.00}",
                        "\"\\u00e9\\n\"",
                        "1e100",
                        "12345678901234567890.10",
                        "[]",
                        "{}",
                        "\"\"",
                        "{\"\": {\"a\": [null, true, \"\\\"\"]}}"};
    pool[u"jsonpath"_s] = {"$", "$.a[*] ? (@ > 1.50)", "strict $.\"a b\""};
    pool[u"tsvector"_s] = {"", "a:1A,2 b", "'it''s':3 ' ' '\\\\'"};
    pool[u"tsquery"_s] = {"", "a & !b | c <2> d", "'a b':*AB"};
    pool[u"bytea"_s] = {"\\x", "\\x00", "\\xDEADBEEF", "\\000\\\\a", "\\x270a5c22"};
    pool[u"uuid"_s] = {"00000000-0000-0000-0000-000000000000", "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}"};
    pool[u"bool"_s] = {"t", "f", "yes", "0"};
}

void addMoments(Pool &pool)
{
    pool[u"date"_s] = {"2026-11-25",    "infinity",      "-infinity", "0044-03-15 BC",
                       "4713-11-24 BC", "5874897-12-31", "2024-02-29"};
    pool[u"time"_s] = {"00:00:00", "24:00:00", "23:59:59.999999", "06:30:00.1"};
    pool[u"timetz"_s] = {"00:00:00+15:59", "24:00:00-12", "06:30:00.123456+05:45"};
    pool[u"timestamp"_s] = {"2026-11-25 06:30:00",
                            "infinity",
                            "-infinity",
                            "0044-03-15 12:00:00.5 BC",
                            "294276-12-31 23:59:59.999999",
                            "4713-11-24 00:00:00 BC"};
    pool[u"timestamptz"_s] = {"2026-11-25 06:30:00+01",
                              "infinity",
                              "-infinity",
                              "0044-03-15 12:00:00.5+00 BC",
                              "2026-10-25 02:30:00 Europe/Berlin",
                              "1883-11-18 12:00:00 America/New_York"};
    pool[u"interval"_s] = {
        "0",        "1 year -2 mons +3 days -04:05:06.789", "178000000 years", "-00:00:00.000001", "P1Y2M",
        "1 mon ago"};
}

void addShapesAndNets(Pool &pool)
{
    pool[u"point"_s] = {"(0,-0)", "(1e300,0.1)", "(NaN,Infinity)"};
    pool[u"line"_s] = {"{1,-1,0}", "{0,1,1e-5}"};
    pool[u"lseg"_s] = {"[(0,0),(1,1)]"};
    pool[u"box"_s] = {"(1,1),(0,0)", "(0,0),(5,0.1)"};
    pool[u"path"_s] = {"((0,0),(1,1),(2,0))", "[(0,0),(1,1)]"};
    pool[u"polygon"_s] = {"((0,0),(1,1),(2,0))"};
    pool[u"circle"_s] = {"<(0,0),1>", "<(1e10,-5),0>"};
    pool[u"inet"_s] = {"0.0.0.0", "192.168.0.1/24", "::1", "2001:db8::/32", "::ffff:1.2.3.4"};
    pool[u"cidr"_s] = {"0.0.0.0/0", "192.168.0.0/24", "2001:db8::/32", "10"};
    pool[u"macaddr"_s] = {"08:00:2b:01:02:03", "08002B-010203"};
    pool[u"macaddr8"_s] = {"08:00:2b:01:02:03:04:05"};
}

void addNames(Pool &pool)
{
    pool[u"aclitem"_s] = {"postgres=r/postgres", "=X*/postgres"};
    pool[u"regclass"_s] = {"pg_class", "pg_catalog.pg_type", "4294967295", "-"};
    pool[u"regcollation"_s] = {"\"C\"", "-"};
    pool[u"regconfig"_s] = {"english"};
    pool[u"regdatabase"_s] = {"postgres", "-"};
    pool[u"regdictionary"_s] = {"simple"};
    pool[u"regnamespace"_s] = {"public", "pg_catalog", "-"};
    pool[u"regoper"_s] = {"||/", "0"};
    pool[u"regoperator"_s] = {"+(integer,integer)", "-(NONE,bigint)"};
    pool[u"regproc"_s] = {"now", "-"};
    pool[u"regprocedure"_s] = {"lower(text)", "-"};
    pool[u"regrole"_s] = {"postgres", "-"};
    pool[u"regtype"_s] = {"integer", "text[]", "\"char\"", "-"};
    pool[u"pg_snapshot"_s] = {"10:20:10,14,15", "1:1:"};
    pool[u"txid_snapshot"_s] = {"10:20:10,14,15", "1:1:"};
}

void addRanges(Pool &pool)
{
    pool[u"int4range"_s] = {"empty", "(,)", "[1,5]", "(1,5]", "[,7)"};
    pool[u"int8range"_s] = {"empty", "[9007199254740993,)", "(,5]"};
    pool[u"numrange"_s] = {"empty", "[1.50,2.00]", "(NaN,NaN]", "(,0]"};
    pool[u"daterange"_s] = {"[2026-01-01,2026-12-31]", "[-infinity,infinity)", "[,\"0044-03-15 BC\"]"};
    pool[u"tsrange"_s] = {"[2026-01-01 06:00:00,infinity]", "(,\"0044-03-15 BC\")", "empty"};
    pool[u"tstzrange"_s] = {"[2026-01-01 06:00:00+01,)", "empty"};
    pool[u"int4multirange"_s] = {"{}", "{[1,3),[5,7)}", "{(,)}", "{empty}"};
    pool[u"int8multirange"_s] = {"{[9007199254740993,)}"};
    pool[u"nummultirange"_s] = {"{[1.50,2.00],(3,4)}"};
    pool[u"datemultirange"_s] = {"{[2026-01-01,2026-12-31]}"};
    pool[u"tsmultirange"_s] = {"{[2026-01-01 06:00:00,infinity]}"};
    pool[u"tstzmultirange"_s] = {"{[2026-01-01 06:00:00+01,)}", "{}"};
}

} // namespace

std::optional<QByteArrayList> nastyValues(const QString &type)
{
    static const Pool pool = [] {
        Pool all;
        addNumbers(all);
        addTexts(all);
        addMoments(all);
        addShapesAndNets(all);
        addNames(all);
        addRanges(all);
        return all;
    }();
    const auto found = pool.constFind(type);
    return found == pool.cend() ? std::nullopt : std::optional(*found);
}

bool isUnwritable(const QString &type)
{
    static const QSet<QString> types = {
        u"gtsvector"_s,       u"pg_brin_bloom_summary"_s, u"pg_brin_minmax_multi_summary"_s,
        u"pg_dependencies"_s, u"pg_mcv_list"_s,           u"pg_ndistinct"_s,
        u"pg_node_tree"_s};
    return types.contains(type);
}

} // namespace squall::test
