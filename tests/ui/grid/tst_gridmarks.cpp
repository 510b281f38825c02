#include "numbermodel.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridmarks.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace squall::ui;
using namespace Qt::StringLiterals;

namespace {

/// Row 0 is new, row 1 has changed cells (one that cannot be in column 1), row 2 is removed, row 3 moved.
class MarkedModel : public test::NumberModel
{
public:
    using NumberModel::NumberModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const int row = index.row();
        const int column = index.column();
        switch (role) {
        case RowMarkRole: return QVariant::fromValue(row < 3 ? markOf(row) : EditMark::None);
        case EditMarkRole:
            return QVariant::fromValue(row == 1 && column < 2 ? EditMark::Changed : EditMark::None);
        case OriginalRole: return row == 1 && column == 0 ? u"before"_s : QString();
        case FaultRole: return row == 1 && column == 1 ? u"too long"_s : QString();
        case DefaultRole: return row == 0 && column == 0 ? u"nextval"_s : QString();
        case MovedRole: return row == 3 && column == 0;
        case DimmedRole: return row == 3;
        case LabelRole: return row == 4 && column == 0 ? u"Mara"_s : QString();
        case Qt::DisplayRole:
            if (row == 4 && column == 3)
                return u"2026-11-25 06:30:00.25+05:30"_s;
            [[fallthrough]];
        default: return NumberModel::data(index, role);
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (section == 3 && role == ZoneRole)
            return u"Asia/Kolkata"_s;
        if (section == 0 && role == SortRole)
            return -1;
        if (section == 0 && role == Qt::ToolTipRole)
            return u"id\nbigint not null"_s;
        return NumberModel::headerData(section, orientation, role);
    }

private:
    static EditMark markOf(int row)
    {
        return row == 0 ? EditMark::Added : row == 1 ? EditMark::Changed : EditMark::Removed;
    }
};

} // namespace

class TestGridMarks : public QObject
{
    Q_OBJECT

private slots:
    void grounds_data();
    void grounds();
    void signsBesideColours();
    void inWords();
    void headersAreHeard();
};

void TestGridMarks::grounds_data()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
}

void TestGridMarks::grounds()
{
    QFETCH(Theme::Choice, choice);
    Theme theme(*qApp, choice);
    MarkedModel model(20);
    Grid grid(theme);
    grid.resize(700, 300);
    grid.setModel(&model);
    grid.show();
    QVERIFY(QTest::qWaitForWindowExposed(&grid));
    const auto image = grid.viewport()->grab().toImage();
    const double scale = image.devicePixelRatio();
    // Between the text and the cell's upper edge.
    const auto ground = [&](qint64 row, int column) {
        const auto cell = grid.layoutOfCells().cell(row, column);
        return image.pixelColor(((QPointF(cell.topLeft()) + QPointF(8, 4)) * scale).toPoint());
    };
    const auto gutter = [&](qint64 row) {
        const int y = grid.layoutOfCells().rowTop(row) + 3;
        return image.pixelColor((QPointF(6, y) * scale).toPoint());
    };
    QCOMPARE(ground(0, 1), theme.color(Token::AddedGround));
    QCOMPARE(gutter(0), theme.color(Token::AddedGround));
    QCOMPARE(ground(1, 0), theme.color(Token::ChangedGround));
    QCOMPARE(ground(1, 2), theme.color(Token::Surface));
    QCOMPARE(gutter(1), theme.color(Token::Surface));
    QCOMPARE(ground(2, 3), theme.color(Token::RemovedGround));
    QCOMPARE(ground(3, 1), theme.color(Token::Surface));
    const auto moved = grid.layoutOfCells().cell(3, 0);
    QCOMPARE(image.pixelColor(((QPointF(moved.topRight()) + QPointF(-1, 1)) * scale).toPoint()),
             theme.color(Token::Accent));
}

void TestGridMarks::signsBesideColours()
{
    QCOMPARE(signOf(EditMark::Added), u"+"_s);
    QCOMPARE(signOf(EditMark::Changed), u"~"_s);
    QCOMPARE(signOf(EditMark::Removed), u"\u2212"_s);
    QVERIFY(signOf(EditMark::None).isEmpty());
}

void TestGridMarks::inWords()
{
    Theme theme(*qApp, Theme::Choice::Light);
    MarkedModel model(20);
    Grid grid(theme);
    grid.setModel(&model);
    model.need(0, 10);
    QCOMPARE(remarksOn(model, 1, 0), u"It was before"_s);
    QVERIFY(remarksOn(model, 1, 1).startsWith(u"too long"));
    QCOMPARE(remarksOn(model, 0, 0), u"Filled by its default: nextval"_s);
    QVERIFY(!remarksOn(model, 3, 0).isEmpty());
    QVERIFY(remarksOn(model, 3, 1).isEmpty());
    QCOMPARE(grid.spokenCell({0, 0}), u"default nextval, new row, row 1"_s);
    QVERIFY(grid.spokenCell({1, 1}).contains(u"cannot be: too long, changed"));
    QVERIFY(grid.spokenCell({1, 0}).contains(u"changed, was before"));
    QVERIFY(grid.spokenCell({3, 0}).contains(u"changed on the server, row marked as deleted"));
    QVERIFY(grid.spokenCell({4, 0}).contains(u", Mara"));
    QVERIFY(grid.spokenCell({4, 4}).contains(u"cut, "));
    const auto moments = remarksOn(model, 4, 3).split(u'\n');
    QCOMPARE(moments.value(0), u"UTC: 2026-11-25 01:00:00"_s);
    QVERIFY(moments.value(1).startsWith(u"Here: 2026-11-2"));
    QVERIFY(grid.spokenCell({2, 0}).contains(u"removed row"));
}

void TestGridMarks::headersAreHeard()
{
    Theme theme(*qApp, Theme::Choice::Light);
    MarkedModel model(20);
    Grid grid(theme);
    grid.setModel(&model);
    model.need(0, 10);
    QAccessible::setActive(true);
    auto *table = QAccessible::queryAccessibleInterface(&grid)->tableInterface();
    const auto headers = table->cellAt(2, 0)->tableCellInterface()->columnHeaderCells();
    QCOMPARE(headers.size(), 1);
    auto *header = headers.front();
    QCOMPARE(header->role(), QAccessible::ColumnHeader);
    QCOMPARE(header->text(QAccessible::Description), u"sorted descending, bigint not null, primary key"_s);
    QCOMPARE(table->columnDescription(0),
             header->text(QAccessible::Name) + u", sorted descending, bigint not null, primary key"_s);
    QSignalSpy sorted(&grid, &Grid::sortRequested);
    header->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(sorted.value(0).value(0).toInt(), 0);
}

QTEST_MAIN(TestGridMarks)
#include "tst_gridmarks.moc"
