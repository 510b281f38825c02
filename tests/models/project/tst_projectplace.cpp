#include "models/project/projectplace.h"
#include "tests/models/project/projectfolder.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using test::ProjectFolder;

class TestProjectPlace : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void listsEnvironments();
    void names();
};

void TestProjectPlace::finds_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("opened");
    QTest::addColumn<QString>("config");
    QTest::addColumn<qsizetype>("configs");

    QTest::newRow("in the folder") << QStringList{u"drizzle.config.ts"_s} << u"."_s << u"drizzle.config.ts"_s
                                   << qsizetype(1);
    QTest::newRow("the usual one of several")
        << QStringList{u"drizzle-dev.config.ts"_s, u"drizzle.config.ts"_s} << u"."_s << u"drizzle.config.ts"_s
        << qsizetype(2);
    QTest::newRow("the one that is named")
        << QStringList{u"drizzle-dev.config.ts"_s, u"drizzle.config.ts"_s} << u"drizzle-dev.config.ts"_s
        << u"drizzle-dev.config.ts"_s << qsizetype(2);
    QTest::newRow("of a package") << QStringList{u"packages/db/drizzle.config.ts"_s,
                                                 u"packages/web/index.ts"_s}
                                  << u"."_s << u"packages/db/drizzle.config.ts"_s << qsizetype(1);
    QTest::newRow("the nearer one") << QStringList{u"a/b/c/drizzle.config.ts"_s, u"z/drizzle.config.js"_s}
                                    << u"."_s << u"z/drizzle.config.js"_s << qsizetype(1);
    QTest::newRow("not that of an installed package")
        << QStringList{u"node_modules/x/drizzle.config.ts"_s, u"packages/db/drizzle.config.ts"_s} << u"."_s
        << u"packages/db/drizzle.config.ts"_s << qsizetype(1);
}

void TestProjectPlace::finds()
{
    QFETCH(const QStringList, files);
    QFETCH(const QString, opened);
    QFETCH(const QString, config);
    QFETCH(const qsizetype, configs);
    const ProjectFolder folder;
    for (const auto &file : files)
        folder.write(file, "export default {}");
    const auto place = findProject(folder.pathOf(opened));
    QVERIFY2(place, place ? "" : qPrintable(place.error().message));
    const auto whole = QFileInfo(folder.pathOf(config)).canonicalFilePath();
    QCOMPARE(place->config, whole);
    QCOMPARE(place->directory, QFileInfo(whole).path());
    QCOMPARE(projectConfigs(place->directory).size(), configs);
}

void TestProjectPlace::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("opened");
    QTest::addColumn<QString>("said");

    QTest::newRow("no folder") << u"index.ts"_s << u"elsewhere"_s << u"does not exist"_s;
    QTest::newRow("no configuration") << u"index.ts"_s << u"."_s << u"There is no drizzle.config.ts"_s;
    QTest::newRow("another file") << u"schema.sql"_s << u"schema.sql"_s << u"is no configuration"_s;
}

void TestProjectPlace::saysWhatIsMissing()
{
    QFETCH(const QString, file);
    QFETCH(const QString, opened);
    QFETCH(const QString, said);
    const ProjectFolder folder;
    folder.write(file, "");
    const auto place = findProject(folder.pathOf(opened));
    QVERIFY(!place);
    QVERIFY2(place.error().message.contains(said), qPrintable(place.error().message));
}

void TestProjectPlace::listsEnvironments()
{
    const ProjectFolder folder;
    QCOMPARE(projectEnvironments(folder.path()), QStringList());
    for (const auto &name : {u".env"_s, u".env.production"_s, u".env.test"_s, u".env.example"_s,
                             u".env.local"_s, u".envrc"_s, u"x.env"_s})
        folder.write(name, "A=1");
    QCOMPARE(projectEnvironments(folder.path()),
             QStringList({u".env"_s, u".env.local"_s, u".env.production"_s, u".env.test"_s}));
}

void TestProjectPlace::names()
{
    const ProjectFolder folder;
    QCOMPARE(projectName(folder.path()), u"shop"_s);
    folder.write(u"package.json"_s, "{");
    QCOMPARE(projectName(folder.path()), u"shop"_s); // the folder's
    folder.write(u"package.json"_s, R"({"name": "store"})");
    QCOMPARE(projectName(folder.path()), u"store"_s);
}

QTEST_GUILESS_MAIN(TestProjectPlace)
#include "tst_projectplace.moc"
