#include "core/pg/sessionpool.h"
#include "models/cellrole.h"
#include "models/referencereader.h"
#include "models/relatedcounts.h"
#include "tests/models/editdatabase.h"
#include "tests/models/fixedrow.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

test::FixedRow rowWith(const QString &id)
{
    return {{u"id"_s}, {id}};
}

} // namespace

/// What is read about a row while one looks at it: where it points to, and how many point to it.
class TestFollowing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void readsWhereAKeyLeads();
    void keepsWhatItRead();
    void saysWhatIsNotThere();
    void leavesWithoutAnAnswer();
    void countsWhatPointsHere();
    void countsOnRequest();
    void givesUpWhatTakesLong();
    void stopsCounting();
    void newRowsHaveNothing();

private:
    RelationsPtr relationsNow() const;
    Relation relation(const QString &from) const;
    static inline const ObjectId users{Kind::Table, u"public"_s, u"users"_s};
    std::unique_ptr<test::EditDatabase> m_database;
    std::unique_ptr<pg::SessionPool> m_sessions;
};

void TestFollowing::initTestCase()
{
    m_database = std::make_unique<test::EditDatabase>(uR"(
        create table users (id int primary key, name text);
        create table posts (id int primary key, author int references users);
        create index on posts (author);
        create table likes (id int primary key, fan int references users);
        insert into users select n, 'user ' || n from generate_series(1, 100) n;
        insert into posts select n, 7 from generate_series(1, 1500) n;
        insert into likes select n, 7 from generate_series(1, 30) n;
        analyze)"_s);
    m_sessions = std::make_unique<pg::SessionPool>(m_database->options());
}

void TestFollowing::cleanupTestCase()
{
    m_sessions.reset();
    m_database.reset();
}

RelationsPtr TestFollowing::relationsNow() const
{
    return std::make_shared<const Relations>(*m_database->snapshot());
}

Relation TestFollowing::relation(const QString &from) const
{
    return Relations(*m_database->snapshot()).from(test::EditDatabase::id(from)).front();
}

void TestFollowing::readsWhereAKeyLeads()
{
    ReferenceReader reader;
    QSignalSpy changed(&reader, &ReferenceReader::changed);
    reader.look(*m_sessions, m_database->snapshot(), relation(u"posts"_s), {"7"});
    QCOMPARE(reader.state(), ReferenceReader::State::Reading);
    QTRY_COMPARE(reader.state(), ReferenceReader::State::Ready);
    QCOMPARE(reader.row().label, u"user 7"_s);
    QCOMPARE(changed.count(), 2);
    reader.leave();
    QCOMPARE(reader.state(), ReferenceReader::State::Empty);
}

void TestFollowing::keepsWhatItRead()
{
    ReferenceReader reader;
    const auto look = [&] { reader.look(*m_sessions, m_database->snapshot(), relation(u"posts"_s), {"8"}); };
    look();
    QTRY_COMPARE(reader.state(), ReferenceReader::State::Ready);
    m_database->run(u"update users set name = 'another' where id = 8"_s);
    reader.leave();
    look();
    QCOMPARE(reader.state(), ReferenceReader::State::Ready);
    QCOMPARE(reader.row().label, u"user 8"_s);
    reader.forget();
    look();
    QTRY_COMPARE(reader.state(), ReferenceReader::State::Ready);
    QCOMPARE(reader.row().label, u"another"_s);
}

void TestFollowing::saysWhatIsNotThere()
{
    ReferenceReader reader;
    const auto state = [&] { return reader.state(); };
    reader.look(*m_sessions, m_database->snapshot(), relation(u"posts"_s), {"1000"});
    QTRY_COMPARE(state(), ReferenceReader::State::Failed);
    QCOMPARE(reader.error().code, Error::Code::NotFound);
    reader.look(*m_sessions, m_database->snapshot(), relation(u"posts"_s), {"not a number"});
    QCOMPARE(state(), ReferenceReader::State::Reading);
    QTRY_COMPARE(state(), ReferenceReader::State::Failed);
    QCOMPARE(reader.error().code, Error::Code::Server);
    // The row may be there the next time.
    m_database->run(u"insert into users values (1000, 'late')"_s);
    reader.look(*m_sessions, m_database->snapshot(), relation(u"posts"_s), {"1000"});
    QTRY_COMPARE(state(), ReferenceReader::State::Ready);
    QCOMPARE(reader.row().label, u"late"_s);
}

void TestFollowing::leavesWithoutAnAnswer()
{
    ReferenceReader reader;
    reader.look(*m_sessions, m_database->snapshot(), relation(u"posts"_s), {"9"});
    reader.leave();
    QSignalSpy changed(&reader, &ReferenceReader::changed);
    reader.look(*m_sessions, m_database->snapshot(), relation(u"posts"_s), {"10"});
    QTRY_COMPARE(reader.state(), ReferenceReader::State::Ready);
    // Reading and ready: nothing of the first key came.
    QCOMPARE(changed.count(), 2);
    QCOMPARE(reader.row().label, u"user 10"_s);
}

void TestFollowing::countsWhatPointsHere()
{
    RelatedCounts related;
    related.setPatience(RelatedCounts::asked);
    related.setTable(m_sessions.get(), m_database->snapshot(), relationsNow(), users);
    related.look(rowWith(u"7"_s), 0, {});
    QCOMPARE(related.counts().size(), size_t(2));
    const auto &likes = related.counts()[0];
    const auto &posts = related.counts()[1];
    QCOMPARE(likes.relation.from.name, u"likes"_s);
    QCOMPARE(likes.state, RelatedCount::State::Unindexed);
    QCOMPARE(posts.state, RelatedCount::State::Waiting);
    QTRY_COMPARE(posts.state, RelatedCount::State::Counted);
    QCOMPARE(posts.count, relatedCountLimit + 1);
    QCOMPARE(likes.state, RelatedCount::State::Unindexed);

    QSignalSpy changed(&related, &RelatedCounts::changed);
    related.look(rowWith(u"7"_s), 0, {});
    QCOMPARE(changed.count(), 0);
    related.look(rowWith(u"8"_s), 0, {});
    QTRY_COMPARE(related.counts()[1].state, RelatedCount::State::Counted);
    QCOMPARE(related.counts()[1].count, 0);
    // What was counted is counted again when it may be another.
    m_database->run(u"insert into posts values (5000, 8)"_s);
    related.forget();
    related.look(rowWith(u"8"_s), 0, {});
    QTRY_COMPARE(related.counts()[1].count, 1);
    related.leave();
    QVERIFY(related.counts().empty());
}

void TestFollowing::countsOnRequest()
{
    RelatedCounts related;
    related.setTable(m_sessions.get(), m_database->snapshot(), relationsNow(), users);
    related.look(rowWith(u"7"_s), 0, {});
    related.count(0);
    QCOMPARE(related.counts()[0].state, RelatedCount::State::Counting);
    QTRY_COMPARE(related.counts()[0].state, RelatedCount::State::Counted);
    QCOMPARE(related.counts()[0].count, 30);
}

void TestFollowing::givesUpWhatTakesLong()
{
    m_database->run(u"begin; lock table posts in access exclusive mode"_s);
    RelatedCounts related;
    related.setTable(m_sessions.get(), m_database->snapshot(), relationsNow(), users);
    related.look(rowWith(u"7"_s), 0, {});
    QTRY_COMPARE(related.counts()[1].state, RelatedCount::State::TooSlow);
    related.count(1);
    QCOMPARE(related.counts()[1].state, RelatedCount::State::Counting);
    m_database->run(u"rollback"_s);
    QTRY_COMPARE(related.counts()[1].state, RelatedCount::State::Counted);
    QCOMPARE(related.counts()[1].count, relatedCountLimit + 1);
}

void TestFollowing::stopsCounting()
{
    m_database->run(u"begin; lock table likes in access exclusive mode"_s);
    RelatedCounts related;
    related.setTable(m_sessions.get(), m_database->snapshot(), relationsNow(), users);
    related.look(rowWith(u"7"_s), 0, {});
    related.count(0);
    related.stop(0);
    QCOMPARE(related.counts()[0].state, RelatedCount::State::Unindexed);
    m_database->run(u"rollback"_s);
    related.count(0);
    QTRY_COMPARE(related.counts()[0].count, 30);
}

void TestFollowing::newRowsHaveNothing()
{
    RelatedCounts related;
    related.setTable(m_sessions.get(), m_database->snapshot(), relationsNow(), users);
    auto row = rowWith(u"7"_s);
    row.set(0, RowMarkRole, QVariant::fromValue(EditMark::Added));
    related.look(row, 0, {});
    for (const auto &count : related.counts())
        QCOMPARE(count.state, RelatedCount::State::NoKey);
}

QTEST_GUILESS_MAIN(TestFollowing)
#include "tst_following.moc"
