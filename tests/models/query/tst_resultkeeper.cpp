#include "core/workspace/workspace.h"
#include "models/query/resultkeeper.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;
constexpr quint32 numberType = 23;
constexpr quint32 textType = 25;

using Cell = std::optional<QByteArray>;
using Row = std::vector<Cell>;

const std::vector<pg::Field> fields{
    {.name = u"id"_s, .type = numberType, .table = 16384, .tableColumn = 1},
    {.name = u"náme"_s, .type = textType, .typeModifier = 24, .table = 16384, .tableColumn = 2}};

pg::RowBatch batchOf(const std::vector<Row> &rows)
{
    pg::RowBatchBuilder builder(fields);
    for (const auto &row : rows) {
        for (const auto &cell : row) {
            if (cell)
                builder.addCell(*cell);
            else
                builder.addNull();
        }
    }
    return builder.take();
}

ResultModel::Origin origin()
{
    return {.title = u"users"_s,
            .sql = u"select id, náme from users"_s,
            .statement = {3, 26},
            .time = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123)};
}

std::unique_ptr<ResultModel> resultOf(const std::vector<std::vector<Row>> &batches)
{
    auto result = std::make_unique<ResultModel>(origin(), fields);
    for (const auto &rows : batches)
        result->append({batchOf(rows)});
    result->setTimes(std::chrono::microseconds(5), std::chrono::microseconds(1234));
    result->setState(ResultModel::State::Done);
    return result;
}

std::vector<Row> rowsOf(const ResultModel &result)
{
    std::vector<Row> rows;
    for (int row = 0; row < result.rowCount(); ++row) {
        auto &cells = rows.emplace_back();
        for (int column = 0; column < result.columnCount(); ++column) {
            const auto cell = result.cell(row, column);
            cells.push_back(cell ? Cell(cell->toByteArray()) : std::nullopt);
        }
    }
    return rows;
}

std::unique_ptr<ResultModel> broughtBack(const ResultModel &result)
{
    const auto record = ResultRecord::fromBytes(ResultRecord::of(result, false).toBytes());
    return record ? record->model(catalog::Snapshot()) : nullptr;
}

} // namespace

/// Keeps one result after the other until it is killed, and says which of them are kept.
class Writer : public QObject
{
public:
    explicit Writer(const QString &file)
        : m_workspace(file)
    {
        const workspace::Buffer buffer{.id = u"b"_s, .connection = u"c"_s, .text = u"select"_s};
        m_workspace.saveBuffer(buffer);
        m_keeper = std::make_unique<ResultKeeper>(m_workspace.results(), buffer, [] { return true; });
        connect(m_keeper.get(), &ResultKeeper::settled, this, [this] {
            if (m_number > 0)
                std::printf("%d\n", m_number);
            std::fflush(stdout);
            QTimer::singleShot(0, this, &Writer::next);
        });
        next();
    }

private:
    void next()
    {
        ++m_number;
        const std::vector<Row> rows(1000, Row{QByteArray::number(m_number), QByteArray(200, 'x')});
        m_other = std::exchange(m_result, resultOf({rows}));
        std::vector<ResultKeeper::Shown> shown{{m_result.get(), false}};
        if (m_other)
            shown.push_back({m_other.get(), true});
        m_keeper->keep(shown);
    }

    workspace::Workspace m_workspace;
    std::unique_ptr<ResultKeeper> m_keeper;
    std::unique_ptr<ResultModel> m_result;
    std::unique_ptr<ResultModel> m_other;
    int m_number = 0;
};

class TestResultKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void valuesComeBackAsTheyCame();
    void saysThatItIsNotLive();
    void sortsAndFilters();
    void longOnesAreCut();
    void largeRowsAreCutBetweenRows();
    void oneThatDoesNotFitIsNotKept();
    void noPasswordsAreKept();
    void damageIsNoResult();
    void theTabsResultsComeBack();
    void whatGoesIsForgotten();
    void onlyWhatIsNewIsWritten();
    void whatIsStillReadIsForLater();
    void damagedOnesGoAlone();
    void notAllowedIsNeverWritten();
    void whatWaitsIsHandedOver();
    void aFailureIsSaid();
    void survivesAnyKill();

private:
    using Shown = std::vector<ResultKeeper::Shown>;

    void open();
    void reopen()
    {
        m_keeper.reset();
        m_workspace.reset();
        open();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_keeper->isSettled(), patienceMs); }
    std::vector<workspace::KeptResult> stored()
    {
        auto reading = m_workspace->results().read(u"b"_s);
        reading.waitForFinished();
        return *reading.result();
    }
    std::vector<ResultKeeper::Restored> restored()
    {
        std::vector<ResultKeeper::Restored> found;
        QObject context;
        connect(m_keeper.get(), &ResultKeeper::restored, &context, [&](const auto &kept) { found = kept; });
        m_keeper->restore();
        [&] { settle(); }();
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ResultKeeper> m_keeper;
    bool m_allowed = true;
};

void TestResultKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_allowed = true;
    open();
}

void TestResultKeeper::cleanup()
{
    m_keeper.reset();
    m_workspace.reset();
}

void TestResultKeeper::open()
{
    m_workspace = std::make_unique<workspace::Workspace>(m_folder->filePath(u"workspace.sqlite"_s));
    const workspace::Buffer buffer{.id = u"b"_s, .connection = u"c"_s, .text = u"select"_s};
    m_workspace->saveBuffer(buffer);
    m_keeper = std::make_unique<ResultKeeper>(m_workspace->results(), buffer, [this] { return m_allowed; });
}

void TestResultKeeper::valuesComeBackAsTheyCame()
{
    const std::vector<Row> first{{"1", "Mára 🦦"}, {std::nullopt, ""}, {"", std::nullopt}};
    const std::vector<Row> second{{"-4", QByteArray("a\0\xff\n\t", 5)}, {"5", QByteArray(500'000, 'x')}};
    const auto result = resultOf({first, second});
    const auto back = broughtBack(*result);
    QVERIFY(back);
    auto expected = first;
    expected.insert(expected.end(), second.begin(), second.end());
    QVERIFY(rowsOf(*back) == expected);
    QVERIFY(back->fields() == fields);
    QCOMPARE(back->typeOf(0), u"integer"_s);
    QCOMPARE(back->state(), ResultModel::State::Done);
    QCOMPARE(back->duration(), result->duration());
    QCOMPARE(back->timeToFirstRow(), result->timeToFirstRow());
    // One without rows is one, too.
    const auto none = broughtBack(*resultOf({}));
    QVERIFY(none);
    QCOMPARE(none->rowCount(), 0);
    QCOMPARE(none->columnCount(), 2);
}

void TestResultKeeper::saysThatItIsNotLive()
{
    const auto back = broughtBack(*resultOf({{{"1", "a"}}}));
    QVERIFY(back->origin().kept);
    QCOMPARE(back->origin().time, origin().time);
    QCOMPARE(back->origin().title, origin().title);
    QCOMPARE(back->origin().sql, origin().sql);
    QCOMPARE(back->origin().statement, origin().statement);
}

void TestResultKeeper::sortsAndFilters()
{
    const auto back = broughtBack(*resultOf({{{"10", "ten"}, {"9", "nine"}, {"100", "hundred"}}}));
    back->setSort({{.column = 0, .descending = false}});
    QTRY_COMPARE_WITH_TIMEOUT(back->cell(0, 0)->toByteArray(), QByteArray("9"), patienceMs);
    back->setFilter(u"HUN"_s);
    QTRY_COMPARE_WITH_TIMEOUT(back->rowCount(), 1, patienceMs);
    QCOMPARE(back->cell(0, 0)->toByteArray(), QByteArray("100"));
}

void TestResultKeeper::longOnesAreCut()
{
    std::vector<Row> rows;
    for (qint64 row = 0; row < ResultRecord::mostRows + 5; ++row)
        rows.push_back({QByteArray::number(row), std::nullopt});
    const auto back = broughtBack(*resultOf({rows}));
    QCOMPARE(back->rowsRead(), ResultRecord::mostRows);
    QCOMPARE(back->cell(back->rowCount() - 1, 0)->toByteArray(),
             QByteArray::number(ResultRecord::mostRows - 1));
    QCOMPARE(back->state(), ResultModel::State::Ended);
    QVERIFY2(back->endedBecause().contains(QLocale().toString(ResultRecord::mostRows + 5)),
             qPrintable(back->endedBecause()));
    // What is cut already stays so.
    const auto again = broughtBack(*back);
    QCOMPARE(again->endedBecause(), back->endedBecause());
}

void TestResultKeeper::largeRowsAreCutBetweenRows()
{
    QByteArray noise(400'000, Qt::Uninitialized);
    for (auto &byte : noise)
        byte = static_cast<char>('a' + QRandomGenerator::global()->bounded(26));
    const auto result = resultOf({{{"1", noise}, {"2", noise}, {"3", noise}}});
    const auto bytes = ResultRecord::of(*result, false).toBytes();
    QVERIFY(bytes.size() < 2 * ResultRecord::mostBytes);
    const auto back = broughtBack(*result);
    QCOMPARE(back->rowCount(), 2);
    QCOMPARE(back->cell(1, 1)->toByteArray(), noise);
    QCOMPARE(back->state(), ResultModel::State::Ended);
}

void TestResultKeeper::oneThatDoesNotFitIsNotKept()
{
    QVERIFY(!broughtBack(*resultOf({{{"1", QByteArray(ResultRecord::mostBytes + 1, 'x')}}})));
}

void TestResultKeeper::noPasswordsAreKept()
{
    auto about = origin();
    about.sql = u"alter role mara password 'hunter2'"_s;
    ResultModel result(about, fields);
    result.setState(ResultModel::State::Done);
    const auto back = broughtBack(result);
    QVERIFY(back);
    QVERIFY2(!back->origin().sql.contains(u"hunter2"), qPrintable(back->origin().sql));
}

void TestResultKeeper::damageIsNoResult()
{
    const auto bytes = ResultRecord::of(*resultOf({{{"1", "a"}, {std::nullopt, "b"}}}), true).toBytes();
    QVERIFY(ResultRecord::fromBytes(bytes)->pinned);
    QVERIFY(!ResultRecord::fromBytes({}));
    QVERIFY(!ResultRecord::fromBytes("nothing of ours at all"));
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY2(!ResultRecord::fromBytes(bytes.first(length)), qPrintable(QString::number(length)));
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        QVERIFY2(!ResultRecord::fromBytes(damaged), qPrintable(QString::number(at)));
    }
    // What is whole and not of this kind is read without harm, too.
    const auto sealed = [](const QByteArray &plain) {
        const auto packed = qCompress(plain);
        return QCryptographicHash::hash(packed, QCryptographicHash::Sha1) + packed;
    };
    const auto plain = qUncompress(bytes.mid(QCryptographicHash::hashLength(QCryptographicHash::Sha1)));
    QVERIFY(ResultRecord::fromBytes(sealed(plain)));
    QVERIFY(!ResultRecord::fromBytes(sealed("something else")));
    for (qsizetype at = 0; at < plain.size(); ++at) {
        QVERIFY(!ResultRecord::fromBytes(sealed(plain.first(at))));
        auto damaged = plain;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
        if (const auto record = ResultRecord::fromBytes(sealed(damaged)))
            QVERIFY(record->rows.count <= ResultRecord::mostRows);
    }
}

void TestResultKeeper::theTabsResultsComeBack()
{
    const auto one = resultOf({{{"1", "one"}}});
    const auto two = resultOf({{{"2", "two"}}});
    m_keeper->keep(Shown{{one.get(), false}, {two.get(), true}});
    settle();
    // As the tabs stand.
    m_keeper->keep(Shown{{two.get(), true}, {one.get(), false}});
    settle();
    reopen();
    const auto kept = restored();
    QCOMPARE(kept.size(), size_t(2));
    QVERIFY(kept[0].record.pinned);
    QVERIFY(rowsOf(*kept[0].record.model({})) == rowsOf(*two));
    QVERIFY(!kept[1].record.pinned);
    QVERIFY(rowsOf(*kept[1].record.model({})) == rowsOf(*one));
}

void TestResultKeeper::whatGoesIsForgotten()
{
    const auto one = resultOf({{{"1", "one"}}});
    const auto two = resultOf({{{"2", "two"}}});
    m_keeper->keep(Shown{{one.get(), false}, {two.get(), false}});
    settle();
    m_keeper->keep(Shown{{two.get(), false}});
    settle();
    QCOMPARE(stored().size(), size_t(1));
    reopen();
    QCOMPARE(restored().size(), size_t(1));
    // The next run takes their place, also before they are back.
    reopen();
    const auto three = resultOf({{{"3", "three"}}});
    m_keeper->restore();
    m_keeper->keep(Shown{{three.get(), false}});
    settle();
    QCOMPARE(stored().size(), size_t(1));
    QVERIFY(rowsOf(*ResultRecord::fromBytes(stored()[0].content)->model({})) == rowsOf(*three));
    // Of very many the last ones.
    std::vector<std::unique_ptr<ResultModel>> many;
    Shown shown;
    for (size_t number = 0; number < ResultKeeper::mostResults + 3; ++number) {
        many.push_back(resultOf({{{QByteArray::number(number), "x"}}}));
        shown.push_back({many.back().get(), false});
    }
    m_keeper->keep(shown);
    settle();
    QCOMPARE(stored().size(), ResultKeeper::mostResults);
    QVERIFY(rowsOf(*ResultRecord::fromBytes(stored().front().content)->model({})) == rowsOf(*many[3]));
}

void TestResultKeeper::onlyWhatIsNewIsWritten()
{
    const auto one = resultOf({{{"1", "one"}}});
    m_keeper->keep(Shown{{one.get(), false}});
    settle();
    const auto before = stored();
    // Whoever else had written it would have written something else.
    auto marking = m_workspace->results().add(u"b"_s, before[0].id, [] { return QByteArray("mark"); });
    marking.waitForFinished();
    m_keeper->keep(Shown{{one.get(), false}});
    settle();
    QCOMPARE(stored()[0].content, QByteArray("mark"));
    one->restart(origin(), fields);
    one->append({batchOf({{"7", "seven"}, {"8", "eight"}})});
    one->setState(ResultModel::State::Done);
    m_keeper->keep(Shown{{one.get(), false}});
    settle();
    QCOMPARE(stored().size(), size_t(1));
    QCOMPARE(stored()[0].id, before[0].id);
    QCOMPARE(ResultRecord::fromBytes(stored()[0].content)->rows.count, 2);
    // The server was asked what a type is called.
    QSignalSpy outdated(m_keeper.get(), &ResultKeeper::outdated);
    one->setTypes({{.name = u"app.mood"_s}, {.name = u"text"_s}}, {});
    QVERIFY(!outdated.isEmpty());
    m_keeper->keep(Shown{{one.get(), false}});
    settle();
    QCOMPARE(ResultRecord::fromBytes(stored()[0].content)->types.front(), u"app.mood"_s);
    // One that came back is there already.
    reopen();
    const auto kept = restored();
    const auto back = kept[0].record.model({});
    m_keeper->adopt(*back, kept[0].id, kept[0].record.pinned);
    m_keeper->keep(Shown{{back.get(), false}});
    settle();
    QCOMPARE(stored()[0].id, before[0].id);
    QCOMPARE(stored().size(), size_t(1));
}

void TestResultKeeper::whatIsStillReadIsForLater()
{
    ResultModel result(origin(), fields);
    result.append({batchOf({{"1", "one"}})});
    m_keeper->keep(Shown{{&result, false}});
    settle();
    QVERIFY(stored().empty());
    // Somebody looks at a first part for as long as they like.
    result.setState(ResultModel::State::Paused);
    m_keeper->keep(Shown{{&result, false}});
    settle();
    QCOMPARE(stored().size(), size_t(1));
    QCOMPARE(ResultRecord::fromBytes(stored()[0].content)->model({})->state(), ResultModel::State::Ended);
    result.append({batchOf({{"2", "two"}})});
    result.setState(ResultModel::State::Done);
    m_keeper->keep(Shown{{&result, false}});
    settle();
    QCOMPARE(stored().size(), size_t(1));
    const auto whole = ResultRecord::fromBytes(stored()[0].content)->model({});
    QCOMPARE(whole->rowCount(), 2);
    QCOMPARE(whole->state(), ResultModel::State::Done);
}

void TestResultKeeper::damagedOnesGoAlone()
{
    const auto one = resultOf({{{"1", "one"}}});
    m_keeper->keep(Shown{{one.get(), false}});
    settle();
    auto damaging = m_workspace->results().add(u"b"_s, u"damaged"_s, [] { return QByteArray("rubbish"); });
    damaging.waitForFinished();
    QCOMPARE(stored().size(), size_t(2));
    reopen();
    const auto kept = restored();
    QCOMPARE(kept.size(), size_t(1));
    QVERIFY(rowsOf(*kept[0].record.model({})) == rowsOf(*one));
    QCOMPARE(stored().size(), size_t(1));
}

void TestResultKeeper::notAllowedIsNeverWritten()
{
    const auto one = resultOf({{{"1", "one"}}});
    m_allowed = false;
    m_keeper->keep(Shown{{one.get(), false}});
    settle();
    QVERIFY(stored().empty());
    m_allowed = true;
    m_keeper->keep(Shown{{one.get(), false}});
    settle();
    QCOMPARE(stored().size(), size_t(1));
    // What was written down while it was allowed goes.
    reopen();
    m_allowed = false;
    QVERIFY(restored().empty());
    QVERIFY(stored().empty());
}

void TestResultKeeper::whatWaitsIsHandedOver()
{
    const auto one = resultOf({{{"1", "one"}}});
    const auto two = resultOf({{{"2", "two"}}});
    const auto three = resultOf({{{"3", "three"}}});
    m_keeper->keep(Shown{{one.get(), false}, {two.get(), false}});
    m_keeper->keep(Shown{{three.get(), false}, {two.get(), false}});
    reopen();
    const auto kept = restored();
    QCOMPARE(kept.size(), size_t(2));
    QVERIFY(rowsOf(*kept[0].record.model({})) == rowsOf(*three));
    QVERIFY(rowsOf(*kept[1].record.model({})) == rowsOf(*two));
}

void TestResultKeeper::aFailureIsSaid()
{
    QSignalSpy failed(m_keeper.get(), &ResultKeeper::failed);
    m_workspace.reset();
    const auto one = resultOf({{{"1", "one"}}});
    m_keeper->keep(Shown{{one.get(), false}});
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), patienceMs);
    settle();
    QCOMPARE(one->rowCount(), 1);
}

/// What was said to be kept is there or has given way to a later one, and each is whole.
void TestResultKeeper::survivesAnyKill()
{
    constexpr int kills = 20;
    constexpr int longestMs = 300;
    cleanup();
    int most = 0;
    for (int kill = 0; kill < kills; ++kill) {
        m_folder = std::make_unique<QTemporaryDir>();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--keep"_s, m_folder->filePath(u"workspace.sqlite"_s)});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead());
        QTest::qSleep(static_cast<int>(QRandomGenerator::global()->bounded(longestMs)));
        child.kill();
        QVERIFY(child.waitForFinished());
        auto lines = child.readAllStandardOutput().split('\n');
        lines.removeLast();
        const int said = lines.isEmpty() ? 0 : lines.back().toInt();
        most = std::max(most, said);
        open();
        const auto there = stored().size();
        const auto kept = restored();
        QCOMPARE(kept.size(), there);
        int newest = 0;
        for (const auto &each : kept) {
            const auto rows = rowsOf(*each.record.model({}));
            QCOMPARE(rows.size(), size_t(1000));
            QVERIFY(std::all_of(rows.begin(), rows.end(), [&](const Row &row) { return row == rows[0]; }));
            newest = std::max(newest, rows[0][0]->toInt());
        }
        QVERIFY2(newest >= said, qPrintable(u"%1 of %2"_s.arg(newest).arg(said)));
        cleanup();
    }
    qInfo("%d kills, up to %d results each", kills, most);
    QVERIFY(most > 1);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--keep") {
        const Writer writer(arguments[2]);
        return QCoreApplication::exec();
    }
    TestResultKeeper test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_resultkeeper.moc"
