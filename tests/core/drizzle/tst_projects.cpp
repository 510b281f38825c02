#include "core/drizzle/projects.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

void touch(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestProjects : public QObject
{
    Q_OBJECT

private slots:
    void found();
    void notEndless();
    void environmentSets();
};

/// The nearer ones first; nothing that is installed, hidden or linked.
void TestProjects::found()
{
    const QTemporaryDir folder;
    for (const auto *name :
         {"apps/web/drizzle.config.ts", "apps/web/drizzle-dev.config.ts", "drizzle.config.json",
          "packages/db/src/drizzle.config.mjs", "packages/db/drizzle.config.prod.ts",
          "node_modules/x/drizzle.config.ts", "apps/web/node_modules/y/drizzle.config.ts",
          ".cache/drizzle.config.ts", "apps/web/config.ts", "vendor/z/drizzle.config.ts"})
        touch(folder.filePath(QLatin1StringView(name)));
    QVERIFY(QFile::link(folder.path(), folder.filePath(u"apps/loop"_s)));
    const auto result = findProjects(folder.path());
    QVERIFY(result.complete);
    QStringList names;
    for (const auto &path : result.configs)
        names += QDir(folder.path()).relativeFilePath(path);
    QCOMPARE(names, (QStringList{u"drizzle.config.json"_s, u"apps/web/drizzle-dev.config.ts"_s,
                                 u"apps/web/drizzle.config.ts"_s, u"packages/db/drizzle.config.prod.ts"_s,
                                 u"packages/db/src/drizzle.config.mjs"_s}));
}

void TestProjects::notEndless()
{
    const QTemporaryDir folder;
    touch(folder.filePath(u"a/drizzle.config.ts"_s));
    const auto result = findProjects(folder.path(), std::chrono::milliseconds(0));
    QVERIFY(!result.complete);
    QVERIFY(result.configs.isEmpty());
}

void TestProjects::environmentSets()
{
    const QTemporaryDir folder;
    for (const auto *name : {".env.test", ".env", ".env.production", ".env.example", ".env.production.local",
                             ".env.vault", ".environment", "x.env", ".env.local.sample"})
        touch(folder.filePath(QLatin1StringView(name)));
    const std::vector<EnvironmentSet> expected{{{}, u".env"_s},
                                               {u"production"_s, u".env.production"_s},
                                               {u"production.local"_s, u".env.production.local"_s},
                                               {u"test"_s, u".env.test"_s}};
    QVERIFY(squall::drizzle::environmentSets(folder.path()) == expected);
}

QTEST_GUILESS_MAIN(TestProjects)
#include "tst_projects.moc"
