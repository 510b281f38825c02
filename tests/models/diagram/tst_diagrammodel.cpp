#include "models/diagram/diagrammodel.h"
#include "tests/models/diagram/diagramtables.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using State = DiagramModel::State;

namespace {

constexpr int generous = 60000;

std::map<ObjectId, QPointF> placesIn(const DiagramPicture &picture)
{
    std::map<ObjectId, QPointF> places;
    for (int box = 0; box < picture.count(); ++box)
        places.emplace(picture.box(box).id, picture.rect(box).topLeft());
    return places;
}

/// Pairs of boxes that lie on each other.
int overlaps(const DiagramPicture &picture)
{
    int count = 0;
    for (int one = 0; one < picture.count(); ++one) {
        for (int other = 0; other < one; ++other)
            count += picture.rect(one).intersects(picture.rect(other)) ? 1 : 0;
    }
    return count;
}

/// One thing about the schema becomes another; the tables that this is about.
class RandomChange
{
public:
    explicit RandomChange(unsigned seed)
        : m_random(seed)
    {
    }

    QSet<ObjectId> apply(catalog::Snapshot &snapshot)
    {
        auto &tables = snapshot.tables;
        const auto any = [&] { return static_cast<std::size_t>(m_random() % tables.size()); };
        switch (m_random() % 5) {
        case 0: {
            auto made = test::keyed(u"x%1"_s.arg(m_made++, 4, 10, QChar(u'0')));
            test::refer(made, tables[any()]);
            tables.push_back(made);
            return {catalog::idOf(made)};
        }
        case 1: {
            const auto gone = tables[any()];
            std::erase_if(tables, [&](const auto &each) { return each.name == gone.name; });
            QSet<ObjectId> touched{catalog::idOf(gone)};
            for (auto &each : tables) {
                const auto dropped = std::erase_if(each.constraints, [&](const auto &constraint) {
                    return constraint.referencedTable.name == gone.name;
                });
                if (dropped > 0)
                    touched.insert(catalog::idOf(each));
            }
            return touched;
        }
        case 2: {
            auto &grown = tables[any()];
            grown.columns.push_back({.name = u"column_%1"_s.arg(m_made++), .type = u"timestamptz"_s});
            return {catalog::idOf(grown)};
        }
        case 3: {
            auto &from = tables[any()];
            test::refer(from, tables[any()]);
            return {catalog::idOf(from)};
        }
        default: {
            auto &small = tables[any()];
            if (small.columns.back().name.startsWith(u"column_"))
                small.columns.pop_back();
            return {catalog::idOf(small)};
        }
        }
    }

private:
    std::mt19937 m_random;
    int m_made = 0;
};

} // namespace

class TestDiagramModel : public QObject
{
    Q_OBJECT

private slots:
    void laysOut();
    void nothingUntouchedMoves();
    void movesAndTheirUndo();
    void stepsByKeyAreOne();
    void aNewArrangementIsUndone();
    void hidesAndShows();
    void filtersBySchema();
    void eachDetailHasItsPlaces();
    void comesBackAsItWas();
    void theNewestSchemaWins();
    void anArrangementIsStopped();
    void previewsChangeNothing();
    void saysWhyThereIsNothing();
    void findsByName();
};

void TestDiagramModel::laysOut()
{
    DiagramModel model(test::diagramLook());
    QCOMPARE(model.state(), State::Waiting);
    model.setSnapshot(test::shared(test::family(30)));
    QCOMPARE(model.state(), State::LayingOut);
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    QCOMPARE(model.picture()->count(), 30);
    QCOMPARE(model.picture()->routes.size(), 29U);
    QCOMPARE(overlaps(*model.picture()), 0);
    QVERIFY(!model.canUndo());
}

void TestDiagramModel::nothingUntouchedMoves()
{
    auto snapshot = test::family(40);
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(snapshot));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    model.setDetail(DiagramDetail::Columns);
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->content->detail, DiagramDetail::Columns, generous);
    // By hand, where no layout would put them.
    QSignalSpy changed(&model, &DiagramModel::changed);
    for (const int box : {3, 17, 29})
        model.move({box}, {4000.0 + box * 400, 8.0 * box});
    QTRY_VERIFY_WITH_TIMEOUT(model.picture()->rect(29).left() > 4000 + 29 * 400 - 1, generous);

    RandomChange change(20261121);
    for (int round = 0; round < 100; ++round) {
        const auto before = placesIn(*model.picture());
        const auto touched = change.apply(snapshot);
        changed.clear();
        model.setSnapshot(test::shared(snapshot));
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), generous);
        const auto now = placesIn(*model.picture());
        QCOMPARE(now.size(), snapshot.tables.size());
        for (const auto &[id, place] : now) {
            const auto known = before.find(id);
            if (known != before.end() && !touched.contains(id))
                QVERIFY2(known->second == place, qPrintable(u"%1 in round %2"_s.arg(id.name).arg(round)));
        }
        QCOMPARE(overlaps(*model.picture()), 0);
    }
}

void TestDiagramModel::movesAndTheirUndo()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(20)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    const auto before = placesIn(*model.picture());
    const auto first = model.picture()->rect(7).topLeft();
    model.move({7}, {0, -3000});
    QVERIFY(model.canUndo());
    const QPointF there = first + QPointF(0, -3000);
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->rect(7).topLeft(), there, generous);
    // Its lines came along.
    for (const int line : model.picture()->linesOf({7})) {
        const auto &route = model.picture()->routes[static_cast<std::size_t>(line)];
        const auto &ends = model.picture()->content->lines[static_cast<std::size_t>(line)];
        const auto own = ends.from == 7 ? route.points.front() : route.points.back();
        QVERIFY(model.picture()->rect(7).adjusted(-1, -1, 1, 1).contains(own));
    }
    model.undo();
    QTRY_VERIFY_WITH_TIMEOUT(placesIn(*model.picture()) == before, generous);
    QVERIFY(!model.canUndo());
    model.redo();
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->rect(7).topLeft(), there, generous);
}

void TestDiagramModel::stepsByKeyAreOne()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(10)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    const auto first = model.picture()->rect(4).topLeft();
    for (int i = 0; i < 5; ++i)
        model.move({4}, {8, 0}, true);
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->rect(4).topLeft(), first + QPointF(40, 0), generous);
    model.move({5}, {8, 0}, true);
    model.undo();
    model.undo();
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->rect(4).topLeft(), first, generous);
    QVERIFY(!model.canUndo());
}

void TestDiagramModel::aNewArrangementIsUndone()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(20)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    const auto arranged = placesIn(*model.picture());
    model.move({2}, {5000, 5000});
    QTRY_VERIFY_WITH_TIMEOUT(placesIn(*model.picture()) != arranged, generous);
    const auto byHand = placesIn(*model.picture());
    model.arrangeAnew();
    QVERIFY(model.isArranging());
    QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), generous);
    QVERIFY(placesIn(*model.picture()) == arranged);
    model.undo();
    QTRY_VERIFY_WITH_TIMEOUT(placesIn(*model.picture()) == byHand, generous);
}

void TestDiagramModel::hidesAndShows()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(12)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    const auto before = placesIn(*model.picture());
    model.hide({3, 4});
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 10, generous);
    QCOMPARE(model.hiddenCount(), 2);
    for (const auto &[id, place] : placesIn(*model.picture()))
        QCOMPARE(place, before.at(id));
    model.undo();
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 12, generous);
    QVERIFY(placesIn(*model.picture()) == before);
    model.redo();
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 10, generous);
    model.showHidden();
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 12, generous);
    QVERIFY(placesIn(*model.picture()) == before);
}

void TestDiagramModel::filtersBySchema()
{
    auto snapshot = test::family(4);
    snapshot.tables.push_back(test::keyed(u"log"_s, u"audit"_s));
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(snapshot));
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 5, generous);
    QCOMPARE(model.schemas(), (QStringList{u"audit"_s, u"public"_s}));
    model.setChosenSchemas({u"audit"_s});
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 1, generous);
    QCOMPARE(model.picture()->box(0).id.name, u"log"_s);
    QCOMPARE(model.hiddenCount(), 0);
    // A schema that is gone does not leave an empty picture.
    model.setChosenSchemas({u"gone"_s});
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 5, generous);
}

void TestDiagramModel::eachDetailHasItsPlaces()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(8)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    model.move({0}, {0, 2000});
    QTRY_VERIFY_WITH_TIMEOUT(model.picture()->rect(0).top() >= 1900, generous);
    const auto keys = placesIn(*model.picture());
    model.setDetail(DiagramDetail::Columns);
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->content->detail, DiagramDetail::Columns, generous);
    QCOMPARE(overlaps(*model.picture()), 0);
    model.setDetail(DiagramDetail::Keys);
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->content->detail, DiagramDetail::Keys, generous);
    QVERIFY(placesIn(*model.picture()) == keys);
}

void TestDiagramModel::comesBackAsItWas()
{
    const auto snapshot = test::shared(test::family(15));
    DiagramModel model(test::diagramLook());
    QSignalSpy edited(&model, &DiagramModel::edited);
    model.setSnapshot(snapshot);
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    QVERIFY(!edited.isEmpty());
    model.move({1, 2}, {800, -1600});
    model.hide({5});
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 14, generous);
    const auto kept = model.kept();

    DiagramModel other(test::diagramLook());
    other.restore(kept);
    other.setSnapshot(snapshot);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), State::Shown, generous);
    QVERIFY(placesIn(*other.picture()) == placesIn(*model.picture()));
    QCOMPARE(other.hiddenCount(), 1);
    QCOMPARE(other.kept(), kept);

    // What is no arrangement is as none.
    DiagramModel third(test::diagramLook());
    third.restore("{\"places\": [3], \"hidden\": {}, \"detail\": 7");
    third.setSnapshot(snapshot);
    QTRY_COMPARE_WITH_TIMEOUT(third.picture()->count(), 15, generous);
}

void TestDiagramModel::theNewestSchemaWins()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(300)));
    model.setSnapshot(test::shared(test::family(5)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    QCOMPARE(model.picture()->count(), 5);
}

void TestDiagramModel::anArrangementIsStopped()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(20)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    model.move({2}, {5000, 5000});
    QTRY_VERIFY_WITH_TIMEOUT(model.picture()->rect(2).left() >= 5000, generous);
    const auto byHand = placesIn(*model.picture());
    QSignalSpy changed(&model, &DiagramModel::changed);
    model.arrangeAnew();
    model.stop();
    QVERIFY(!model.isArranging());
    changed.clear();
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), generous);
    QVERIFY(placesIn(*model.picture()) == byHand);
}

void TestDiagramModel::previewsChangeNothing()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(test::family(12)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    const auto picture = model.picture();
    DiagramPicturePtr seen;
    connect(&model, &DiagramModel::previewed, this, [&](const DiagramPicturePtr &shown) { seen = shown; });
    for (int i = 1; i <= 20; ++i)
        model.preview({6}, {i * 8.0, 0});
    const auto there = picture->rect(6).topLeft() + QPointF(160, 0);
    // The newest comes, whichever of the others did.
    QTRY_VERIFY_WITH_TIMEOUT(seen && seen->rect(6).topLeft() == there, generous);
    QCOMPARE(model.picture(), picture);
    QVERIFY(!model.canUndo());
}

void TestDiagramModel::saysWhyThereIsNothing()
{
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared({}));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::NoTables, generous);
    model.setSnapshot(test::shared(test::family(1)));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Shown, generous);
    model.hide({0});
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::AllHidden, generous);
}

void TestDiagramModel::findsByName()
{
    auto snapshot = test::family(3);
    snapshot.tables.push_back(test::keyed(u"training_plans"_s));
    snapshot.tables.push_back(test::keyed(u"trap"_s));
    DiagramModel model(test::diagramLook());
    model.setSnapshot(test::shared(snapshot));
    QTRY_COMPARE_WITH_TIMEOUT(model.picture()->count(), 5, generous);
    const auto found = model.find(u"tp"_s);
    QVERIFY(!found.empty());
    QCOMPARE(model.picture()->box(found.front()).id.name, u"training_plans"_s);
    QVERIFY(model.find(u"nothing like it"_s).empty());
    QVERIFY(model.find({}).empty());
}

QTEST_GUILESS_MAIN(TestDiagramModel)

#include "tst_diagrammodel.moc"
