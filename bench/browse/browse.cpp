// Browsing big tables in the real view, beside the bare server queries on the same machine.
// bench-browse URL: expects the tables of bench/gen/data.sql.

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
#include <QRandomGenerator>
#include <QScrollBar>
#include <QThread>

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
constexpr int rowsPainted = 25;

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

void waitFor(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        if (timer.elapsed() > waitSeconds * 1000)
            qFatal("waited for too long");
    }
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1 << 20);
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
    bool isThere(qint64 row) const
    {
        const auto &rows = m_view->rows();
        return row >= rows.firstRow() &&
               std::min(row + rowsPainted, rows.rowCountEstimate()) <= rows.firstRow() + rows.rowCount();
    }
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

void Bench::jumps(const char *name, const std::vector<SortKey> &sort, const QString &order)
{
    m_view->rows().setSort(sort);
    settle();
    waitFor([&] { return m_view->rows().isRowCountExact(); });
    const qint64 total = m_view->rows().rowCountEstimate();
    auto &grid = m_view->grid();
    QRandomGenerator random(1);
    Figures squall;
    Figures offset;
    Figures there; // the rows of the slow comparison alone
    for (int i = 0; i < 200; ++i) {
        // The last ones of all are a page that every program reads from the end.
        const bool compared = i % 40 == 0;
        const qint64 row = compared ? total / 2 + i * (total / 450) : random.bounded(total - 1000);
        const double took = measured([&] {
            grid.scrollToRow(row);
            waitFor([&] { return isThere(row); });
            grid.viewport()->repaint();
        });
        squall.add(took);
        settle();
        if (!compared)
            continue;
        there.add(took);
        offset.add(measured([&] {
            if (!m_connection.fetch(
                    {u"select * from "_s + m_id.name + u" order by "_s + order + u" offset $1 limit 50"_s,
                     {QByteArray::number(row)}}))
                qFatal("no offset");
        }));
    }
    const double ratio = offset.median() / there.median();
    std::printf("  jump, %-18s %6.1f ms median, %.1f p95, %.1f max to painted (at most 50: %s);"
                " OFFSET there %.0f ms: %.0fx faster (at least 50: %s)\n",
                name, squall.median(), squall.at(0.95), squall.at(1), verdict(squall.at(0.95) <= 50),
                offset.median(), ratio, verdict(ratio >= 50));
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
    const qint64 end = std::min(million, m_view->rows().rowCountEstimate() - rowsPainted);
    const double took = measured([&] {
        for (qint64 row = 0; row < end; row += 200) {
            grid.scrollToRow(row);
            waitFor([&] { return isThere(row); });
        }
    });
    grid.viewport()->repaint();
    std::printf("  memory                    %6.0f MB before, %.0f MB after scrolling %lld rows in %.1f s\n",
                before, residentMegabytes(), static_cast<long long>(end), took / 1000);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc != 2)
        qFatal("usage: bench-browse URL");
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
    for (const auto &table : {u"events"_s, u"wide"_s}) {
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
