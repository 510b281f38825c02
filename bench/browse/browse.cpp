// Browsing big tables in the real view, beside the bare server queries on the same machine.
// bench-browse URL [TABLE...]: expects the tables of bench/gen/data.sql.

#include "core/pg/connectionoptions.h"
#include "core/pg/sessionpool.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowreader.h"
#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPixmap>
#include <QRandomGenerator>
#include <QScreen>
#include <QScrollBar>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace squall;
using namespace Qt::StringLiterals;
using models::RowWindowModel;
using models::SortKey;

namespace {

constexpr int waitSeconds = 300;
constexpr double frameMs = 1000.0 / 60;
constexpr double pageBytes = 4096;

class Figures
{
public:
    void add(double milliseconds) { m_values.push_back(milliseconds); }
    double at(double part)
    {
        std::sort(m_values.begin(), m_values.end());
        const auto last = static_cast<double>(m_values.size() - 1);
        return m_values[static_cast<size_t>(part * last + 0.5)];
    }
    double median() { return at(0.5); }

private:
    std::vector<double> m_values;
};

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double measured(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return milliseconds(timer);
}

/// Sleeps between events, as the program does: a loop that looks again and again would take a processor from
/// the server.
void waitFor(const std::function<bool()> &done)
{
    QTimer alarm;
    alarm.setSingleShot(true);
    alarm.callOnTimeout([] { qFatal("waited for too long"); });
    alarm.start(waitSeconds * 1000);
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * pageBytes / (1 << 20);
}

/// The most since `forgetPeak`.
double peakMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto all = file.readAll();
    const auto line = all.mid(all.indexOf("VmHWM:") + 6);
    return line.left(line.indexOf("kB")).trimmed().toDouble() / 1024;
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

/// Remembers whether a condition held when a widget was last painted.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget &widget, std::function<bool()> condition)
        : m_condition(std::move(condition))
    {
        widget.installEventFilter(this);
    }
    /// To be asked once the event loop is through with the event: then the picture is on the screen.
    bool isPainted() const { return m_painted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || (event->type() == QEvent::Paint && m_condition());
        return false;
    }

private:
    std::function<bool()> m_condition;
    bool m_painted = false;
};

/// What the screen shows of a widget.
QImage picture(const QWidget &widget)
{
    const auto *window = widget.window();
    return window->screen()
        ->grabWindow(window->winId())
        .copy({widget.mapTo(window, QPoint()), widget.size()})
        .toImage();
}

const char *verdict(bool met)
{
    return met ? "met" : "NOT MET";
}

/// One table in the window, and its connection for bare statements.
class Bench
{
public:
    Bench(const pg::ConnectionOptions &options, models::OpenDatabase &database, const ui::Theme &theme,
          const QString &table)
        : m_theme(theme)
        , m_database(database)
        , m_snapshot(database.snapshot())
        , m_id{Kind::Table, u"public"_s, table}
        , m_source(*models::rowSource(*m_snapshot, m_id))
        , m_connection(options)
    {
        std::printf("\n%s\n", qPrintable(table));
    }

    void firstPage();
    void open();
    void map();
    void jumps(const char *name, const std::vector<SortKey> &sort, const QString &order);
    void scrolling();
    void memory();

private:
    /// All rows that show, from this one on.
    bool isThere(qint64 row) const
    {
        const auto &rows = m_view->rows();
        const int showing = m_view->grid().layoutOfCells().visibleRows().second;
        return row >= rows.firstRow() &&
               std::min(row + showing, rows.rowCountEstimate()) <= rows.firstRow() + rows.rowCount();
    }
    double jump(qint64 row);
    double offsetMilliseconds(const QString &columns, const QString &order, qint64 row);
    void settle()
    {
        auto &rows = m_view->rows();
        waitFor([&] { return rows.state() == RowWindowModel::State::Ready && !rows.isReading(); });
    }

    const ui::Theme &m_theme;
    models::OpenDatabase &m_database;
    catalog::SnapshotPtr m_snapshot;
    ObjectId m_id;
    models::RowSource m_source;
    pg::Connection m_connection;
    std::unique_ptr<ui::TableView> m_view;
    QImage m_picture;    ///< of the last jump, once all was quiet
    int m_unpainted = 0; ///< jumps whose picture was not the final one
};

void Bench::firstPage()
{
    const auto order = models::rowOrder(m_source, {});
    const auto query = models::pageQueries(m_source, order, {.limit = RowWindowModel::pageRows}).front();
    Figures bare;
    Figures model;
    for (int round = 0; round < 31; ++round) {
        bare.add(measured([&] {
            if (!m_connection.fetchReadOnly(query))
                qFatal("no first page");
        }));
        RowWindowModel rows(m_database.workbench().sessions());
        model.add(measured([&] {
            rows.setSource(m_source);
            waitFor([&] { return rows.state() == RowWindowModel::State::Ready; });
        }));
        waitFor([&] { return !rows.isReading(); });
    }
    const double beyond = model.median() - bare.median();
    std::printf(
        "  first page in the model   %6.1f ms, bare statement %.1f ms: %.1f ms beyond it (at most 5: %s)\n",
        model.median(), bare.median(), beyond, verdict(beyond <= 5));
}

void Bench::open()
{
    auto rows = std::make_unique<RowWindowModel>(m_database.workbench().sessions());
    rows->setSource(m_source);
    m_view = std::make_unique<ui::TableView>(
        m_theme, std::make_unique<models::EditedRowModel>(m_database, std::move(rows)), m_id);
    m_view->setSnapshot(m_snapshot);
    m_view->resize(1280, 800);
    m_view->show();
    settle();
}

void Bench::map()
{
    const double took = measured([&] { waitFor([&] { return m_view->rows().isRowCountExact(); }); });
    std::printf("  map of all keys           %6.1f s for %lld rows\n", took / 1000,
                static_cast<long long>(m_view->rows().rowCountEstimate()));
}

/// Until the rows are on the screen, as the event loop brings them there.
double Bench::jump(qint64 row)
{
    auto &grid = m_view->grid();
    PaintWatch watch(*grid.viewport(), [&] { return isThere(row); });
    const double took = measured([&] {
        grid.scrollToRow(row);
        waitFor([&] { return watch.isPainted(); });
    });
    const auto painted = picture(*grid.viewport());
    settle();
    grid.viewport()->repaint();
    const auto before = std::exchange(m_picture, picture(*grid.viewport()));
    m_unpainted += painted != m_picture || painted == before ? 1 : 0;
    return took;
}

double Bench::offsetMilliseconds(const QString &columns, const QString &order, qint64 row)
{
    return measured([&] {
        if (!m_connection.fetch(
                {u"select %1 from %2 as t order by %3 offset $1 limit 50"_s.arg(columns, m_id.name, order),
                 {QByteArray::number(row)}}))
            qFatal("no offset");
    });
}

void Bench::jumps(const char *name, const std::vector<SortKey> &sort, const QString &order)
{
    m_view->rows().setSort(sort);
    settle();
    waitFor([&] { return m_view->rows().isRowCountExact(); });
    const qint64 total = m_view->rows().rowCountEstimate();
    QRandomGenerator random(1);
    Figures squall;
    Figures offset;
    Figures times; // faster, place by place
    m_unpainted = 0;
    for (int i = 0; i < 200; ++i) {
        // The last ones of all are a page that every program reads from the end.
        const bool compared = i % 20 == 0;
        const qint64 row = compared ? total / 2 + i * (total / 450) : random.bounded(total - 1000);
        const double took = jump(row);
        squall.add(took);
        if (!compared)
            continue;
        const double bare = offsetMilliseconds(u"*"_s, order, row);
        offset.add(bare);
        times.add(bare / took);
    }
    // A server works out the columns of rows that it passes over, too.
    const auto ours = models::rowExpressions(m_source, models::rowOrder(m_source, sort));
    const double same = offsetMilliseconds(ours, order, total / 2);
    std::printf("  jump, %-18s %6.1f ms median, %.1f p95, %.1f max to painted (at most 50: %s)\n", name,
                squall.median(), squall.at(0.95), squall.at(1), verdict(squall.at(1) <= 50));
    std::printf("       %-19s %6.0f ms OFFSET from the middle on: %.0fx faster (at least 50: %s);"
                " with our own columns %.0f ms in the middle\n",
                "", offset.median(), times.median(), verdict(times.median() >= 50), same);
    if (m_unpainted > 0)
        std::printf("       %d of 200 pictures WERE NOT THE FINAL ONES\n", m_unpainted);
}

/// Twelve rows a frame, sixty frames a second.
void Bench::scrolling()
{
    m_view->rows().setSort({});
    settle();
    auto &grid = m_view->grid();
    grid.scrollToRow(0);
    settle();
    Figures frames;
    int missing = 0;
    for (qint64 frame = 0; frame < 1500; ++frame) {
        const double took = measured([&] {
            grid.scrollToRow(frame * 12);
            QCoreApplication::processEvents();
            grid.viewport()->repaint();
        });
        frames.add(took);
        missing += isThere(frame * 12) ? 0 : 1;
        QElapsedTimer rest;
        rest.start();
        while (took + milliseconds(rest) < frameMs) {
            QCoreApplication::processEvents();
            QThread::usleep(500);
        }
    }
    std::printf("  frame while scrolling     %6.1f ms median, %.1f p99 (at most 16: %s), %.1f max; rows came "
                "late in %d "
                "of 1500\n",
                frames.median(), frames.at(0.99), verdict(frames.at(0.99) <= 16), frames.at(1), missing);
}

void Bench::memory()
{
    auto &grid = m_view->grid();
    grid.scrollToRow(0);
    settle();
    const double before = residentMegabytes();
    constexpr qint64 million = 1'000'000;
    const qint64 end = std::min(million, m_view->rows().rowCountEstimate() - 200);
    forgetPeak();
    const double took = measured([&] {
        for (qint64 row = 0; row < end; row += 200) {
            grid.scrollToRow(row);
            waitFor([&] { return isThere(row); });
        }
    });
    grid.viewport()->repaint();
    std::printf("  memory                    %6.0f MB before, %.0f MB after scrolling %lld rows in %.1f s, "
                "%.0f MB at the most\n",
                before, residentMegabytes(), static_cast<long long>(end), took / 1000, peakMegabytes());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc < 2)
        qFatal("usage: bench-browse URL [TABLE...]");
    const auto options = pg::parseConnectionString(QString::fromLocal8Bit(argv[1]));
    if (!options)
        qFatal("%s", qPrintable(options.error().message));
    models::OpenDatabase database({.host = QString::fromUtf8(options->value("host")),
                                   .port = QString::fromUtf8(options->value("port")),
                                   .database = QString::fromUtf8(options->value("dbname")),
                                   .user = QString::fromUtf8(options->value("user"))});
    database.open();
    waitFor([&] { return database.state() == models::OpenDatabase::State::Open; });
    const ui::Theme theme(application, ui::Theme::Choice::Light);
    const auto named = QCoreApplication::arguments().mid(2);
    for (const auto &table : named.isEmpty() ? QStringList{u"events"_s, u"wide"_s} : named) {
        Bench bench(*options, database, theme, table);
        bench.firstPage();
        bench.open();
        bench.map();
        bench.jumps("by key", {}, u"id"_s);
        bench.jumps("by key, down", {{.column = u"id"_s, .descending = true}}, u"id desc"_s);
        if (table == u"events")
            bench.jumps("by time", {{.column = u"at"_s}}, u"at, id"_s);
        bench.scrolling();
        bench.memory();
    }
    return 0;
}
