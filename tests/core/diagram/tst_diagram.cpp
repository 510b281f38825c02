#include "core/catalog/introspect.h"
#include "core/diagram/diagram.h"
#include "core/pg/connection.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::diagram;
using namespace Qt::StringLiterals;

namespace {

const auto schema = uR"(
    create schema app;
    create table users (id int primary key, email text not null unique, boss int,
        constraint users_boss foreign key (boss) references users);
    comment on table users is 'people';
    comment on column users.email is 'in lower case';
    create table profiles (user_id int primary key,
        constraint profiles_user foreign key (user_id) references users on delete cascade);
    create table posts (id int primary key, author int not null, editor int,
        constraint posts_author foreign key (author) references users,
        constraint posts_editor foreign key (editor) references users on delete set null);
    create index on posts (author);
    create table places (shelf int, slot int, primary key (shelf, slot));
    create table app.items (id int primary key, slot int not null, shelf int not null, unique (slot, shelf),
        constraint items_place foreign key (shelf, slot) references places (shelf, slot));
    create table app.notes (id int, item int,
        constraint notes_item foreign key (item) references app.items);
    create unique index on app.notes (item) where id > 0;
    create table events (id int, at date, author int, primary key (id, at),
        constraint events_author foreign key (author) references users) partition by range (at);
    create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01')
        partition by range (at);
    create table events_1a partition of events_1 for values from ('2026-01-01') to ('2026-07-01');
    create table events_2 partition of events default;
    alter table events_2 add constraint events_2_editor foreign key (author) references profiles;
    alter table events_2 add constraint again foreign key (author) references users;
    insert into events select g, '2026-02-01' from generate_series(1, 500) g;
    insert into events select g, '2030-02-01' from generate_series(1, 700) g;
    analyze;
)"_s;

} // namespace

/// Entities and references, from a server's own tables.
class TestDiagram : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsColumns();
    void tellsHowManyPoint_data();
    void tellsHowManyPoint();
    void keepsTheOrderOfComposites();
    void foldsPartitions();
    void filtersBySchema();
    void takesAPart();
    void findsEntities();

private:
    const Entity &entity(const QString &name) const;
    const Reference &reference(const QString &name) const;

    catalog::Snapshot m_snapshot;
    Diagram m_diagram;
};

const Entity &TestDiagram::entity(const QString &name) const
{
    const auto found = std::find_if(m_diagram.entities.begin(), m_diagram.entities.end(),
                                    [&](const Entity &each) { return each.id.name == name; });
    if (found == m_diagram.entities.end())
        qFatal("no entity %s", qPrintable(name));
    return *found;
}

const Reference &TestDiagram::reference(const QString &name) const
{
    const auto found = std::find_if(m_diagram.references.begin(), m_diagram.references.end(),
                                    [&](const Reference &each) { return each.name == name; });
    if (found == m_diagram.references.end())
        qFatal("no reference %s", qPrintable(name));
    return *found;
}

void TestDiagram::initTestCase()
{
    pg::Connection connection(test::TestServer::of().createDatabase());
    const auto made = connection.runScript(schema);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    auto snapshot = catalog::introspect(connection);
    QVERIFY(snapshot.ok());
    m_snapshot = *std::move(snapshot);
    m_diagram = diagramOf(m_snapshot);
}

void TestDiagram::showsColumns()
{
    const auto &users = entity(u"users"_s);
    QCOMPARE(users.id.kind, Kind::Table);
    QCOMPARE(users.comment, u"people"_s);
    QCOMPARE(users.columns.size(), size_t(3));
    const Column id{.name = u"id"_s, .type = u"integer"_s, .notNull = true, .key = true, .unique = true};
    QVERIFY(users.columns[0] == id);
    const Column email{.name = u"email"_s,
                       .type = u"text"_s,
                       .notNull = true,
                       .unique = true,
                       .comment = u"in lower case"_s};
    QVERIFY(users.columns[1] == email);
    const Column boss{.name = u"boss"_s, .type = u"integer"_s, .reference = true};
    QVERIFY(users.columns[2] == boss);
}

void TestDiagram::tellsHowManyPoint_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("optional");
    QTest::addColumn<bool>("single");
    QTest::addColumn<bool>("indexed");

    QTest::newRow("many, always one") << u"posts_author"_s << false << false << true;
    QTest::newRow("many, or none") << u"posts_editor"_s << true << false << false;
    QTest::newRow("a key that refers") << u"profiles_user"_s << false << true << true;
    QTest::newRow("to itself") << u"users_boss"_s << true << false << false;
    QTest::newRow("unique in another order") << u"items_place"_s << false << true << true;
    QTest::newRow("unique for some rows only") << u"notes_item"_s << true << false << false;
}

void TestDiagram::tellsHowManyPoint()
{
    QFETCH(const QString, name);
    const auto &found = reference(name);
    QTEST(found.optional, "optional");
    QTEST(found.single, "single");
    QTEST(found.indexed, "indexed");
}

void TestDiagram::keepsTheOrderOfComposites()
{
    const auto &place = reference(u"items_place"_s);
    QCOMPARE(place.columns, (std::vector<int>{2, 1}));
    QCOMPARE(place.toColumns, (std::vector<int>{0, 1}));
    const auto &boss = reference(u"users_boss"_s);
    QCOMPARE(boss.from, boss.to);
    QCOMPARE(reference(u"profiles_user"_s).onDelete, catalog::Constraint::Action::Cascade);
}

void TestDiagram::foldsPartitions()
{
    QCOMPARE(m_diagram.entities.size(), size_t(7));
    const auto &events = entity(u"events"_s);
    QStringList folded;
    for (const auto &partition : events.partitions)
        folded << partition.name;
    QCOMPARE(folded, (QStringList{u"events_1"_s, u"events_1a"_s, u"events_2"_s}));
    QCOMPARE(events.size.rows, 1200);
    QVERIFY(events.size.bytes > 0);
    // The parent's own once, and what only a partition has.
    const auto fromEvents =
        std::count_if(m_diagram.references.begin(), m_diagram.references.end(), [&](const Reference &each) {
            return m_diagram.entities[static_cast<size_t>(each.from)].id.name == u"events";
        });
    QCOMPARE(fromEvents, 2);
    QCOMPARE(reference(u"events_2_editor"_s).to, entityOf(m_diagram, entity(u"profiles"_s).id));
}

void TestDiagram::filtersBySchema()
{
    const auto app = diagramOf(m_snapshot, {u"app"_s});
    QCOMPARE(app.entities.size(), size_t(2));
    QCOMPARE(app.references.size(), size_t(1));
    QCOMPARE(app.references.front().name, u"notes_item"_s);
    // What it points to is not shown.
    QVERIFY(!app.entities.front().columns[1].reference);
    QVERIFY(diagramOf(m_snapshot, {u"none"_s}).entities.empty());
}

void TestDiagram::takesAPart()
{
    const int users = entityOf(m_diagram, entity(u"users"_s).id);
    const int posts = entityOf(m_diagram, entity(u"posts"_s).id);
    const auto part = only(m_diagram, {users, posts});
    QCOMPARE(part.entities.size(), size_t(2));
    QCOMPARE(part.references.size(), size_t(3));
    for (const auto &each : part.references)
        QCOMPARE(part.entities[static_cast<size_t>(each.to)].id.name, u"users"_s);
    QVERIFY(only(m_diagram, {}).entities.empty());
}

void TestDiagram::findsEntities()
{
    const int events = entityOf(m_diagram, {Kind::Table, u"public"_s, u"events"_s});
    QVERIFY(events >= 0);
    QCOMPARE(entityOf(m_diagram, {Kind::Table, u"public"_s, u"events_1a"_s}), events);
    QCOMPARE(entityOf(m_diagram, {Kind::Table, u"public"_s, u"nobody"_s}), -1);
}

QTEST_GUILESS_MAIN(TestDiagram)
#include "tst_diagram.moc"
