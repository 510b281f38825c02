#include "models/objectdetails.h"
#include "tests/models/snapshots.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;

namespace {

catalog::Snapshot sample()
{
    catalog::Snapshot snapshot;
    auto users = test::table(u"app"_s, u"users"_s, 1200);
    users.comment = u"Everybody"_s;
    users.owner = u"anna"_s;
    users.columns = {{.name = u"id"_s, .type = u"bigint"_s, .notNull = true},
                     {.name = u"name"_s, .type = u"text"_s}};
    users.constraints = {
        {.name = u"users_pkey"_s, .type = catalog::Constraint::Type::PrimaryKey, .columns = {u"id"_s}}};
    auto posts = test::table(u"blog"_s, u"posts"_s);
    posts.constraints = {{.name = u"author"_s,
                          .type = catalog::Constraint::Type::ForeignKey,
                          .columns = {u"author_id"_s},
                          .referencedTable = {u"app"_s, u"users"_s}}};
    snapshot.tables = {users, posts};
    return snapshot;
}

const DetailSection *section(const ObjectDetails &details, const QString &title)
{
    for (const auto &section : details.sections) {
        if (section.title == title)
            return &section;
    }
    return nullptr;
}

} // namespace

class TestObjectDetails : public QObject
{
    Q_OBJECT

private slots:
    void tellsAboutATable();
    void referencesGoBothWays();
    void isSilentAboutTheUnknown();
};

void TestObjectDetails::tellsAboutATable()
{
    const auto details = describe(sample(), {Kind::Table, u"app"_s, u"users"_s});
    QVERIFY(details);
    QCOMPARE(details->name, u"users"_s);
    QCOMPARE(details->comment, u"Everybody"_s);
    const auto *columns = section(*details, u"Columns"_s);
    QVERIFY(columns);
    QCOMPARE(columns->lines.size(), size_t(2));
    QCOMPARE(columns->lines[0].value, u"bigint"_s);
    QVERIFY(columns->lines[0].key && !columns->lines[1].key);
    QCOMPARE(columns->lines[1].value, u"text ?"_s);
    QVERIFY(!section(*details, u"Triggers"_s));
}

void TestObjectDetails::referencesGoBothWays()
{
    const auto users = describe(sample(), {Kind::Table, u"app"_s, u"users"_s});
    const auto *from = section(*users, u"Referenced by"_s);
    QVERIFY(from);
    QCOMPARE(from->lines[0].label, u"blog.posts"_s);
    QCOMPARE(from->lines[0].link, (ObjectId{Kind::Table, u"blog"_s, u"posts"_s}));

    const auto posts = describe(sample(), {Kind::Table, u"blog"_s, u"posts"_s});
    const auto *to = section(*posts, u"References"_s);
    QVERIFY(to);
    QCOMPARE(to->lines[0].value, u"→ app.users"_s);
    QCOMPARE(to->lines[0].link, (ObjectId{Kind::Table, u"app"_s, u"users"_s}));
}

void TestObjectDetails::isSilentAboutTheUnknown()
{
    QVERIFY(!describe(sample(), {Kind::Table, u"app"_s, u"gone"_s}));
    QVERIFY(!describe(sample(), {Kind::Role, {}, u"users"_s}));
}

QTEST_GUILESS_MAIN(TestObjectDetails)
#include "tst_objectdetails.moc"
