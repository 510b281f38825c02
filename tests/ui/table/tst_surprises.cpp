#include "core/pg/sessionpool.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "models/visiblecounts.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "ui/grid/grid.h"
#include "ui/relations/referencepeek.h"
#include "ui/table/nestedrows.h"
#include "ui/table/rowsview.h"
#include "ui/table/tablerelations.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::RowWindowModel;

namespace {

constexpr double mostMilliseconds = 50;
constexpr qint64 mostOffset = 10'000;

/// A statement that the server logged when it was done.
struct Logged
{
    Query query;
    double milliseconds = 0; ///< planning included
};

/// The values of `$1 = 'a', $2 = NULL, …`.
std::vector<Query::Parameter> parametersOf(const QString &detail)
{
    static const QRegularExpression each(u"\\$\\d+ = (?:(NULL)|'((?:[^']|'')*)')"_s);
    std::vector<Query::Parameter> values;
    for (auto found = each.globalMatch(detail); found.hasNext();) {
        const auto match = found.next();
        if (match.hasCaptured(1) && !match.captured(1).isEmpty())
            values.emplace_back(std::nullopt);
        else
            values.emplace_back(match.captured(2).replace(u"''"_s, u"'"_s).toUtf8());
    }
    return values;
}

/// What one log says was run, each with the time that its parsing, binding and execution took.
std::vector<Logged> readLog(const QString &text)
{
    static const QRegularExpression line(
        u"\\[(\\d+)\\] (LOG|DETAIL):  (?:duration: ([0-9.]+) ms  (parse|bind|execute|statement)[^:]*: (.*)"
        "|[Pp]arameters: (.*))$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    std::vector<Logged> statements;
    QHash<QString, double> before; // by process: what parsing and binding took
    const auto entries = QString(text).replace(u"\n\t"_s, u" "_s).split(u'\n');
    for (const auto &entry : entries) {
        const auto match = line.match(entry);
        if (!match.hasMatch())
            continue;
        const auto process = match.captured(1);
        const auto phase = match.captured(4);
        if (match.captured(2) == u"DETAIL") {
            if (!statements.empty() && statements.back().query.parameters.empty())
                statements.back().query.parameters = parametersOf(match.captured(6));
        } else if (phase == u"execute" || phase == u"statement") {
            statements.push_back({{match.captured(5)}, before.take(process) + match.captured(3).toDouble()});
        } else {
            before[process] += match.captured(3).toDouble();
        }
    }
    return statements;
}

} // namespace

/// Looks at tables as somebody does, and then into the server's log.
class TestSurprises : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void browsingAsksForNothingElse();
    void theChecksCanFail();

private:
    std::unique_ptr<TableView> open(const QString &name);
    void settle(TableView &view);
    QStringList complaints(const std::vector<Logged> &statements);
    QString log() const;
    /// Connections that stand idle in a transaction now.
    static int idleInTransaction(pg::Connection &connection, const QByteArray &database);

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<models::OpenDatabase> m_database;
    std::unique_ptr<Theme> m_theme;
    catalog::SnapshotPtr m_snapshot;
};

void TestSurprises::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_options);
    NEED(m_connection->runScript(
        u"create table users (id int primary key, name text not null);"
        "insert into users select g, 'User ' || g from generate_series(1, 5000) g;"
        "create table events (id bigint, user_id int not null, at timestamptz not null, kind text, payload "
        "jsonb);"
        "insert into events select g, 1 + g % 5000, timestamptz '2020-01-01' + g * interval '15 s', 'kind ' "
        "|| g % 8,"
        " case when g % 10 > 0 then jsonb_build_object('n', g, 'path', '/p/' || g % 977) end"
        " from generate_series(1, 2000000) g;"
        "alter table events add primary key (id), add foreign key (user_id) references users;"
        "create index on events (at); create index on events (user_id);"
        "create view recent as select * from events where id > 1990000"_s));
    NEED(m_connection->runScript(u"vacuum analyze events"_s));
    NEED(m_connection->runScript(u"vacuum analyze users; "_s));
    const auto name = QString::fromUtf8(m_options.value("dbname"));
    NEED(m_connection->runScript(u"alter database %1 set log_min_duration_statement = 0;"
                                 "alter database %1 set log_parameter_max_length = -1"_s.arg(name)));
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_database = std::make_unique<models::OpenDatabase>(
        models::ConnectionForm{.host = QString::fromUtf8(m_options.value("host")),
                               .port = QString::fromUtf8(m_options.value("port")),
                               .database = QString::fromUtf8(m_options.value("dbname")),
                               .user = QString::fromUtf8(m_options.value("user"))});
    m_database->open();
    QTRY_COMPARE(m_database->state(), models::OpenDatabase::State::Open);
    m_snapshot = m_database->snapshot();
}

void TestSurprises::cleanupTestCase()
{
    m_database.reset();
    m_connection.reset();
    m_theme.reset();
}

QString TestSurprises::log() const
{
    QFile file(test::TestServer::of().server().socketDirectory() + u"/server.log"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no log: %s", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

std::unique_ptr<TableView> TestSurprises::open(const QString &name)
{
    const ObjectId id{Kind::Table, u"public"_s, name};
    auto rows = std::make_unique<RowWindowModel>(m_database->workbench().sessions());
    rows->setSource(*models::rowSource(*m_snapshot, id));
    auto edited = std::make_unique<models::EditedRowModel>(*m_database, std::move(rows));
    auto view = std::make_unique<TableView>(*m_theme, std::move(edited), id);
    view->setSnapshot(m_snapshot);
    view->resize(1000, 600);
    view->show();
    [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(view.get());
    settle(*view);
    return view;
}

/// Until what is looked at is there.
void TestSurprises::settle(TableView &view)
{
    auto &rows = view.rows();
    const auto loaded = [&] {
        const qint64 top = view.grid().topRow();
        return rows.state() == RowWindowModel::State::Ready && !rows.isReading() &&
               (rows.rowCount() == 0 || (top >= rows.firstRow() && top < rows.firstRow() + rows.rowCount()));
    };
    QTRY_VERIFY_WITH_TIMEOUT(loaded(), 30'000);
}

/// The same statement again tells what it costs from what a busy machine made of it.
QStringList TestSurprises::complaints(const std::vector<Logged> &statements)
{
    static const QRegularExpression offset(u"offset \\$(\\d+)"_s);
    static const QRegularExpression count(u"count\\(\\*\\)"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (const auto &[query, milliseconds] : statements) {
        if (const auto match = offset.match(query.text); match.hasMatch()) {
            const auto index = match.captured(1).toULongLong() - 1;
            if (index >= query.parameters.size() || query.parameters[index]->toLongLong() > mostOffset)
                found << u"OFFSET: "_s + query.text;
        }
        // How many rows of a few hundred sampled blocks meet a condition is no count of the table, and the
        // look whether the schema has moved counts the catalog.
        const bool table =
            !query.text.contains(u"tablesample") && !query.text.contains(u"pg_catalog.pg_attrdef");
        if (count.match(query.text).hasMatch() && table)
            found << u"count: "_s + query.text;
        double best = milliseconds;
        for (int again = 0; again < 5 && best > mostMilliseconds; ++again) {
            QElapsedTimer timer;
            timer.start();
            if (!m_connection->fetch(query))
                break;
            best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        if (best > mostMilliseconds)
            found << u"%1 ms: %2"_s.arg(best).arg(query.text);
    }
    return found;
}

int TestSurprises::idleInTransaction(pg::Connection &connection, const QByteArray &database)
{
    const auto reply = connection.fetch(
        {u"select count(*) from pg_stat_activity where datname = $1 and state like 'idle in transaction%'"_s,
         {database}});
    return reply ? reply->text(0, 0).toInt() : -1;
}

void TestSurprises::browsingAsksForNothingElse()
{
    const auto before = log().size();
    const auto database = m_options.value("dbname");
    std::atomic<bool> done = false;
    std::atomic<int> samples = 0;
    std::atomic<int> idle = 0;
    std::thread sampler([&] {
        auto options = m_options;
        options.set("dbname", "postgres");
        pg::Connection connection(options);
        while (!done) {
            if (idleInTransaction(connection, database) != 0)
                ++idle;
            ++samples;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    });

    {
        const auto view = open(u"events"_s);
        auto &grid = view->grid();
        grid.setFocus();
        for (int notch = 0; notch < 60; ++notch) {
            QWheelEvent wheel({300, 300}, grid.viewport()->mapToGlobal(QPointF(300, 300)), {}, {0, -360}, {},
                              {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(grid.viewport(), &wheel);
            settle(*view);
        }
        for (const qint64 row : {1'234'567, 77, 1'999'000, 640'000}) {
            grid.scrollToRow(row);
            settle(*view);
        }
        QTest::keyClick(&grid, Qt::Key_End, Qt::ControlModifier);
        settle(*view);
        // Until the map is there: its steps are what must stay short.
        QTRY_VERIFY_WITH_TIMEOUT(view->rows().isRowCountExact(), 120'000);
        grid.scrollToRow(1'500'000);
        settle(*view);

        view->rows().setSort({{.column = u"at"_s, .descending = true}});
        settle(*view);
        QTRY_VERIFY_WITH_TIMEOUT(view->rows().isRowCountExact(), 120'000);
        for (const qint64 row : {1'000'000, 5, 1'800'000}) {
            grid.scrollToRow(row);
            settle(*view);
        }
        view->rows().setSort({});
        view->rows().setCondition(Query{u"t.kind = $1"_s, {"kind 3"}});
        settle(*view);
        grid.scrollToRow(100'000);
        settle(*view);
        QTest::keyClick(&grid, Qt::Key_F5);
        settle(*view);
        QTRY_VERIFY_WITH_TIMEOUT(view->rows().isRowCountExact(), 120'000);

        // Where a foreign key leads, beside the cell.
        grid.scrollToRow(0);
        settle(*view);
        view->activateWindow();
        grid.setCurrentCell({0, 1});
        QCOMPARE(view->peek().unavailable(), QString());
        view->peek().peek();
        QTRY_VERIFY_WITH_TIMEOUT(view->peek().isShown(), 30'000);
        view->peek().hide();

        // What points to the rows one sees, and to one of them.
        const auto users = open(u"users"_s);
        users->setRelations(*m_database);
        auto &relations = *users->relations();
        relations.toggleCounts();
        const auto answered = [&](qint64 row) {
            const auto count = relations.counts().at(0, row);
            return count.rows || !count.why.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(answered(0), 30'000);
        users->grid().scrollToRow(2500);
        settle(*users);
        QTRY_VERIFY_WITH_TIMEOUT(answered(2500), 30'000);
        relations.opened().open(2500, relations.counts().relation(0));
        const auto *nested = relations.opened().panel(2500);
        QTRY_VERIFY_WITH_TIMEOUT(nested->rows()->rows().rows().isRowCountExact(), 120'000);
        QCOMPARE(nested->rows()->rows().rowCountEstimate(), 400);
        // As following a foreign key does, and back.
        users->rows().setCondition(Query{u"t.id = $1::int"_s, {"4711"}});
        settle(*users);
        QCOMPARE(users->rows().index(0, 1).data().toString(), u"User 4711"_s);
        view->rows().setCondition(Query{u"t.user_id = $1::int"_s, {"4711"}});
        settle(*view);
        QCOMPARE(view->rows().rowCountEstimate(), 400);
    }
    done = true;
    sampler.join();

    const auto statements = readLog(log().mid(before));
    QVERIFY2(statements.size() > 100, qPrintable(QString::number(statements.size())));
    const auto found = complaints(statements);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u"\n"_s)));
    QVERIFY2(samples > 100, qPrintable(QString::number(samples)));
    QCOMPARE(idle.load(), 0);
}

/// The same checks see what is not to be.
void TestSurprises::theChecksCanFail()
{
    const auto before = log().size();
    pg::Connection guilty(m_options);
    NEED(guilty.fetch({u"select t.id from events as t order by t.id offset $1 limit 1"_s, {"1900000"}}));
    NEED(guilty.fetch({u"select count(*) from users"_s}));
    NEED(guilty.fetch(
        {u"select max(md5(t.payload::text)) from events as t where t.id < $1::bigint"_s, {"1500000"}}));
    const auto found = complaints(readLog(log().mid(before)));
    const auto has = [&](const QString &start, const QString &part) {
        return std::any_of(found.begin(), found.end(),
                           [&](const QString &each) { return each.contains(start) && each.contains(part); });
    };
    QVERIFY2(has(u"OFFSET: "_s, u"offset $1"_s), qPrintable(found.join(u'\n')));
    QVERIFY2(has(u"count: "_s, u"users"_s), qPrintable(found.join(u'\n')));
    QVERIFY2(has(u" ms: "_s, u"max(md5"_s), qPrintable(found.join(u'\n')));

    NEED(guilty.runScript(u"begin; select 1"_s));
    pg::Connection watching(m_options);
    QCOMPARE(idleInTransaction(watching, m_options.value("dbname")), 1);
    NEED(guilty.runScript(u"rollback"_s));
}

QTEST_MAIN(TestSurprises)
#include "tst_surprises.moc"
