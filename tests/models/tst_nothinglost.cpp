#include "core/catalog/introspect.h"
#include "core/pg/sessionpool.h"
#include "core/workspace/workspace.h"
#include "models/commit.h"
#include "models/stagedchanges.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;
using edit::NewValue;
using edit::StagedEdits;

// A program edits, applies, and is killed at some moment, again and again. What it says on its standard
// output is what it may be held to: before it does something `stage` or `commit` with the edits, after it
// `ok`.

namespace {

constexpr int sessions = 200;
constexpr int longestSessionUs = 60'000;
const auto connectionId = u"connection"_s;

const auto script = QStringLiteral(R"(
create table item (id int primary key, a text, b text);
insert into item select g, 'a', 'b' from generate_series(1, 12) g;
)");

ObjectId item()
{
    return {Kind::Table, u"public"_s, u"item"_s};
}

/// The rows as they are, by id.
using Table = QMap<QByteArray, edit::RowValues>;

Table readTable(pg::Connection &connection)
{
    const auto reply = connection.fetch({u"select id, a, b from item"_s});
    if (!reply)
        qFatal("%s", qPrintable(reply.error().message));
    Table table;
    for (int row = 0; row < reply->rowCount(); ++row) {
        edit::RowValues values;
        for (int column = 0; column < 3; ++column) {
            const auto cell = reply->cell(row, column);
            values.insert(reply->fields()[static_cast<size_t>(column)].name,
                          cell ? Query::Parameter(cell->toByteArray()) : std::nullopt);
        }
        // An id that is there twice would be a row inserted twice.
        if (table.contains(*values[u"id"_s]))
            qFatal("row %s twice", values[u"id"_s]->constData());
        table.insert(*values[u"id"_s], values);
    }
    return table;
}

Query::Parameter parameter(const NewValue &value)
{
    return value.kind == NewValue::Kind::Text ? Query::Parameter(value.text) : std::nullopt;
}

Table applied(Table table, const StagedEdits &edits)
{
    for (auto row = edits.rows().begin(); row != edits.rows().end(); ++row) {
        const auto id = row.key().parts.front().second;
        if (row->removed)
            table.remove(id);
        else
            for (auto value = row->values.begin(); value != row->values.end(); ++value)
                table[id].insert(value.key(), parameter(*value));
    }
    for (const auto &row : edits.newRows()) {
        edit::RowValues values{{u"a"_s, std::nullopt}, {u"b"_s, std::nullopt}};
        for (auto value = row.values.begin(); value != row.values.end(); ++value)
            values.insert(value.key(), parameter(*value));
        table.insert(*values[u"id"_s], values);
    }
    return table;
}

bool same(const StagedEdits &one, const StagedEdits &other)
{
    return one.rows() == other.rows() && one.newRows() == other.newRows();
}

template<typename Condition>
void await(Condition condition)
{
    QDeadlineTimer patience(30'000);
    while (!condition()) {
        if (patience.hasExpired())
            qFatal("waited in vain");
        QCoreApplication::processEvents();
        QThread::usleep(100);
    }
}

void say(const char *word, const StagedEdits &edits = StagedEdits(item()))
{
    std::printf("%s %s\n", word, edits.serialized().toHex().constData());
    std::fflush(stdout);
}

/// Edits until it is killed.
class Editor
{
public:
    Editor(const QString &file, const QString &options, quint32 seed)
        : m_random(seed)
        , m_workspace(file)
        , m_pool(*pg::parseConnectionString(options))
        , m_connection(*pg::parseConnectionString(options))
    {
        m_changes.restore(m_workspace.journal(), connectionId);
        await([&] { return m_changes.isRestored(); });
        m_changes.resolve(&m_pool);
        await([&] { return !m_changes.isCommitting(item()) && m_changes.isSettled(); });
        auto snapshot = catalog::introspect(m_connection);
        if (!snapshot)
            qFatal("%s", qPrintable(snapshot.error().message));
        m_snapshot = std::make_shared<catalog::Snapshot>(*std::move(snapshot));
        m_table = readTable(m_connection);
    }

    [[noreturn]] void editForever()
    {
        say("ok");
        for (;;) {
            const auto dice = m_random.bounded(100);
            if (dice < 12)
                apply();
            else if (dice < 15)
                typeInto();
            else if (dice < 22 && !m_before.isEmpty())
                undo();
            else
                stage(edited());
        }
    }

private:
    QByteArray token() { return QByteArray::number(m_random.generate64(), 36); }

    StagedEdits edited()
    {
        auto next = m_changes.edits(item());
        const auto ids = m_table.keys();
        const auto dice = m_random.bounded(10);
        if (dice < 3 || ids.isEmpty()) {
            const auto id = QByteArray::number(m_random.bounded(1000, 2'000'000'000));
            next.insert({{u"id"_s, NewValue::of(id)}, {u"a"_s, NewValue::of(token())}});
            return next;
        }
        const auto id = ids[m_random.bounded(static_cast<int>(ids.size()))];
        const edit::RowIdentity row{{{u"id"_s, id}}};
        const auto column = m_random.bounded(2) == 0 ? u"a"_s : u"b"_s;
        if (dice == 3 && ids.size() > 6)
            next.remove(row, m_table[id]);
        else if (dice == 4)
            next.revert(row);
        else
            next.set(row, m_table[id], column, dice == 5 ? NewValue::null() : NewValue::of(token()));
        return next;
    }

    void stage(const StagedEdits &next)
    {
        say("stage", next);
        if (!(next == m_changes.edits(item())))
            m_before.append(m_changes.edits(item()));
        m_changes.stage(next, u"Edit"_s);
        await([&] { return m_changes.isSettled(); });
        say("ok");
    }

    void undo()
    {
        say("stage", m_before.takeLast());
        m_changes.undo(item());
        await([&] { return m_changes.isSettled(); });
        say("ok");
    }

    /// Opens an editor, types, and closes it one way or the other.
    void typeInto()
    {
        const auto draft = edited();
        say("stage", draft);
        m_changes.setDraft(draft);
        await([&] { return m_changes.isSettled(); });
        say("ok");
        if (m_random.bounded(2) == 0) {
            stage(draft);
            return;
        }
        say("stage", m_changes.edits(item()));
        m_changes.dropDraft(item());
        await([&] { return m_changes.isSettled(); });
        say("ok");
    }

    void apply()
    {
        const auto edits = m_changes.edits(item());
        if (edits.isEmpty())
            return;
        say("commit", edits);
        const auto batch = prepareBatch({edits}, m_snapshot);
        if (!batch)
            qFatal("%s", qPrintable(batch.error().message));
        CommitOptions options;
        options.beforeCommit = m_changes.beginCommit({edits});
        auto sent = m_pool.run([batch = *batch, options](pg::Connection &connection) {
            return commit(connection, batch, options);
        });
        await([&] { return sent.isFinished(); });
        const auto report = sent.result();
        m_changes.endCommit(report);
        if (!report || report->outcome != CommitReport::Outcome::Committed)
            qFatal("not committed: %s",
                   qPrintable(report ? report->faults.front().error.message : report.error().message));
        say("ok");
        m_before.clear();
        m_table = readTable(m_connection);
    }

    QRandomGenerator m_random;
    workspace::Workspace m_workspace;
    pg::SessionPool m_pool;
    pg::Connection m_connection;
    StagedChanges m_changes;
    catalog::SnapshotPtr m_snapshot;
    Table m_table;
    QList<StagedEdits> m_before;
};

} // namespace

class TestNothingLost : public QObject
{
    Q_OBJECT

private slots:
    void bringsBackEveryEditAndNoneTwice();

private:
    struct State
    {
        StagedEdits staged = StagedEdits(item());
        Table table = {};

        bool is(const State &other) const { return same(staged, other.staged) && table == other.table; }
    };
    /// What may be there after what the program said: one state, or two when something was under way.
    QList<State> expected(State state, const QByteArray &said);

    int m_edits = 0;
    int m_commits = 0;
    int m_halfway = 0;
};

QList<TestNothingLost::State> TestNothingLost::expected(State state, const QByteArray &said)
{
    auto lines = said.split('\n');
    lines.removeLast(); // what follows the last line break may be cut off
    std::optional<State> under;
    for (const auto &line : lines) {
        const auto words = line.split(' ');
        const auto edits = StagedEdits::parse(QByteArray::fromHex(words.value(1)));
        if (words.first() == "ok") {
            if (under)
                state = *std::exchange(under, std::nullopt);
        } else if (words.first() == "stage") {
            ++m_edits;
            under = State{*edits, state.table};
        } else {
            ++m_commits;
            under = State{StagedEdits(item()), applied(state.table, *edits)};
        }
    }
    if (!under)
        return {state};
    ++m_halfway;
    return {state, *under};
}

void TestNothingLost::bringsBackEveryEditAndNoneTwice()
{
    const auto options = test::TestServer::of().createDatabase();
    pg::Connection connection(options);
    NEED(connection.runScript(script));
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"workspace.sqlite"_s);
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QElapsedTimer clock;
    clock.start();
    State state{.table = readTable(connection)};
    for (int session = 0; session < sessions; ++session) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--edit"_s, file, pg::connectionString(options), QString::number(random.generate())});
        QVERIFY(child.waitForStarted());
        // Now and then while it still looks at what the last one has left.
        if (session % 8 != 0)
            QVERIFY(child.waitForReadyRead());
        QThread::usleep(random.bounded(static_cast<quint32>(longestSessionUs)));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(child.readAllStandardError(), QByteArray());

        workspace::Workspace workspace(file);
        pg::SessionPool pool(options, 1);
        StagedChanges changes;
        changes.restore(workspace.journal(), connectionId);
        changes.resolve(&pool);
        QTRY_VERIFY_WITH_TIMEOUT(changes.isRestored() && !changes.isCommitting(item()), 60'000);
        const auto candidates = expected(state, child.readAllStandardOutput());
        const State found{changes.edits(item()), readTable(connection)};
        const bool fits = std::any_of(candidates.begin(), candidates.end(),
                                      [&](const State &candidate) { return candidate.is(found); });
        if (!fits) {
            for (const auto &candidate : candidates)
                qInfo("staged %s, table %s",
                      same(candidate.staged, found.staged) ? "as expected" : "otherwise",
                      candidate.table == found.table ? "as expected" : "otherwise");
        }
        QVERIFY2(fits, qPrintable(u"session %1 of seed %2"_s.arg(session).arg(seed)));
        state = found;
        QTRY_VERIFY_WITH_TIMEOUT(changes.isSettled(), 60'000);
    }
    qInfo("%d kills in %lld ms: %d edits, %d batches, %d of either under way", sessions, clock.elapsed(),
          m_edits, m_commits, m_halfway);
    QVERIFY(m_edits > sessions);
    QVERIFY(m_commits > 0);
    QVERIFY(m_halfway > 0);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == u"--edit")
        Editor(arguments[2], arguments[3], arguments[4].toUInt()).editForever();
    TestNothingLost test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_nothinglost.moc"
