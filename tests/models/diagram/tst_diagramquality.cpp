#include "core/catalog/introspect.h"
#include "core/layout/crossings.h"
#include "core/pg/connection.h"
#include "models/diagram/diagrammaking.h"
#include "tests/core/layout/dot.h"
#include "tests/core/layout/measures.h"
#include "tests/models/diagram/clusteredschema.h"
#include "tests/models/diagram/diagramtables.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <cmath>

using namespace squall;
using namespace squall::models;
using namespace squall::layout::testing;
using namespace Qt::StringLiterals;

/// How good the pictures of real schemas are, and of generated ones that are like them.
class TestDiagramQuality : public QObject
{
    Q_OBJECT

private slots:
    void ofGeneratedSchemas_data();
    void ofGeneratedSchemas();
    void keepsSchemasAndClustersTogether();
    void ofTheDemo();
    void ofSamples();

private:
    void check(const catalog::SnapshotPtr &snapshot);
    void load(const QStringList &scripts, catalog::SnapshotPtr &snapshot);
};

namespace {

constexpr double flattest = 3;
constexpr double mostOfDots = 1.25;
constexpr int mostForDot = 110;

DiagramPicturePtr pictureOf(const catalog::SnapshotPtr &snapshot)
{
    return makeDiagram({.snapshot = snapshot, .look = test::diagramLook()}).value().picture;
}

/// The mean distance of tables that have the same key, as a share of that of all.
template<typename Key>
double togetherness(const DiagramPicture &picture, Key key)
{
    double within = 0;
    double whole = 0;
    int withinCount = 0;
    int count = 0;
    for (int one = 0; one < picture.count(); ++one) {
        for (int other = 0; other < one; ++other) {
            const auto by = picture.rect(one).center() - picture.rect(other).center();
            const double distance = std::hypot(by.x(), by.y());
            whole += distance;
            ++count;
            if (const auto of = key(picture.box(one).id); !of.isEmpty() && of == key(picture.box(other).id)) {
                within += distance;
                ++withinCount;
            }
        }
    }
    return within / withinCount / (whole / count);
}

} // namespace

void TestDiagramQuality::check(const catalog::SnapshotPtr &snapshot)
{
    const auto picture = pictureOf(snapshot);
    const auto &graph = picture->content->graph;
    QCOMPARE(overlaps(graph, picture->positions), 0);
    QCOMPARE(routesThroughBoxes(graph, picture->positions, picture->routes), 0);
    QCOMPARE(misledRoutes(graph, picture->positions, picture->routes), 0);
    const double aspect = picture->bounds.width() / picture->bounds.height();
    QVERIFY2(aspect > 1 / flattest && aspect < flattest, qPrintable(QString::number(aspect)));
    const double length = lengthOf(picture->routes);
    const double shared = sharedLength(graph, picture->routes);
    const int ours = layout::crossings(picture->routes);
    qInfo("%d tables, %zu lines: %d crossings, %.0f long, %.0f of it shared by different ends, aspect %.2f",
          picture->count(), graph.edges.size(), ours, length, shared, aspect);
    QVERIFY(shared <= 0.01 * length);
    if (picture->count() > mostForDot)
        return;
    const auto dots = drawnByDot(graph);
    QVERIFY2(dots, "Graphviz is missing (packaging/debian-packages.txt)");
    const int theirs = layout::crossings(dots->routes);
    qInfo("dot: %d crossings, %.0f long", theirs, lengthOf(dots->routes));
    QVERIFY(ours <= mostOfDots * theirs);
}

void TestDiagramQuality::ofGeneratedSchemas_data()
{
    QTest::addColumn<int>("tables");
    QTest::addColumn<int>("seed");
    for (const int tables : {20, 100, 400, 500, 1000}) {
        for (int seed = 1; seed <= 2; ++seed)
            QTest::addRow("%d tables, number %d", tables, seed) << tables << seed;
    }
}

void TestDiagramQuality::ofGeneratedSchemas()
{
    QFETCH(const int, tables);
    QFETCH(const int, seed);
    check(test::clusteredSchema(tables, seed));
}

void TestDiagramQuality::keepsSchemasAndClustersTogether()
{
    for (int seed = 1; seed <= 3; ++seed) {
        const auto picture = pictureOf(test::clusteredSchema(500, seed));
        const double schemas = togetherness(*picture, [](const ObjectId &id) { return id.schema; });
        const double clusters = togetherness(*picture, test::clusterOf);
        qInfo("distance within a schema %.2f, within a cluster %.2f of the mean", schemas, clusters);
        QVERIFY(schemas < 0.7);
        QVERIFY(clusters < 0.33);
    }
}

void TestDiagramQuality::load(const QStringList &scripts, catalog::SnapshotPtr &snapshot)
{
    constexpr int timeoutMs = 120'000;
    const auto database = test::TestServer::of().createDatabase();
    for (const auto &script : scripts) {
        QProcess psql; // samples bring their rows along as COPY data
        psql.setStandardOutputFile(QProcess::nullDevice());
        psql.start(u"psql"_s, {u"-qX"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s,
                               QString::fromUtf8(database.value("host")), u"-U"_s,
                               QString::fromUtf8(database.value("user")), u"-d"_s,
                               QString::fromUtf8(database.value("dbname")), u"-f"_s, script});
        QVERIFY2(psql.waitForFinished(timeoutMs) && psql.exitCode() == 0, psql.readAllStandardError());
    }
    pg::Connection connection(database);
    const auto read = catalog::introspect(connection);
    NEED(read);
    snapshot = std::make_shared<const catalog::Snapshot>(*read);
}

void TestDiagramQuality::ofTheDemo()
{
    const QDir migrations(QStringLiteral(SQUALL_DEMO "/drizzle"));
    QStringList scripts;
    for (const auto &file : migrations.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        scripts << migrations.filePath(file);
    QVERIFY(!scripts.isEmpty());
    catalog::SnapshotPtr snapshot;
    load(scripts, snapshot);
    if (snapshot)
        check(snapshot);
}

void TestDiagramQuality::ofSamples()
{
    const auto folder = qEnvironmentVariable("SQUALL_SAMPLES");
    if (folder.isEmpty())
        QSKIP("SQUALL_SAMPLES names no folder of SQL files; samples are not part of the repository");
    const QDir samples(folder);
    const auto files = samples.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY2(!files.isEmpty(), qPrintable(folder));
    for (const auto &file : files) {
        qInfo("%s", qPrintable(file));
        catalog::SnapshotPtr snapshot;
        load({samples.filePath(file)}, snapshot);
        if (snapshot)
            check(snapshot);
    }
}

QTEST_GUILESS_MAIN(TestDiagramQuality)
#include "tst_diagramquality.moc"
