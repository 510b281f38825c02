#include "models/diagram/diagrammodel.h"
#include "models/diagram/diagramtext.h"
#include "tests/models/diagram/diagramtables.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using State = DiagramModel::State;

namespace {

constexpr int generous = 60000;

const diagram::Declared relation{.from = {Kind::Table, u"public"_s, u"t0001"_s},
                                 .columns = {u"name"_s},
                                 .to = {Kind::Table, u"public"_s, u"t0000"_s},
                                 .toColumns = {u"name"_s}};

} // namespace

/// What is on a diagram beside its tables, and the undo of it.
class TestDiagramMarks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void groupsAreSteps();
    void notesAreSteps();
    void notesAreInEveryDetail();
    void relationsAreSteps();
    void aRelationIsDashed();
    void placesManyAsOneStep();
    void relationsAreInTheText();
    void staysWhenAPartWasLookedAt();
    void nothingElseIsDrawnAgain();
    void randomStepsGoBackAndForth();

private:
    const DiagramDecoration &decoration() const { return m_model->picture()->decoration; }
    DiagramPlacedNote note(const QString &id, const QString &text, QRectF rect = {0, -400, 200, 60})
    {
        return {.id = id, .text = text, .color = DiagramColor::Yellow, .rect = rect};
    }

    std::unique_ptr<DiagramModel> m_model;
};

void TestDiagramMarks::init()
{
    m_model = std::make_unique<DiagramModel>(test::diagramLook());
    m_model->setSnapshot(test::shared(test::family(12)));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::Shown, generous);
}

void TestDiagramMarks::groupsAreSteps()
{
    const DiagramGroup mark{DiagramColor::Pink, u"People"_s};
    m_model->mark({2, 5}, mark);
    QTRY_COMPARE_WITH_TIMEOUT(decoration().markOf(5), std::optional(mark), generous);
    QVERIFY(!decoration().markOf(3));
    QVERIFY(!decoration().islands.empty());
    QCOMPARE(m_model->groups(), std::vector<DiagramGroup>{mark});
    m_model->mark({5}, {});
    QTRY_VERIFY_WITH_TIMEOUT(!decoration().markOf(5), generous);
    m_model->mark({5}, {});
    m_model->undo();
    QTRY_COMPARE_WITH_TIMEOUT(decoration().markOf(5), std::optional(mark), generous);
    m_model->undo();
    QTRY_VERIFY_WITH_TIMEOUT(decoration().marks.empty(), generous);
    QVERIFY(!m_model->canUndo());
}

void TestDiagramMarks::notesAreSteps()
{
    m_model->putNote(note(u"a"_s, u"one"_s));
    QTRY_VERIFY_WITH_TIMEOUT(decoration().find(u"a"_s), generous);
    QVERIFY(m_model->picture()->bounds.contains(QRectF(0, -400, 200, 60)));
    m_model->putNote(note(u"a"_s, u"two"_s));
    QTRY_COMPARE_WITH_TIMEOUT(decoration().find(u"a"_s)->text, u"two"_s, generous);
    // Step by step with a key, which is taken back at once.
    for (int i = 1; i <= 3; ++i)
        m_model->putNote(note(u"a"_s, u"two"_s, {8.0 * i, -400, 200, 60}), true);
    QTRY_COMPARE_WITH_TIMEOUT(decoration().find(u"a"_s)->rect.left(), 24.0, generous);
    m_model->undo();
    QTRY_COMPARE_WITH_TIMEOUT(decoration().find(u"a"_s)->rect.left(), 0.0, generous);
    QCOMPARE(decoration().find(u"a"_s)->text, u"two"_s);
    m_model->removeNote(u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(decoration().notes.empty(), generous);
    for (const auto &text : {u"two"_s, u"one"_s}) {
        m_model->undo();
        QTRY_VERIFY_WITH_TIMEOUT(decoration().find(u"a"_s) && decoration().find(u"a"_s)->text == text,
                                 generous);
    }
    m_model->undo();
    QTRY_VERIFY_WITH_TIMEOUT(decoration().notes.empty(), generous);
    QVERIFY(!m_model->canUndo());
}

void TestDiagramMarks::notesAreInEveryDetail()
{
    m_model->putNote(note(u"a"_s, u"one"_s));
    QTRY_VERIFY_WITH_TIMEOUT(decoration().find(u"a"_s), generous);
    const auto there = decoration().find(u"a"_s)->rect;
    m_model->setDetail(DiagramDetail::Columns);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->content->detail, DiagramDetail::Columns, generous);
    const auto *placed = decoration().find(u"a"_s);
    QVERIFY(placed && placed->rect.size() == there.size());
    for (int box = 0; box < m_model->picture()->count(); ++box)
        QVERIFY(!m_model->picture()->rect(box).intersects(placed->rect));
    m_model->setDetail(DiagramDetail::Keys);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->content->detail, DiagramDetail::Keys, generous);
    QCOMPARE(decoration().find(u"a"_s)->rect, there);
}

void TestDiagramMarks::relationsAreSteps()
{
    QSignalSpy told(m_model.get(), &DiagramModel::relationsChanged);
    m_model->changeRelation({}, relation);
    QCOMPARE(told.size(), 1);
    auto other = relation;
    other.single = true;
    m_model->changeRelation(relation, other);
    QCOMPARE(m_model->relations(), std::vector<diagram::Declared>{other});
    m_model->changeRelation(other, {});
    QVERIFY(m_model->relations().empty());
    m_model->undo();
    QCOMPARE(m_model->relations(), std::vector<diagram::Declared>{other});
    m_model->undo();
    QCOMPARE(m_model->relations(), std::vector<diagram::Declared>{relation});
    m_model->undo();
    QVERIFY(m_model->relations().empty());
    m_model->redo();
    QCOMPARE(m_model->relations(), std::vector<diagram::Declared>{relation});
}

void TestDiagramMarks::aRelationIsDashed()
{
    const auto before = m_model->picture()->content->lines.size();
    m_model->changeRelation({}, relation);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->content->lines.size(), before + 1, generous);
    const auto &line = m_model->picture()->content->lines.back();
    QVERIFY(line.declared && line.optional && !line.single);
    QCOMPARE(line.name, u"name → name"_s);
    // Where only keys show, the line has a column to end at.
    QVERIFY(line.fromRow >= 0);
}

void TestDiagramMarks::placesManyAsOneStep()
{
    const auto before = m_model->picture()->positions;
    m_model->place({1, 3}, {{-4000, 0}, {-4000, 800}});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->rect(3).topLeft(), QPointF(-4000, 800), generous);
    QCOMPARE(m_model->picture()->rect(1).topLeft(), QPointF(-4000, 0));
    m_model->place({1}, {{-4000, 0}});
    m_model->undo();
    QTRY_VERIFY_WITH_TIMEOUT(m_model->picture()->positions == before, generous);
    QVERIFY(!m_model->canUndo());
}

void TestDiagramMarks::relationsAreInTheText()
{
    QVERIFY(!diagramText(m_model->task(), diagram::Language::Mermaid).contains(u"name → name"));
    m_model->changeRelation({}, relation);
    QVERIFY(diagramText(m_model->task(), diagram::Language::Mermaid).contains(u"name → name"));
}

/// What is marked in a neighbourhood is marked for good; notes are not shown there, and none is lost.
void TestDiagramMarks::staysWhenAPartWasLookedAt()
{
    m_model->putNote(note(u"a"_s, u"one"_s));
    QTRY_VERIFY_WITH_TIMEOUT(decoration().find(u"a"_s), generous);
    const auto before = m_model->history();
    m_model->setLens({.around = {m_model->picture()->box(0).id}});
    QTRY_VERIFY_WITH_TIMEOUT(m_model->picture()->count() < 12, generous);
    QVERIFY(decoration().notes.empty());
    QCOMPARE(m_model->history(), before);
    m_model->mark({0}, DiagramGroup{DiagramColor::Pink, u"Seen"_s});
    QTRY_VERIFY_WITH_TIMEOUT(decoration().markOf(0), generous);
    QCOMPARE(m_model->history().arrangement.marks.size(), 1);
    QCOMPARE(m_model->history().arrangement.places, before.arrangement.places);
    m_model->setLens({});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 12, generous);
    QVERIFY(decoration().markOf(0) && decoration().find(u"a"_s));
    m_model->undo();
    QTRY_VERIFY_WITH_TIMEOUT(!decoration().markOf(0), generous);
    QCOMPARE(m_model->history().arrangement, before.arrangement);
}

void TestDiagramMarks::nothingElseIsDrawnAgain()
{
    const auto before = m_model->picture();
    m_model->putNote(note(u"a"_s, u"one"_s));
    QTRY_VERIFY_WITH_TIMEOUT(decoration().find(u"a"_s), generous);
    const auto areas = differences(*before, *m_model->picture());
    QVERIFY(areas && areas->size() == 1);
    QCOMPARE(m_model->picture()->routes, before->routes);
    // The colour of a table is drawn in its box, too.
    const auto noted = m_model->picture();
    m_model->mark({4}, DiagramGroup{});
    QTRY_VERIFY_WITH_TIMEOUT(decoration().markOf(4), generous);
    const auto marked = differences(*noted, *m_model->picture());
    QVERIFY(marked && marked->size() == 3);
}

/// Whatever is done: back to the beginning and forth again leads to the same.
void TestDiagramMarks::randomStepsGoBackAndForth()
{
    std::mt19937 random(20261122);
    std::vector<DiagramHistory> states;
    std::vector<std::vector<diagram::Declared>> relations;
    const auto first = m_model->history().arrangement;
    while (states.size() < 60) {
        const auto steps = m_model->history().undo.size();
        const int box = static_cast<int>(random() % 10);
        const auto id = QString::number(random() % 4);
        auto other = relation;
        other.single = random() % 2;
        switch (random() % 6) {
        case 0: m_model->move({box}, {800.0 * (random() % 9), -8000.0}); break;
        case 1: m_model->mark({box}, DiagramGroup{diagramColors[random() % 6], id}); break;
        case 2: m_model->mark({box}, {}); break;
        case 3: m_model->putNote(note(id, QString::number(random()), {0, -9000, 200, 60})); break;
        case 4: m_model->removeNote(id); break;
        default:
            m_model->relations().empty() ? m_model->changeRelation({}, other)
                                         : m_model->changeRelation(m_model->relations().front(), {});
        }
        if (m_model->history().undo.size() == steps)
            continue;
        states.push_back(m_model->history());
        relations.push_back(m_model->relations());
    }
    for (std::size_t left = states.size() - 1; left-- > 0;) {
        m_model->undo();
        QCOMPARE(m_model->history().arrangement, states[left].arrangement);
        QCOMPARE(m_model->relations(), relations[left]);
    }
    m_model->undo();
    QVERIFY(!m_model->canUndo());
    QCOMPARE(m_model->history().arrangement, first);
    QVERIFY(m_model->relations().empty());
    for (std::size_t i = 0; i < states.size(); ++i) {
        m_model->redo();
        QCOMPARE(m_model->history().arrangement, states[i].arrangement);
        QCOMPARE(m_model->relations(), relations[i]);
    }
    QVERIFY(!m_model->canRedo());
}

QTEST_GUILESS_MAIN(TestDiagramMarks)

#include "tst_diagrammarks.moc"
