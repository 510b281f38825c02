#include "numbermodel.h"
#include "tests/models/cputime.h"
#include "ui/grid/grid.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::ui;
using test::NumberModel;

/// What frames cost in processor time. The limit stands for every machine; what is printed says more.
class TestGridPaint : public QObject
{
    Q_OBJECT

private slots:
    void steadyScrolling_data();
    void steadyScrolling();
};

void TestGridPaint::steadyScrolling_data()
{
    QTest::addColumn<qint64>("step");
    QTest::newRow("three rows a frame") << qint64(3);
    QTest::newRow("all new rows each frame") << qint64(1000);
}

void TestGridPaint::steadyScrolling()
{
    constexpr int frames = 300;
    constexpr double frameMs = 16;
    QFETCH(const qint64, step);
    Theme theme(*qApp, Theme::Choice::Light);
    NumberModel model(1'000'000'000'000);
    Grid grid(theme);
    grid.resize(1200, 800);
    grid.setModel(&model);
    grid.show();
    QVERIFY(QTest::qWaitForWindowExposed(&grid));

    QImage image(grid.viewport()->size(), QImage::Format_RGB32);
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        grid.scrollToRow(frame * step);
        const auto before = test::cpuNanoseconds();
        grid.viewport()->render(&image);
        times.push_back(static_cast<double>(test::cpuNanoseconds() - before) / 1e6);
    }
    std::sort(times.begin(), times.end());
    const double p99 = times[frames * 99 / 100];
    qInfo("frame of 1200x800: median %.2f ms, p99 %.2f ms", times[frames / 2], p99);
    QVERIFY2(p99 < frameMs * test::slowdown, qPrintable(QString::number(p99)));
}

QTEST_MAIN(TestGridPaint)
#include "tst_gridpaint.moc"
