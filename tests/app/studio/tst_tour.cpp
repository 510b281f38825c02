#include "core/pg/connection.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize windowSize(1024, 700);
/// Each view settles for half a second and is drawn four times.
constexpr int tourMs = 240'000;

struct Outcome
{
    bool ended = false;
    QStringList views;
    QStringList leftOut;
    QString err;
};

QString urlOf(const pg::ConnectionOptions &database)
{
    return u"postgresql:///%1?host=%2&port=%3&user=%4"_s.arg(
        QString::fromUtf8(database.value("dbname")), QString::fromUtf8(database.value("host")),
        QString::fromUtf8(database.value("port")), QString::fromUtf8(database.value("user")));
}

Outcome takeTour(const pg::ConnectionOptions &database, const QString &folder, const QStringList &more = {})
{
    QProcess studio;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    // What Qt says about its platform is no fault of the tour.
    environment.insert(u"QT_LOGGING_RULES"_s, u"*.warning=false"_s);
    studio.setProcessEnvironment(environment);
    const QStringList arguments = {u"--url"_s,  urlOf(database),
                                   u"--tour"_s, folder,
                                   u"--size"_s, u"%1x%2"_s.arg(windowSize.width()).arg(windowSize.height())};
    studio.start(QStringLiteral(SQUALL_STUDIO), arguments + more);
    Outcome outcome;
    outcome.ended = studio.waitForFinished(tourMs) && studio.exitStatus() == QProcess::NormalExit;
    outcome.err = QString::fromUtf8(studio.readAllStandardError());
    const auto lines = QString::fromUtf8(studio.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    for (const auto &line : lines)
        (line.contains(u"left out") ? outcome.leftOut : outcome.views) += line.section(u':', 0, 0);
    return outcome;
}

/// What does not depend on how busy the machine is.
QStringList faults(const Outcome &outcome)
{
    QStringList faults;
    for (const auto &line : outcome.err.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.contains(u"the event loop stood still"))
            faults += line;
    }
    return faults;
}

} // namespace

class TestTour : public QObject
{
    Q_OBJECT

private slots:
    void showsEveryViewOfTheDemo();
    void changesNothingElsewhere();
};

void TestTour::showsEveryViewOfTheDemo()
{
    const auto database = test::TestServer::of().createDatabase();
    QProcess loading;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGHOST"_s, QString::fromUtf8(database.value("host")));
    environment.insert(u"PGPORT"_s, QString::fromUtf8(database.value("port")));
    environment.insert(u"PGUSER"_s, QString::fromUtf8(database.value("user")));
    loading.setProcessEnvironment(environment);
    loading.start(QStringLiteral(SQUALL_DEMO "/load.sh"), {QString::fromUtf8(database.value("dbname"))});
    QVERIFY(loading.waitForFinished(120'000));
    QVERIFY2(loading.exitCode() == 0, loading.readAllStandardError().constData());

    const QTemporaryDir folder;
    const auto outcome = takeTour(database, folder.path(), {QStringLiteral(SQUALL_DEMO)});
    QVERIFY(outcome.ended);
    QCOMPARE(faults(outcome).join(u'\n'), QString());
    QCOMPARE(outcome.leftOut, QStringList());
    for (const auto &view : {u"start-page"_s, u"table-data"_s, u"merge"_s, u"copy-as"_s, u"project-diagram"_s,
                             u"production-unlock"_s})
        QVERIFY2(outcome.views.contains(view), qPrintable(view));
    for (const auto &view : outcome.views) {
        for (const auto &scheme : {u"light"_s, u"dark"_s}) {
            for (const int scale : {1, 2}) {
                const QImage picture(folder.filePath(u"%1-%2-%3x.png"_s.arg(view, scheme).arg(scale)));
                QCOMPARE(picture.size(), windowSize * scale);
            }
        }
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), outcome.views.size() * 4);
}

void TestTour::changesNothingElsewhere()
{
    const auto database = test::TestServer::of().createDatabase();
    pg::Connection connection(database);
    const auto made = connection.runScript(
        u"create table workouts (id int primary key, distance_m int not null, title text);"
        u"insert into workouts select g, 10000, 'run ' || g from generate_series(1, 200) g; analyze"_s);
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    const auto content = [&] {
        const auto reply =
            connection.fetch({u"select md5(string_agg(w::text || w.xmin::text, ',' order by id)), "
                              u"count(*) from workouts w"_s});
        return reply ? reply->text(0, 0) + reply->text(0, 1) : QString();
    };
    const auto before = content();
    QVERIFY(!before.isEmpty());

    const QTemporaryDir folder;
    const auto outcome = takeTour(database, folder.path());
    QVERIFY(outcome.ended);
    QCOMPARE(faults(outcome).join(u'\n'), QString());
    QVERIFY2(outcome.leftOut.contains(u"merge"_s), qPrintable(outcome.leftOut.join(u' ')));
    QVERIFY(outcome.leftOut.contains(u"editing"_s));
    QVERIFY(outcome.views.contains(u"table-data"_s));
    QCOMPARE(content(), before);
}

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
