#include "models/diagram/diagramdecoration.h"
#include "models/diagram/diagramnotes.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

const DiagramGroup blue{DiagramColor::Blue, u"Billing"_s};

ObjectId id(const QString &name)
{
    return {Kind::Table, u"public"_s, name};
}

} // namespace

class TestDiagramDecoration : public QObject
{
    Q_OBJECT

private slots:
    void neighboursShareAnIsland();
    void whatLiesBetweenSeparates();
    void farOnesHaveIslandsOfTheirOwn();
    void groupsAreToldApart();
    void saysWhatLooksOtherwise();
    void notesStayWhereTheyAre();
    void notesFollowTheirTable();
    void notesLieOnNoTable();
};

void TestDiagramDecoration::neighboursShareAnIsland()
{
    const auto islands =
        islandsOf({blue, blue, blue}, {{0, 0, 100, 50}, {200, 10, 100, 50}, {0, 90, 100, 50}});
    QCOMPARE(islands.size(), 1U);
    // Three tables, and what lies between the first and each other one.
    QCOMPARE(islands.front().ground.size(), 5U);
    QCOMPARE(islands.front().mark, blue);
    QVERIFY(islands.front().name.bottom() <= 0);
    QCOMPARE(islands.front().name.width(), 128.0);
}

void TestDiagramDecoration::whatLiesBetweenSeparates()
{
    const auto islands =
        islandsOf({blue, blue, std::nullopt}, {{0, 0, 100, 50}, {250, 0, 100, 50}, {120, 20, 60, 50}});
    QCOMPARE(islands.size(), 2U);
}

void TestDiagramDecoration::farOnesHaveIslandsOfTheirOwn()
{
    QCOMPARE(islandsOf({blue, blue}, {{0, 0, 100, 50}, {1000, 0, 100, 50}}).size(), 2U);
    QCOMPARE(islandsOf({blue, blue}, {{0, 0, 100, 50}, {120, 70, 100, 50}}).size(), 2U);
}

void TestDiagramDecoration::groupsAreToldApart()
{
    auto other = blue;
    other.group = u"Shipping"_s;
    QCOMPARE(islandsOf({blue, other}, {{0, 0, 100, 50}, {120, 0, 100, 50}}).size(), 2U);
    QVERIFY(islandsOf({}, {}).empty());
}

void TestDiagramDecoration::saysWhatLooksOtherwise()
{
    DiagramDecoration before;
    before.notes = {{u"a"_s, u"one"_s, {}, {0, 0, 100, 50}}, {u"b"_s, u"two"_s, {}, {500, 0, 100, 50}}};
    before.islands = islandsOf({blue}, {{0, 500, 100, 50}});
    auto now = before;
    QVERIFY(differences(before, now).empty());
    now.notes[1].text = u"three"_s;
    auto areas = differences(before, now);
    QCOMPARE(areas.size(), 2U);
    for (const auto &area : areas)
        QVERIFY(area.contains(before.notes[1].rect) && !area.intersects(before.notes[0].rect));
    now = before;
    now.islands = islandsOf({blue}, {{8, 500, 100, 50}});
    QCOMPARE(differences(before, now).size(), 2U);
    // The one in front of others counts.
    now.notes[1].rect = now.notes[0].rect;
    QCOMPARE(now.noteAt({10, 10})->id, u"b"_s);
    QVERIFY(!now.noteAt({1000, 10}));
}

void TestDiagramDecoration::notesStayWhereTheyAre()
{
    DiagramNote note{.id = u"a"_s};
    note.place(DiagramDetail::Keys) = {100, 100, 200, 60};
    const std::vector<DiagramNote> notes{note};
    QCOMPARE(placedNotes(notes, DiagramDetail::Keys, {}, {{id(u"t"_s), {90, 90, 100, 100}}}, false), notes);
}

void TestDiagramDecoration::notesFollowTheirTable()
{
    DiagramNote note{.id = u"a"_s};
    note.place(DiagramDetail::Keys) = {0, 120, 200, 60};
    std::array<DiagramPlaces, 3> before;
    before[1] = {{id(u"near"_s), {0, 0, 100, 100}}, {id(u"far"_s), {2000, 0, 100, 100}}};
    // Taller there, and elsewhere: it lies as far below it.
    const DiagramPlaces now{{id(u"near"_s), {1000, 0, 100, 300}}, {id(u"far"_s), {0, 0, 100, 100}}};
    const auto notes = placedNotes({note}, DiagramDetail::Columns, before, now, false);
    QCOMPARE(notes.front().place(DiagramDetail::Columns), QRectF(1000, 320, 200, 60));
    QCOMPARE(notes.front().place(DiagramDetail::Keys), QRectF(0, 120, 200, 60));
    // The same when all was placed anew.
    const auto anew = placedNotes({note}, DiagramDetail::Keys, before, now, true);
    QCOMPARE(anew.front().place(DiagramDetail::Keys), QRectF(1000, 320, 200, 60));
}

void TestDiagramDecoration::notesLieOnNoTable()
{
    DiagramNote note{.id = u"a"_s};
    note.place(DiagramDetail::Keys) = {0, 120, 200, 60};
    auto second = note;
    second.id = u"b"_s;
    std::array<DiagramPlaces, 3> before;
    before[1] = {{id(u"near"_s), {0, 0, 100, 100}}};
    const DiagramPlaces now{{id(u"near"_s), {0, 0, 100, 100}}, {id(u"other"_s), {40, 110, 100, 100}}};
    const auto notes = placedNotes({note, second}, DiagramDetail::Names, before, now, false);
    for (const auto &each : notes) {
        for (const auto &table : now)
            QVERIFY(!each.place(DiagramDetail::Names).intersects(table));
    }
    QVERIFY(!notes[0].place(DiagramDetail::Names).intersects(notes[1].place(DiagramDetail::Names)));
}

QTEST_APPLESS_MAIN(TestDiagramDecoration)

#include "tst_diagramdecoration.moc"
