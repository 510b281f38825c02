#include "numbermodel.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridaccessible.h"
#include "ui/grid/gridmargin.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using test::NumberModel;

namespace {

/// Every other row can be opened, and two notes say how many times its number goes by.
class Margin : public GridMargin
{
public:
    int noteCount() const override { return notes; }
    QString title(int note) const override { return note == 0 ? u"posts"_s : u"comments of readers"_s; }
    QString subtitle(int) const override { return u"by author"_s; }
    Note note(int note, qint64 row) const override { return {QString::number(row * (note + 1)), row == 0}; }
    QString toolTip(int note, qint64 row) const override { return u"%1 of %2"_s.arg(note).arg(row); }
    QString spoken(qint64 row) const override { return u"%1 posts"_s.arg(row); }
    bool canOpen(qint64 row) const override { return row % 2 == 0; }
    bool isOpen(qint64 row) const override { return row == open; }

    int notes = 2;
    qint64 open = -1;
};

} // namespace

/// What a grid says of whole rows, and the room below them.
class TestGridMargin : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void notesTakeTheirRoom();
    void clicksOpen_data();
    void clicksOpen();
    void elsewhereTheGutterSelects();
    void keyEnters();
    void speaksOncePerRow();
    void tellsWhatOpens();
    void childrenFollowTheirPanel();
    void arrowsAreDrawnWhereTheyHelp();
    void wheelGoesOnOutside();

private:
    QPoint inRow(qint64 row, int x) const
    {
        return {x, m_grid->layoutOfCells().rowTop(row) + GridLayout::rowHeight / 2};
    }
    QColor colorAt(const QImage &image, QPoint position) const { return image.pixelColor(position); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<NumberModel> m_model;
    std::unique_ptr<Margin> m_margin;
    std::unique_ptr<Grid> m_grid;
};

void TestGridMargin::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_model = std::make_unique<NumberModel>(1000);
    m_margin = std::make_unique<Margin>();
    m_grid = std::make_unique<Grid>(*m_theme);
    m_grid->resize(900, GridLayout::headerHeight + 10 * GridLayout::rowHeight);
    m_grid->setModel(m_model.get());
    m_grid->setMargin(m_margin.get());
    m_grid->show();
    m_grid->setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
}

void TestGridMargin::cleanup()
{
    m_grid.reset();
}

void TestGridMargin::notesTakeTheirRoom()
{
    const auto &layout = m_grid->layoutOfCells();
    QCOMPARE(layout.noteCount(), 2);
    QVERIFY(layout.noteWidth(1) > layout.noteWidth(0));
    QCOMPARE(layout.columnLeft(0), layout.cellsLeft());
    m_margin->notes = 1;
    emit m_margin->notesChanged();
    QCOMPARE(layout.noteCount(), 1);
    m_grid->setMargin(nullptr);
    QCOMPARE(layout.columnLeft(0), GridLayout::gutterWidth);
}

void TestGridMargin::clicksOpen_data()
{
    QTest::addColumn<int>("note");
    QTest::newRow("sign") << -1;
    QTest::newRow("first note") << 0;
    QTest::newRow("second note") << 1;
}

void TestGridMargin::clicksOpen()
{
    QFETCH(const int, note);
    QSignalSpy opened(m_grid.get(), &Grid::openRequested);
    const auto &layout = m_grid->layoutOfCells();
    const int x = note < 0 ? GridLayout::gutterWidth - 8 : layout.noteLeft(note) + layout.noteWidth(note) / 2;
    m_grid->setCurrentCell({0, 3});
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, inRow(4, x));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0], (QVariantList{qint64(4), note}));
    QCOMPARE(m_grid->currentCell(), (CellPosition{4, 3}));
}

void TestGridMargin::elsewhereTheGutterSelects()
{
    QSignalSpy opened(m_grid.get(), &Grid::openRequested);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, inRow(4, 6));
    QVERIFY(m_grid->selection().containsRow(4, 5));
    // Nothing opens there: a row like any other.
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {},
                      inRow(3, m_grid->layoutOfCells().noteLeft(0) + 4));
    QVERIFY(m_grid->selection().containsRow(3, 5));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, {m_grid->layoutOfCells().noteLeft(0) + 4, 10});
    QVERIFY(m_grid->selection().containsRow(3, 5));
    QCOMPARE(opened.count(), 0);
}

void TestGridMargin::keyEnters()
{
    QSignalSpy entered(m_grid.get(), &Grid::enterRequested);
    QSignalSpy activated(m_grid.get(), &Grid::activated);
    m_grid->setCurrentCell({2, 1});
    QTest::keyClick(m_grid.get(), Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered[0], QVariantList{qint64(2)});
    QCOMPARE(activated.count(), 0);
    QTest::keyClick(m_grid.get(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
}

void TestGridMargin::speaksOncePerRow()
{
    m_grid->setCurrentCell({2, 0});
    QCOMPARE(m_grid->spokenCell({2, 0}), u"2, 2 posts, row 3"_s);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(m_grid->spokenCell({2, 1}), u"Row number 2, column title"_s);
}

void TestGridMargin::tellsWhatOpens()
{
    m_margin->open = 4;
    auto *table = QAccessible::queryAccessibleInterface(m_grid.get())->tableInterface();
    QVERIFY(!table->cellAt(3, 0)->state().expandable);
    QVERIFY(table->cellAt(2, 0)->state().expandable);
    QVERIFY(table->cellAt(2, 0)->state().collapsed);
    QVERIFY(table->cellAt(4, 0)->state().expanded);
}

void TestGridMargin::childrenFollowTheirPanel()
{
    QSignalSpy moved(m_grid.get(), &Grid::cellsMoved);
    m_grid->setPanels({{2, 100}});
    QCOMPARE(moved.count(), 1);
    const auto &layout = m_grid->layoutOfCells();
    QCOMPARE(layout.rowTop(3), layout.rowTop(2) + GridLayout::rowHeight + 100);
    // Keys step over it, and bring rows below it into sight.
    m_grid->setCurrentCell({2, 0});
    for (int step = 0; step < 7; ++step)
        QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QCOMPARE(m_grid->currentCell().row, 9);
    QVERIFY(layout.rowTop(9) + GridLayout::rowHeight <= m_grid->viewport()->height());
    // A press in a panel's room, where no child lies, selects nothing.
    m_grid->scrollToRow(0);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {},
                      {300, layout.rowTop(2) + GridLayout::rowHeight + 50});
    QCOMPARE(m_grid->currentCell().row, 9);
}

void TestGridMargin::arrowsAreDrawnWhereTheyHelp()
{
    const auto drawn = [this](qint64 row) {
        const auto image = m_grid->viewport()->grab().toImage();
        const auto place = GridMarginPainter::arrowOf(m_grid->layoutOfCells(), row);
        const auto ground = m_theme->color(Token::Surface);
        for (int x = place.left(); x <= place.right(); ++x) {
            for (int y = place.top(); y <= place.bottom(); ++y) {
                if (colorAt(image, {x, y}) != ground)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(!drawn(6));
    QTest::mouseMove(m_grid->viewport(), inRow(6, 300));
    QVERIFY(drawn(6));
    QTest::mouseMove(m_grid->viewport(), inRow(7, 300));
    QVERIFY(!drawn(6));
    QVERIFY(!drawn(7));
    m_grid->setCurrentCell({2, 0});
    QVERIFY(drawn(2));
    m_margin->open = 8;
    emit m_margin->changed();
    QVERIFY(drawn(8));
}

void TestGridMargin::wheelGoesOnOutside()
{
    const auto turn = [this](int angle) {
        const QPointF at(300, 100);
        QWheelEvent event(at, m_grid->viewport()->mapToGlobal(at), {}, {0, angle}, {}, {}, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(m_grid->viewport(), &event);
        return event.isAccepted();
    };
    QVERIFY(!turn(120));
    QVERIFY(turn(-120));
    QVERIFY(turn(120));
}

QTEST_MAIN(TestGridMargin)
#include "tst_gridmargin.moc"
