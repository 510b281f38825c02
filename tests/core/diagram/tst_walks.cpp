#include "core/diagram/walks.h"

#include <QTest>

#include <numeric>

using namespace squall;
using namespace squall::diagram;

namespace {

/// Entities by number, references as pairs of them.
Diagram diagramOf(int entities, const std::vector<std::pair<int, int>> &references)
{
    Diagram diagram;
    for (int i = 0; i < entities; ++i)
        diagram.entities.push_back({.id = {Kind::Table, QStringLiteral("public"), QString::number(i)}});
    for (const auto &[from, to] : references)
        diagram.references.push_back({.name = {}, .from = from, .to = to});
    return diagram;
}

using Numbers = std::vector<int>;

} // namespace

class TestWalks : public QObject
{
    Q_OBJECT

private slots:
    void neighbours();
    void ways();
    void circles();
    void aLongCircle();
};

void TestWalks::neighbours()
{
    // 0 → 1 → 2 → 3, and 4 → 1
    const auto diagram = diagramOf(6, {{0, 1}, {1, 2}, {2, 3}, {4, 1}, {1, 1}});
    QCOMPARE(neighbourhood(diagram, 1, 0), Numbers{1});
    QCOMPARE(neighbourhood(diagram, 1, 1), (Numbers{0, 1, 2, 4}));
    QCOMPARE(neighbourhood(diagram, 3, 2), (Numbers{1, 2, 3}));
    QCOMPARE(neighbourhood(diagram, 0, 100), (Numbers{0, 1, 2, 3, 4}));
    QCOMPARE(neighbourhood(diagram, 5, 100), Numbers{5});
}

void TestWalks::ways()
{
    // A long way round, and a short one that has to be walked backwards.
    const auto diagram = diagramOf(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}, {0, 4}});
    QCOMPARE(wayBetween(diagram, 0, 3), (Numbers{4, 3}));
    QCOMPARE(wayBetween(diagram, 3, 0), (Numbers{3, 4}));
    QCOMPARE(wayBetween(diagram, 1, 2), Numbers{1});
    QVERIFY(wayBetween(diagram, 2, 2).empty());
    QVERIFY(wayBetween(diagram, 0, 5).empty());
}

void TestWalks::circles()
{
    const auto diagram =
        diagramOf(9, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 4}, {4, 2}, {5, 5}, {6, 7}, {7, 8}, {6, 8}});
    const auto found = cycles(diagram);
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0], (Numbers{2, 3, 4}));
    QCOMPARE(found[1], (Numbers{0, 1}));
    QVERIFY(cycles({}).empty());
}

void TestWalks::aLongCircle()
{
    constexpr int length = 100'000;
    std::vector<std::pair<int, int>> references;
    references.reserve(length);
    for (int i = 0; i < length; ++i)
        references.emplace_back(i, (i + 1) % length);
    const auto found = cycles(diagramOf(length, references));
    QCOMPARE(found.size(), size_t(1));
    Numbers all(length);
    std::iota(all.begin(), all.end(), 0);
    QCOMPARE(found.front(), all);
}

QTEST_GUILESS_MAIN(TestWalks)
#include "tst_walks.moc"
