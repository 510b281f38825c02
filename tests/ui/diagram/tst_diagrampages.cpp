#include "ui/diagram/diagrampages.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace squall::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF upright(520, 750);
constexpr QSizeF lying(770, 500);

/// Boxes in columns, as a layout leaves them.
PageTask taskOf(int boxes, double highest, unsigned seed)
{
    std::mt19937 random(seed);
    const auto between = [&](double from, double to) {
        return std::uniform_real_distribution<double>(from, to)(random);
    };
    PageTask task{.area = {},
                  .boxes = {},
                  .lines = {},
                  .room = upright,
                  .lying = lying,
                  .scale = 0.5,
                  .least = 0.45,
                  .largest = 0.75};
    QPointF at;
    for (int i = 0; i < boxes; ++i) {
        const QSizeF size(between(112, 440), between(40, highest));
        task.boxes.emplace_back(at, size);
        task.area = task.area.united(task.boxes.back());
        at.ry() += size.height() + between(24, 200);
        if (at.y() > 4000)
            at = {at.x() + between(460, 600), between(0, 300)};
    }
    task.area.adjust(-24, -24, 24, 24);
    return task;
}

} // namespace

class TestDiagramPages : public QObject
{
    Q_OBJECT

private slots:
    void everyBoxIsWholeOnAPage_data();
    void everyBoxIsWholeOnAPage();
    void everythingIsOnAPage();
    void whatFitsIsOnePage();
    void choosesTheWayThatNeedsFewerPages();
    void isALittleSmallerForFewerPages();
    void leavesEmptyPagesOut();
    void isNamedByItsPlace();
};

void TestDiagramPages::everyBoxIsWholeOnAPage_data()
{
    QTest::addColumn<int>("boxes");
    QTest::addColumn<double>("highest");
    QTest::newRow("a few") << 8 << 300.0;
    QTest::newRow("many") << 400 << 400.0;
    QTest::newRow("as high as there are") << 60 << 1400.0;
    QTest::newRow("higher than a page") << 12 << 4000.0;
}

void TestDiagramPages::everyBoxIsWholeOnAPage()
{
    QFETCH(const int, boxes);
    QFETCH(const double, highest);
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto task = taskOf(boxes, highest, seed);
        const auto made = diagramPages(task);
        for (const auto &box : task.boxes) {
            QVERIFY(std::any_of(made.pages.begin(), made.pages.end(),
                                [&](const DiagramPage &page) { return page.seen.contains(box); }));
        }
        // A page is what the paper has room for.
        const auto room = made.landscape ? lying : upright;
        for (const auto &page : made.pages)
            QVERIFY(std::abs(page.seen.width() * made.scale - room.width()) < 0.1 &&
                    std::abs(page.seen.height() * made.scale - room.height()) < 0.1);
    }
}

/// No stripe of the area is between pages.
void TestDiagramPages::everythingIsOnAPage()
{
    const auto task = taskOf(100, 500, 3);
    const auto made = diagramPages(task);
    const auto page = made.pages.front().seen.size();
    const auto covers = [](const std::vector<double> &starts, double length, double from, double to) {
        double reached = from;
        for (const double start : starts) {
            if (start > reached)
                return false;
            reached = start + length;
        }
        return reached >= to - 0.1;
    };
    QVERIFY(covers(made.xs, page.width(), task.area.left(), task.area.right()));
    QVERIFY(covers(made.ys, page.height(), task.area.top(), task.area.bottom()));
    QVERIFY(std::is_sorted(made.xs.begin(), made.xs.end()));
}

void TestDiagramPages::whatFitsIsOnePage()
{
    auto task = taskOf(3, 200, 1);
    const auto made = diagramPages(task);
    QCOMPARE(made.pages.size(), 1U);
    // As large as there is room for, but not larger than on screen.
    QVERIFY(made.scale > task.scale && made.scale <= task.largest);
    QVERIFY(made.pages.front().seen.contains(task.area));
}

void TestDiagramPages::choosesTheWayThatNeedsFewerPages()
{
    auto task = taskOf(1, 100, 1);
    task.boxes = {QRectF(0, 0, 200, 100), QRectF(1250, 0, 200, 100)};
    task.area = QRectF(0, 0, 1450, 100);
    QVERIFY(diagramPages(task).landscape);
    QCOMPARE(diagramPages(task).pages.size(), 1U);
    task.boxes = {QRectF(0, 0, 200, 100), QRectF(0, 1250, 200, 100)};
    task.area = QRectF(0, 0, 200, 1350);
    QVERIFY(!diagramPages(task).landscape);
    QCOMPARE(diagramPages(task).pages.size(), 1U);
}

void TestDiagramPages::isALittleSmallerForFewerPages()
{
    auto task = taskOf(1, 100, 1);
    // At 0.5 upright a page has 1500 down.
    task.boxes = {QRectF(0, 0, 400, 100), QRectF(0, 1450, 400, 100)};
    task.area = QRectF(0, 0, 900, 1550);
    const auto made = diagramPages(task);
    QCOMPARE(made.pages.size(), 1U);
    QVERIFY(made.scale < task.scale && made.scale >= task.least);
    task.least = task.scale;
    QVERIFY(diagramPages(task).pages.size() > 1);
}

void TestDiagramPages::leavesEmptyPagesOut()
{
    auto task = taskOf(1, 100, 1);
    task.boxes = {QRectF(0, 0, 200, 100), QRectF(8000, 8000, 200, 100)};
    task.area = QRectF(0, 0, 8200, 8100);
    QCOMPARE(diagramPages(task).pages.size(), 2U);
    task.lines = {QRectF(100, 50, 8000, 2)};
    QVERIFY(diagramPages(task).pages.size() > 5);
}

void TestDiagramPages::isNamedByItsPlace()
{
    QCOMPARE((DiagramPage{.seen = {}, .column = 0, .row = 0}.name()), u"A1"_s);
    QCOMPARE((DiagramPage{.seen = {}, .column = 25, .row = 9}.name()), u"Z10"_s);
    QCOMPARE((DiagramPage{.seen = {}, .column = 26, .row = 0}.name()), u"AA1"_s);
}

QTEST_GUILESS_MAIN(TestDiagramPages)
#include "tst_diagrampages.moc"
