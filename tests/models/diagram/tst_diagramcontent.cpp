#include "models/diagram/diagrammaking.h"
#include "tests/models/diagram/diagramtables.h"

#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestDiagramContent : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatTheDetailAsksFor();
    void linesEndAtTheirColumns();
    void aWideTableSaysHowMuchIsLeftOut();
    void longNamesHaveAnEnd();
    void namesSchemasWhereThereAreSeveral();
    void stopsWhenNobodyWantsIt();
    void findsWhatLooksOtherwise();
};

void TestDiagramContent::showsWhatTheDetailAsksFor()
{
    const auto diagram = diagram::diagramOf(test::family(2));
    const auto rows = [&](DiagramDetail detail) {
        QStringList names;
        const auto content = contentOf(diagram, detail, test::diagramLook());
        for (const auto &row : content.boxes[1].rows)
            names << row.name;
        return names;
    };
    QCOMPARE(rows(DiagramDetail::Names), QStringList());
    QCOMPARE(rows(DiagramDetail::Keys), (QStringList{u"id"_s, u"t0000_id"_s}));
    QCOMPARE(rows(DiagramDetail::Columns), (QStringList{u"id"_s, u"name"_s, u"t0000_id"_s}));
}

void TestDiagramContent::linesEndAtTheirColumns()
{
    const auto content =
        contentOf(diagram::diagramOf(test::family(2)), DiagramDetail::Columns, test::diagramLook());
    QCOMPARE(content.lines.size(), 1U);
    const auto &line = content.lines.front();
    QCOMPARE(line.from, 1);
    QCOMPARE(line.fromRow, 2);
    QCOMPARE(line.toRow, 0);
    QVERIFY(line.optional);
    QCOMPARE(content.graph.edges.front().from.port, 2);
    // In the middle of the third row.
    const auto look = test::diagramLook();
    QCOMPARE(content.graph.boxes[1].ports[2], look.header + 2.5 * look.line);
}

void TestDiagramContent::aWideTableSaysHowMuchIsLeftOut()
{
    auto wide = test::keyed(u"wide"_s);
    for (int i = 0; i < 1598; ++i)
        wide.columns.push_back({.name = u"column_%1"_s.arg(i), .type = u"text"_s});
    auto parent = test::keyed(u"parent"_s);
    test::refer(wide, parent);
    catalog::Snapshot snapshot;
    snapshot.tables = {parent, wide};
    const auto content = contentOf(diagram::diagramOf(snapshot), DiagramDetail::Columns, test::diagramLook());
    const auto &box = content.boxes[1];
    QCOMPARE(static_cast<int>(box.rows.size()) + box.more, 1601);
    QVERIFY(box.more > 1500);
    QVERIFY(content.graph.boxes[1].size.height() < 2000);
    // What a line ends at is among those that are shown.
    QVERIFY(content.lines.front().fromRow >= 0);
    QCOMPARE(box.rows[static_cast<std::size_t>(content.lines.front().fromRow)].name, u"parent_id"_s);
}

void TestDiagramContent::longNamesHaveAnEnd()
{
    catalog::Snapshot snapshot;
    snapshot.tables = {test::keyed(QString(63, QChar(0x6F22)))};
    const auto look = test::diagramLook();
    const auto content = contentOf(diagram::diagramOf(snapshot), DiagramDetail::Keys, look);
    QCOMPARE(content.graph.boxes.front().size.width(), look.most);
}

void TestDiagramContent::namesSchemasWhereThereAreSeveral()
{
    catalog::Snapshot snapshot;
    snapshot.tables = {test::keyed(u"users"_s), test::keyed(u"users"_s, u"audit"_s)};
    const auto content = contentOf(diagram::diagramOf(snapshot), DiagramDetail::Keys, test::diagramLook());
    QStringList schemas;
    for (const auto &box : content.boxes)
        schemas << box.schema;
    schemas.sort();
    QCOMPARE(schemas, (QStringList{QString(), u"audit"_s}));
}

void TestDiagramContent::stopsWhenNobodyWantsIt()
{
    const auto made = makeDiagram({.snapshot = test::shared(test::family(50)), .look = test::diagramLook()},
                                  [] { return true; });
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, Error::Code::Cancelled);
}

void TestDiagramContent::findsWhatLooksOtherwise()
{
    const auto made = makeDiagram({.snapshot = test::shared(test::family(12)), .look = test::diagramLook()});
    QVERIFY(made.ok());
    const auto &picture = *made->picture;
    QCOMPARE(differences(picture, picture)->size(), 0U);
    auto positions = picture.positions;
    positions[5] += QPointF(8, 16);
    const auto moved = withMoved(picture, {5}, positions);
    const auto areas = differences(picture, *moved);
    QVERIFY(areas);
    const auto covers = [&](const QRectF &rect) {
        return std::any_of(areas->begin(), areas->end(),
                           [&](const QRectF &area) { return area.contains(rect); });
    };
    QVERIFY(covers(picture.rect(5)));
    QVERIFY(covers(moved->rect(5)));
    for (const int line : picture.linesOf({5}))
        QVERIFY(covers(boundsOf(moved->routes[static_cast<std::size_t>(line)])));
    DiagramPicture other = picture;
    other.content = std::make_shared<const DiagramContent>(*picture.content);
    QVERIFY(!differences(picture, other));
}

QTEST_GUILESS_MAIN(TestDiagramContent)

#include "tst_diagramcontent.moc"
