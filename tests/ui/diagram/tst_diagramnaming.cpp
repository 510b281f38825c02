#include "models/diagram/diagramfile.h"
#include "tests/models/diagram/diagramtables.h"
#include "ui/diagram/declaredialog.h"
#include "ui/diagram/decorationpainter.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramchooser.h"
#include "ui/diagram/diagrammarking.h"
#include "ui/diagram/diagramnotes.h"
#include "ui/diagram/diagramview.h"
#include "ui/diagram/diagramwords.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::DiagramModel;

namespace {

constexpr int generous = 60000;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Several diagrams, and what is on them beside the tables, as a person has them in hand.
class TestDiagramNaming : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aDiagramIsMadeByKeys();
    void namesAreRefusedInPlace();
    void theSelectionBecomesADiagram();
    void aDeletedDiagramComesBack();
    void theChooserSwitches();
    void groupsByKeys();
    void aGroupIsSeen_data();
    void aGroupIsSeen();
    void namesAreReadableOnEveryColour();
    void aNoteIsWritten();
    void aNoteIsMovedAndResized();
    void notesAreInTheTabOrder();
    void aNoteIsInTheTiles();
    void alignsWhatIsSelected();
    void aDragComesToRestInLine();
    void declaresByKeys();
    void aDeclaredRelationIsDashed();
    void changesADeclaredRelation();
    void savesInTheProject();
    void loadsWhatAnotherBranchHas();
    void aDamagedFileIsLeftAlone();
    void comesBackWithAll();

private:
    void show(const catalog::Snapshot &snapshot);
    DiagramCanvas &canvas() { return m_view->canvas(); }
    DiagramModel &model() { return m_view->model(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    template<typename T>
    T *child(const QString &name)
    {
        // What is gone may still be on its way.
        for (auto *each : m_view->findChildren<T *>(name)) {
            if (each->isVisibleTo(each->parentWidget()))
                return each;
        }
        return nullptr;
    }
    QDialog *dialog(const QString &name);
    void writeNote(const QString &text);
    void press(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    QPoint onScreen(QPointF point) { return canvas().toScreen(point).toPoint(); }
    QString firstNote() { return model().picture()->decoration.notes.front().id; }
    const models::DiagramPlacedNote &note() { return model().picture()->decoration.notes.front(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DiagramView> m_view;
};

void TestDiagramNaming::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_view = std::make_unique<DiagramView>(*m_theme);
    m_view->resize(1000, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    show(test::family(8));
}

void TestDiagramNaming::cleanup()
{
    m_view.reset();
    m_theme.reset();
}

void TestDiagramNaming::show(const catalog::Snapshot &snapshot)
{
    model().setSnapshot(test::shared(snapshot));
    QTRY_COMPARE_WITH_TIMEOUT(model().state(), DiagramModel::State::Shown, generous);
    m_view->activateWindow();
    canvas().setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
}

/// A dialog that has just gone gives the focus back a moment later.
void TestDiagramNaming::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_view->activateWindow();
    canvas().setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(canvas().hasFocus(), generous);
    QTest::keyClick(&canvas(), key, modifiers);
}

QDialog *TestDiagramNaming::dialog(const QString &name)
{
    QDialog *found = nullptr;
    [&] { QTRY_VERIFY_WITH_TIMEOUT((found = child<QDialog>(name)) && found->isVisible(), generous); }();
    return found;
}

void TestDiagramNaming::writeNote(const QString &text)
{
    key(Qt::Key_T);
    auto *editor = child<QPlainTextEdit>(u"diagramNoteEditor"_s);
    QVERIFY(editor);
    QTRY_VERIFY_WITH_TIMEOUT(editor->hasFocus(), generous);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!model().picture()->decoration.notes.empty(), generous);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().hasFocus(), generous);
}

void TestDiagramNaming::press(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) {
        const QPointF at = QPointF(from) + QPointF(to - from) * step / 4.0;
        QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(&canvas(), &move);
    }
    QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
}

void TestDiagramNaming::aDiagramIsMadeByKeys()
{
    QSignalSpy keep(m_view.get(), &DiagramView::keepRequested);
    m_view->run(DiagramCommand::New);
    auto *made = dialog(u"diagramNameDialog"_s);
    auto *name = made->findChild<QLineEdit *>(u"diagramName"_s);
    QTRY_VERIFY_WITH_TIMEOUT(name->hasFocus(), generous);
    name->selectAll();
    QTest::keyClicks(name, u"Billing & more"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_view->diagrams().currentName(), u"Billing & more"_s);
    QCOMPARE(child<QPushButton>(u"diagramChooser"_s)->text(), u"Billing && more"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!keep.isEmpty(), generous);
}

void TestDiagramNaming::namesAreRefusedInPlace()
{
    m_view->diagrams().add(u"Other"_s);
    m_view->run(DiagramCommand::Rename);
    auto *renamed = dialog(u"diagramNameDialog"_s);
    auto *name = renamed->findChild<QLineEdit *>(u"diagramName"_s);
    QCOMPARE(name->text(), u"Other"_s);
    const auto *error = renamed->findChild<QLabel *>(u"diagramNameError"_s);
    for (const auto &text : {u""_s, u"Diagram"_s}) {
        name->setText(text);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(renamed->isVisible() && error->isVisible() && !error->text().isEmpty());
    }
    QTest::keyClicks(name, u" 2"_s);
    QVERIFY(!error->isVisible());
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!renamed->isVisible());
    QCOMPARE(m_view->diagrams().names(), (QStringList{u"Diagram"_s, u"Diagram 2"_s}));
}

void TestDiagramNaming::theSelectionBecomesADiagram()
{
    QVERIFY(!m_view->unavailable(DiagramCommand::NewFromSelection).isEmpty());
    model().mark({2}, models::DiagramGroup{models::DiagramColor::Pink, u"Mine"_s});
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->decoration.markOf(2), generous);
    canvas().select({2, 5});
    m_view->run(DiagramCommand::NewFromSelection);
    QTest::keyClick(dialog(u"diagramNameDialog"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 2, generous);
    QCOMPARE(model().picture()->box(0).id.name, u"t0002"_s);
    QVERIFY(model().picture()->decoration.markOf(0));
    // New tables of the database are none of it.
    model().setSnapshot(test::shared(test::family(9)));
    QTRY_COMPARE_WITH_TIMEOUT(model().hiddenCount(), 7, generous);
    QCOMPARE(model().picture()->count(), 2);
    m_view->run(DiagramCommand::ShowHidden);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 9, generous);
}

void TestDiagramNaming::aDeletedDiagramComesBack()
{
    QVERIFY(!m_view->unavailable(DiagramCommand::Remove).isEmpty());
    m_view->diagrams().add(u"Other"_s);
    m_view->run(DiagramCommand::Remove);
    QCOMPARE(m_view->diagrams().names(), QStringList{u"Diagram"_s});
    child<QPushButton>(u"diagramRestore"_s)->click();
    QCOMPARE(m_view->diagrams().currentName(), u"Other"_s);
    QVERIFY(!m_view->findChild<QWidget *>(u"diagramStrip"_s)->isVisible());
}

void TestDiagramNaming::theChooserSwitches()
{
    m_view->diagrams().add(u"Other"_s);
    canvas().setFocus();
    key(Qt::Key_D);
    auto *menu = m_view->findChild<QMenu *>(u"diagramChooserMenu"_s);
    QTRY_VERIFY_WITH_TIMEOUT(menu->isVisible(), generous);
    QCOMPARE(menu->actions().at(0)->text(), u"Diagram"_s);
    QVERIFY(menu->actions().at(1)->isChecked());
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_view->diagrams().currentName(), u"Diagram"_s);
    menu->close();
}

void TestDiagramNaming::groupsByKeys()
{
    canvas().select({1, 3});
    key(Qt::Key_G);
    auto *asked = dialog(u"diagramGroupDialog"_s);
    QTest::keyClicks(asked->findChild<QComboBox *>(u"diagramGroupName"_s)->lineEdit(), u"People"_s);
    asked->findChild<QRadioButton *>(u"diagramColor-teal"_s)->setChecked(true);
    QTest::keyClick(asked, Qt::Key_Return);
    const models::DiagramGroup people{models::DiagramColor::Teal, u"People"_s};
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->decoration.markOf(3), std::optional(people), generous);
    // The name of a group brings its colour along.
    canvas().select({4});
    key(Qt::Key_G);
    asked = dialog(u"diagramGroupDialog"_s);
    asked->findChild<QComboBox *>(u"diagramGroupName"_s)->setCurrentText(u"People"_s);
    QTest::keyClick(asked, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->decoration.markOf(4), std::optional(people), generous);
    m_view->run(DiagramCommand::Ungroup);
    QTRY_VERIFY_WITH_TIMEOUT(!model().picture()->decoration.markOf(4), generous);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->decoration.markOf(4), generous);
}

void TestDiagramNaming::aGroupIsSeen_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("near") << 1.0;
    QTest::newRow("without columns") << 0.3;
    QTest::newRow("from afar") << 0.04;
}

void TestDiagramNaming::aGroupIsSeen()
{
    QFETCH(double, scale);
    canvas().setScale(scale);
    canvas().centerOn(model().picture()->rect(2).center());
    const auto shot = [this] {
        QImage image(canvas().size(), QImage::Format_RGB32);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous); }();
        canvas().render(&image);
        return image;
    };
    const auto before = shot();
    model().mark({2}, models::DiagramGroup{models::DiagramColor::Orange, u"Some"_s});
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->decoration.markOf(2), generous);
    const auto now = shot();
    const auto at = onScreen(model().picture()->rect(2).topLeft() + QPointF(30, 8));
    QVERIFY(now.pixelColor(at) != before.pixelColor(at));
    QVERIFY(now.pixelColor(at).red() > now.pixelColor(at).blue());
}

void TestDiagramNaming::namesAreReadableOnEveryColour()
{
    for (const auto scheme : {Scheme::Light, Scheme::Dark}) {
        const auto style = diagramStyle(scheme);
        for (const auto color : models::diagramColors) {
            for (const auto &ground : {style.header(color), style.note(color), style.island(color)}) {
                QVERIFY(contrast(style.color(Token::Text), ground) >= 4.5);
                QVERIFY2(contrast(style.color(Token::Muted), ground) >= 4.5 || ground == style.note(color),
                         qPrintable(colorInWords(color)));
            }
            // Areas and notes are seen on the ground, and told from each other.
            QVERIFY(style.island(color) != style.color(Token::Surface));
            for (const auto other : models::diagramColors)
                QVERIFY(other == color || style.header(color) != style.header(other));
        }
    }
}

void TestDiagramNaming::aNoteIsWritten()
{
    writeNote(u"What hundreds of orders have in common is told here, in words."_s);
    QCOMPARE(note().text, u"What hundreds of orders have in common is told here, in words."_s);
    QCOMPARE(note().rect.height(), noteHeight(note().text, note().rect.width(), diagramStyle(Scheme::Light)));
    QVERIFY(model().picture()->boxesIn(note().rect).empty());
    QVERIFY(m_view->summary().contains(note().text));
    // F2 and Enter write on, Escape ends it.
    const auto before = note().rect.height();
    for (const auto start : {Qt::Key_F2, Qt::Key_Return}) {
        const auto height = note().rect.height();
        key(start);
        auto *editor = child<QPlainTextEdit>(u"diagramNoteEditor"_s);
        QVERIFY(editor);
        // Letters are letters here.
        QTest::keyClicks(editor, u" hgf"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::keyClicks(editor, u"more"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(note().rect.height() > height, generous);
        QVERIFY(note().text.endsWith(u" hgf\nmore"_s));
    }
    QCOMPARE(model().picture()->count(), 8);
    key(Qt::Key_Z, Qt::ControlModifier);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(note().rect.height(), before, generous);
    key(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->decoration.notes.empty(), generous);
    QCOMPARE(model().picture()->count(), 8);
    // Nothing written is no note, and no step.
    const auto steps = model().history().undo.size();
    key(Qt::Key_T);
    QTest::keyClick(child<QPlainTextEdit>(u"diagramNoteEditor"_s), Qt::Key_Escape);
    QVERIFY(canvas().notes().selected().isEmpty());
    QCOMPARE(model().history().undo.size(), steps);
}

void TestDiagramNaming::aNoteIsMovedAndResized()
{
    writeNote(u"Some words that need more than one line"_s);
    canvas().setScale(1);
    canvas().centerOn(note().rect.center());
    const auto before = note().rect;
    press(onScreen(before.center()), onScreen(before.center()) + QPoint(80, 41));
    QTRY_COMPARE_WITH_TIMEOUT(note().rect.topLeft(), before.topLeft() + QPointF(80, 40), generous);
    QCOMPARE(note().rect.size(), before.size());
    press(onScreen(note().rect.bottomRight()), onScreen(note().rect.bottomRight()) + QPoint(160, 80));
    QTRY_COMPARE_WITH_TIMEOUT(note().rect.width(), before.width() + 160, generous);
    QVERIFY(note().rect.height() > before.height() + 40);
    // Never smaller than its text.
    press(onScreen(note().rect.bottomRight()), onScreen(note().rect.topLeft()));
    QTRY_VERIFY_WITH_TIMEOUT(note().rect.width() < before.width(), generous);
    QVERIFY(note().rect.height() >=
            noteHeight(note().text, note().rect.width(), diagramStyle(Scheme::Light)));
    const auto place = note().rect.topLeft();
    key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(note().rect.topLeft(), place + QPointF(8, 40), generous);
    key(Qt::Key_Escape);
    QVERIFY(canvas().notes().selected().isEmpty());
}

void TestDiagramNaming::notesAreInTheTabOrder()
{
    writeNote(u"One"_s);
    key(Qt::Key_Escape);
    for (int table = 0; table < 8; ++table) {
        key(Qt::Key_Tab);
        QCOMPARE(canvas().selection().size(), 1U);
    }
    key(Qt::Key_Tab);
    QCOMPARE(canvas().notes().selected(), firstNote());
    QVERIFY(canvas().selection().empty());
    key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(canvas().selection().size(), 1U);
    QVERIFY(canvas().notes().selected().isEmpty());
}

void TestDiagramNaming::aNoteIsInTheTiles()
{
    writeNote(u"One"_s);
    canvas().setScale(1);
    canvas().centerOn(note().rect.center());
    key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    QImage image(canvas().size(), QImage::Format_RGB32);
    QPainter painter(&image);
    canvas().tiles().paint(painter);
    const auto color = diagramStyle(Scheme::Light).note(note().color);
    const auto at = onScreen(note().rect.bottomLeft() + QPointF(20, -4));
    QCOMPARE(image.pixelColor(at), color);
    // In somebody's hand it is drawn above them.
    canvas().notes().select(firstNote());
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    canvas().tiles().paint(painter);
    QVERIFY(image.pixelColor(at) != color);
    painter.end();
    canvas().render(&image);
    QCOMPARE(image.pixelColor(at), color);
}

void TestDiagramNaming::alignsWhatIsSelected()
{
    canvas().select({0});
    QVERIFY(!m_view->unavailable(DiagramCommand::AlignLeft).isEmpty());
    canvas().select({0, 3, 5});
    const auto before = model().picture()->positions;
    m_view->run(DiagramCommand::AlignLeft);
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->positions != before, generous);
    const auto &picture = *model().picture();
    QCOMPARE(picture.rect(0).left(), picture.rect(3).left());
    QCOMPARE(picture.rect(0).left(), picture.rect(5).left());
    for (int one = 0; one < picture.count(); ++one) {
        for (int other = 0; other < one; ++other)
            QVERIFY(!picture.rect(one).intersects(picture.rect(other)));
    }
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(model().picture()->positions == before, generous);
    QVERIFY(!model().canUndo());
}

void TestDiagramNaming::aDragComesToRestInLine()
{
    model().place({0, 1}, {{-3000, 3}, {-2500, 403}});
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->rect(1).topLeft(), QPointF(-2500, 403), generous);
    canvas().setScale(1);
    canvas().centerOn({-2700, 200});
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    const auto from = onScreen(model().picture()->rect(1).center());
    // Four pixels beside the left side of the other one, and on no line of the grid.
    press(from, from + QPoint(-496, 0));
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->rect(1).left(), -3000.0, generous);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    const auto again = onScreen(model().picture()->rect(1).center());
    press(again, again + QPoint(3, 1), Qt::ControlModifier);
    QTest::qWait(0);
    press(again, again + QPoint(23, 1), Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->rect(1).left(), -2977.0, generous);
}

void TestDiagramNaming::declaresByKeys()
{
    auto snapshot = test::family(4);
    auto orders = test::keyed(u"orders"_s);
    orders.columns.push_back({.name = u"t0002_id"_s, .type = u"bigint"_s, .notNull = true});
    snapshot.tables.push_back(orders);
    show(snapshot);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->count(), 5, generous);
    canvas().select({model().picture()->content->find(catalog::idOf(orders))});
    key(Qt::Key_R);
    auto *asked = dialog(u"declareDialog"_s);
    auto *proposals = asked->findChild<QListWidget *>(u"declareProposals"_s);
    QTRY_VERIFY_WITH_TIMEOUT(proposals->hasFocus(), generous);
    QCOMPARE(proposals->item(0)->text(), u"orders.t0002_id → t0002.id"_s);
    QVERIFY(!asked->findChild<QCheckBox *>(u"declareOptional"_s)->isChecked());
    QTest::keyClick(proposals, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(model().relations().size(), 1U, generous);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->content->lines.size(), 4U, generous);
    QVERIFY(model().picture()->content->lines.back().declared);
}

void TestDiagramNaming::aDeclaredRelationIsDashed()
{
    models::DeclaredRelation relation{.from = {Kind::Table, u"public"_s, u"t0000"_s},
                                      .columns = {u"name"_s},
                                      .to = {Kind::Table, u"public"_s, u"t0007"_s},
                                      .toColumns = {u"name"_s}};
    model().changeRelation({}, relation);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->content->lines.size(), 8U, generous);
    const auto &points = model().picture()->routes.back().points;
    // Along its longest piece there is line, and there is none.
    QPointF from;
    QPointF to;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if ((points[i] - points[i - 1]).manhattanLength() > (to - from).manhattanLength())
            std::tie(from, to) = std::pair(points[i - 1], points[i]);
    }
    canvas().setScale(1);
    canvas().centerOn((from + to) / 2);
    QTRY_VERIFY_WITH_TIMEOUT(canvas().tiles().isSharp(), generous);
    const auto image = canvas().grab().toImage();
    int light = 0;
    int dark = 0;
    for (int step = -20; step <= 20; ++step) {
        const auto way = (to - from) / (to - from).manhattanLength() * step;
        const auto at = onScreen((from + to) / 2 + way);
        int least = 255;
        for (int across = -1; across <= 1; ++across)
            least = std::min(least,
                             qGray(image.pixel(at + (way.x() == 0 ? QPoint(across, 0) : QPoint(0, across)))));
        (least > 200 ? light : dark) += 1;
    }
    QVERIFY2(light > 8 && dark > 8, qPrintable(u"%1 %2"_s.arg(light).arg(dark)));
    QSignalSpy asked(&canvas(), &DiagramCanvas::lineMenuRequested);
    const auto middle = onScreen((from + to) / 2);
    QContextMenuEvent click(QContextMenuEvent::Mouse, middle, canvas().mapToGlobal(middle));
    QApplication::sendEvent(&canvas(), &click);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(m_view->marking().relationOf(asked.front().front().toInt()), std::optional(relation));
    m_view->marking().remove(relation);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->content->lines.size(), 7U, generous);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(model().picture()->content->lines.size(), 8U, generous);
}

void TestDiagramNaming::changesADeclaredRelation()
{
    canvas().select({0, 3});
    m_view->run(DiagramCommand::Declare);
    auto *asked = qobject_cast<DeclareDialog *>(dialog(u"declareDialog"_s));
    const auto *error = asked->findChild<QLabel *>(u"declareError"_s);
    asked->findChild<QPushButton *>(u"declareAccept"_s)->click();
    QVERIFY(error->isVisible());
    const auto choose = [&](const QString &box, const QString &column) {
        auto *combo = asked->findChild<QComboBox *>(box);
        combo->setCurrentIndex(combo->findData(column));
    };
    choose(u"declareColumn0"_s, u"id"_s);
    choose(u"declareToColumn0"_s, u"name"_s);
    // Of two types: odd, but possible.
    QVERIFY(asked->findChild<QLabel *>(u"declareDoubt"_s)->isVisible());
    choose(u"declareToColumn0"_s, u"id"_s);
    QVERIFY(!asked->findChild<QLabel *>(u"declareDoubt"_s)->isVisible());
    asked->findChild<QPushButton *>(u"declareMore"_s)->click();
    choose(u"declareColumn1"_s, u"name"_s);
    choose(u"declareToColumn1"_s, u"name"_s);
    asked->findChild<QPushButton *>(u"declareAccept"_s)->click();
    QCOMPARE(model().relations().size(), 1U);
    const auto before = model().relations().front();
    QCOMPARE(before.columns, (QStringList{u"id"_s, u"name"_s}));
    m_view->marking().edit(before);
    asked = qobject_cast<DeclareDialog *>(dialog(u"declareDialog"_s));
    QCOMPARE(asked->relation(), before);
    auto *single = asked->findChild<QCheckBox *>(u"declareSingle"_s);
    single->setChecked(!before.single);
    asked->findChild<QPushButton *>(u"declareAccept"_s)->click();
    QCOMPARE(model().relations().size(), 1U);
    QCOMPARE(model().relations().front().single, !before.single);
    m_view->marking().edit(model().relations().front());
    dialog(u"declareDialog"_s)->findChild<QPushButton *>(u"declareRemove"_s)->click();
    QVERIFY(model().relations().empty());
}

void TestDiagramNaming::savesInTheProject()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"squall.diagram.json"_s);
    // The first time it asks where.
    key(Qt::Key_S, Qt::ControlModifier);
    auto *asked = qobject_cast<QFileDialog *>(dialog(u"diagramFileDialog"_s));
    QVERIFY(asked);
    emit asked->fileSelected(path);
    asked->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !m_view->project().isBusy(), generous);
    QCOMPARE(bytesOf(path), models::toDiagramFile(m_view->diagrams().all()));
    model().move({2}, {0, -4000});
    key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(bytesOf(path), models::toDiagramFile(m_view->diagrams().all()), generous);
}

void TestDiagramNaming::loadsWhatAnotherBranchHas()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"squall.diagram.json"_s);
    const auto mine = m_view->diagrams().all();
    m_view->project().saveAs(path, mine);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !m_view->project().isBusy(), generous);
    auto theirs = mine;
    theirs.diagrams.push_back({u"Theirs"_s, {}});
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(models::toDiagramFile(theirs));
    file.close();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"diagramReload"_s), generous);
    // Nothing is taken over unasked.
    QCOMPARE(m_view->diagrams().names().size(), 1);
    child<QPushButton>(u"diagramReload"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_view->diagrams().names(), (QStringList{u"Diagram"_s, u"Theirs"_s}), generous);
    child<QPushButton>(u"diagramUnload"_s)->click();
    QCOMPARE(m_view->diagrams().names(), QStringList{u"Diagram"_s});
}

void TestDiagramNaming::aDamagedFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"squall.diagram.json"_s);
    m_view->project().saveAs(path, m_view->diagrams().all());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !m_view->project().isBusy(), generous);
    const QByteArray damaged = "{\n<<<<<<< mine\n";
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(damaged);
    file.close();
    m_view->run(DiagramCommand::Save);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"diagramOverwrite"_s), generous);
    const auto *text = m_view->findChild<QLabel *>(u"diagramStripText"_s);
    QVERIFY2(text->text().contains(u"Line 2: a merge conflict"_s), qPrintable(text->text()));
    QCOMPARE(bytesOf(path), damaged);
    child<QPushButton>(u"diagramOverwrite"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(bytesOf(path), models::toDiagramFile(m_view->diagrams().all()), generous);
}

void TestDiagramNaming::comesBackWithAll()
{
    writeNote(u"Remember"_s);
    model().mark({1}, models::DiagramGroup{models::DiagramColor::Violet, u"Some"_s});
    m_view->diagrams().add(u"Other"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model().state(), DiagramModel::State::Shown, generous);
    QHash<QString, QByteArray> kept;
    for (const auto &[setting, value] : m_view->kept())
        kept[setting] = value;
    const auto before = m_view->diagrams().all();
    m_view = std::make_unique<DiagramView>(*m_theme);
    m_view->restore([&](const QString &setting) { return kept.value(setting); });
    QCOMPARE(m_view->diagrams().all(), before);
    QCOMPARE(m_view->diagrams().currentName(), u"Other"_s);
}

QTEST_MAIN(TestDiagramNaming)

#include "tst_diagramnaming.moc"
