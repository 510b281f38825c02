// A large diagram on screen: what a frame costs the GUI thread while somebody pans, how long it takes to be
// sharp after a zoom, and what it keeps in memory. bench-diagram [TABLES]: tables of 15 columns each, 1000
// when nothing is said.

#include "tests/models/cputime.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr double goalMs = 16;
constexpr double sharpGoalMs = 150;
constexpr int columnCount = 15;
constexpr int frames = 240;
const QSize window(1600, 1000);

catalog::Table tableOf(int number, int tables)
{
    catalog::Table table;
    table.schema = u"public"_s;
    table.name = u"customer_order_%1"_s.arg(number);
    table.columns.push_back({.name = u"id"_s, .type = u"bigint"_s, .notNull = true});
    table.constraints.push_back({.name = table.name + u"_pkey"_s,
                                 .type = catalog::Constraint::Type::PrimaryKey,
                                 .columns = {u"id"_s}});
    for (int i = 1; i < columnCount; ++i)
        table.columns.push_back({.name = u"some_column_%1"_s.arg(i), .type = u"timestamp with time zone"_s});
    // Two for each table at most: one to its neighbourhood, one to one of a few that many point to.
    for (const int target : {number - 1 - number % 7, number % 40}) {
        if (target < 0 || target == number || target >= tables)
            continue;
        const auto column = table.columns[table.constraints.size()].name;
        table.size.value = {qint64(number) * number * number, qint64(number) * 8192};
        table.constraints.push_back({.name = u"fk_%1_%2"_s.arg(number).arg(target),
                                     .type = catalog::Constraint::Type::ForeignKey,
                                     .columns = {column},
                                     .referencedTable = {u"public"_s, u"customer_order_%1"_s.arg(target)},
                                     .referencedColumns = {u"id"_s}});
    }
    return table;
}

catalog::SnapshotPtr schemaOf(int tables)
{
    auto snapshot = std::make_shared<catalog::Snapshot>();
    for (int i = 0; i < tables; ++i)
        snapshot->tables.push_back(tableOf(i, tables));
    return snapshot;
}

double wait(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> &values, double part)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(part * values.size()))];
}

/// Pans in a circle and takes what each frame costs this thread.
bool pan(DiagramCanvas &canvas, double scale)
{
    canvas.setScale(scale);
    const auto middle = canvas.seen().center();
    wait([&] { return canvas.tiles().isSharp(); });
    std::vector<double> costs;
    for (int frame = 0; frame < frames; ++frame) {
        const double angle = frame * 2 * M_PI / frames;
        const auto before = test::cpuNanoseconds();
        canvas.centerOn(middle + QPointF(std::cos(angle), std::sin(angle)) * 1200 / scale);
        canvas.repaint();
        QApplication::processEvents();
        costs.push_back(static_cast<double>(test::cpuNanoseconds() - before) / 1e6);
    }
    const double p50 = percentile(costs, 0.5);
    const double p99 = percentile(costs, 0.99);
    std::printf("pan at %4.2f: p50 %5.2f ms, p99 %5.2f ms of the GUI thread's time a frame (goal %.0f)\n",
                scale, p50, p99, goalMs);
    return p99 <= goalMs;
}

bool zoom(DiagramCanvas &canvas)
{
    std::vector<double> times;
    for (const double scale : {1.0, 0.7, 0.45, 0.3, 0.2, 0.12, 0.07, 0.9, 1.3}) {
        canvas.setScale(scale);
        times.push_back(wait([&] { return canvas.tiles().isSharp(); }));
        std::printf("sharp at %4.2f after %.0f ms\n", scale, times.back());
    }
    return percentile(times, 1) <= sharpGoalMs;
}

/// The same with marks on everything, and with a way above it.
bool panMarked(DiagramView &view)
{
    auto &canvas = view.canvas();
    using Kind = models::DiagramOverlayKind;
    bool good = true;
    for (const auto kind : {Kind::Rows, Kind::MissingIndexes}) {
        view.overlays().choose(kind);
        const double marked = wait([&] {
            const auto &overlay = view.model().picture()->overlay;
            return overlay && overlay->kind == kind;
        });
        std::printf("%s: marked after %.0f ms\n", kind == Kind::Rows ? "rows" : "missing indexes", marked);
        for (const double scale : {1.0, 0.3, 0.09})
            good = pan(canvas, scale) && good;
    }
    canvas.select({0, view.model().picture()->count() - 1});
    view.run(DiagramCommand::Path);
    std::printf("path: %s\n", qPrintable(view.summary()));
    for (const double scale : {1.0, 0.3, 0.09})
        good = pan(canvas, scale) && good;
    view.run(DiagramCommand::Leave);
    view.overlays().choose(Kind::None);
    return good;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const int tables = argc > 1 ? std::atoi(argv[1]) : 1000;
    Theme theme(*qApp, Theme::Choice::Light);
    DiagramView view(theme);
    view.resize(window);
    view.model().setDetail(models::DiagramDetail::Columns);
    view.show();
    view.model().setSnapshot(schemaOf(tables));
    const double laidOut = wait([&] { return view.model().state() == models::DiagramModel::State::Shown; });
    std::printf("%d tables, %zu references: shown after %.0f ms\n", tables,
                view.model().picture()->content->lines.size(), laidOut);
    auto &canvas = view.canvas();
    bool good = true;
    for (const double scale : {1.0, 0.5, 0.3, 0.15, 0.09})
        good = pan(canvas, scale) && good;
    good = zoom(canvas) && good;
    good = panMarked(view) && good;
    std::printf("tiles: %.0f MiB\n", static_cast<double>(canvas.tiles().bytes()) / (1024 * 1024));
    return good ? 0 : 1;
}
