#include "tests/models/diagram/diagramtables.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramchip.h"
#include "ui/diagram/diagrammenus.h"
#include "ui/diagram/diagrampainter.h"
#include "ui/diagram/diagramview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::DiagramModel;
using Kinds = models::DiagramOverlayKind;

namespace {

constexpr int generous = 60000;

/// Items refer to orders and products, orders to customers, payments to orders, and nothing to `alone`.
catalog::Snapshot shop()
{
    catalog::Snapshot snapshot;
    QHash<QString, std::size_t> at;
    for (const auto &name :
         {u"alone"_s, u"customers"_s, u"items"_s, u"orders"_s, u"payments"_s, u"products"_s}) {
        at.insert(name, snapshot.tables.size());
        snapshot.tables.push_back(test::keyed(name));
        snapshot.tables.back().size.value = {static_cast<qint64>(at[name] * at[name] * 12345), 8192};
    }
    const auto refer = [&](const QString &from, const QString &to) {
        test::refer(snapshot.tables[at[from]], snapshot.tables[at[to]]);
    };
    refer(u"items"_s, u"orders"_s);
    refer(u"items"_s, u"products"_s);
    refer(u"orders"_s, u"customers"_s);
    refer(u"payments"_s, u"orders"_s);
    return snapshot;
}

/// How many pixels of a picture without colours are others than in another.
qsizetype differingGreys(const QImage &one, const QImage &other)
{
    qsizetype count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            count += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 24 ? 1 : 0;
    }
    return count;
}

} // namespace

/// Overlays and ways, by mouse and keys.
class TestDiagramWays : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theBarOffersOverlays();
    void overlaysAreSeenWithoutColours_data();
    void overlaysAreSeenWithoutColours();
    void theLegendSaysAll();
    void theSummarySaysWhatIsMarked();
    void createIndexIsCopied();
    void changesCanBeSeen();
    void changesCountFromNow();
    void aPathIsShown();
    void noPathIsSaid();
    void aPathEndsWithItsTables();
    void neighboursAlone();
    void neighboursOfSeveral();
    void escapeLeadsBackStepByStep();
    void referencesAreFollowed();
    void severalReferencesAreOffered();
    void aLineHasAMenu();

private:
    DiagramCanvas &canvas() { return m_view->canvas(); }
    DiagramModel &model() { return m_view->model(); }
    int box(const QString &table)
    {
        return model().picture()->content->find({Kind::Table, u"public"_s, table});
    }
    QString current()
    {
        return canvas().selection().size() == 1 ? model().picture()->box(canvas().selection().front()).id.name
                                                : QString();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&canvas(), key, modifiers);
    }
    template<typename Widget>
    Widget *find(const QString &name)
    {
        return m_view->findChild<Widget *>(name);
    }
    void choose(DiagramCommand command, Kinds kind);
    QImage picture();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DiagramView> m_view;
};

void TestDiagramWays::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_view = std::make_unique<DiagramView>(*m_theme);
    m_view->resize(1200, 800);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    model().setSnapshot(test::shared(shop()));
    QTRY_COMPARE_WITH_TIMEOUT(model().state(), DiagramModel::State::Shown, generous);
    m_view->activateWindow();
    canvas().setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
}

void TestDiagramWays::cleanup()
{
    m_view.reset();
    m_theme.reset();
}

void TestDiagramWays::choose(DiagramCommand command, Kinds kind)
{
    m_view->run(command);
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->overlay && model().picture()->overlay->kind == kind,
                             generous);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
}

QImage TestDiagramWays::picture()
{
    return canvas().grab().toImage();
}

void TestDiagramWays::theBarOffersOverlays()
{
    auto *button = find<QPushButton>(u"diagramOverlay"_s);
    QCOMPARE(button->text(), u"Overlay: none"_s);
    QCOMPARE(button->menu()->actions().size(), 7);
    button->menu()->actions().at(1)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->overlay, generous);
    QCOMPARE(model().picture()->overlay->kind, Kinds::Rows);
    QCOMPARE(button->text(), u"Overlay: rows"_s);
    QVERIFY(button->menu()->actions().at(1)->isChecked());
    button->menu()->actions().at(0)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!model().picture()->overlay, generous);
    QCOMPARE(button->text(), u"Overlay: none"_s);
}

void TestDiagramWays::overlaysAreSeenWithoutColours_data()
{
    QTest::addColumn<DiagramCommand>("command");
    QTest::addColumn<Kinds>("kind");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true}) {
        for (const double scale : {1.0, 0.45}) {
            const auto row = [&](const char *name, DiagramCommand command, Kinds kind) {
                QTest::addRow("%s at %.2f, %s", name, scale, dark ? "dark" : "light")
                    << command << kind << scale << dark;
            };
            row("rows", DiagramCommand::Rows, Kinds::Rows);
            row("size", DiagramCommand::Size, Kinds::Size);
            row("missing indexes", DiagramCommand::MissingIndexes, Kinds::MissingIndexes);
            row("unused indexes", DiagramCommand::UnusedIndexes, Kinds::UnusedIndexes);
            row("cycles", DiagramCommand::Cycles, Kinds::Cycles);
            row("changes", DiagramCommand::Changes, Kinds::Changes);
        }
    }
}

/// Every table has its mark, and none of it is told by a colour alone.
void TestDiagramWays::overlaysAreSeenWithoutColours()
{
    QFETCH(const DiagramCommand, command);
    QFETCH(const Kinds, kind);
    QFETCH(const double, scale);
    QFETCH(const bool, dark);
    if (dark)
        m_theme->setChoice(Theme::Choice::Dark);
    auto snapshot = shop();
    // A circle for cycles, and something new for changes.
    test::refer(snapshot.tables[1], snapshot.tables[3]);
    snapshot.tables[5].columns[0].type = u"uuid"_s;
    model().setSnapshot(test::shared(snapshot));
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->content->lines.size(), 5U, generous);
    choose(command, kind);
    if (kind == Kinds::UnusedIndexes) {
        auto usage = std::make_shared<models::IndexUsage>();
        usage->unused = {{{Kind::Table, u"public"_s, u"items"_s}, u"some_index"_s, 5 << 20}};
        auto lens = model().lens();
        lens.usage = usage;
        model().setLens(lens);
        QTRY_VERIFY_WITH_TIMEOUT(!model().picture()->overlay->boxWords.isEmpty(), generous);
    }
    canvas().setScale(scale);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    const auto marked = picture();
    const auto overlay = model().picture()->overlay;
    auto plain = *model().picture();
    plain.overlay.reset();
    QImage before(marked.size(), QImage::Format_RGB32);
    {
        QPainter painter(&before);
        painter.scale(canvas().scale(), canvas().scale());
        painter.translate(-canvas().seen().topLeft());
        DiagramPainter(plain, diagramStyle(m_theme->scheme()), painter, canvas().scale())
            .paint({.region = canvas().seen()});
    }
    int marks = 0;
    for (int each = 0; each < plain.count(); ++each) {
        const auto rect = plain.rect(each);
        const QRect header(canvas().toScreen(rect.topLeft()).toPoint() - QPoint(0, 9),
                           (QSizeF(rect.width(), 40) * canvas().scale()).toSize() + QSize(0, 9));
        if (!canvas().rect().contains(header) || !overlay->box(each))
            continue;
        ++marks;
        const auto differs = differingGreys(marked.copy(header), before.copy(header));
        QVERIFY2(differs > 8, qPrintable(plain.box(each).id.name));
    }
    QVERIFY(marks > 0);
    m_theme->setChoice(Theme::Choice::Light);
}

void TestDiagramWays::theLegendSaysAll()
{
    auto *legend = find<QWidget>(u"diagramLegend"_s);
    QVERIFY(!legend->isVisible());
    choose(DiagramCommand::MissingIndexes, Kinds::MissingIndexes);
    QVERIFY(legend->isVisible());
    QVERIFY(legend->accessibleName().contains(u"Missing indexes"_s));
    QVERIFY(legend->accessibleDescription().contains(u"4 foreign keys without one in 3 tables"_s));
    QVERIFY(canvas().rect().contains(legend->geometry()));
    m_view->resize(900, 500);
    QVERIFY(canvas().rect().contains(legend->geometry()));
    choose(DiagramCommand::Rows, Kinds::Rows);
    QVERIFY(legend->accessibleName().contains(u"Rows"_s));
    m_view->run(DiagramCommand::NoOverlay);
    QTRY_VERIFY_WITH_TIMEOUT(!legend->isVisible(), generous);
}

void TestDiagramWays::theSummarySaysWhatIsMarked()
{
    choose(DiagramCommand::Rows, Kinds::Rows);
    canvas().select({box(u"customers"_s)});
    QVERIFY2(m_view->summary().contains(u"≈ 12,345 rows"_s), qPrintable(m_view->summary()));
    QCOMPARE(canvas().accessibleDescription(), m_view->summary());
}

void TestDiagramWays::createIndexIsCopied()
{
    const auto hasCopy = [&](const QString &table) {
        canvas().select({box(table)});
        QMenu menu;
        addTableActions(menu, *m_view);
        const auto actions = menu.actions();
        return std::any_of(actions.begin(), actions.end(),
                           [](auto *each) { return each->objectName() == u"copyCreateIndex"; });
    };
    QVERIFY(!hasCopy(u"items"_s));
    choose(DiagramCommand::MissingIndexes, Kinds::MissingIndexes);
    canvas().select({box(u"items"_s)});
    QMenu menu;
    addTableActions(menu, *m_view);
    const auto actions = menu.actions();
    const auto copy = std::find_if(actions.begin(), actions.end(),
                                   [](auto *each) { return each->objectName() == u"copyCreateIndex"; });
    QVERIFY(copy != actions.end());
    (*copy)->trigger();
    QCOMPARE(QApplication::clipboard()->text(),
             u"create index on public.items (orders_id);\ncreate index on public.items (products_id);"_s);
    QVERIFY(!hasCopy(u"customers"_s));
}

void TestDiagramWays::changesCanBeSeen()
{
    auto after = shop();
    after.tables.erase(after.tables.begin() + 4); // payments
    model().setSnapshot(test::shared(after));
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    choose(DiagramCommand::Changes, Kinds::Changes);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 6, generous);
    QCOMPARE(model().picture()->overlay->box(box(u"payments"_s)).text, u"−"_s);
    auto *chip = find<DiagramChip>(u"diagramSince"_s);
    QVERIFY(chip->isVisible());
    QVERIFY(
        chip->text().contains(QLocale().toString(m_view->overlays().since().time(), QLocale::ShortFormat)));
    find<QToolButton>(u"diagramSinceLeave"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    QVERIFY(!chip->isVisible());
}

void TestDiagramWays::changesCountFromNow()
{
    auto after = shop();
    after.tables[0].name = u"albums"_s;
    model().setSnapshot(test::shared(after));
    choose(DiagramCommand::Changes, Kinds::Changes);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 7, generous);
    find<QPushButton>(u"diagramFromNow"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 6, generous);
    QVERIFY(find<DiagramChip>(u"diagramSince"_s)->isVisible());
}

void TestDiagramWays::aPathIsShown()
{
    QVERIFY(!m_view->unavailable(DiagramCommand::Path).isEmpty());
    canvas().select({box(u"payments"_s), box(u"products"_s)});
    QVERIFY(m_view->unavailable(DiagramCommand::Path).isEmpty());
    const auto before = picture();
    QSignalSpy said(m_view.get(), &DiagramView::summaryChanged);
    key(Qt::Key_P);
    QVERIFY(!said.isEmpty());
    QCOMPARE(m_view->summary(), u"payments → orders → items → products, 3 steps"_s);
    QCOMPARE(canvas().way().lines.size(), 3U);
    QCOMPARE(find<DiagramChip>(u"diagramPath"_s)->text(), m_view->summary());
    // What is not on it steps back.
    const auto on = [&](const QImage &image, const QString &table) {
        const auto rect = model().picture()->rect(box(table));
        const QRect there(canvas().toScreen(rect.topLeft()).toPoint(),
                          (rect.size() * canvas().scale()).toSize());
        int darkest = 255;
        for (int y = there.top(); y < there.bottom(); ++y) {
            for (int x = there.left(); x < there.right(); ++x)
                darkest = std::min(darkest, qGray(image.pixel(x, y)));
        }
        return darkest;
    };
    const auto now = picture();
    QVERIFY(on(before, u"alone"_s) < 100 && on(now, u"alone"_s) > 150);
    QVERIFY(on(now, u"orders"_s) < 100);
    key(Qt::Key_Escape);
    QVERIFY(canvas().way().isEmpty());
    QVERIFY(!find<DiagramChip>(u"diagramPath"_s)->isVisible());
    QCOMPARE(canvas().selection().size(), 2U);
}

void TestDiagramWays::noPathIsSaid()
{
    canvas().select({box(u"alone"_s), box(u"items"_s)});
    key(Qt::Key_P);
    QCOMPARE(m_view->summary(), u"No references lead from alone to items."_s);
    QVERIFY(find<DiagramChip>(u"diagramPath"_s)->isVisible());
    QVERIFY(canvas().way().isEmpty());
    find<QToolButton>(u"diagramPathLeave"_s)->click();
    QVERIFY(!find<DiagramChip>(u"diagramPath"_s)->isVisible());
}

void TestDiagramWays::aPathEndsWithItsTables()
{
    canvas().select({box(u"payments"_s), box(u"products"_s)});
    key(Qt::Key_P);
    model().hide({box(u"alone"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    QVERIFY(canvas().way().isEmpty());
    QVERIFY(!find<DiagramChip>(u"diagramPath"_s)->isVisible());
}

void TestDiagramWays::neighboursAlone()
{
    QVERIFY(!m_view->unavailable(DiagramCommand::Neighbours).isEmpty());
    QVERIFY(!m_view->unavailable(DiagramCommand::MoreHops).isEmpty());
    canvas().select({box(u"orders"_s)});
    key(Qt::Key_N);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 4, generous);
    QCOMPARE(current(), u"orders"_s);
    auto *chip = find<DiagramChip>(u"diagramAround"_s);
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), u"Around orders"_s);
    key(Qt::Key_Period);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    auto *hops = find<QSpinBox>(u"diagramHops"_s);
    QCOMPARE(hops->value(), 2);
    find<QToolButton>(u"diagramFewerHops"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 4, generous);
    key(Qt::Key_Comma);
    QCOMPARE(hops->value(), 1);
    for (int i = 0; i < 9; ++i)
        key(Qt::Key_Period);
    QCOMPARE(hops->value(), models::DiagramLens::mostHops);
    find<QToolButton>(u"diagramAroundLeave"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 6, generous);
    QVERIFY(!chip->isVisible());
    QVERIFY(canvas().hasFocus());
}

void TestDiagramWays::neighboursOfSeveral()
{
    canvas().select({box(u"customers"_s), box(u"products"_s)});
    m_view->run(DiagramCommand::Neighbours);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 4, generous);
    QCOMPARE(find<DiagramChip>(u"diagramAround"_s)->text(), u"Around 2 tables"_s);
}

void TestDiagramWays::escapeLeadsBackStepByStep()
{
    canvas().select({box(u"orders"_s)});
    key(Qt::Key_N);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 4, generous);
    canvas().select({box(u"payments"_s), box(u"customers"_s)});
    key(Qt::Key_P);
    QCOMPARE(canvas().way().lines.size(), 2U);
    key(Qt::Key_Escape);
    QVERIFY(canvas().way().isEmpty());
    QCOMPARE(model().picture()->count(), 4);
    key(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 6, generous);
    QCOMPARE(canvas().selection().size(), 2U);
    key(Qt::Key_Escape);
    QVERIFY(canvas().selection().empty());
}

void TestDiagramWays::referencesAreFollowed()
{
    canvas().select({box(u"payments"_s)});
    key(Qt::Key_F4);
    QCOMPARE(current(), u"orders"_s);
    key(Qt::Key_F4);
    QCOMPARE(current(), u"customers"_s);
    QVERIFY(canvas().seen().contains(model().picture()->rect(box(u"customers"_s))));
    QVERIFY(!m_view->unavailable(DiagramCommand::FollowForward).isEmpty());
    key(Qt::Key_F4);
    QCOMPARE(current(), u"customers"_s);
    key(Qt::Key_F4, Qt::ShiftModifier);
    QCOMPARE(current(), u"orders"_s);
    canvas().select({box(u"alone"_s)});
    QVERIFY(!m_view->unavailable(DiagramCommand::FollowBack).isEmpty());
}

void TestDiagramWays::severalReferencesAreOffered()
{
    canvas().select({box(u"items"_s)});
    key(Qt::Key_F4);
    QPointer<QMenu> menu = find<QMenu>(u"diagramSteps"_s);
    QVERIFY(menu && menu->isVisible());
    QStringList texts;
    for (const auto *action : menu->actions())
        texts << action->text();
    QCOMPARE(texts, (QStringList{u"items.orders_id → orders.id"_s, u"items.products_id → products.id"_s}));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(current(), u"products"_s);
    canvas().select({box(u"orders"_s)});
    key(Qt::Key_F4, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(find<QMenu>(u"diagramSteps"_s), generous);
    find<QMenu>(u"diagramSteps"_s)->close();
}

void TestDiagramWays::aLineHasAMenu()
{
    choose(DiagramCommand::MissingIndexes, Kinds::MissingIndexes);
    const auto &picture = *model().picture();
    // On a piece of a line that no box covers.
    int line = -1;
    QPoint place;
    for (std::size_t i = 0; i < picture.routes.size() && line < 0; ++i) {
        const auto &points = picture.routes[i].points;
        for (std::size_t end = 1; end < points.size(); ++end) {
            const auto middle = (points[end - 1] + points[end]) / 2;
            const auto screen = canvas().toScreen(middle).toPoint();
            if (picture.boxAt(middle) < 0 && canvas().childAt(screen) == nullptr &&
                picture.lineAt(middle, 1) == static_cast<int>(i)) {
                line = static_cast<int>(i);
                place = screen;
            }
        }
    }
    QVERIFY(line >= 0);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, canvas().mapToGlobal(place));
    QApplication::sendEvent(&canvas(), &event);
    QPointer<QMenu> menu = find<QMenu>(u"diagramLineMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 3);
    menu->actions().at(2)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), picture.overlay->remedies.value(line));
    menu->actions().at(0)->trigger();
    QCOMPARE(canvas().selection(),
             std::vector<int>{picture.content->lines[static_cast<std::size_t>(line)].to});
    menu->close();
}

QTEST_MAIN(TestDiagramWays)

#include "tst_diagramways.moc"
