#include "models/project/recentprojects.h"

#include <QTest>

using namespace squall::models;
using namespace Qt::StringLiterals;

class TestRecentProjects : public QObject
{
    Q_OBJECT

private slots:
    void newestFirst();
    void oldestGo();
    void nothingOfRubbish();
};

void TestRecentProjects::newestFirst()
{
    const RecentProject shop{u"shop"_s, u"/a/drizzle.config.ts"_s, {}};
    const RecentProject blog{u"blog"_s, u"/b/drizzle.config.ts"_s, u".env.test"_s};
    auto kept = withRecentProject(withRecentProject({}, shop), blog);
    QCOMPARE(recentProjects(kept), std::vector({blog, shop}));
    auto again = shop;
    again.environment = u".env.production"_s;
    kept = withRecentProject(kept, again);
    QCOMPARE(recentProjects(kept), std::vector({again, blog}));
    QCOMPARE(recentProject(toJson(blog)), std::optional(blog));
}

void TestRecentProjects::oldestGo()
{
    QByteArray kept;
    for (int each = 0; each < 30; ++each)
        kept = withRecentProject(kept, {u"p"_s, u"/%1/drizzle.config.ts"_s.arg(each), {}});
    QCOMPARE(recentProjects(kept).size(), size_t(10));
    QCOMPARE(recentProjects(kept).front().config, u"/29/drizzle.config.ts"_s);
}

void TestRecentProjects::nothingOfRubbish()
{
    QVERIFY(recentProjects("{").empty());
    QVERIFY(recentProjects(R"([1, {"name": "x"}])").empty());
    QVERIFY(!recentProject({}));
}

QTEST_GUILESS_MAIN(TestRecentProjects)
#include "tst_recentprojects.moc"
