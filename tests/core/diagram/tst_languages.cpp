#include "core/diagram/languages.h"

#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::diagram;
using namespace Qt::StringLiterals;

namespace {

catalog::Snapshot snapshot()
{
    using Type = catalog::Constraint::Type;
    catalog::Enum status;
    status.schema = u"app"_s;
    status.name = u"status"_s;
    status.labels = {u"new"_s, u"it's \"done\""_s};
    catalog::Enum unused = status;
    unused.name = u"unused"_s;

    catalog::Table users;
    users.schema = u"public"_s;
    users.name = u"users"_s;
    users.comment = u"two\nlines"_s;
    users.columns = {{.name = u"id"_s, .type = u"bigint"_s, .notNull = true},
                     {.name = u"email"_s,
                      .type = u"character varying(255)"_s,
                      .defaultSql = u"'a\\b'::text"_s,
                      .notNull = true,
                      .comment = u"it's \"his\""_s}};
    users.constraints = {{.name = u"users_pkey"_s, .type = Type::PrimaryKey, .columns = {u"id"_s}}};
    users.indexes = {{.name = u"users_email"_s,
                      .method = u"btree"_s,
                      .unique = true,
                      .keys = {{.expression = u"lower(email)"_s}}},
                     {.name = u"users_odd"_s, .method = u"btree"_s, .keys = {{.expression = u"'`'"_s}}},
                     {.name = u"users_pkey"_s,
                      .method = u"btree"_s,
                      .unique = true,
                      .keys = {{.column = u"id"_s}},
                      .constraint = u"users_pkey"_s}};

    catalog::Table odd;
    odd.schema = u"app"_s;
    odd.name = u"od\"d % ta\\ble <ü>"_s;
    odd.columns = {{.name = u"a__b {x} \"q\""_s, .type = u"numeric(10,2)"_s},
                   {.name = u"1st"_s, .type = u"timestamp with time zone"_s, .notNull = true},
                   {.name = u"status"_s, .type = u"app.status[]"_s},
                   {.name = u"user_id"_s, .type = u"bigint"_s}};
    odd.constraints = {{.name = u"odd \"fk\""_s,
                        .type = Type::ForeignKey,
                        .columns = {u"user_id"_s},
                        .referencedTable = {u"public"_s, u"users"_s},
                        .referencedColumns = {u"id"_s},
                        .onDelete = catalog::Constraint::Action::SetNull}};

    catalog::Snapshot snapshot;
    snapshot.enums = {status, unused};
    snapshot.tables = {odd, users};
    return snapshot;
}

} // namespace

/// What is written for other tools. That these read it was tried with the tools themselves.
class TestLanguages : public QObject
{
    Q_OBJECT

private slots:
    void mermaid();
    void dbml();
    void plantUml();
    void dotReadsDot();
    void nothing();
};

void TestLanguages::mermaid()
{
    QCOMPARE(toMermaid(diagramOf(snapshot())), uR"out(erDiagram
    "app.od'd _ ta_ble <ü>" {
        numeric(10_2) a__b__x___q_
        timestamptz _1st
        status[] status
        bigint user_id FK
    }
    "users" {
        bigint id PK
        varchar(255) email "it's 'his'"
    }
    "users" |o--o{ "app.od'd _ ta_ble <ü>" : "odd 'fk'"
)out"_s);
}

void TestLanguages::dbml()
{
    QCOMPARE(toDbml(diagramOf(snapshot()), snapshot()), uR"out(Enum "app"."status" {
  "new"
  "it's \"done\""
}

Table "app"."od\"d % ta\\ble <ü>" {
  "a__b {x} \"q\"" "numeric(10,2)"
  "1st" timestamptz [not null]
  "status" "app"."status[]"
  "user_id" bigint
}

Table "public"."users" {
  "id" bigint [pk]
  "email" "varchar(255)" [not null, default: `'a\b'::text`, note: 'it\'s "his"']

  indexes {
    (`lower(email)`) [unique, name: "users_email"]
  }

  Note: '''two
lines'''
}

Ref "odd \"fk\"": "app"."od\"d % ta\\ble <ü>"."user_id" > "public"."users"."id" [delete: set null]
)out"_s);
}

void TestLanguages::plantUml()
{
    QCOMPARE(toPlantUml(diagramOf(snapshot())), uR"out(@startuml
hide circle
hide empty members
skinparam linetype ortho

entity "app.od'd % ta\ble <ü>" as e1 {
  a~__b {x} "q" : numeric(10,2)
  * 1st : timestamptz
  status : status[]
  user_id : bigint <<FK>>
}
entity "users" as e2 {
  * id : bigint <<PK>>
  --
  * email : varchar(255)
}

e2 |o--o{ e1 : odd "fk"
@enduml
)out"_s);
}

/// Graphviz itself tells what it has understood.
void TestLanguages::dotReadsDot()
{
    QProcess dot;
    dot.start(u"dot"_s, {u"-Tplain"_s});
    QVERIFY(dot.waitForStarted());
    dot.write(toDot(diagramOf(snapshot())).toUtf8());
    dot.closeWriteChannel();
    QVERIFY(dot.waitForFinished());
    QCOMPARE(dot.exitCode(), 0);
    const auto errors = dot.readAllStandardError();
    QVERIFY2(errors.isEmpty(), errors.constData());
    const auto lines = QString::fromUtf8(dot.readAllStandardOutput()).split(u'\n');
    const auto count = [&](const QString &kind) {
        return std::count_if(lines.begin(), lines.end(),
                             [&](const QString &line) { return line.startsWith(kind + u' '); });
    };
    QCOMPARE(count(u"node"_s), 2);
    QCOMPARE(count(u"edge"_s), 1);
}

void TestLanguages::nothing()
{
    QCOMPARE(toMermaid({}), u"erDiagram\n"_s);
    QCOMPARE(toDbml({}, {}), QString());
    QVERIFY(toPlantUml({}).endsWith(u"@enduml\n"_s));
    QVERIFY(toDot({}).startsWith(u"digraph"_s));
}

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
