#include "models/diagram/diagramfocus.h"
#include "models/diagram/diagramoverlay.h"
#include "tests/models/diagram/diagramtables.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Kinds = DiagramOverlayKind;

namespace {

/// A content and what it was made of.
struct Seen
{
    explicit Seen(const catalog::Snapshot &snapshot, DiagramDetail detail = DiagramDetail::Keys)
        : diagram(diagram::diagramOf(snapshot))
        , content(contentOf(diagram, detail, test::diagramLook()))
    {
    }

    int box(const QString &name) const { return content.find({Kind::Table, u"public"_s, name}); }

    diagram::Diagram diagram;
    DiagramContent content;
};

catalog::Snapshot sized(const std::vector<qint64> &rows)
{
    catalog::Snapshot snapshot;
    for (std::size_t i = 0; i < rows.size(); ++i)
        snapshot.tables.push_back(test::table(u"public"_s, u"t%1"_s.arg(i), rows[i]));
    return snapshot;
}

catalog::Index indexOn(const QString &name, const QStringList &columns)
{
    catalog::Index index{.name = name, .method = u"btree"_s};
    for (const auto &column : columns)
        index.keys.push_back({.column = column});
    return index;
}

} // namespace

/// What overlays say of a diagram, and ways through it.
class TestDiagramOverlay : public QObject
{
    Q_OBJECT

private slots:
    void noneIsNothing();
    void heatTellsTenFromTenMillions();
    void whatNobodyCountedIsNotKnown();
    void aFewRowsAreNoHeat();
    void sizesCountInBytes();
    void missingIndexes();
    void missingOnSeveralColumns();
    void nothingIsMissing();
    void unusedIndexes();
    void unusedIsNotKnown();
    void cycles();
    void changes();
    void ways();
    void steps();
    void neighbours();
};

void TestDiagramOverlay::noneIsNothing()
{
    const Seen seen(test::family(3));
    QVERIFY(!overlayOf({}, seen.diagram, seen.content));
}

void TestDiagramOverlay::heatTellsTenFromTenMillions()
{
    const Seen seen(sized({10, 1000, 100'000, 10'000'000}));
    const auto overlay = overlayOf({.overlay = Kinds::Rows}, seen.diagram, seen.content);
    QCOMPARE(overlay->box(0).heat, 0.0);
    QCOMPARE(overlay->box(3).heat, 1.0);
    // As many figures apart, as far apart.
    QVERIFY(std::abs(overlay->box(1).heat - 1 / 3.0) < 1e-9);
    QVERIFY(std::abs(overlay->box(2).heat - 2 / 3.0) < 1e-9);
    QCOMPARE(overlay->box(3).text, u"≈ 10M rows"_s);
    QCOMPARE(overlay->boxWords.value(3), QStringList{u"≈ 10,000,000 rows"_s});
    const auto &scale = overlay->legend.scale;
    QCOMPARE(scale.front().text, u"10"_s);
    QCOMPARE(scale.back().text, u"10M"_s);
    QCOMPARE(scale.front().heat, 0.0);
    QCOMPARE(scale.back().heat, 1.0);
    QVERIFY(overlay->legend.entries.empty());
}

void TestDiagramOverlay::whatNobodyCountedIsNotKnown()
{
    const Seen seen(sized({-1, 0, 500}));
    for (const auto kind : {Kinds::Rows, Kinds::Size}) {
        const auto overlay = overlayOf({.overlay = kind}, seen.diagram, seen.content);
        QCOMPARE(overlay->box(0).tone, DiagramTone::Unknown);
        QCOMPARE(overlay->box(0).text, u"not known"_s);
        QCOMPARE(overlay->box(1).tone, DiagramTone::Heat);
        QCOMPARE(overlay->legend.entries.size(), 1U);
        QCOMPARE(overlay->legend.entries.front().text, u"1 never analysed"_s);
    }
    const auto rows = overlayOf({.overlay = Kinds::Rows}, seen.diagram, seen.content);
    QCOMPARE(rows->box(1).text, u"≈ 0 rows"_s);
    QVERIFY(rows->legend.text().contains(u"not known: 1 never analysed"_s));
    const Seen none(sized({-1, -1}));
    QVERIFY(overlayOf({.overlay = Kinds::Rows}, none.diagram, none.content)->legend.scale.empty());
}

void TestDiagramOverlay::aFewRowsAreNoHeat()
{
    // Twelve are not much more than ten.
    const Seen seen(sized({10, 12}));
    const auto overlay = overlayOf({.overlay = Kinds::Rows}, seen.diagram, seen.content);
    QVERIFY(overlay->box(1).heat - overlay->box(0).heat < 0.05);
    QVERIFY(overlay->box(1).heat < 0.5);
}

void TestDiagramOverlay::sizesCountInBytes()
{
    catalog::Snapshot snapshot = sized({1, 1});
    snapshot.tables[0].size.value.bytes = 8192;
    snapshot.tables[1].size.value.bytes = qint64(340) * 1024 * 1024;
    snapshot.tables.push_back(test::partition(u"public"_s, u"t1_a"_s, u"t1"_s, 10));
    snapshot.tables.back().size.value.bytes = qint64(60) * 1024 * 1024;
    const Seen seen(snapshot);
    const auto overlay = overlayOf({.overlay = Kinds::Size}, seen.diagram, seen.content);
    QCOMPARE(overlay->box(0).text, u"8 kB"_s);
    QCOMPARE(overlay->box(1).text, u"400 MB"_s);
    QVERIFY(overlay->box(0).heat < overlay->box(1).heat);
}

void TestDiagramOverlay::missingIndexes()
{
    catalog::Snapshot snapshot;
    const auto users = test::keyed(u"users"_s);
    auto posts = test::keyed(u"posts"_s);
    auto likes = test::keyed(u"my \"likes\""_s);
    test::refer(posts, users);
    test::refer(likes, users);
    test::refer(likes, posts);
    posts.indexes.push_back(indexOn(u"posts_users"_s, {u"users_id"_s}));
    likes.indexes.push_back(indexOn(u"second"_s, {u"id"_s, u"users_id"_s}));
    snapshot.tables = {users, posts, likes};
    const Seen seen(snapshot);
    const auto overlay = overlayOf({.overlay = Kinds::MissingIndexes}, seen.diagram, seen.content);
    const int marked = seen.box(u"my \"likes\""_s);
    QCOMPARE(overlay->box(marked).text, u"! 2"_s);
    QVERIFY(!overlay->box(seen.box(u"posts"_s)));
    QCOMPARE(overlay->remedies.size(), 2);
    for (int line = 0; line < static_cast<int>(seen.content.lines.size()); ++line) {
        const auto &each = seen.content.lines[static_cast<std::size_t>(line)];
        QCOMPARE(bool(overlay->line(line)), each.from == marked);
        QCOMPARE(bool(overlay->row(each.from, each.fromRow)), each.from == marked);
        if (each.from != marked)
            continue;
        const auto column = seen.content.boxes[static_cast<std::size_t>(marked)]
                                .rows[static_cast<std::size_t>(each.fromRow)]
                                .name;
        QCOMPARE(overlay->remedies.value(line),
                 u"create index on public.\"my \"\"likes\"\"\" (%1);"_s.arg(column));
        QVERIFY(overlay->lineWords.value(line).front().contains(u'(' + column + u')'));
    }
    QVERIFY(overlay->legend.text().contains(u"!: 2 foreign keys without one in 1 table"_s));
}

void TestDiagramOverlay::missingOnSeveralColumns()
{
    catalog::Snapshot snapshot;
    auto places = test::keyed(u"places"_s);
    auto items = test::keyed(u"items"_s);
    for (const auto &name : {u"shelf"_s, u"Slot"_s}) {
        places.columns.push_back({.name = name, .type = u"int"_s});
        items.columns.push_back({.name = name, .type = u"int"_s});
    }
    items.constraints.push_back({.name = u"item_place"_s,
                                 .type = catalog::Constraint::Type::ForeignKey,
                                 .columns = {u"shelf"_s, u"Slot"_s},
                                 .referencedTable = {u"public"_s, u"places"_s},
                                 .referencedColumns = {u"shelf"_s, u"Slot"_s}});
    items.indexes.push_back(indexOn(u"half"_s, {u"shelf"_s}));
    snapshot.tables = {items, places};
    const Seen seen(snapshot);
    const auto overlay = overlayOf({.overlay = Kinds::MissingIndexes}, seen.diagram, seen.content);
    QCOMPARE(overlay->remedies.value(0), u"create index on public.items (shelf, \"Slot\");"_s);
    int marked = 0;
    for (int row = 0; row < static_cast<int>(seen.content.boxes[0].rows.size()); ++row)
        marked += overlay->row(0, row) ? 1 : 0;
    QCOMPARE(marked, 2);
}

void TestDiagramOverlay::nothingIsMissing()
{
    const Seen seen(test::family(1));
    const auto overlay = overlayOf({.overlay = Kinds::MissingIndexes}, seen.diagram, seen.content);
    QVERIFY(overlay->legend.entries.empty());
    QVERIFY(overlay->legend.text().contains(u"Every foreign key has an index."_s));
}

void TestDiagramOverlay::unusedIndexes()
{
    auto snapshot = sized({10, 10, 10});
    snapshot.tables.insert(snapshot.tables.begin() + 2, test::partition(u"public"_s, u"t1_a"_s, u"t1"_s, 10));
    const Seen seen(snapshot);
    auto usage = std::make_shared<IndexUsage>();
    usage->unused = {{{Kind::Table, u"public"_s, u"t0"_s}, u"big"_s, 8 << 20},
                     {{Kind::Table, u"public"_s, u"t0"_s}, u"small"_s, 1 << 20},
                     {{Kind::Table, u"public"_s, u"t1_a"_s}, u"of_a_partition"_s, 2 << 20},
                     {{Kind::Table, u"elsewhere"_s, u"t2"_s}, u"not_shown"_s, 512 << 20}};
    usage->since = QDateTime(QDate(2026, 3, 12), QTime(14, 2));
    const auto overlay =
        overlayOf({.overlay = Kinds::UnusedIndexes, .usage = usage}, seen.diagram, seen.content);
    QCOMPARE(overlay->box(0).text, u"2 unused · 9 MB"_s);
    QCOMPARE(overlay->boxWords.value(0), (QStringList{u"unused: big, 8 MB"_s, u"unused: small, 1 MB"_s}));
    QCOMPARE(overlay->box(1).text, u"1 unused · 2 MB"_s);
    QVERIFY(!overlay->box(2));
    QCOMPARE(overlay->legend.entries.front().mark.text, u"3"_s);
    QCOMPARE(overlay->legend.entries.front().text, u"unused, 11 MB in 2 tables"_s);
    const auto text = overlay->legend.text();
    QVERIFY(text.contains(QLocale().toString(usage->since, QLocale::ShortFormat)));
    QVERIFY(text.contains(u"replica"_s));
}

void TestDiagramOverlay::unusedIsNotKnown()
{
    const Seen seen(sized({10}));
    const auto textOf = [&](const IndexUsagePtr &usage) {
        return overlayOf({.overlay = Kinds::UnusedIndexes, .usage = usage}, seen.diagram, seen.content)
            ->legend.text();
    };
    QVERIFY(textOf(nullptr).contains(u"Reading"_s));
    IndexUsage usage;
    QVERIFY(textOf(std::make_shared<IndexUsage>(usage)).contains(u"Every index was used"_s));
    QVERIFY(textOf(std::make_shared<IndexUsage>(usage)).contains(u"never reset"_s));
    usage.counting = false;
    QVERIFY(textOf(std::make_shared<IndexUsage>(usage)).contains(u"track_counts"_s));
    QVERIFY(!textOf(std::make_shared<IndexUsage>(usage)).contains(u"Every index"_s));
    usage.problem = u"no right to"_s;
    QVERIFY(textOf(std::make_shared<IndexUsage>(usage)).contains(u"no right to"_s));
}

void TestDiagramOverlay::cycles()
{
    catalog::Snapshot snapshot;
    for (int i = 0; i < 6; ++i)
        snapshot.tables.push_back(test::keyed(u"t%1"_s.arg(i)));
    auto &tables = snapshot.tables;
    for (const auto &[from, to] : {std::pair{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 3}, {0, 3}, {5, 5}})
        test::refer(tables[static_cast<std::size_t>(from)], tables[static_cast<std::size_t>(to)]);
    const Seen seen(snapshot);
    const auto overlay = overlayOf({.overlay = Kinds::Cycles}, seen.diagram, seen.content);
    QCOMPARE(overlay->box(0).text, u"cycle 1"_s);
    QCOMPARE(overlay->box(2).text, u"cycle 1"_s);
    QCOMPARE(overlay->box(3).text, u"cycle 2"_s);
    QVERIFY(!overlay->box(5));
    QCOMPARE(overlay->boxWords.value(1), QStringList{u"cycle 1: t0, t1, t2"_s});
    for (int line = 0; line < static_cast<int>(seen.content.lines.size()); ++line) {
        const auto &each = seen.content.lines[static_cast<std::size_t>(line)];
        const bool within = (each.from < 3) == (each.to < 3) && each.from < 5;
        QCOMPARE(bool(overlay->line(line)), within);
        if (within)
            QCOMPARE(overlay->line(line).text, each.from < 3 ? u"1"_s : u"2"_s);
    }
    QCOMPARE(overlay->legend.entries.size(), 2U);
    QVERIFY(overlay->legend.text().contains(u"cycle 1: 3 tables"_s));
    const Seen none(test::family(4));
    QVERIFY(overlayOf({.overlay = Kinds::Cycles}, none.diagram, none.content)
                ->legend.text()
                .contains(u"No tables refer"_s));
}

void TestDiagramOverlay::changes()
{
    const Seen seen(test::family(4));
    const auto id = [](const QString &table) { return ObjectId{Kind::Table, u"public"_s, table}; };
    const auto line = seen.content.lines.front();
    const auto from = seen.content.boxes[static_cast<std::size_t>(line.from)].id;
    using diagram::Fate;
    const diagram::Changes changes{
        {id(u"t0000"_s), Fate::Removed},
        {catalog::partOf(id(u"t0000"_s), Kind::Column, u"id"_s), Fate::Removed},
        {id(u"t0002"_s), Fate::Altered, {u"+ index x"_s}},
        {catalog::partOf(id(u"t0002"_s), Kind::Column, u"id"_s), Fate::Altered, {u"bigint → uuid"_s}},
        {id(u"t0003"_s), Fate::Added},
        {catalog::partOf(from, Kind::Constraint, line.name), Fate::Added},
        {id(u"not_shown"_s), Fate::Added}};
    const auto overlay = overlayOf({.overlay = Kinds::Changes}, seen.diagram, seen.content, changes);
    QCOMPARE(overlay->box(0).text, u"−"_s);
    QCOMPARE(overlay->box(0).tone, DiagramTone::Removed);
    QVERIFY(!overlay->box(1));
    QCOMPARE(overlay->box(2).text, u"~"_s);
    QCOMPARE(overlay->box(3).text, u"+"_s);
    QCOMPARE(overlay->row(2, 0).text, u"~"_s);
    // Of what comes or goes as a whole, no column is pointed out.
    QVERIFY(!overlay->row(0, 0));
    QCOMPARE(overlay->line(0).text, u"+"_s);
    QCOMPARE(overlay->boxWords.value(2),
             (QStringList{u"altered"_s, u"+ index x"_s, u"~ id: bigint → uuid"_s}));
    const auto text = overlay->legend.text();
    QVERIFY(text.contains(u"+: added: 1 table, 1 reference"_s));
    QVERIFY(text.contains(u"−: removed: 1 table"_s));
    QVERIFY(text.contains(u"~: altered: 1 table, 1 column"_s));
    QVERIFY(overlayOf({.overlay = Kinds::Changes}, seen.diagram, seen.content)
                ->legend.text()
                .contains(u"Nothing has changed"_s));
}

void TestDiagramOverlay::ways()
{
    catalog::Snapshot snapshot;
    for (const auto &name : {u"orders"_s, u"items"_s, u"products"_s, u"alone"_s})
        snapshot.tables.push_back(test::keyed(name));
    test::refer(snapshot.tables[1], snapshot.tables[0]);
    test::refer(snapshot.tables[1], snapshot.tables[2]);
    const Seen seen(snapshot);
    const int orders = seen.box(u"orders"_s);
    const int items = seen.box(u"items"_s);
    const int products = seen.box(u"products"_s);
    const auto way = wayBetween(seen.content, orders, products);
    QCOMPARE(way.boxes, (std::vector<int>{orders, items, products}));
    QCOMPARE(way.lines.size(), 2U);
    QVERIFY(wayBetween(seen.content, orders, seen.box(u"alone"_s)).isEmpty());
    QVERIFY(wayBetween(seen.content, orders, orders).isEmpty());
}

void TestDiagramOverlay::steps()
{
    const Seen seen(test::family(2));
    QCOMPARE(stepsFrom(seen.content, 1, true), (std::vector<DiagramStep>{{0, 0}}));
    QVERIFY(stepsFrom(seen.content, 0, true).empty());
    QCOMPARE(stepsFrom(seen.content, 0, false), (std::vector<DiagramStep>{{0, 1}}));
    QCOMPARE(textOf(seen.content, 0), u"t0001.t0000_id → t0000.id"_s);
    const Seen names(test::family(2), DiagramDetail::Names);
    QCOMPARE(textOf(names.content, 0), u"t0001 → t0000"_s);
}

void TestDiagramOverlay::neighbours()
{
    catalog::Snapshot snapshot;
    for (int i = 0; i < 6; ++i)
        snapshot.tables.push_back(test::keyed(u"t%1"_s.arg(i)));
    for (std::size_t i = 1; i < 5; ++i)
        test::refer(snapshot.tables[i], snapshot.tables[i - 1]);
    const auto diagram = diagram::diagramOf(snapshot);
    const auto id = [](const QString &table) { return ObjectId{Kind::Table, u"public"_s, table}; };
    using Numbers = std::vector<int>;
    QCOMPARE(neighboursOf(diagram, {id(u"t2"_s)}, 1), (Numbers{1, 2, 3}));
    QCOMPARE(neighboursOf(diagram, {id(u"t0"_s), id(u"t4"_s)}, 1), (Numbers{0, 1, 3, 4}));
    QCOMPARE(neighboursOf(diagram, {id(u"gone"_s)}, 3), Numbers());
}

QTEST_APPLESS_MAIN(TestDiagramOverlay)

#include "tst_diagramoverlay.moc"
