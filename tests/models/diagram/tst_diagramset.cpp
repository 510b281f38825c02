#include "models/diagram/diagrammodel.h"
#include "models/diagram/diagramset.h"
#include "tests/models/diagram/diagramtables.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using State = DiagramModel::State;

namespace {

constexpr int generous = 60000;

/// What a workspace keeps.
class Kept
{
public:
    void keep(DiagramSet &set)
    {
        for (const auto &[setting, value] : set.kept())
            m_values[setting] = value;
    }
    DiagramSet::Read read() const
    {
        return [this](const QString &setting) {
            const auto value = m_values.find(setting);
            return value == m_values.end() ? QByteArray() : value->second;
        };
    }
    std::map<QString, QByteArray> m_values;
};

DiagramArrangement only(const QString &table)
{
    return {.chosen = {{Kind::Table, u"public"_s, table}}};
}

const diagram::Declared relation{.from = {Kind::Table, u"public"_s, u"t0001"_s},
                                 .columns = {u"name"_s},
                                 .to = {Kind::Table, u"public"_s, u"t0000"_s},
                                 .toColumns = {u"name"_s}};

} // namespace

class TestDiagramSet : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void beginsWithOne();
    void whatWasKeptBeforeIsTheFirst();
    void eachHasItsOwn();
    void stepsStayWithTheirDiagram();
    void namesAreUnique();
    void aCopyIsAnother();
    void whatWasRemovedComesBack();
    void theLastOneStays();
    void nothingIsLostInBetween();
    void relationsAreShared();
    void replacesAll();

private:
    std::unique_ptr<DiagramModel> m_model;
    std::unique_ptr<DiagramSet> m_set;
};

void TestDiagramSet::init()
{
    m_set.reset();
    m_model = std::make_unique<DiagramModel>(test::diagramLook());
    m_set = std::make_unique<DiagramSet>(*m_model);
    m_model->setSnapshot(test::shared(test::family(8)));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::Shown, generous);
}

void TestDiagramSet::beginsWithOne()
{
    QCOMPARE(m_set->names(), QStringList{u"Diagram"_s});
    QCOMPARE(m_set->currentName(), u"Diagram"_s);
    m_set->load([](const QString &) { return QByteArray(); });
    QCOMPARE(m_set->names(), QStringList{u"Diagram"_s});
}

void TestDiagramSet::whatWasKeptBeforeIsTheFirst()
{
    DiagramArrangement before;
    before.hidden.insert({Kind::Table, u"public"_s, u"t0003"_s});
    Kept kept;
    kept.m_values[u"diagram"_s] = toJson(before);
    m_set->load(kept.read());
    QCOMPARE(m_set->names(), QStringList{u"Diagram"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 7, generous);
    // And it is kept where it was.
    m_model->hide({0});
    kept.keep(*m_set);
    QCOMPARE(arrangementFromJson(kept.m_values[u"diagram"_s]).hidden.size(), 2);
}

void TestDiagramSet::eachHasItsOwn()
{
    QSignalSpy switched(m_set.get(), &DiagramSet::switched);
    m_set->add(u"Few"_s, only(u"t0002"_s));
    QCOMPARE(switched.size(), 1);
    QCOMPARE(m_set->currentName(), u"Few"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 1, generous);
    m_model->mark({0}, DiagramGroup{DiagramColor::Teal, u"Mine"_s});
    Kept kept;
    kept.keep(*m_set);
    m_set->choose(u"Diagram"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 8, generous);
    QVERIFY(m_model->groups().empty());
    m_model->hide({1});
    kept.keep(*m_set);

    DiagramModel model(test::diagramLook());
    DiagramSet set(model);
    set.load(kept.read());
    QCOMPARE(set.names(), (QStringList{u"Diagram"_s, u"Few"_s}));
    QCOMPARE(set.currentName(), u"Diagram"_s);
    QCOMPARE(set.all(), m_set->all());
    set.choose(u"Few"_s);
    QCOMPARE(model.groups(), (std::vector<DiagramGroup>{{DiagramColor::Teal, u"Mine"_s}}));
}

void TestDiagramSet::stepsStayWithTheirDiagram()
{
    m_model->hide({1});
    m_set->add(u"Other"_s);
    QVERIFY(!m_model->canUndo());
    m_set->choose(u"Diagram"_s);
    QVERIFY(m_model->canUndo());
    m_model->undo();
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 8, generous);
    QVERIFY(m_model->canRedo());
}

void TestDiagramSet::namesAreUnique()
{
    QVERIFY(!m_set->refusal({}).isEmpty());
    QVERIFY(!m_set->refusal(u"  "_s).isEmpty());
    QVERIFY(!m_set->refusal(u"Diagram"_s).isEmpty());
    QVERIFY(!m_set->refusal(u" Diagram "_s).isEmpty());
    QVERIFY(m_set->refusal(u"Diagram"_s, u"Diagram"_s).isEmpty());
    m_set->add(u"Diagram"_s);
    QCOMPARE(m_set->names().size(), 1);
    QCOMPARE(m_set->freeName(u"Diagram"_s), u"Diagram 2"_s);
    const auto any = u"🦀 \"x\" \\ & <b>数据</b> %1"_s;
    m_set->add(any);
    QCOMPARE(m_set->currentName(), any);
    m_set->rename(u"Diagram"_s);
    QCOMPARE(m_set->currentName(), any);
    m_set->rename(u"A"_s);
    QCOMPARE(m_set->names(), (QStringList{u"A"_s, u"Diagram"_s}));
    QCOMPARE(m_set->currentName(), u"A"_s);
}

void TestDiagramSet::aCopyIsAnother()
{
    m_model->hide({1});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 7, generous);
    m_set->duplicate(u"Copy"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 7, generous);
    m_model->showHidden();
    m_set->choose(u"Diagram"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 7, generous);
}

void TestDiagramSet::whatWasRemovedComesBack()
{
    m_set->add(u"Few"_s, only(u"t0002"_s));
    m_model->mark({0}, DiagramGroup{});
    Kept kept;
    kept.keep(*m_set);
    const auto before = m_set->all();
    m_set->remove();
    QCOMPARE(m_set->currentName(), u"Diagram"_s);
    kept.keep(*m_set);
    DiagramModel model(test::diagramLook());
    DiagramSet set(model);
    set.load(kept.read());
    QCOMPARE(set.names(), QStringList{u"Diagram"_s});
    QVERIFY(m_set->canRestore());
    m_set->restore();
    QCOMPARE(m_set->currentName(), u"Few"_s);
    QCOMPARE(m_set->all(), before);
    kept.keep(*m_set);
    set.load(kept.read());
    QCOMPARE(set.all(), before);
    // Its steps are there, too.
    QVERIFY(m_model->canUndo());
}

void TestDiagramSet::theLastOneStays()
{
    m_set->remove();
    QCOMPARE(m_set->names(), QStringList{u"Diagram"_s});
    QVERIFY(!m_set->canRestore());
}

/// Whatever comes after a setting was written may never come.
void TestDiagramSet::nothingIsLostInBetween()
{
    Kept kept;
    kept.keep(*m_set);
    m_set->add(u"Few"_s, only(u"t0002"_s));
    m_model->mark({0}, DiagramGroup{});
    m_set->add(u"More"_s, only(u"t0003"_s));
    const auto whole = m_set->all();
    const auto settings = m_set->kept();
    for (std::size_t written = 0; written <= settings.size(); ++written) {
        auto some = kept;
        for (std::size_t i = 0; i < written; ++i)
            some.m_values[settings[i].first] = settings[i].second;
        DiagramModel model(test::diagramLook());
        DiagramSet set(model);
        set.load(some.read());
        // A diagram that is listed has all that was made in it.
        for (const auto &diagram : set.all().diagrams)
            QVERIFY(std::find(whole.diagrams.begin(), whole.diagrams.end(), diagram) != whole.diagrams.end());
    }
}

void TestDiagramSet::relationsAreShared()
{
    m_model->changeRelation({}, relation);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->content->lines.size(), 8U, generous);
    m_set->add(u"Other"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->content->lines.size(), 8U, generous);
    auto second = relation;
    second.toColumns = {u"id"_s};
    m_model->changeRelation({}, second);
    QCOMPARE(m_model->relations().size(), 2U);
    // Taking back what was done in one diagram leaves alone what was done in another.
    m_set->choose(u"Diagram"_s);
    m_model->undo();
    QCOMPARE(m_model->relations(), std::vector<diagram::Declared>{second});
    m_model->redo();
    QCOMPARE(m_model->relations().size(), 2U);
    Kept kept;
    kept.keep(*m_set);
    DiagramModel model(test::diagramLook());
    DiagramSet set(model);
    set.load(kept.read());
    QCOMPARE(model.relations(), m_model->relations());
}

void TestDiagramSet::replacesAll()
{
    m_set->add(u"Gone"_s);
    Kept kept;
    kept.keep(*m_set);
    const Diagrams other{.diagrams = {{u"Diagram"_s, only(u"t0001"_s)}, {u"New"_s, only(u"t0004"_s)}},
                         .relations = {relation}};
    const auto before = m_set->all();
    m_set->replace(other);
    QCOMPARE(m_set->all(), other);
    QCOMPARE(m_set->currentName(), u"Diagram"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->picture()->count(), 1, generous);
    kept.keep(*m_set);
    DiagramModel model(test::diagramLook());
    DiagramSet set(model);
    set.load(kept.read());
    QCOMPARE(set.names(), (QStringList{u"Diagram"_s, u"New"_s}));
    m_set->replace(before);
    QCOMPARE(m_set->names(), (QStringList{u"Diagram"_s, u"Gone"_s}));
}

QTEST_GUILESS_MAIN(TestDiagramSet)

#include "tst_diagramset.moc"
