#include "models/diagram/diagramoverlays.h"
#include "tests/models/diagram/diagramtables.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Kinds = DiagramOverlayKind;

namespace {

constexpr int generous = 60000;

ObjectId idOf(const QString &table)
{
    return {Kind::Table, u"public"_s, table};
}

/// t0 ← t1 ← t2 and so on.
catalog::Snapshot chain(int tables)
{
    catalog::Snapshot snapshot;
    for (int i = 0; i < tables; ++i) {
        auto made = test::keyed(u"t%1"_s.arg(i));
        if (i > 0)
            test::refer(made, snapshot.tables.back());
        snapshot.tables.push_back(made);
    }
    return snapshot;
}

} // namespace

/// Looking at a diagram in another way leaves the diagram as it was.
class TestDiagramLens : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anOverlayMovesNothing();
    void aNeighbourhoodIsArrangedForItself();
    void moreHopsLeaveOthersWhereTheyAre();
    void whatIsDoneThereIsNotKept();
    void undoIsOfWhatOneSees();
    void hiddenTablesStayHidden();
    void leavesWhatIsGone();
    void anotherArrangementEndsIt();
    void changesShowWhatIsGone();
    void changesShowColumnsThatAreNoKeys();
    void whatHasGrownPushesOthersDown();
    void changesCountFromNow();

private:
    QStringList shown() const;
    int box(const QString &table) const { return m_model->picture()->content->find(idOf(table)); }
    QPointF place(const QString &table) const { return m_model->picture()->rect(box(table)).topLeft(); }
    void lookAround(const QString &table, int hops = 1);

    std::unique_ptr<DiagramModel> m_model;
    std::unique_ptr<DiagramOverlays> m_overlays;
};

void TestDiagramLens::init()
{
    m_model = std::make_unique<DiagramModel>(test::diagramLook());
    m_overlays = std::make_unique<DiagramOverlays>(*m_model);
    m_model->setSnapshot(test::shared(chain(8)));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), DiagramModel::State::Shown, generous);
}

void TestDiagramLens::cleanup()
{
    m_overlays.reset();
    m_model.reset();
}

QStringList TestDiagramLens::shown() const
{
    QStringList names;
    for (const auto &each : m_model->picture()->content->boxes)
        names << each.id.name;
    return names;
}

void TestDiagramLens::lookAround(const QString &table, int hops)
{
    auto lens = m_model->lens();
    lens.around = {idOf(table)};
    lens.hops = hops;
    m_model->setLens(lens);
}

void TestDiagramLens::anOverlayMovesNothing()
{
    const auto before = m_model->picture();
    const auto kept = m_model->kept();
    QSignalSpy edited(m_model.get(), &DiagramModel::edited);
    for (const auto kind : {Kinds::Rows, Kinds::Size, Kinds::MissingIndexes, Kinds::UnusedIndexes,
                            Kinds::Cycles, Kinds::Changes, Kinds::None}) {
        m_overlays->choose(kind);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_model->picture()->overlay ? m_model->picture()->overlay->kind : Kinds::None, kind, generous);
        QCOMPARE(m_model->picture()->positions, before->positions);
        QCOMPARE(m_model->picture()->routes, before->routes);
        QCOMPARE(m_model->kept(), kept);
    }
    QVERIFY(edited.isEmpty());
    // Dragged, they have their marks still.
    m_overlays->choose(Kinds::Rows);
    QTRY_VERIFY_WITH_TIMEOUT(m_model->picture()->overlay, generous);
    m_model->move({0}, {160, 0});
    QTRY_COMPARE_WITH_TIMEOUT(place(u"t0"_s), before->rect(0).topLeft() + QPointF(160, 0), generous);
    QVERIFY(m_model->picture()->overlay);
}

void TestDiagramLens::aNeighbourhoodIsArrangedForItself()
{
    m_model->move({box(u"t3"_s)}, {4000, 3000});
    const auto away = place(u"t3"_s);
    QTRY_VERIFY_WITH_TIMEOUT(place(u"t3"_s) != away, generous);
    const auto before = m_model->picture();
    const auto kept = m_model->kept();
    lookAround(u"t3"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), (QStringList{u"t2"_s, u"t3"_s, u"t4"_s}), generous);
    // Side by side, however far apart they are in the whole.
    QVERIFY(m_model->picture()->bounds.width() < 2500);
    QCOMPARE(m_model->kept(), kept);
    m_model->setLens({});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 8, generous);
    QCOMPARE(m_model->picture()->positions, before->positions);
    QCOMPARE(m_model->kept(), kept);
}

void TestDiagramLens::moreHopsLeaveOthersWhereTheyAre()
{
    lookAround(u"t3"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 3, generous);
    const auto there = place(u"t3"_s);
    lookAround(u"t3"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 5, generous);
    QCOMPARE(place(u"t3"_s), there);
    lookAround(u"t3"_s, 5);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 8, generous);
}

void TestDiagramLens::whatIsDoneThereIsNotKept()
{
    const auto before = m_model->picture();
    const auto kept = m_model->kept();
    lookAround(u"t1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 3, generous);
    const auto there = place(u"t1"_s);
    m_model->move({box(u"t1"_s)}, {800, 80});
    QTRY_COMPARE_WITH_TIMEOUT(place(u"t1"_s), there + QPointF(800, 80), generous);
    m_model->hide({box(u"t2"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 2, generous);
    QCOMPARE(m_model->kept(), kept);
    m_model->setLens({});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 8, generous);
    QCOMPARE(m_model->picture()->positions, before->positions);
}

void TestDiagramLens::undoIsOfWhatOneSees()
{
    const auto before = place(u"t0"_s);
    m_model->move({box(u"t0"_s)}, {-400, 0});
    QTRY_VERIFY_WITH_TIMEOUT(place(u"t0"_s) != before, generous);
    lookAround(u"t5"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 3, generous);
    QVERIFY(!m_model->canUndo());
    m_model->move({0}, {80, 0});
    QVERIFY(m_model->canUndo());
    m_model->setLens({});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 8, generous);
    QVERIFY(m_model->canUndo());
    m_model->undo();
    QTRY_COMPARE_WITH_TIMEOUT(place(u"t0"_s), before, generous);
    QVERIFY(!m_model->canUndo());
}

void TestDiagramLens::hiddenTablesStayHidden()
{
    m_model->hide({box(u"t2"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 7, generous);
    lookAround(u"t3"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), (QStringList{u"t3"_s, u"t4"_s, u"t5"_s}), generous);
}

void TestDiagramLens::leavesWhatIsGone()
{
    lookAround(u"t7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 2, generous);
    m_model->setSnapshot(test::shared(chain(7)));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 7, generous);
    QVERIFY(m_model->lens().around.isEmpty());
}

void TestDiagramLens::anotherArrangementEndsIt()
{
    const auto kept = m_model->kept();
    lookAround(u"t3"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 3, generous);
    m_model->restore(kept);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 8, generous);
    QCOMPARE(m_model->kept(), kept);
}

void TestDiagramLens::changesShowWhatIsGone()
{
    const auto before = m_model->picture();
    auto after = chain(7);
    after.tables.push_back(test::keyed(u"t9"_s));
    m_model->setSnapshot(test::shared(after));
    QTRY_VERIFY_WITH_TIMEOUT(box(u"t9"_s) >= 0, generous);
    QCOMPARE(box(u"t7"_s), -1);
    m_overlays->choose(Kinds::Changes);
    QTRY_VERIFY_WITH_TIMEOUT(box(u"t7"_s) >= 0, generous);
    const auto &overlay = *m_model->picture()->overlay;
    QCOMPARE(overlay.box(box(u"t7"_s)).tone, DiagramTone::Removed);
    QCOMPARE(overlay.box(box(u"t9"_s)).tone, DiagramTone::Added);
    // A ghost is where it was when it was there.
    QCOMPARE(place(u"t7"_s), before->rect(7).topLeft());
    const auto removed = std::count_if(overlay.lines.begin(), overlay.lines.end(),
                                       [](const auto &mark) { return mark.tone == DiagramTone::Removed; });
    QCOMPARE(removed, 1);
    m_overlays->choose(Kinds::None);
    QTRY_COMPARE_WITH_TIMEOUT(box(u"t7"_s), -1, generous);
    QVERIFY(box(u"t9"_s) >= 0);
}

void TestDiagramLens::changesShowColumnsThatAreNoKeys()
{
    auto after = chain(8);
    after.tables[2].columns.push_back({.name = u"weight"_s, .type = u"int"_s});
    m_model->setSnapshot(test::shared(after));
    m_overlays->choose(Kinds::Changes);
    const auto rows = [&] {
        QStringList names;
        for (const auto &row : m_model->picture()->box(box(u"t2"_s)).rows)
            names << row.name;
        return names;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rows().contains(u"weight"_s), generous);
    QVERIFY(!rows().contains(u"name"_s));
    const auto row = static_cast<int>(rows().indexOf(u"weight"_s));
    QCOMPARE(m_model->picture()->overlay->row(box(u"t2"_s), row).tone, DiagramTone::Added);
}

void TestDiagramLens::whatHasGrownPushesOthersDown()
{
    // All in one column, 16 apart.
    double top = 0;
    for (int i = 0; i < 8; ++i) {
        const auto at = m_model->picture()->rect(i);
        m_model->move({i}, QPointF(0, top) - at.topLeft());
        top += at.height() + 16;
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_model->picture()->rect(7).bottom() + 16 == top, generous);
    const auto before = m_model->picture();
    const auto kept = m_model->kept();
    auto after = chain(8);
    for (int i = 0; i < 10; ++i)
        after.tables[2].columns.push_back({.name = u"c%1"_s.arg(i), .type = u"int"_s});
    m_model->setSnapshot(test::shared(after));
    m_overlays->choose(Kinds::Changes);
    QTRY_VERIFY_WITH_TIMEOUT(m_model->picture()->rect(2).height() > before->rect(2).height(), generous);
    for (int i = 0; i < 8; ++i) {
        const auto now = m_model->picture()->rect(i);
        QCOMPARE(now.left(), 0.0);
        QCOMPARE(now.top() > before->rect(i).top(), i > 2);
        QVERIFY(i == 0 || now.top() > m_model->picture()->rect(i - 1).bottom());
    }
    m_overlays->choose(Kinds::None);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->positions, before->positions, generous);
    QCOMPARE(m_model->kept(), kept);
}

void TestDiagramLens::changesCountFromNow()
{
    QVERIFY(m_overlays->since().isValid());
    m_model->setSnapshot(test::shared(chain(9)));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 9, generous);
    m_overlays->choose(Kinds::Changes);
    QTRY_VERIFY_WITH_TIMEOUT(m_model->picture()->overlay && m_model->picture()->overlay->box(box(u"t8"_s)),
                             generous);
    m_overlays->countFromNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->picture()->overlay->box(box(u"t8"_s)), generous);
    QVERIFY(m_model->picture()->overlay->legend.text().contains(u"Nothing has changed"_s));
    m_model->setSnapshot(test::shared(chain(10)));
    QTRY_VERIFY_WITH_TIMEOUT(box(u"t9"_s) >= 0, generous);
    QCOMPARE(m_model->picture()->overlay->box(box(u"t9"_s)).tone, DiagramTone::Added);
    QVERIFY(!m_model->picture()->overlay->box(box(u"t8"_s)));
}

QTEST_GUILESS_MAIN(TestDiagramLens)

#include "tst_diagramlens.moc"
