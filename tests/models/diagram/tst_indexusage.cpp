#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "core/pg/sessionpool.h"
#include "models/diagram/diagramoverlays.h"
#include "tests/models/diagram/diagramtables.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr int generous = 60000;

const auto schema = uR"(
    create table users (id int primary key, email text unique, name text, age int,
        exclude using btree (age with =));
    create index users_name on users (name);
    create index users_age on users (age);
    insert into users select g, g || '@example.org', 'n' || g, g from generate_series(1, 5000) g;
    create table events (id int, at date) partition by range (at);
    create table events_1 partition of events for values from ('2026-01-01') to ('2026-07-01');
    create table events_2 partition of events default;
    create index events_at on events (at);
    create index events_id on events (id);
    insert into events select g, date '2026-01-01' + g % 300 from generate_series(1, 5000) g;
    create table "Odd ""one""" (id int);
    create index "Odd ""index""" on "Odd ""one""" (id);
    analyze;
)"_s;

} // namespace

/// Which indexes nobody uses, as a real server counts.
class TestIndexUsage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void namesWhatIsUnused();
    void whatIsUsedIsNot();
    void aUsedPartitionIsEnough();
    void saysWhenItWasReset();
    void saysThatNothingIsCounted();
    void theDiagramReadsIt();

private:
    void run(const QString &sql) { NEED(m_connection->runScript(sql)); }
    IndexUsage usage();
    QStringList unused();

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
};

void TestIndexUsage::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_options);
    run(schema);
}

void TestIndexUsage::cleanupTestCase()
{
    m_connection.reset();
}

IndexUsage TestIndexUsage::usage()
{
    const auto usage = readIndexUsage(*m_connection);
    return usage ? *usage : IndexUsage{.problem = usage.error().message};
}

QStringList TestIndexUsage::unused()
{
    QStringList names;
    for (const auto &index : usage().unused)
        names << index.table.name + u'.' + index.name;
    return names;
}

void TestIndexUsage::namesWhatIsUnused()
{
    const auto now = usage();
    QVERIFY2(now.problem.isEmpty(), qPrintable(now.problem));
    QVERIFY(now.counting);
    // Nothing that keeps a rule, and one for all partitions.
    QCOMPARE(unused(), (QStringList{u"Odd \"one\".Odd \"index\""_s, u"events.events_id"_s,
                                    u"events.events_at"_s, u"users.users_name"_s, u"users.users_age"_s}));
    const auto bytes = [&](const QString &name) {
        for (const auto &index : now.unused) {
            if (index.name == name)
                return index.bytes;
        }
        return qint64(-1);
    };
    const auto size =
        m_connection->fetch({u"select pg_relation_size('users_name'),"
                             " pg_relation_size('events_1_at_idx') + pg_relation_size('events_2_at_idx')"_s});
    NEED(size);
    QCOMPARE(bytes(u"users_name"_s), size->text(0, 0).toLongLong());
    QCOMPARE(bytes(u"events_at"_s), size->text(0, 1).toLongLong());
}

void TestIndexUsage::whatIsUsedIsNot()
{
    run(u"set enable_seqscan = off; select count(*) from users where name = 'n7'; reset enable_seqscan"_s);
    // A server tells others of what it counted when it is idle, a moment later.
    QTRY_VERIFY_WITH_TIMEOUT(!unused().contains(u"users.users_name"_s), generous);
    QVERIFY(unused().contains(u"users.users_age"_s));
}

void TestIndexUsage::aUsedPartitionIsEnough()
{
    run(u"set enable_seqscan = off; select count(*) from events_1 where at = '2026-02-01';"
        "reset enable_seqscan"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!unused().contains(u"events.events_at"_s), generous);
    QVERIFY(unused().contains(u"events.events_id"_s));
}

void TestIndexUsage::saysWhenItWasReset()
{
    const auto before = QDateTime::currentDateTime().addSecs(-60);
    run(u"select pg_stat_reset()"_s);
    QTRY_VERIFY_WITH_TIMEOUT(usage().since.isValid() && usage().since > before, generous);
    QVERIFY(unused().contains(u"users.users_name"_s));
}

void TestIndexUsage::saysThatNothingIsCounted()
{
    run(u"set track_counts = off"_s);
    QVERIFY(!usage().counting);
    run(u"reset track_counts"_s);
    QVERIFY(usage().counting);
}

void TestIndexUsage::theDiagramReadsIt()
{
    const auto snapshot = catalog::introspect(*m_connection);
    NEED(snapshot);
    pg::SessionPool sessions(m_options);
    DiagramModel model(test::diagramLook());
    DiagramOverlays overlays(model);
    model.setSnapshot(test::shared(*snapshot));
    overlays.setSessions(&sessions);
    overlays.choose(DiagramOverlayKind::UnusedIndexes);
    const auto mark = [&](const QString &table) {
        const auto &picture = *model.picture();
        const int box = picture.content->find({Kind::Table, u"public"_s, table});
        return picture.overlay && box >= 0 ? picture.overlay->box(box).text : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(mark(u"users"_s).startsWith(u"2 unused"_s), generous);
    QVERIFY(mark(u"events"_s).startsWith(u"2 unused"_s));
    // What somebody looks at is not laid out anew for it.
    const auto places = model.picture()->positions;
    overlays.choose(DiagramOverlayKind::None);
    QTRY_VERIFY_WITH_TIMEOUT(!model.picture()->overlay, generous);
    QCOMPARE(model.picture()->positions, places);
    overlays.setSessions(nullptr);
    overlays.choose(DiagramOverlayKind::UnusedIndexes);
    QTRY_VERIFY_WITH_TIMEOUT(model.picture()->overlay &&
                                 model.picture()->overlay->legend.text().contains(u"no connection"_s),
                             generous);
}

QTEST_GUILESS_MAIN(TestIndexUsage)

#include "tst_indexusage.moc"
