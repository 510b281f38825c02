#include "ui/diagram/crowsfoot.h"

#include <QTest>

using namespace squall;
using namespace squall::ui;

class TestCrowsFoot : public QObject
{
    Q_OBJECT

private slots:
    void fourFeetAreFour();
    void standsOutsideTheBox_data();
    void standsOutsideTheBox();
    void coursesKeepTheirEnds();
};

namespace {

struct Drawn
{
    QPainterPath strokes;
    QPainterPath circles;
};

Drawn drawn(const Foot &foot, layout::Side side = layout::Side::Right)
{
    Drawn drawn;
    addFoot(foot, {100, 50}, side, drawn.strokes, drawn.circles);
    return drawn;
}

} // namespace

void TestCrowsFoot::fourFeetAreFour()
{
    const Foot feet[] = {{false, false}, {false, true}, {true, false}, {true, true}};
    for (const auto &one : feet) {
        QCOMPARE(drawn(one).circles.isEmpty(), !one.optional);
        for (const auto &other : feet) {
            if (one.many == other.many && one.optional == other.optional)
                continue;
            QVERIFY(drawn(one).strokes != drawn(other).strokes || drawn(one).circles != drawn(other).circles);
        }
    }
}

void TestCrowsFoot::standsOutsideTheBox_data()
{
    QTest::addColumn<layout::Side>("side");
    QTest::addColumn<QRectF>("room");
    constexpr double stub = 20;
    QTest::newRow("right") << layout::Side::Right << QRectF(100, 40, stub, 20);
    QTest::newRow("left") << layout::Side::Left << QRectF(100 - stub, 40, stub, 20);
    QTest::newRow("top") << layout::Side::Top << QRectF(90, 50 - stub, 20, stub);
    QTest::newRow("bottom") << layout::Side::Bottom << QRectF(90, 50, 20, stub);
}

/// And within the piece that lines run straight.
void TestCrowsFoot::standsOutsideTheBox()
{
    QFETCH(const layout::Side, side);
    QFETCH(const QRectF, room);
    for (const bool many : {false, true}) {
        for (const bool optional : {false, true}) {
            const auto foot = drawn({many, optional}, side);
            QCOMPARE(room.united(foot.strokes.boundingRect()), room);
            QCOMPARE(room.united(foot.circles.boundingRect()), room);
        }
    }
}

void TestCrowsFoot::coursesKeepTheirEnds()
{
    QPainterPath path;
    addCourse({{0, 0}, {40, 0}, {40, 3}, {90, 3}, {90, 70}}, path);
    QCOMPARE(path.elementAt(0).x, 0.0);
    QCOMPARE(path.currentPosition(), QPointF(90, 70));
    QVERIFY(QRectF(0, 0, 90, 70).contains(path.boundingRect()));
    QPainterPath none;
    addCourse({{5, 5}}, none);
    addCourse({}, none);
    QVERIFY(none.isEmpty());
}

QTEST_GUILESS_MAIN(TestCrowsFoot)

#include "tst_crowsfoot.moc"
