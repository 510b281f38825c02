#include "core/diagram/changes.h"
#include "tests/models/diagram/diagramtables.h"

#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::diagram;
using namespace Qt::StringLiterals;
using catalog::Snapshot;

namespace {

/// `posts` refer to `users`; `tags` to nobody.
Snapshot blog()
{
    Snapshot snapshot;
    auto posts = test::keyed(u"posts"_s);
    const auto users = test::keyed(u"users"_s);
    test::refer(posts, users);
    snapshot.tables = {posts, test::keyed(u"tags"_s), users};
    return snapshot;
}

/// One line for each change: its sign, what it is about, how.
QStringList textOf(const Changes &changes)
{
    QStringList lines;
    for (const auto &change : changes) {
        const auto sign = change.fate == Fate::Added     ? u"+"_s
                          : change.fate == Fate::Removed ? u"-"_s
                                                         : u"~"_s;
        auto line = sign + u' ' + change.id.name;
        if (!change.id.part.isEmpty())
            line += u'.' + change.id.part;
        lines << line + (change.how.isEmpty() ? QString() : u": "_s + change.how.join(u", "_s));
    }
    return lines;
}

QStringList columnsOf(const Diagram &diagram, const QString &table)
{
    QStringList names;
    const int entity = entityOf(diagram, {Kind::Table, u"public"_s, table});
    for (const auto &column : diagram.entities[static_cast<std::size_t>(entity)].columns)
        names << column.name;
    return names;
}

} // namespace

/// What has changed between two schemas, and both as one.
class TestChanges : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void sizesAreNoChange();
    void partitionsAreOfTheirTable();
    void theUnionHasBoth();
    void theUnionOfTheSameIsTheSame();
};

void TestChanges::tells_data()
{
    QTest::addColumn<Snapshot>("after");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("nothing") << blog() << QStringList();
    auto after = blog();
    after.tables.insert(after.tables.begin(), test::keyed(u"likes"_s));
    QTest::newRow("a new table") << after << QStringList{u"+ likes"_s, u"+ likes.id"_s, u"+ likes.name"_s};
    after = blog();
    after.tables.erase(after.tables.begin());
    QTest::newRow("a table gone, and its reference with it")
        << after
        << QStringList{u"- posts"_s, u"- posts.id"_s, u"- posts.name"_s, u"- posts.users_id"_s,
                       u"- posts.posts_users_id"_s};
    after = blog();
    after.tables[1].columns.push_back({.name = u"color"_s, .type = u"text"_s});
    QTest::newRow("a new column") << after << QStringList{u"~ tags"_s, u"+ tags.color"_s};
    after = blog();
    after.tables[1].columns.pop_back();
    QTest::newRow("a column gone") << after << QStringList{u"~ tags"_s, u"- tags.name"_s};
    after = blog();
    after.tables[1].columns[0].type = u"integer"_s;
    after.tables[1].columns[1].notNull = true;
    QTest::newRow("columns altered") << after
                                     << QStringList{u"~ tags"_s, u"~ tags.id: bigint → integer"_s,
                                                    u"~ tags.name: + not null"_s};
    after = blog();
    after.tables[1].columns[1].defaultSql = u"'x'"_s;
    QTest::newRow("a default") << after << QStringList{u"~ tags"_s, u"~ tags.name: + default 'x'"_s};
    after = blog();
    after.tables[0].constraints.back().onDelete = catalog::Constraint::Action::Cascade;
    QTest::newRow("what a delete does")
        << after << QStringList{u"~ posts"_s, u"~ posts.posts_users_id: + on delete cascade"_s};
    after = blog();
    after.tables[0].constraints.back().name = u"author"_s;
    QTest::newRow("a foreign key by another name")
        << after << QStringList{u"~ posts"_s, u"~ posts.author: posts_users_id → author"_s};
    after = blog();
    after.tables[0].constraints.back().referencedTable.name = u"tags"_s;
    QTest::newRow("a foreign key that leads elsewhere")
        << after << QStringList{u"~ posts"_s, u"+ posts.posts_users_id"_s, u"- posts.posts_users_id"_s};
    after = blog();
    after.tables[0].constraints.back().deferrable = true;
    QTest::newRow("a foreign key checked later")
        << after << QStringList{u"~ posts: ~ foreign key posts_users_id"_s};
    after = blog();
    after.tables[1].indexes.push_back({.name = u"tags_name"_s, .method = u"btree"_s});
    after.tables[1].rowSecurity = true;
    QTest::newRow("what is no column")
        << after << QStringList{u"~ tags: + index tags_name, + row level security"_s};
    after = blog();
    after.tables[1].options = {u"fillfactor=70"_s};
    QTest::newRow("what has no word of its own") << after << QStringList{u"~ tags: ~ options"_s};
}

void TestChanges::tells()
{
    QFETCH(const Snapshot, after);
    QFETCH(const QStringList, expected);
    QCOMPARE(textOf(changesBetween(blog(), after)), expected);
    // Backwards it is as much, the other way round.
    auto back = changesBetween(after, blog());
    QCOMPARE(static_cast<qsizetype>(back.size()), expected.size());
}

void TestChanges::sizesAreNoChange()
{
    auto after = blog();
    after.tables[0].size.value = {5000, 8192};
    QVERIFY(changesBetween(blog(), after).empty());
}

void TestChanges::partitionsAreOfTheirTable()
{
    auto before = blog();
    before.tables[1].partitionKey = u"RANGE (id)"_s;
    auto after = before;
    after.tables.insert(after.tables.begin() + 2, test::partition(u"public"_s, u"tags_1"_s, u"tags"_s, 10));
    QCOMPARE(textOf(changesBetween(before, after)), QStringList{u"~ tags: + partition tags_1"_s});
    QCOMPARE(textOf(changesBetween(after, before)), QStringList{u"~ tags: − partition tags_1"_s});
}

void TestChanges::theUnionHasBoth()
{
    auto before = blog();
    auto &tags = before.tables[1].columns;
    tags.insert(tags.begin() + 1, {.name = u"old"_s, .type = u"text"_s});
    tags.insert(tags.begin(), {.name = u"oldest"_s, .type = u"text"_s});
    auto after = blog();
    after.tables.erase(after.tables.begin());
    after.tables.push_back(test::keyed(u"zones"_s));
    test::refer(after.tables.back(), after.tables[0]);
    const auto both = unionOf(diagramOf(before), diagramOf(after));
    QStringList names;
    for (const auto &entity : both.entities)
        names << entity.id.name;
    QCOMPARE(names, (QStringList{u"posts"_s, u"tags"_s, u"users"_s, u"zones"_s}));
    QCOMPARE(columnsOf(both, u"tags"_s), (QStringList{u"oldest"_s, u"id"_s, u"old"_s, u"name"_s}));
    QCOMPARE(both.references.size(), 2U);
    for (const auto &reference : both.references) {
        const auto &from = both.entities[static_cast<std::size_t>(reference.from)];
        const auto &to = both.entities[static_cast<std::size_t>(reference.to)];
        // By the columns' new numbers.
        QCOMPARE(from.columns[static_cast<std::size_t>(reference.columns.front())].name,
                 to.id.name + u"_id"_s);
        QCOMPARE(to.columns[static_cast<std::size_t>(reference.toColumns.front())].name, u"id"_s);
    }
}

void TestChanges::theUnionOfTheSameIsTheSame()
{
    const auto diagram = diagramOf(test::family(50));
    for (const auto &both : {unionOf(diagram, diagram), unionOf({}, diagram), unionOf(diagram, {})}) {
        QCOMPARE(both.references, diagram.references);
        QCOMPARE(both.entities.size(), diagram.entities.size());
        for (std::size_t i = 0; i < both.entities.size(); ++i) {
            QCOMPARE(both.entities[i].id, diagram.entities[i].id);
            QCOMPARE(both.entities[i].columns, diagram.entities[i].columns);
        }
    }
}

QTEST_APPLESS_MAIN(TestChanges)

#include "tst_changes.moc"
