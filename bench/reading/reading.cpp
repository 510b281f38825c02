// Reading a million rows in the real results, beside libpq's own row-by-row reading in the same rounds.
// bench-reading URL PGFLOOR [ROUNDS]: expects `events` of bench/gen/data.sql, and PG* to lead to it as well.

#include "core/pg/connectionoptions.h"
#include "core/sql/splitstatements.h"
#include "models/eventloopwatchdog.h"
#include "models/opendatabase.h"
#include "models/query/queryrunner.h"
#include "ui/grid/grid.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <limits>

#include <malloc.h>

using namespace squall;
using namespace Qt::StringLiterals;
using models::QueryRunner;

namespace {

constexpr int waitSeconds = 300;
constexpr double frameMs = 1000.0 / 60;
constexpr double pageBytes = 4096;
constexpr double megabyte = 1 << 20;
const auto statement = u"select * from events"_s;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

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
    return file.readAll().split(' ').value(1).toDouble() * pageBytes / megabyte;
}

const char *verdict(bool met)
{
    return met ? "met" : "NOT MET";
}

/// What the floor's program printed under a name.
double figure(const QByteArray &printed, const QByteArray &name)
{
    const auto words = printed.trimmed().split('\t');
    return words.value(words.indexOf(name) + 1).toDouble();
}

struct Floor
{
    double first = 0;
    double total = 0;
};

Floor readBare(const QString &program)
{
    QProcess process;
    process.start(program, {u"read"_s, u"single"_s, statement});
    if (!process.waitForFinished(waitSeconds * 1000) || process.exitCode() != 0)
        qFatal("the floor failed: %s", process.readAllStandardError().constData());
    const auto printed = process.readAllStandardOutput();
    return {figure(printed, "first_ms"), figure(printed, "total_ms")};
}

struct Reading
{
    double served = 0;  ///< until the session had the first rows
    double painted = 0; ///< until they were on the screen
    double total = 0;
    double grown = 0;   ///< memory, in megabytes
    double payload = 0; ///< of the values, in megabytes
    qint64 rows = 0;
    std::chrono::milliseconds gap{0};
};

/// Notes when rows are first painted; what the event loop does after that no longer counts.
class FirstPaint : public QObject
{
public:
    FirstPaint(ui::ResultsPane &pane, const QElapsedTimer &clock)
        : m_pane(pane)
        , m_clock(clock)
    {
        qApp->installEventFilter(this);
    }
    double at() const { return m_at; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (m_at > 0 || event->type() != QEvent::Paint)
            return false;
        const auto *view = m_pane.currentResult();
        if (!view || watched != view->grid().viewport() || view->result().rowCount() == 0)
            return false;
        // Once the event is through.
        if (!m_waiting)
            QTimer::singleShot(0, this, [this] { m_at = milliseconds(m_clock); });
        m_waiting = true;
        return false;
    }

private:
    ui::ResultsPane &m_pane;
    const QElapsedTimer &m_clock;
    bool m_waiting = false;
    double m_at = 0;
};

Reading readShown(models::OpenDatabase &database, const ui::Theme &theme)
{
    QueryRunner runner(database);
    runner.setPatience({.readAhead = std::numeric_limits<qsizetype>::max()});
    ui::ResultsPane pane(theme, runner);
    pane.resize(1280, 500);
    pane.show();
    const models::QueryScript warm{.text = u"select 1"_s, .statements = sql::splitStatements(u"select 1")};
    runner.run(warm);
    waitFor([&] { return !runner.isBusy(); });
    QCoreApplication::processEvents();

    Reading reading;
    ::malloc_trim(0);
    const double before = residentMegabytes();
    QElapsedTimer clock;
    FirstPaint paint(pane, clock);
    models::EventLoopWatchdog watchdog;
    clock.start();
    runner.run({.text = statement, .statements = sql::splitStatements(statement)});
    waitFor([&] { return !runner.isBusy(); });
    reading.total = milliseconds(clock);
    reading.gap = watchdog.worst();
    waitFor([&] { return paint.at() > 0; });
    ::malloc_trim(0);
    reading.grown = residentMegabytes() - before;
    const auto &result = pane.currentResult()->result();
    reading.rows = result.rowsRead();
    reading.payload = static_cast<double>(result.payload()) / megabyte;
    reading.served = static_cast<double>(result.timeToFirstRow().count()) / 1000;
    reading.painted = paint.at();
    return reading;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc < 3)
        qFatal("usage: bench-reading URL PGFLOOR [ROUNDS]");
    const auto options = pg::parseConnectionString(QString::fromLocal8Bit(argv[1]));
    if (!options)
        qFatal("%s", qPrintable(options.error().message));
    const auto floor = QString::fromLocal8Bit(argv[2]);
    const int rounds = argc > 3 ? std::max(1, std::atoi(argv[3])) : 5;
    models::OpenDatabase database({.host = QString::fromUtf8(options->value("host")),
                                   .port = QString::fromUtf8(options->value("port")),
                                   .database = QString::fromUtf8(options->value("dbname")),
                                   .user = QString::fromUtf8(options->value("user"))});
    database.open();
    waitFor([&] { return database.state() == models::OpenDatabase::State::Open; });
    const ui::Theme theme(application, ui::Theme::Choice::Light);

    readBare(floor);
    readShown(database, theme);
    std::vector<double> ratios;
    std::vector<double> painted;
    std::vector<double> memory;
    std::chrono::milliseconds gap{0};
    for (int round = 0; round < rounds; ++round) {
        const auto bare = readBare(floor);
        const auto shown = readShown(database, theme);
        ratios.push_back(shown.total / bare.total);
        painted.push_back(shown.painted - shown.served);
        memory.push_back(shown.grown / shown.payload);
        gap = std::max(gap, shown.gap);
        std::printf(
            "  %lld rows, %.0f MB: libpq first %.1f ms, all %.0f ms; shown first %.1f (served %.1f), all "
            "%.0f ms; %.0f MB; longest gap %lld ms\n",
            static_cast<long long>(shown.rows), shown.payload, bare.first, bare.total, shown.painted,
            shown.served, shown.total, shown.grown, static_cast<long long>(shown.gap.count()));
    }
    std::printf("  first row painted %.1f ms after the session had it (at most %.1f: %s)\n", median(painted),
                frameMs, verdict(median(painted) <= frameMs));
    std::printf("  to the end        %.2fx libpq's row by row (at most 1.3: %s)\n", median(ratios),
                verdict(median(ratios) <= 1.3));
    std::printf("  memory            %.2fx the values (at most 1.5: %s)\n", median(memory),
                verdict(median(memory) <= 1.5));
    std::printf("  event loop        %lld ms longest gap (at most 50: %s)\n",
                static_cast<long long>(gap.count()), verdict(gap <= models::EventLoopWatchdog::limit));
    return 0;
}
