#include "models/diagram/aligning.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array all{Alignment::Left,   Alignment::Center, Alignment::Right,  Alignment::Top,
                         Alignment::Middle, Alignment::Bottom, Alignment::Across, Alignment::Down};

std::vector<QRectF> moved(std::vector<QRectF> boxes, const std::vector<QPointF> &corners)
{
    for (std::size_t i = 0; i < boxes.size(); ++i)
        boxes[i].moveTopLeft(corners[i]);
    return boxes;
}

int overlaps(const std::vector<QRectF> &boxes)
{
    int count = 0;
    for (std::size_t one = 0; one < boxes.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other)
            count += boxes[one].intersects(boxes[other]) ? 1 : 0;
    }
    return count;
}

/// Boxes that lie on none of those before them.
std::vector<QRectF> scattered(std::mt19937 &random, std::size_t count)
{
    std::vector<QRectF> boxes;
    while (boxes.size() < count) {
        const auto any = [&](unsigned most) { return static_cast<double>(random() % most) * 8; };
        const QRectF box(any(120), any(80), 112 + any(20), 32 + any(20));
        if (std::none_of(boxes.begin(), boxes.end(), [&](const auto &each) { return each.intersects(box); }))
            boxes.push_back(box);
    }
    return boxes;
}

} // namespace

class TestAligning : public QObject
{
    Q_OBJECT

private slots:
    void putsInLine_data();
    void putsInLine();
    void spreadsEvenly();
    void movesApartWhatWouldMeet();
    void passesWhatIsInTheWay();
    void laysNothingOnAnything();
    void snapsToSides();
    void snapsToTheGrid();
};

void TestAligning::putsInLine_data()
{
    QTest::addColumn<Alignment>("alignment");
    QTest::addColumn<QList<QPointF>>("corners");
    QTest::newRow("left") << Alignment::Left << QList<QPointF>{{0, 0}, {0, 200}};
    QTest::newRow("center") << Alignment::Center << QList<QPointF>{{150, 0}, {100, 200}};
    QTest::newRow("right") << Alignment::Right << QList<QPointF>{{300, 0}, {200, 200}};
    QTest::newRow("top") << Alignment::Top << QList<QPointF>{{0, 0}, {200, 0}};
    QTest::newRow("middle") << Alignment::Middle << QList<QPointF>{{0, 105}, {200, 100}};
    QTest::newRow("bottom") << Alignment::Bottom << QList<QPointF>{{0, 210}, {200, 200}};
}

void TestAligning::putsInLine()
{
    QFETCH(Alignment, alignment);
    QFETCH(QList<QPointF>, corners);
    const std::vector<QRectF> boxes{{0, 0, 100, 50}, {200, 200, 200, 60}};
    const auto now = aligned(boxes, {}, alignment);
    QCOMPARE(QList<QPointF>(now.begin(), now.end()), corners);
}

void TestAligning::spreadsEvenly()
{
    const std::vector<QRectF> boxes{{500, 0, 100, 50}, {0, 300, 100, 50}, {110, 600, 100, 50}};
    const auto across = moved(boxes, aligned(boxes, {}, Alignment::Across));
    QCOMPARE(across[1].left(), 0.0);
    QCOMPARE(across[2].left(), 250.0);
    QCOMPARE(across[0].left(), 500.0);
    QCOMPARE(across[2].top(), 600.0);
    const auto down = moved(boxes, aligned(boxes, {}, Alignment::Down));
    QCOMPARE(down[1].top(), 300.0);
    QCOMPARE(down[0].left(), 500.0);
}

void TestAligning::movesApartWhatWouldMeet()
{
    // Side by side: in one column they must follow each other.
    const std::vector<QRectF> boxes{{0, 0, 100, 50}, {120, 8, 100, 50}, {240, 16, 100, 50}};
    const auto now = moved(boxes, aligned(boxes, {}, Alignment::Left));
    for (const auto &box : now)
        QCOMPARE(box.left(), 0.0);
    QCOMPARE(overlaps(now), 0);
    QVERIFY(now[0].top() < now[1].top() && now[1].top() < now[2].top());
}

void TestAligning::passesWhatIsInTheWay()
{
    const std::vector<QRectF> boxes{{0, 0, 100, 50}, {300, 100, 100, 50}};
    const QRectF other(0, 90, 100, 80);
    const auto now = moved(boxes, aligned(boxes, {other}, Alignment::Left));
    QCOMPARE(now[1].left(), 0.0);
    QVERIFY(!now[1].intersects(other));
    QVERIFY(now[1].top() > other.bottom());
}

void TestAligning::laysNothingOnAnything()
{
    std::mt19937 random(20261122);
    for (int round = 0; round < 200; ++round) {
        auto boxes = scattered(random, 24);
        const auto chosen = 2 + static_cast<long>(random() % 10);
        const std::vector<QRectF> others(boxes.begin() + chosen, boxes.end());
        boxes.resize(static_cast<std::size_t>(chosen));
        for (const auto alignment : all) {
            auto now = moved(boxes, aligned(boxes, others, alignment));
            now.insert(now.end(), others.begin(), others.end());
            QCOMPARE(overlaps(now), 0);
            for (const auto &box : now)
                QCOMPARE(box.topLeft(), box.topLeft().toPoint().toPointF());
        }
    }
}

void TestAligning::snapsToSides()
{
    const QRectF held(3, 5, 100, 50);
    const std::vector<QRectF> others{{203, 400, 80, 30}};
    const auto left = snapped(held, {197, 100}, others, 6);
    QCOMPARE(left.by.x(), 200.0);
    QCOMPARE(left.guides, (std::vector<QLineF>{{203, left.by.y() + 5, 203, 430}}));
    // The right sides, of which there is a nearer one.
    const auto right = snapped(held, {181, 100}, others, 6);
    QCOMPARE(right.by.x(), 180.0);
    const auto top = snapped(held, {0, 393}, others, 6);
    QCOMPARE(top.by.y(), 395.0);
    QCOMPARE(top.guides.size(), 1U);
    QCOMPARE(top.guides.front().y1(), 400.0);
    QCOMPARE(top.guides.front().y2(), 400.0);
}

void TestAligning::snapsToTheGrid()
{
    const auto snap = snapped({3, 5, 100, 50}, {50, 60}, {{203, 400, 80, 30}}, 6);
    QCOMPARE(snap.by, QPointF(53, 59));
    QVERIFY(snap.guides.empty());
}

QTEST_APPLESS_MAIN(TestAligning)

#include "tst_aligning.moc"
