#include "core/edit/statements.h"

#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;
using catalog::Constraint;
using Verb = Statement::Verb;

namespace {

ObjectId id(const QString &name)
{
    return {Kind::Table, u"public"_s, name};
}

catalog::Column column(const QString &name, const QString &type, bool notNull = false)
{
    return {.name = name, .type = type, .notNull = notNull};
}

void addKey(catalog::Table &table, const QStringList &columns, Constraint::Type type, bool deferrable = false)
{
    const QString name = table.name + (type == Constraint::Type::PrimaryKey ? u"_pkey"_s : u"_key"_s);
    table.constraints.push_back({.name = name, .type = type, .columns = columns, .deferrable = deferrable});
    catalog::Index index{.name = name, .method = u"btree"_s, .unique = true, .constraint = name};
    for (const auto &key : columns)
        index.keys.push_back({.column = key});
    table.indexes.push_back(index);
}

catalog::Table table(const QString &name, std::vector<catalog::Column> columns)
{
    catalog::Table table;
    table.schema = u"public"_s;
    table.name = name;
    table.columns = std::move(columns);
    addKey(table, {u"id"_s}, Constraint::Type::PrimaryKey);
    return table;
}

void refer(catalog::Table &table, const QString &column, const QString &to, bool deferrable = false)
{
    table.constraints.push_back({.name = table.name + u'_' + column + u"_fkey"_s,
                                 .type = Constraint::Type::ForeignKey,
                                 .columns = {column},
                                 .deferrable = deferrable,
                                 .referencedTable = {u"public"_s, to},
                                 .referencedColumns = {u"id"_s}});
}

catalog::Table people()
{
    return table(u"people"_s,
                 {column(u"id"_s, u"bigint"_s, true), column(u"name"_s, u"character varying(20)"_s),
                  column(u"boss"_s, u"bigint"_s), column(u"weight"_s, u"numeric(6,2)"_s),
                  column(u"home"_s, u"public.address"_s)});
}

catalog::Snapshot with(std::vector<catalog::Table> tables)
{
    catalog::Snapshot snapshot;
    std::sort(tables.begin(), tables.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    snapshot.tables = std::move(tables);
    return snapshot;
}

RowIdentity row(int number)
{
    return {{{u"id"_s, QByteArray::number(number)}}};
}

RowValues values(int number, const QMap<QString, Query::Parameter> &more = {})
{
    RowValues all{{u"id"_s, QByteArray::number(number)}};
    for (auto it = more.begin(); it != more.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

/// What the statements do, in their order: `delete people 5`, `insert team 1`.
QStringList story(const Result<std::vector<Statement>> &statements)
{
    if (!statements)
        return {statements.error().message};
    QStringList lines;
    for (const auto &statement : *statements) {
        if (statement.verb == Verb::Setting) {
            lines << statement.query.text;
            continue;
        }
        const QString verb = statement.verb == Verb::Delete   ? u"delete"_s
                             : statement.verb == Verb::Update ? u"update"_s
                                                              : u"insert"_s;
        const QString which = statement.verb == Verb::Insert
                                  ? QString::number(statement.newRow)
                                  : QString::fromUtf8(statement.row.parts.front().second);
        lines << verb + u' ' + statement.relation.name + u' ' + which;
    }
    return lines;
}

} // namespace

class TestStatements : public QObject
{
    Q_OBJECT

private slots:
    void update();
    void deletionAssertsAll();
    void insertion();
    void nullsOfCompositesAreTheirOwn();
    void byPosition();
    void byTableToo();
    void extensionsCompareByTheirOwnOperator();
    void whatCanNeverBe();
    void acrossTables();
    void keysAreFreedFirst();
    void swapNeedsDeferring();
    void treesByValue();
    void circleOfTables();
    void newRowForAnOldOne();
    void partitionsReferAsTheirWhole();
};

void TestStatements::update()
{
    StagedEdits edits(id(u"people"_s));
    const auto original = values(5, {{u"name"_s, "Ann"}, {u"boss"_s, std::nullopt}, {u"weight"_s, "60.00"}});
    edits.set(row(5), original, u"name"_s, NewValue::of("Bob'; --"));
    edits.set(row(5), original, u"boss"_s, NewValue::of("3"));
    edits.set(row(5), original, u"weight"_s, {.kind = NewValue::Kind::Default});
    const auto statements = toStatements({edits}, with({people()}));
    QVERIFY(statements);
    QCOMPARE(statements->size(), size_t(1));
    const auto &statement = statements->front();
    QCOMPARE(statement.query.text,
             u"update public.people as t\n"
             "set boss = $1, name = $2, weight = default\n"
             "where t.id = $3::bigint\n"
             "  and t.boss is null\n"
             "  and t.name collate \"C\" = $4\n"
             "  and pg_catalog.concat(t.weight) collate \"C\" = $5 and t.weight is not null\n"
             "returning t.id, t.name, t.boss, t.weight, t.home, t.id"_s);
    QCOMPARE(statement.query.parameters,
             (std::vector<Query::Parameter>{"3", "Bob'; --", "5", "Ann", "60.00"}));
    QCOMPARE(statement.columns, QStringList({u"boss"_s, u"name"_s, u"weight"_s}));
    QCOMPARE(statement.parameterColumns,
             QStringList({u"boss"_s, u"name"_s, u"id"_s, u"name"_s, u"weight"_s}));
}

void TestStatements::deletionAssertsAll()
{
    StagedEdits edits(id(u"people"_s));
    edits.remove(row(5), values(5, {{u"name"_s, "Ann"}, {u"boss"_s, "3"}}));
    const auto statements = toStatements({edits}, with({people()}));
    QVERIFY(statements);
    QCOMPARE(statements->front().query.text, u"delete from public.people as t\n"
                                             "where t.id = $1::bigint\n"
                                             "  and t.boss = $2::bigint\n"
                                             "  and t.id = $3::bigint\n"
                                             "  and t.name collate \"C\" = $4\n"
                                             "returning t.id, t.name, t.boss, t.weight, t.home, t.id"_s);
}

void TestStatements::insertion()
{
    auto always = people();
    always.columns.front().identity = catalog::Identity{};
    StagedEdits edits(id(u"people"_s));
    edits.insert({{u"name"_s, NewValue::of("Eve")}, {u"boss"_s, {.kind = NewValue::Kind::Default}}});
    edits.insert({{u"id"_s, NewValue::of("7")}});
    edits.insert({});
    const auto statements = toStatements({edits}, with({always}));
    QVERIFY(statements);
    const QString returning = u"\nreturning t.id, t.name, t.boss, t.weight, t.home, t.id"_s;
    QCOMPARE((*statements)[0].query.text,
             u"insert into public.people as t (name)\nvalues ($1)"_s + returning);
    QCOMPARE((*statements)[1].query.text,
             u"insert into public.people as t (id) overriding system value\nvalues ($1)"_s + returning);
    QCOMPARE((*statements)[2].query.text, u"insert into public.people as t default values"_s + returning);
}

void TestStatements::nullsOfCompositesAreTheirOwn()
{
    StagedEdits edits(id(u"people"_s));
    edits.set(row(1), values(1, {{u"home"_s, std::nullopt}}), u"home"_s, NewValue::of("(,)"));
    edits.set(row(2), values(2, {{u"home"_s, "(,)"}}), u"home"_s, NewValue::null());
    const auto statements = toStatements({edits}, with({people()}));
    QVERIFY(statements);
    QVERIFY((*statements)[0].query.text.contains(u"and t.home is not distinct from null"));
    QVERIFY((*statements)[1].query.text.contains(u"and t.home is distinct from null"));
}

void TestStatements::byPosition()
{
    auto bare = people();
    bare.constraints.clear();
    bare.indexes.clear();
    StagedEdits edits(id(u"people"_s));
    const RowIdentity place{{{u"ctid"_s, "(0,3)"}}};
    edits.set(place, values(5, {{u"name"_s, "Ann"}}), u"name"_s, NewValue::of("Bob"));
    const auto statements = toStatements({edits}, with({bare}));
    QVERIFY(statements);
    QVERIFY(statements->front().query.text.contains(u"where t.ctid = $2::tid\n"
                                                    "  and t.id = $3::bigint\n"
                                                    "  and t.name collate \"C\" = $4\n"));
    QVERIFY(statements->front().query.text.endsWith(u"t.home, t.ctid"));
}

void TestStatements::byTableToo()
{
    auto child = people();
    child.name = u"staff"_s;
    child.inherits = {{u"public"_s, u"people"_s}};
    StagedEdits edits(id(u"people"_s));
    const RowIdentity place{{{u"id"_s, "5"}, {u"tableoid"_s, "16400"}}};
    edits.set(place, values(5, {{u"name"_s, "Ann"}}), u"name"_s, NewValue::of("Bob"));
    edits.insert({});
    const auto statements = toStatements({edits}, with({people(), child}));
    QVERIFY(statements);
    QVERIFY((*statements)[0].query.text.contains(u"t.id = $2::bigint and t.tableoid = $3::oid"));
    QVERIFY((*statements)[1].query.text.endsWith(u"t.id, t.tableoid"));
}

void TestStatements::extensionsCompareByTheirOwnOperator()
{
    auto words = people();
    words.columns.front().type = u"\"Ext\".citext"_s;
    StagedEdits edits(id(u"people"_s));
    edits.set(row(5), values(5, {{u"name"_s, "Ann"}}), u"name"_s, NewValue::of("Bob"));
    const auto statements = toStatements({edits}, with({words}));
    QVERIFY(statements);
    QVERIFY(statements->front().query.text.contains(u"t.id operator(\"Ext\".=) $2::\"Ext\".citext"));
}

void TestStatements::whatCanNeverBe()
{
    auto computed = people();
    computed.columns[3].generated = catalog::Column::Generated::Stored;
    computed.columns[0].identity = catalog::Identity{};
    const auto snapshot = with({computed});
    const auto refusal = [&](const QString &name, const NewValue &value) {
        StagedEdits edits(id(u"people"_s));
        edits.set(row(5), values(5, {{name, "1"}}), name, value);
        const auto statements = toStatements({edits}, snapshot);
        return statements ? QString() : statements.error().subject.column;
    };
    QCOMPARE(refusal(u"weight"_s, NewValue::of("1.5")), u"weight"_s);
    QCOMPARE(refusal(u"weight"_s, {.kind = NewValue::Kind::Default}), QString());
    QCOMPARE(refusal(u"id"_s, NewValue::of("9")), u"id"_s);
    QCOMPARE(refusal(u"gone"_s, NewValue::of("9")), u"gone"_s);
    QCOMPARE(refusal(u"name"_s, NewValue::of(QByteArray("a\0b", 3))), u"name"_s);

    StagedEdits elsewhere(id(u"nowhere"_s));
    elsewhere.insert({});
    QVERIFY(!toStatements({elsewhere}, snapshot));
    catalog::View view;
    view.schema = u"public"_s;
    view.name = u"nowhere"_s;
    view.materialized = true;
    auto materialized = snapshot;
    materialized.views = {view};
    QVERIFY(!toStatements({elsewhere}, materialized));
}

void TestStatements::acrossTables()
{
    auto team = table(u"team"_s, {column(u"id"_s, u"bigint"_s, true), column(u"lead"_s, u"bigint"_s)});
    refer(team, u"lead"_s, u"people"_s);
    StagedEdits teams(id(u"team"_s));
    StagedEdits persons(id(u"people"_s));
    teams.insert({{u"lead"_s, {.kind = NewValue::Kind::Default}}});
    persons.insert({});
    persons.remove(row(1), values(1));
    teams.remove(row(2), values(2));
    teams.set(row(3), values(3, {{u"lead"_s, "1"}}), u"lead"_s, NewValue::null());
    QCOMPARE(story(toStatements({persons, teams}, with({people(), team}))),
             QStringList({u"delete team 2"_s, u"update team 3"_s, u"delete people 1"_s, u"insert people 1"_s,
                          u"insert team 1"_s}));
}

void TestStatements::keysAreFreedFirst()
{
    auto named = people();
    addKey(named, {u"name"_s}, Constraint::Type::Unique);
    StagedEdits edits(id(u"people"_s));
    edits.set(row(1), values(1, {{u"name"_s, "a"}}), u"name"_s, NewValue::of("b"));
    edits.set(row(2), values(2, {{u"name"_s, "b"}}), u"name"_s, NewValue::of("c"));
    edits.set(row(3), values(3, {{u"name"_s, "c"}}), u"name"_s, NewValue::null());
    edits.insert({{u"name"_s, NewValue::of("a")}});
    QCOMPARE(story(toStatements({edits}, with({named}))),
             QStringList(
                 {u"update people 3"_s, u"update people 2"_s, u"update people 1"_s, u"insert people 1"_s}));

    // Numbers are the same however they are typed.
    StagedEdits keys(id(u"people"_s));
    keys.set(row(1), values(1), u"id"_s, NewValue::of(" +02"));
    keys.set(row(2), values(2), u"id"_s, NewValue::of("9"));
    QCOMPARE(story(toStatements({keys}, with({people()}))),
             QStringList({u"update people 2"_s, u"update people 1"_s}));
}

void TestStatements::swapNeedsDeferring()
{
    StagedEdits edits(id(u"people"_s));
    edits.set(row(1), values(1, {{u"name"_s, "a"}}), u"name"_s, NewValue::of("b"));
    edits.set(row(2), values(2, {{u"name"_s, "b"}}), u"name"_s, NewValue::of("a"));
    auto named = people();
    addKey(named, {u"name"_s}, Constraint::Type::Unique);
    const auto refused = toStatements({edits}, with({named}));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"people_key"));

    auto patient = people();
    patient.name = u"People!"_s;
    patient.constraints.clear();
    patient.indexes.clear();
    addKey(patient, {u"id"_s}, Constraint::Type::PrimaryKey);
    addKey(patient, {u"name"_s}, Constraint::Type::Unique, true);
    StagedEdits again(id(u"People!"_s));
    again.set(row(1), values(1, {{u"name"_s, "a"}}), u"name"_s, NewValue::of("b"));
    again.set(row(2), values(2, {{u"name"_s, "b"}}), u"name"_s, NewValue::of("a"));
    QCOMPARE(story(toStatements({again}, with({patient}))),
             QStringList({u"set constraints public.\"People!_key\" deferred"_s, u"update People! 1"_s,
                          u"update People! 2"_s}));
}

void TestStatements::treesByValue()
{
    auto tree = people();
    refer(tree, u"boss"_s, u"people"_s);
    StagedEdits edits(id(u"people"_s));
    edits.remove(row(1), values(1, {{u"boss"_s, std::nullopt}}));
    edits.remove(row(2), values(2, {{u"boss"_s, "1"}}));
    edits.remove(row(3), values(3, {{u"boss"_s, "2"}}));
    edits.remove(row(4), values(4, {{u"boss"_s, "4"}}));
    edits.insert({{u"id"_s, NewValue::of("11")}, {u"boss"_s, NewValue::of("12")}});
    edits.insert({{u"id"_s, NewValue::of("12")}, {u"boss"_s, NewValue::null()}});
    QCOMPARE(story(toStatements({edits}, with({tree}))),
             QStringList({u"delete people 3"_s, u"delete people 2"_s, u"delete people 1"_s,
                          u"delete people 4"_s, u"insert people 2"_s, u"insert people 1"_s}));
}

void TestStatements::circleOfTables()
{
    for (const bool deferrable : {false, true}) {
        auto person = people();
        refer(person, u"boss"_s, u"team"_s, deferrable);
        auto team = table(u"team"_s, {column(u"id"_s, u"bigint"_s, true), column(u"lead"_s, u"bigint"_s)});
        refer(team, u"lead"_s, u"people"_s);
        StagedEdits persons(id(u"people"_s));
        StagedEdits teams(id(u"team"_s));
        persons.insert({{u"id"_s, NewValue::of("1")}, {u"boss"_s, NewValue::of("2")}});
        teams.insert({{u"id"_s, NewValue::of("2")}, {u"lead"_s, NewValue::of("1")}});
        const auto statements = toStatements({teams, persons}, with({person, team}));
        QCOMPARE(statements.ok(), deferrable);
        if (deferrable)
            QCOMPARE(story(statements), QStringList({u"set constraints public.people_boss_fkey deferred"_s,
                                                     u"insert people 1"_s, u"insert team 1"_s}));
    }
}

void TestStatements::newRowForAnOldOne()
{
    auto tree = people();
    refer(tree, u"boss"_s, u"people"_s);
    StagedEdits edits(id(u"people"_s));
    edits.set(row(1), values(1, {{u"boss"_s, std::nullopt}}), u"boss"_s, NewValue::of("12"));
    edits.insert({{u"id"_s, NewValue::of("12")}});
    QCOMPARE(story(toStatements({edits}, with({tree}))),
             QStringList({u"insert people 1"_s, u"update people 1"_s}));
}

void TestStatements::partitionsReferAsTheirWhole()
{
    auto whole = people();
    whole.partitionKey = u"LIST (id)"_s;
    auto part = people();
    part.name = u"people_1"_s;
    part.partitionOf = {u"public"_s, u"people"_s};
    auto team = table(u"team"_s, {column(u"id"_s, u"bigint"_s, true), column(u"lead"_s, u"bigint"_s)});
    refer(team, u"lead"_s, u"people"_s);
    StagedEdits persons(id(u"people_1"_s));
    StagedEdits teams(id(u"team"_s));
    persons.remove(row(1), values(1));
    teams.remove(row(2), values(2, {{u"lead"_s, "1"}}));
    QCOMPARE(story(toStatements({persons, teams}, with({whole, part, team}))),
             QStringList({u"delete team 2"_s, u"delete people_1 1"_s}));
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
