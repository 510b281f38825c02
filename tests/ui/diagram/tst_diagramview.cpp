#include "models/diagram/aligning.h"
#include "tests/models/diagram/diagramtables.h"
#include "ui/diagram/diagrambar.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::DiagramModel;

namespace {

constexpr int generous = 60000;

/// How many pixels have exactly this colour.
qsizetype pixelsOf(const QImage &image, const QColor &color)
{
    qsizetype count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

} // namespace

class TestDiagramView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void drawsWhatIsThere();
    void tilesShowWhatIsPaintedAtOnce();
    void aDragMovesTheBoxAndItsLines();
    void aClickedGroundIsMoved();
    void zoomsAtThePointer();
    void aNewArrangementIsInSight();
    void aBandSelects();
    void opensTables();
    void theKeyboardDoesAll();
    void findsTables();
    void letsKeysOfTheSearchAlone();
    void saysWhatIsSelected();
    void saysWhyItIsEmpty();
    void keepsWhatWasArranged();
    void followsTheColours();

private:
    void show(const catalog::Snapshot &snapshot);
    DiagramCanvas &canvas() { return m_view->canvas(); }
    DiagramModel &model() { return m_view->model(); }
    QPoint onBox(int box) { return canvas().toScreen(model().picture()->rect(box).center()).toPoint(); }
    QPoint onGround();
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DiagramView> m_view;
};

void TestDiagramView::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_view = std::make_unique<DiagramView>(*m_theme);
    m_view->resize(1000, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestDiagramView::cleanup()
{
    m_view.reset();
    m_theme.reset();
}

void TestDiagramView::show(const catalog::Snapshot &snapshot)
{
    model().setSnapshot(test::shared(snapshot));
    QTRY_COMPARE_WITH_TIMEOUT(model().state(), DiagramModel::State::Shown, generous);
    m_view->activateWindow();
    canvas().setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
}

/// Where no box is, nor the map.
QPoint TestDiagramView::onGround()
{
    for (int y = 4; y < canvas().height(); y += 8) {
        for (int x = 4; x < canvas().width() / 2; x += 8) {
            if (model().picture()->boxAt(canvas().toPicture(QPointF(x, y))) < 0)
                return {x, y};
        }
    }
    return {2, 2};
}

void TestDiagramView::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, from);
    for (int step = 1; step <= 4; ++step) {
        const QPointF at = QPointF(from) + QPointF(to - from) * step / 4.0;
        QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(&canvas(), &move);
    }
    QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
}

void TestDiagramView::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&canvas(), key, modifiers);
}

void TestDiagramView::drawsWhatIsThere()
{
    show(test::family(6));
    const auto image = canvas().grab().toImage();
    QVERIFY(pixelsOf(image, m_theme->color(Token::Surface)) > image.width() * image.height() / 3);
    // Names and keys, in their own colours.
    QVERIFY(pixelsOf(image, m_theme->color(Token::Text)) > 20);
    QCOMPARE(m_view->findChild<QLabel *>(u"diagramCounts"_s)->text(), u"6 tables · 5 references"_s);
}

/// The pool draws with the same fonts at the same places.
void TestDiagramView::tilesShowWhatIsPaintedAtOnce()
{
    show(test::family(6));
    const auto tiled = canvas().grab().toImage();
    QImage direct(canvas().size() * 2, QImage::Format_RGB32);
    direct.setDevicePixelRatio(2);
    canvas().render(&direct);
    const auto small = direct.scaled(tiled.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 difference = 0;
    for (int y = 0; y < tiled.height(); ++y) {
        for (int x = 0; x < tiled.width(); ++x)
            difference += std::abs(qGray(tiled.pixel(x, y)) - qGray(small.pixel(x, y)));
    }
    // Edges are softer in one of them; a box elsewhere would be far more.
    QVERIFY(difference < qint64(6) * tiled.width() * tiled.height());
}

void TestDiagramView::aDragMovesTheBoxAndItsLines()
{
    show(test::family(8));
    canvas().setScale(1);
    canvas().goTo(3);
    canvas().centerOn(model().picture()->rect(3).center());
    const auto before = model().picture();
    constexpr double reach = 6;
    std::vector<QRectF> others;
    for (const int box : before->boxesIn(canvas().seen())) {
        if (box != 3)
            others.push_back(before->rect(box));
    }
    const auto snap = models::snapped(before->rect(3), {123, 77}, others, reach);
    const auto from = onBox(3);
    drag(from, from + QPoint(123, 77));
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->rect(3) != before->rect(3), generous);
    // On the grid or in line with another: where that is depends on the arrangement.
    QCOMPARE(model().picture()->rect(3).topLeft() - before->rect(3).topLeft(), snap.by);
    QVERIFY(std::abs(snap.by.x() - 123) <= reach && std::abs(snap.by.y() - 77) <= reach);
    for (const int line : model().picture()->linesOf({3}))
        QVERIFY(model().picture()->routes[static_cast<std::size_t>(line)] !=
                before->routes[static_cast<std::size_t>(line)]);
    for (int other = 0; other < 8; ++other)
        QVERIFY(other == 3 || model().picture()->rect(other) == before->rect(other));
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    m_view->run(DiagramCommand::Undo);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->rect(3), before->rect(3), generous);
}

void TestDiagramView::aClickedGroundIsMoved()
{
    show(test::family(8));
    const auto before = canvas().seen();
    const auto from = onGround();
    drag(from, from + QPoint(60, 40));
    const auto way = (before.topLeft() - canvas().seen().topLeft()) * canvas().scale();
    QVERIFY(std::abs(way.x() - 60) <= 1 && std::abs(way.y() - 40) <= 1);
    QVERIFY(!model().canUndo());
}

void TestDiagramView::zoomsAtThePointer()
{
    show(test::family(8));
    const QPointF at(300, 200);
    const auto point = canvas().toPicture(at);
    const double scale = canvas().scale();
    QWheelEvent wheel(at, canvas().mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas(), &wheel);
    QVERIFY(canvas().scale() > scale * 1.3);
    const auto there = canvas().toScreen(point) - at;
    QVERIFY(std::abs(there.x()) <= 1 && std::abs(there.y()) <= 1);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    m_view->run(DiagramCommand::Fit);
    QVERIFY(canvas().seen().contains(model().picture()->bounds));
}

void TestDiagramView::aNewArrangementIsInSight()
{
    show(test::family(12));
    canvas().setScale(1);
    const auto seen = canvas().seen();
    // What one moves together stays where it is looked at.
    m_view->run(DiagramCommand::SelectAll);
    const auto place = model().picture()->rect(0).topLeft();
    key(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->rect(0).topLeft(), place + QPointF(0, 8), generous);
    QCOMPARE(canvas().seen(), seen);
    for (int box = 0; box < 12; ++box)
        model().move({box}, {6000.0 - 500 * box, 4000.0 + 900 * box});
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->rect(11).top() > 9000, generous);
    canvas().centerOn(place);
    m_view->findChild<QPushButton *>(u"diagramArrange"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->rect(11).top() < 9000, generous);
    QVERIFY(canvas().seen().contains(model().picture()->bounds));
}

void TestDiagramView::aBandSelects()
{
    show(test::family(8));
    drag(QPoint(1, 1), QPoint(canvas().width() - 2, canvas().height() - 2), Qt::ShiftModifier);
    QCOMPARE(canvas().selection().size(), 8U);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, onGround());
    QVERIFY(canvas().selection().empty());
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, onBox(1));
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ControlModifier, onBox(2));
    QCOMPARE(canvas().selection(), (std::vector<int>{1, 2}));
}

void TestDiagramView::opensTables()
{
    show(test::family(5));
    QSignalSpy opened(m_view.get(), &DiagramView::openRequested);
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, onBox(2));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().value<ObjectId>().name, u"t0002"_s);
    canvas().select({4});
    key(Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.back().front().value<ObjectId>().name, u"t0004"_s);
}

void TestDiagramView::theKeyboardDoesAll()
{
    show(test::family(6));
    key(Qt::Key_Tab);
    QCOMPARE(canvas().selection().size(), 1U);
    const int first = canvas().selection().front();
    key(Qt::Key_Tab);
    QVERIFY(canvas().selection().front() != first);
    key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(canvas().selection().front(), first);
    const auto place = model().picture()->rect(first).topLeft();
    key(Qt::Key_Right);
    key(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->rect(first).topLeft(), place + QPointF(8, 8), generous);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->rect(first).topLeft(), place, generous);
    key(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    QVERIFY(canvas().selection().empty());
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 6, generous);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    const auto seen = canvas().seen();
    key(Qt::Key_Left);
    QVERIFY(canvas().seen().left() < seen.left());
    key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(canvas().scale(), 1.0);
}

void TestDiagramView::findsTables()
{
    auto snapshot = test::family(40);
    snapshot.tables.push_back(test::keyed(u"zebra_crossings"_s));
    show(snapshot);
    key(Qt::Key_F, Qt::ControlModifier);
    auto *search = m_view->findChild<QLineEdit *>(u"diagramSearch"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"zc"_s);
    QCOMPARE(canvas().selection().size(), 1U);
    const int found = canvas().selection().front();
    QCOMPARE(model().picture()->box(found).id.name, u"zebra_crossings"_s);
    QVERIFY(canvas().seen().contains(model().picture()->rect(found)));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(canvas().hasFocus());
}

void TestDiagramView::letsKeysOfTheSearchAlone()
{
    show(test::family(4));
    canvas().select({1});
    m_view->run(DiagramCommand::Find);
    auto *search = m_view->findChild<QLineEdit *>(u"diagramSearch"_s);
    QTest::keyClicks(search, u"hf"_s);
    QTest::keyClick(search, Qt::Key_Delete);
    QCOMPARE(search->text(), u"hf"_s);
    QVERIFY(!model().canUndo());
}

void TestDiagramView::saysWhatIsSelected()
{
    show(test::family(5));
    QSignalSpy said(m_view.get(), &DiagramView::summaryChanged);
    canvas().select({0});
    QVERIFY(!said.isEmpty());
    const auto lines = static_cast<int>(model().picture()->linesOf({0}).size());
    QVERIFY(lines > 0);
    QVERIFY(m_view->summary().startsWith(u"t0000 · %1 "_s.arg(lines)));
    QCOMPARE(canvas().accessibleDescription(), m_view->summary());
    canvas().select({});
    QVERIFY(m_view->summary().isEmpty());
}

void TestDiagramView::saysWhyItIsEmpty()
{
    const auto *message = m_view->findChild<QLabel *>(u"diagramMessage"_s);
    QVERIFY(message->isVisible() && !message->text().isEmpty());
    const auto waiting = message->text();
    model().setSnapshot(test::shared({}));
    QTRY_COMPARE_WITH_TIMEOUT(model().state(), DiagramModel::State::NoTables, generous);
    QVERIFY(message->isVisible() && message->text() != waiting);
    show(test::family(2));
    QVERIFY(!message->isVisible());
}

void TestDiagramView::keepsWhatWasArranged()
{
    QSignalSpy keep(m_view.get(), &DiagramView::keepRequested);
    show(test::family(5));
    QTRY_VERIFY_WITH_TIMEOUT(!keep.isEmpty(), generous);
    keep.clear();
    canvas().select({1});
    key(Qt::Key_Right);
    QByteArray kept;
    connect(m_view.get(), &DiagramView::keepRequested, this,
            [&kept, view = m_view.get()] { kept = view->model().kept(); });
    // At the latest when the view goes.
    m_view.reset();
    QVERIFY(!kept.isEmpty());
}

void TestDiagramView::followsTheColours()
{
    show(test::family(5));
    m_theme->setChoice(Theme::Choice::Dark);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    const auto image = canvas().grab().toImage();
    QVERIFY(pixelsOf(image, tokenColor(Token::Surface, Scheme::Dark)) > image.width() * image.height() / 3);
    QCOMPARE(pixelsOf(image, tokenColor(Token::Surface, Scheme::Light)), 0);
}

QTEST_MAIN(TestDiagramView)

#include "tst_diagramview.moc"
