#include "core/pg/connection.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "models/visiblecounts.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
/// What no statement on a busy machine needs.
constexpr std::chrono::milliseconds ample(30'000);

ConnectionForm formOf(const pg::ConnectionOptions &options)
{
    return {.host = QString::fromUtf8(options.value("host")),
            .port = QString::fromUtf8(options.value("port")),
            .database = QString::fromUtf8(options.value("dbname")),
            .user = QString::fromUtf8(options.value("user"))};
}

} // namespace

/// Counts beside the rows one sees, against a real server.
class TestVisibleCounts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void countsWhatIsSeen();
    void countsNothingUnasked();
    void keepsWhatItKnows();
    void countsAgainAfterRefresh();
    void saysWhyNot();
    void givesUpWhatTakesTooLong();
    void countsByWholeKeys();
    void staysWithStoredKeys();

private:
    void open(const QString &table);
    std::optional<int> rowsAt(size_t index, qint64 row) const { return m_counts->at(index, row).rows; }
    QStringList ids(const QString &table) const;

    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<OpenDatabase> m_database;
    std::unique_ptr<EditedRowModel> m_rows;
    std::unique_ptr<VisibleCounts> m_counts;
};

void TestVisibleCounts::initTestCase()
{
    m_other = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    NEED(m_other->runScript(uR"(
        create table users (id int primary key, name text, code text unique);
        create table posts (id int primary key, author int references users);
        create index on posts (author);
        create table notes (id int primary key, reader int references users);
        create table codes (id int primary key, code text references users (code));
        create index on codes (code);
        insert into users select n, 'user ' || n, case when n % 2 = 0 then 'c' || n end from generate_series(1, 2000) n;
        insert into posts select n, 1 from generate_series(1, 1200) n;
        insert into posts values (5001, 3), (5002, 3), (5003, 1500);
        insert into notes values (1, 1);
        insert into codes values (1, 'c2'), (2, 'c2');
        create table places (country text, town text, name text, primary key (country, town));
        create table visits (id int primary key, land text, town text,
            foreign key (land, town) references places (country, town));
        create index on visits (land, town);
        insert into places values ('de', 'Ulm', 'a'), ('de', 'Bonn', 'b'), ('fr', 'Ulm', 'c');
        insert into visits values (1, 'de', 'Ulm'), (2, 'de', 'Ulm'), (3, 'fr', 'Ulm');
        analyze;
    )"_s));
}

void TestVisibleCounts::init()
{
    m_database = std::make_unique<OpenDatabase>(formOf(m_other->options()));
    m_database->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_database->state() == OpenDatabase::State::Open, patienceMs);
}

void TestVisibleCounts::cleanup()
{
    m_counts.reset();
    m_rows.reset();
    m_database.reset();
}

void TestVisibleCounts::open(const QString &table)
{
    m_rows = m_database->editedRows({Kind::Table, u"public"_s, table});
    QVERIFY(m_rows);
    QTRY_VERIFY_WITH_TIMEOUT(m_rows->rows().state() == RowWindowModel::State::Ready && m_rows->rowCount() > 0,
                             patienceMs);
    m_counts = std::make_unique<VisibleCounts>(*m_rows);
    m_counts->setPatience(ample);
    m_counts->setSnapshot(m_database->snapshot());
}

/// Of the relations that start in a table.
QStringList TestVisibleCounts::ids(const QString &table) const
{
    QStringList found;
    for (const auto &relation : m_counts->relations()) {
        if (relation.from.name == table)
            found << relationId(relation);
    }
    return found;
}

void TestVisibleCounts::countsWhatIsSeen()
{
    open(u"users"_s);
    QCOMPARE(m_counts->relations().size(), size_t(3));
    m_counts->choose(ids(u"posts"_s));
    QCOMPARE(m_counts->count(), size_t(1));
    m_counts->look(0, 20);
    QTRY_COMPARE_WITH_TIMEOUT(rowsAt(0, 2), std::optional(2), patienceMs);
    QCOMPARE(rowsAt(0, 0), std::optional(relatedCountLimit + 1));
    QCOMPARE(rowsAt(0, 19), std::optional(0));
    QCOMPARE(m_counts->at(0, 20), VisibleCounts::Count());

    m_rows->need(1490, 30);
    const auto far = [this] { return m_rows->rowOf({.parts = {{u"id"_s, "1500"}}}); };
    QTRY_VERIFY_WITH_TIMEOUT(far() >= 0, patienceMs);
    m_counts->look(far() - 10, 30);
    QTRY_COMPARE_WITH_TIMEOUT(rowsAt(0, far()), std::optional(1), patienceMs);
}

void TestVisibleCounts::countsNothingUnasked()
{
    open(u"users"_s);
    QSignalSpy counted(m_counts.get(), &VisibleCounts::countsChanged);
    m_counts->look(0, 20);
    // The same moment would have brought these counts, too.
    VisibleCounts others(*m_rows);
    others.setPatience(ample);
    others.setSnapshot(m_database->snapshot());
    others.choose(ids(u"posts"_s));
    others.look(0, 20);
    QTRY_VERIFY_WITH_TIMEOUT(others.at(0, 2).rows, patienceMs);
    QCOMPARE(counted.count(), 0);

    m_counts->choose({u"gone.gone.gone"_s});
    QCOMPARE(m_counts->count(), size_t(0));
}

void TestVisibleCounts::keepsWhatItKnows()
{
    open(u"users"_s);
    m_counts->choose(ids(u"posts"_s));
    m_counts->look(0, 20);
    QTRY_VERIFY_WITH_TIMEOUT(rowsAt(0, 2), patienceMs);
    QSignalSpy counted(m_counts.get(), &VisibleCounts::countsChanged);
    m_counts->look(5, 10);
    m_counts->look(10, 20);
    QTRY_VERIFY_WITH_TIMEOUT(rowsAt(0, 29), patienceMs);
    QCOMPARE(counted.count(), 1);
}

void TestVisibleCounts::countsAgainAfterRefresh()
{
    open(u"users"_s);
    m_counts->choose(ids(u"posts"_s));
    m_counts->look(0, 20);
    QTRY_COMPARE_WITH_TIMEOUT(rowsAt(0, 4), std::optional(0), patienceMs);
    NEED(m_other->runScript(u"insert into posts values (9000, 5)"_s));
    m_counts->refresh();
    // Until then what was known stays.
    QCOMPARE(rowsAt(0, 4), std::optional(0));
    QTRY_COMPARE_WITH_TIMEOUT(rowsAt(0, 4), std::optional(1), patienceMs);
    NEED(m_other->runScript(u"delete from posts where id = 9000"_s));
}

void TestVisibleCounts::saysWhyNot()
{
    open(u"users"_s);
    m_counts->choose(ids(u"notes"_s) + ids(u"posts"_s));
    QCOMPARE(m_counts->relation(0).from.name, u"notes"_s);
    m_counts->look(0, 20);
    QTRY_VERIFY_WITH_TIMEOUT(rowsAt(1, 0), patienceMs);
    QVERIFY(!rowsAt(0, 0));
    QVERIFY(m_counts->at(0, 0).why.contains(u"index"_s));
    QVERIFY(m_counts->at(0, 0).why.contains(u"reader"_s));
}

void TestVisibleCounts::givesUpWhatTakesTooLong()
{
    open(u"users"_s);
    // Whoever counts waits for this, and the server gives it up.
    NEED(m_other->runScript(u"begin; lock table posts in access exclusive mode"_s));
    m_counts->setPatience(std::chrono::milliseconds(30));
    m_counts->choose(ids(u"posts"_s));
    m_counts->look(0, 20);
    QTRY_VERIFY_WITH_TIMEOUT(m_counts->at(0, 0).why.contains(u"too long"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_counts->at(0, 19).why.contains(u"too long"_s), patienceMs);
    NEED(m_other->runScript(u"rollback"_s));
    m_counts->setPatience(ample);
    m_counts->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(rowsAt(0, 2), std::optional(2), patienceMs);
}

void TestVisibleCounts::countsByWholeKeys()
{
    open(u"places"_s);
    m_counts->choose(ids(u"visits"_s));
    m_counts->look(0, 3);
    QTRY_VERIFY_WITH_TIMEOUT(rowsAt(0, 2), patienceMs);
    QHash<QString, int> counts;
    for (int row = 0; row < 3; ++row)
        counts[m_rows->index(row, 2).data().toString()] = *rowsAt(0, row);
    QCOMPARE(counts, (QHash<QString, int>{{u"a"_s, 2}, {u"b"_s, 0}, {u"c"_s, 1}}));
}

void TestVisibleCounts::staysWithStoredKeys()
{
    open(u"users"_s);
    m_counts->choose(ids(u"codes"_s));
    m_counts->look(0, 20);
    QTRY_COMPARE_WITH_TIMEOUT(rowsAt(0, 1), std::optional(2), patienceMs);
    // NULL: nothing can point to it.
    QCOMPARE(m_counts->at(0, 0), VisibleCounts::Count());
    // What is staged changes nothing yet for those who point here.
    m_rows->setCells({{.row = 1, .column = 2}}, edit::NewValue::of("other"));
    QTRY_COMPARE_WITH_TIMEOUT(m_rows->index(1, 2).data().toString(), u"other"_s, patienceMs);
    QCOMPARE(rowsAt(0, 1), std::optional(2));
    // A new row has none, and moves the others down.
    m_rows->addRow();
    QCOMPARE(m_counts->at(0, 0), VisibleCounts::Count());
    QCOMPARE(rowsAt(0, 2), std::optional(2));
}

QTEST_GUILESS_MAIN(TestVisibleCounts)
#include "tst_visiblecounts.moc"
