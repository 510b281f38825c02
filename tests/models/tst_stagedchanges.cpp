#include "core/workspace/workspace.h"
#include "models/stagedchanges.h"
#include "tests/models/snapshots.h"
#include "tests/support/need.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using edit::NewValue;
using edit::RowIdentity;
using edit::RowValues;
using edit::StagedEdits;
using Kind = squall::Kind;

namespace {

ObjectId relation(const QString &name)
{
    return {Kind::Table, u"public"_s, name};
}

RowIdentity row(int id)
{
    return {{{u"id"_s, QByteArray::number(id)}}};
}

RowValues original(int id)
{
    return {{u"id"_s, QByteArray::number(id)}, {u"a"_s, "old"}, {u"b"_s, std::nullopt}};
}

StagedEdits edited(const StagedEdits &before, int id, const QByteArray &text)
{
    auto next = before;
    next.set(row(id), original(id), u"a"_s, NewValue::of(text));
    return next;
}

/// One run of the program, as far as what is staged goes.
struct Run
{
    explicit Run(const QString &file, const QString &connection = u"here"_s)
        : workspace(file)
    {
        QObject::connect(&changes, &StagedChanges::notice, [this](const QString &text) { notices << text; });
        changes.restore(workspace.journal(), connection);
        if (!QTest::qWaitFor([this] { return changes.isRestored(); }, 30'000))
            qFatal("the journal did not come");
    }
    ~Run() { settle(); }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return changes.isSettled(); }, 30'000))
            qFatal("the journal is not written");
    }

    workspace::Workspace workspace;
    StagedChanges changes;
    QStringList notices;
};

CommitReport committed(int id, const QByteArray &now)
{
    auto values = original(id);
    values.insert(u"a"_s, now);
    return {.outcome = CommitReport::Outcome::Committed,
            .transaction = "77",
            .rows = {{.verb = edit::Statement::Verb::Update,
                      .relation = relation(u"item"_s),
                      .before = row(id),
                      .after = row(id),
                      .columns = {u"a"_s},
                      .old = original(id),
                      .now = values}}};
}

/// The relation that is edited, with its key.
catalog::Snapshot withItem()
{
    auto table = test::table(u"public"_s, u"item"_s);
    table.columns = {{.name = u"id"_s, .type = u"integer"_s, .notNull = true},
                     {.name = u"a"_s, .type = u"text"_s},
                     {.name = u"b"_s, .type = u"text"_s}};
    catalog::Constraint key{.name = u"item_pkey"_s, .type = catalog::Constraint::Type::PrimaryKey};
    key.columns = {u"id"_s};
    table.constraints = {key};
    catalog::Snapshot snapshot;
    snapshot.tables = {table};
    return snapshot;
}

} // namespace

class TestStagedChanges : public QObject
{
    Q_OBJECT

private slots:
    void undoesEverything();
    void namesItsSteps();
    void keepsRelationsApart();
    void comesBack();
    void comesBackWithWhatWasTyped();
    void forgetsAnEditorThatWasGivenUp();
    void keepsConnectionsApart();
    void keepsWhatNoLongerFits();
    void keepsEverythingWhenRefused();
    void forgetsWhatWasCommitted();
    void keepsWhatWasStagedMeanwhile();
    void leavesAloneWhatNobodyKnows();
    void takesABatchBack();
    void takesOneAfterTheOtherBack();
    void keepsTheLastBatches();
    void runsAtOnceKeepTheirOwn();
    void sameRowsOfTwoRunsWait();
    void aBatchOfAnotherRunIsLeftToIt();

private:
    QString file() const { return m_folder->filePath(u"workspace.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void TestStagedChanges::undoesEverything()
{
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto id = relation(u"item"_s);
    for (int round = 0; round < 50; ++round) {
        StagedChanges changes;
        QList<StagedEdits> states{changes.edits(id)};
        while (states.size() < 40) {
            const int dice = random.bounded(12);
            auto next = changes.edits(id);
            const int at = random.bounded(8);
            if (dice < 2 && states.size() > 1) {
                changes.undo(id);
                states.removeLast();
                QVERIFY(changes.edits(id) == states.last());
                continue;
            }
            if (dice == 2)
                next.remove(row(at), original(at));
            else if (dice == 3)
                next.revert(row(at));
            else if (dice == 4)
                next.insert({{u"a"_s, NewValue::of("new")}});
            else if (dice == 5 && !next.newRows().isEmpty())
                next.removeNew(next.newRows().first().id);
            else
                next = edited(next, at, QByteArray::number(random.bounded(5)));
            if (next == changes.edits(id))
                continue;
            changes.stage(next, QString::number(states.size()));
            states.append(next);
        }
        while (changes.canUndo(id))
            changes.undo(id);
        QVERIFY(changes.edits(id) == states.first());
        QCOMPARE(changes.changeCount(), 0);
        for (qsizetype i = 1; i < states.size(); ++i) {
            QVERIFY(changes.canRedo(id));
            changes.redo(id);
            QVERIFY(changes.edits(id) == states[i]);
        }
        QVERIFY(!changes.canRedo(id));
    }
}

void TestStagedChanges::namesItsSteps()
{
    StagedChanges changes;
    const auto id = relation(u"item"_s);
    QVERIFY(!changes.canUndo(id));
    QCOMPARE(changes.undoText(id), QString());
    changes.stage(edited(changes.edits(id), 1, "x"), u"Edit 1 cell"_s);
    changes.stage(edited(changes.edits(id), 2, "y"), u"Fill"_s);
    QCOMPARE(changes.undoText(id), u"Fill"_s);
    changes.undo(id);
    QCOMPARE(changes.redoText(id), u"Fill"_s);
    QCOMPARE(changes.undoText(id), u"Edit 1 cell"_s);
    changes.stage(edited(changes.edits(id), 3, "z"), u"Other"_s);
    QVERIFY(!changes.canRedo(id));
    changes.stage(changes.edits(id), u"Nothing"_s);
    QCOMPARE(changes.undoText(id), u"Other"_s);
}

void TestStagedChanges::keepsRelationsApart()
{
    StagedChanges changes;
    const auto one = relation(u"one"_s);
    const auto two = relation(u"two"_s);
    QSignalSpy changed(&changes, &StagedChanges::changed);
    changes.stage(edited(changes.edits(two), 1, "x"), u"Edit"_s);
    changes.stage(edited(changes.edits(one), 1, "x"), u"Edit"_s);
    changes.stage(edited(changes.edits(one), 2, "x"), u"Edit"_s);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changes.relations(), (QList{one, two}));
    QCOMPARE(changes.changeCount(), 3);
    QCOMPARE(changes.changeCount(one), 2);
    changes.undo(two);
    QCOMPARE(changes.relations(), QList{one});
    changes.clear({one});
    QCOMPARE(changes.relations(), QList<ObjectId>());
    QVERIFY(!changes.canUndo(one));
}

void TestStagedChanges::comesBack()
{
    StagedEdits kept;
    {
        Run run(file());
        auto next = edited(run.changes.edits(relation(u"item"_s)), 1, "x");
        next.insert({{u"b"_s, NewValue{NewValue::Kind::Now, {}}}, {u"a"_s, NewValue::null()}});
        next.remove(row(7), original(7));
        run.changes.stage(next, u"Edit"_s);
        run.changes.stage(edited(run.changes.edits(relation(u"gone"_s)), 1, "x"), u"Edit"_s);
        run.changes.clear({relation(u"gone"_s)});
        kept = next;
    }
    const Run run(file());
    QVERIFY(run.changes.edits(relation(u"item"_s)) == kept);
    QCOMPARE(run.changes.relations(), QList{relation(u"item"_s)});
    QCOMPARE(run.notices, QStringList());
}

void TestStagedChanges::comesBackWithWhatWasTyped()
{
    const auto id = relation(u"item"_s);
    StagedEdits kept;
    StagedEdits typed;
    {
        Run run(file());
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
        kept = run.changes.edits(id);
        run.changes.setDraft(edited(kept, 2, "hal"));
        typed = edited(kept, 2, "half a word");
        run.changes.setDraft(typed);
        QVERIFY(run.changes.edits(id) == kept);
    }
    Run run(file());
    QVERIFY(run.changes.edits(id) == typed);
    run.changes.undo(id);
    QVERIFY(run.changes.edits(id) == kept);
}

void TestStagedChanges::forgetsAnEditorThatWasGivenUp()
{
    const auto id = relation(u"item"_s);
    {
        Run run(file());
        run.changes.setDraft(edited(run.changes.edits(id), 1, "x"));
        run.settle();
        run.changes.dropDraft(id);
        run.changes.setDraft(edited(run.changes.edits(relation(u"other"_s)), 1, "x"));
        run.settle();
        // An editor that was closed without change ends its draft as well.
        run.changes.stage(run.changes.edits(relation(u"other"_s)), u"Edit"_s);
    }
    const Run run(file());
    QCOMPARE(run.changes.relations(), QList<ObjectId>());
}

void TestStagedChanges::keepsConnectionsApart()
{
    const auto id = relation(u"item"_s);
    {
        Run run(file(), u"one"_s);
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
    }
    QCOMPARE(Run(file(), u"two"_s).changes.changeCount(), 0);
    QCOMPARE(Run(file(), u"one"_s).changes.changeCount(), 1);
    Run run(file(), u"two"_s);
    auto removed = run.workspace.removeConnection(u"one"_s);
    removed.waitForFinished();
    QCOMPARE(Run(file(), u"one"_s).changes.changeCount(), 0);
}

void TestStagedChanges::keepsWhatNoLongerFits()
{
    const auto id = relation(u"item"_s);
    {
        Run run(file());
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
    }
    const Run run(file());
    catalog::Snapshot snapshot;
    QCOMPARE(run.changes.fault(id, snapshot), u"public.item is not there any more."_s);
    auto table = test::table(u"public"_s, u"item"_s);
    table.columns = {{.name = u"id"_s, .type = u"integer"_s, .notNull = true}};
    catalog::Constraint key{.name = u"item_pkey"_s, .type = catalog::Constraint::Type::PrimaryKey};
    key.columns = {u"id"_s};
    table.constraints = {key};
    snapshot.tables = {table};
    QCOMPARE(run.changes.fault(id, snapshot), u"public.item has no column a any more."_s);
    snapshot.tables[0].columns.push_back({.name = u"a"_s, .type = u"text"_s, .notNull = true});
    QCOMPARE(run.changes.fault(id, snapshot), QString());
    snapshot.tables[0].constraints[0].columns = {u"a"_s};
    QCOMPARE(run.changes.fault(id, snapshot), u"The key of public.item is another one now."_s);
    QCOMPARE(run.changes.changeCount(), 1);
}

void TestStagedChanges::keepsEverythingWhenRefused()
{
    const auto id = relation(u"item"_s);
    StagedEdits kept;
    {
        Run run(file());
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
        kept = run.changes.edits(id);
        const auto beforeCommit = run.changes.beginCommit({kept});
        QVERIFY(run.changes.isCommitting(id));
        NEED(beforeCommit("77"));
        run.changes.endCommit(CommitReport{.outcome = CommitReport::Outcome::Refused});
        QVERIFY(!run.changes.isCommitting(id));
        QVERIFY(run.changes.canUndo(id));
        (void)run.changes.beginCommit({kept});
        run.changes.endCommit(Error{.code = Error::Code::Connection, .message = u"gone"_s});
        QVERIFY(run.changes.edits(id) == kept);
    }
    const Run run(file());
    QVERIFY(run.changes.edits(id) == kept);
    QVERIFY(!run.changes.isCommitting(id));
    QVERIFY(run.changes.committedBatches().empty());
}

void TestStagedChanges::forgetsWhatWasCommitted()
{
    const auto id = relation(u"item"_s);
    {
        Run run(file());
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
        NEED(run.changes.beginCommit({run.changes.edits(id)})("77"));
        run.changes.endCommit(committed(1, "x"));
        QCOMPARE(run.changes.changeCount(), 0);
        QVERIFY(!run.changes.canUndo(id));
    }
    const Run run(file());
    QCOMPARE(run.changes.changeCount(), 0);
    const auto batches = run.changes.committedBatches();
    QCOMPARE(batches.size(), size_t(1));
    QCOMPARE(batches[0].rows.size(), size_t(1));
    QCOMPARE(batches[0].rows[0].old, original(1));
    QCOMPARE(batches[0].rows[0].now.value(u"a"_s), Query::Parameter("x"));
    QVERIFY(batches[0].rows[0].after == row(1));
}

void TestStagedChanges::keepsWhatWasStagedMeanwhile()
{
    const auto id = relation(u"item"_s);
    StagedEdits left;
    {
        Run run(file());
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
        NEED(run.changes.beginCommit({run.changes.edits(id)})("77"));
        run.changes.stage(edited(run.changes.edits(id), 2, "y"), u"Edit"_s);
        run.changes.endCommit(committed(1, "x"));
        left = run.changes.edits(id);
        QCOMPARE(left.changeCount(), 1);
        QVERIFY(left.find(row(2)));
    }
    const Run run(file());
    QVERIFY(run.changes.edits(id) == left);
}

void TestStagedChanges::leavesAloneWhatNobodyKnows()
{
    const auto id = relation(u"item"_s);
    {
        Run run(file());
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
        NEED(run.changes.beginCommit({run.changes.edits(id)})("77"));
        run.changes.endCommit(CommitReport{.outcome = CommitReport::Outcome::Unknown, .transaction = "77"});
        QVERIFY(run.changes.isCommitting(id));
    }
    const Run run(file());
    QCOMPARE(run.changes.changeCount(), 1);
    QVERIFY(run.changes.isCommitting(id));
}

void TestStagedChanges::takesABatchBack()
{
    const auto id = relation(u"item"_s);
    const auto snapshot = withItem();
    {
        Run run(file());
        run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
        NEED(run.changes.beginCommit({run.changes.edits(id)})("77"));
        run.changes.endCommit(committed(1, "x"));
    }
    {
        Run run(file());
        const auto batch = run.changes.committedBatches().at(0);
        run.changes.stage(edited(run.changes.edits(id), 1, "other"), u"Edit"_s);
        QCOMPARE(run.changes.reverse(batch.id, snapshot).error().code, Error::Code::Conflict);
        run.changes.undo(id);
        NEED(run.changes.reverse(batch.id, snapshot));
        const auto *edit = run.changes.edits(id).find(row(1));
        QVERIFY(edit);
        QCOMPARE(edit->values.value(u"a"_s), NewValue::of("old"));
        QCOMPARE(edit->original.value(u"a"_s), Query::Parameter("x"));
        NEED(run.changes.beginCommit({run.changes.edits(id)})("78"));
        run.changes.endCommit(committed(1, "old"));
        QVERIFY(run.changes.committedBatches().at(1).undone);
        QVERIFY(!run.changes.committedBatches().at(0).undone);
        QVERIFY(run.changes.committedBatches().at(0).reversal);
        QVERIFY(run.changes.reversibleBatches().empty());
    }
    Run run(file());
    QCOMPARE(run.changes.committedBatches().size(), size_t(2));
    QVERIFY(run.changes.committedBatches().at(1).undone);
    QVERIFY(!run.changes.reverse(run.changes.committedBatches().at(1).id, snapshot));
    QVERIFY(run.changes.reversibleBatches().empty());
}

/// Undoing once more takes the batch before back, not what the last undoing has done.
void TestStagedChanges::takesOneAfterTheOtherBack()
{
    const auto id = relation(u"item"_s);
    const auto snapshot = withItem();
    Run run(file());
    const auto send = [&](int number, const QByteArray &value) {
        NEED(run.changes.beginCommit({run.changes.edits(id)})("77"));
        run.changes.endCommit(committed(number, value));
    };
    for (const int number : {1, 2, 3}) {
        run.changes.stage(edited(run.changes.edits(id), number, "x"), u"Edit"_s);
        send(number, "x");
    }
    for (const int number : {3, 2, 1}) {
        const auto batches = run.changes.reversibleBatches();
        QCOMPARE(batches.size(), static_cast<size_t>(number));
        NEED(run.changes.reverse(batches.front().id, snapshot));
        QVERIFY(run.changes.edits(id).find(row(number)));
        send(number, "old");
    }
    QVERIFY(run.changes.reversibleBatches().empty());
    // What somebody stages beside a reverse makes the batch one of its own.
    run.changes.stage(edited(run.changes.edits(id), 1, "x"), u"Edit"_s);
    send(1, "x");
    NEED(run.changes.reverse(run.changes.reversibleBatches().front().id, snapshot));
    run.changes.stage(edited(run.changes.edits(id), 2, "y"), u"Edit"_s);
    send(1, "old");
    QCOMPARE(run.changes.reversibleBatches().size(), size_t(1));
}

void TestStagedChanges::keepsTheLastBatches()
{
    const auto id = relation(u"item"_s);
    constexpr size_t more = workspace::Journal::mostBatches + 5;
    {
        Run run(file());
        for (size_t i = 0; i < more; ++i) {
            run.changes.stage(edited(run.changes.edits(id), 1, QByteArray::number(i)), u"Edit"_s);
            NEED(run.changes.beginCommit({run.changes.edits(id)})("77"));
            run.changes.endCommit(committed(1, QByteArray::number(i)));
        }
        QCOMPARE(run.changes.committedBatches().size(), size_t(workspace::Journal::mostBatches));
    }
    const Run run(file());
    QCOMPARE(run.changes.committedBatches().size(), size_t(workspace::Journal::mostBatches));
    QCOMPARE(run.changes.committedBatches().at(0).rows[0].now.value(u"a"_s),
             Query::Parameter(QByteArray::number(more - 1)));
}

void TestStagedChanges::runsAtOnceKeepTheirOwn()
{
    const auto id = relation(u"item"_s);
    const auto other = relation(u"other"_s);
    {
        Run one(file());
        Run two(file());
        one.changes.stage(edited(one.changes.edits(id), 1, "x"), u"Edit"_s);
        two.changes.stage(edited(two.changes.edits(id), 2, "y"), u"Edit"_s);
        auto added = two.changes.edits(other);
        added.insert({{u"a"_s, NewValue::of("z")}});
        two.changes.stage(added, u"Add row"_s);
        two.changes.setDraft(edited(two.changes.edits(id), 3, "typed"));
        one.settle();
        two.settle();
        const Run third(file());
        QCOMPARE(third.changes.changeCount(), 0);
        QCOMPARE(third.notices.size(), 1);
        // What one of them saves later does not touch the other's.
        one.changes.stage(edited(one.changes.edits(id), 4, "w"), u"Edit"_s);
    }
    for (int again = 0; again < 2; ++again) {
        const Run run(file());
        QCOMPARE(run.notices, QStringList());
        QCOMPARE(run.changes.changeCount(other), 1);
        const auto &edits = run.changes.edits(id);
        QCOMPARE(edits.rows().size(), 4);
        QCOMPARE(edits.find(row(1))->values.value(u"a"_s), NewValue::of("x"));
        QCOMPARE(edits.find(row(2))->values.value(u"a"_s), NewValue::of("y"));
        QCOMPARE(edits.find(row(3))->values.value(u"a"_s), NewValue::of("typed"));
        QCOMPARE(edits.find(row(4))->values.value(u"a"_s), NewValue::of("w"));
    }
}

void TestStagedChanges::sameRowsOfTwoRunsWait()
{
    const auto id = relation(u"item"_s);
    {
        Run one(file());
        Run two(file());
        one.changes.stage(edited(one.changes.edits(id), 1, "x"), u"Edit"_s);
        two.changes.stage(edited(two.changes.edits(id), 1, "y"), u"Edit"_s);
    }
    QList<NewValue> seen;
    {
        Run run(file());
        QCOMPARE(run.notices.size(), 1);
        seen << run.changes.edits(id).find(row(1))->values.value(u"a"_s);
        run.changes.clear({id});
    }
    const Run run(file());
    QCOMPARE(run.notices, QStringList());
    seen << run.changes.edits(id).find(row(1))->values.value(u"a"_s);
    QVERIFY(seen.contains(NewValue::of("x")) && seen.contains(NewValue::of("y")));
}

void TestStagedChanges::aBatchOfAnotherRunIsLeftToIt()
{
    const auto id = relation(u"item"_s);
    {
        Run one(file());
        one.changes.stage(edited(one.changes.edits(id), 1, "x"), u"Edit"_s);
        NEED(one.changes.beginCommit({one.changes.edits(id)})("77"));
        {
            const Run two(file());
            QVERIFY(!two.changes.isCommitting(id));
            QCOMPARE(two.changes.changeCount(), 0);
        }
        one.changes.endCommit(committed(1, "x"));
    }
    {
        Run died(file());
        died.changes.stage(edited(died.changes.edits(id), 2, "y"), u"Edit"_s);
        NEED(died.changes.beginCommit({died.changes.edits(id)})("78"));
        died.settle();
    }
    for (int again = 0; again < 2; ++again) {
        const Run run(file());
        QCOMPARE(run.changes.changeCount(), 1);
        QVERIFY(run.changes.isCommitting(id));
        QCOMPARE(run.changes.committedBatches().size(), size_t(1));
        QCOMPARE(run.changes.committedBatches()[0].rows.size(), size_t(1));
    }
}

QTEST_GUILESS_MAIN(TestStagedChanges)

#include "tst_stagedchanges.moc"
