#include "tests/support/rowsmodel.h"

#include "ui/chart/chartcanvas.h"
#include "ui/chart/chartexport.h"
#include "ui/chart/chartpainter.h"
#include "ui/chart/chartview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::ChartKind;
using models::TypeKind;
using test::RowsModel;

namespace {

std::vector<RowsModel::Column> sales()
{
    return {
        {u"month"_s, TypeKind::Time, {u"2026-01-01"_s, u"2026-02-01"_s, u"2026-03-01"_s, u"2026-04-01"_s}},
        {u"revenue"_s, TypeKind::Number, {u"10"_s, u"30"_s, QString(), u"20"_s}},
        {u"cost"_s, TypeKind::Number, {u"5"_s, u"8"_s, u"9.5"_s, u"7"_s}},
        {u"region"_s, TypeKind::Text, {u"north"_s, u"south"_s, u"north"_s, u"south"_s}}};
}

/// How many pixels have this colour, or nearly.
int pixelsOf(const QImage &image, const QColor &wanted)
{
    const auto plain = image.convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        count += static_cast<int>(std::count_if(line, line + plain.width(), [&](QRgb pixel) {
            return std::abs(qRed(pixel) - wanted.red()) + std::abs(qGreen(pixel) - wanted.green()) +
                       std::abs(qBlue(pixel) - wanted.blue()) <
                   12;
        }));
    }
    return count;
}

} // namespace

class TestChartView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void cleanup();
    void suggestsAndFollows();
    void whatWasChosenStays();
    void everyKindIsDrawn_data();
    void everyKindIsDrawn();
    void readsOutByPointer();
    void readsOutByKeys();
    void saysWhyThereIsNothing();
    void exports();
    void nothingLeavesItsArea_data();
    void nothingLeavesItsArea();

private:
    void show(std::vector<RowsModel::Column> columns);
    template<typename Widget>
    Widget *find(const QString &name)
    {
        return m_view->findChild<Widget *>(name);
    }
    const models::Chart &chart() { return m_view->canvas().chart(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ChartView> m_view;
    std::unique_ptr<RowsModel> m_model;
};

void TestChartView::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_view = std::make_unique<ChartView>(*m_theme);
    m_view->resize(800, 500);
}

void TestChartView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_theme.reset();
}

void TestChartView::show(std::vector<RowsModel::Column> columns)
{
    m_model = std::make_unique<RowsModel>(std::move(columns));
    m_view->setModel(m_model.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QTRY_VERIFY(!chart().xTitle.isEmpty());
}

void TestChartView::suggestsAndFollows()
{
    show(sales());
    QCOMPARE(m_view->choice().kind, ChartKind::Line);
    QVERIFY(find<QToolButton>(u"chartKind0"_s)->isChecked());
    QCOMPARE(find<QComboBox>(u"chartX"_s)->currentText(), u"month"_s);
    QCOMPARE(chart().series.size(), size_t(2));
    QVERIFY(!find<QLabel>(u"chartRemarks"_s)->isHidden());
    QVERIFY2(m_view->canvas().accessibleName().contains(u"highest 30"),
             qPrintable(m_view->canvas().accessibleName()));
    m_model->append({u"2026-05-01"_s, u"70"_s, u"1"_s, u"north"_s});
    QTRY_COMPARE(chart().series[0].points.size(), size_t(5));
    m_view->setModel(nullptr);
    QTRY_VERIFY(!chart().refusal.isEmpty());
}

void TestChartView::whatWasChosenStays()
{
    show(sales());
    QSignalSpy changed(m_view.get(), &ChartView::choiceChanged);
    find<QToolButton>(u"chartKind1"_s)->click();
    QTRY_COMPARE(chart().kind, ChartKind::Bar);
    auto *x = find<QComboBox>(u"chartX"_s);
    x->setCurrentText(u"region"_s);
    emit x->activated(x->currentIndex());
    QTRY_COMPARE(chart().categories, QStringList({u"north"_s, u"south"_s}));
    const auto actions = find<QToolButton>(u"chartSeries"_s)->menu()->actions();
    QCOMPARE(actions.size(), 2);
    actions[0]->trigger();
    QTRY_COMPARE(chart().series.size(), size_t(1));
    QCOMPARE(chart().yTitle, u"cost"_s);
    QCOMPARE(changed.count(), 3);
    const auto choice = m_view->choice();
    m_model->append({u"2026-05-01"_s, u"70"_s, u"1"_s, u"east"_s});
    QTRY_COMPARE(chart().categories.size(), 3);
    QCOMPARE(m_view->choice(), choice);
    // Other columns are another question.
    RowsModel other({{u"word"_s, TypeKind::Text, {u"a"_s, u"b"_s}}});
    m_view->setModel(&other);
    QTRY_COMPARE(chart().xTitle, u"word"_s);
    m_view->setModel(nullptr);
}

void TestChartView::everyKindIsDrawn_data()
{
    QTest::addColumn<int>("kind");
    for (const auto &[name, kind] : {std::pair("line", ChartKind::Line),
                                     {"bars", ChartKind::Bar},
                                     {"points", ChartKind::Scatter},
                                     {"pie", ChartKind::Pie}})
        QTest::newRow(name) << static_cast<int>(kind);
}

void TestChartView::everyKindIsDrawn()
{
    QFETCH(int, kind);
    show(sales());
    find<QToolButton>(u"chartKind%1"_s.arg(kind))->click();
    QTRY_COMPARE(static_cast<int>(chart().kind), kind);
    QCOMPARE(chart().refusal, QString());
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        m_theme->setChoice(choice);
        const auto image = chartImage(chart(), {600, 400}, m_theme->scheme(), 2);
        QCOMPARE(image.size(), QSize(1200, 800));
        // Points let the ground through.
        if (kind != static_cast<int>(ChartKind::Scatter))
            QVERIFY(pixelsOf(image, m_theme->color(Token::Accent)) > 100);
        QVERIFY(pixelsOf(image, m_theme->color(Token::Surface)) > 100'000);
    }
}

void TestChartView::readsOutByPointer()
{
    show(sales());
    auto &canvas = m_view->canvas();
    const ChartLayout layout(chart(), QRectF(canvas.rect()));
    for (const int point : {0, 1, 3}) {
        const auto at = layout.place(chart().series[0].points[static_cast<size_t>(point)]);
        QTest::mouseMove(&canvas, at.toPoint());
        QTRY_VERIFY2(canvas.mark() == std::optional(ChartMark{0, point}),
                     qPrintable(u"%1: %2 %3 at %4 %5"_s.arg(point)
                                    .arg(canvas.mark() ? canvas.mark()->series : -1)
                                    .arg(canvas.mark() ? canvas.mark()->point : -1)
                                    .arg(at.x())
                                    .arg(at.y())));
    }
    // Where something is missing the other line is near.
    const auto gap = layout.place(chart().series[1].points[2]);
    QTest::mouseMove(&canvas, gap.toPoint());
    QTRY_COMPARE(canvas.mark(), std::optional(ChartMark{1, 2}));
    find<QToolButton>(u"chartKind3"_s)->click();
    QTRY_COMPARE(chart().kind, ChartKind::Pie);
    // Without remarks the chart has their room, once the layout has come to that.
    const auto pointsToLegend = [&] {
        const ChartLayout now(chart(), QRectF(canvas.rect()));
        QTest::mouseMove(&canvas, now.legend()[1].area.center().toPoint());
        QCoreApplication::processEvents();
        return canvas.mark() == std::optional(ChartMark{0, 1});
    };
    QTRY_VERIFY(pointsToLegend());
    const ChartLayout pie(chart(), QRectF(canvas.rect()));
    for (int slice = 0; slice < static_cast<int>(pie.legend().size()); ++slice) {
        const auto [start, span] = pie.slice(chart(), slice);
        const double angle = (start + span / 2) * M_PI / 180;
        const auto at =
            pie.plot().center() + QPointF(std::cos(angle), -std::sin(angle)) * pie.plot().width() * 0.4;
        QCOMPARE(pie.nearest(chart(), at), std::optional(ChartMark{0, slice}));
    }
}

void TestChartView::readsOutByKeys()
{
    show(sales());
    auto &canvas = m_view->canvas();
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(canvas.mark(), std::optional(ChartMark{0, 0}));
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(canvas.mark(), std::optional(ChartMark{0, 1}));
    QCOMPARE(canvas.accessibleDescription(), u"1 Feb 2026: revenue 30, cost 8"_s);
    // Over the gap.
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(canvas.mark(), std::optional(ChartMark{0, 3}));
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(canvas.mark(), std::optional(ChartMark{0, 3}));
    QTest::keyClick(&canvas, Qt::Key_Left);
    QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(canvas.mark(), std::optional(ChartMark{1, 1}));
    QTest::keyClick(&canvas, Qt::Key_End);
    QCOMPARE(canvas.mark(), std::optional(ChartMark{1, 3}));
    QTest::keyClick(&canvas, Qt::Key_Home);
    QCOMPARE(canvas.mark(), std::optional(ChartMark{1, 0}));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QVERIFY(!canvas.mark());
}

void TestChartView::saysWhyThereIsNothing()
{
    m_model = std::make_unique<RowsModel>(std::vector<RowsModel::Column>{{u"n"_s, TypeKind::Number, {}}});
    m_view->setModel(m_model.get());
    QTRY_VERIFY(!chart().refusal.isEmpty());
    QCOMPARE(m_view->canvas().accessibleName(), chart().refusal);
    QVERIFY(!find<QToolButton>(u"chartExport"_s)->isEnabled());
    QTest::keyClick(&m_view->canvas(), Qt::Key_Right);
    QVERIFY(!m_view->canvas().mark());
}

void TestChartView::exports()
{
    show(sales());
    QTemporaryDir folder;
    QSignalSpy notice(m_view.get(), &ChartView::notice);
    const auto png = folder.filePath(u"chart.png"_s);
    m_view->exportTo(png);
    QTRY_COMPARE(notice.count(), 1);
    const QImage image(png);
    QCOMPARE(image.size(), m_view->canvas().size() * 2);
    const auto svg = folder.filePath(u"chart.svg"_s);
    m_view->exportTo(svg);
    QTRY_COMPARE(notice.count(), 2);
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QStringList texts;
    int elements = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement)
            ++elements;
        if (xml.isCharacters())
            texts << xml.text().toString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(elements > 20);
    QVERIFY(texts.join(u' ').contains(u"revenue"));
    m_view->exportTo(folder.filePath(u"nowhere/chart.svg"_s));
    QTRY_COMPARE(notice.count(), 3);
    QVERIFY(notice.back().front().toString().contains(u"nowhere"));
    m_view->copyImage();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestChartView::nothingLeavesItsArea_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1600, 300);
    QTest::newRow("usual") << QSize(800, 500);
    QTest::newRow("narrow") << QSize(260, 420);
    QTest::newRow("tiny") << QSize(220, 160);
}

void TestChartView::nothingLeavesItsArea()
{
    QFETCH(QSize, size);
    show(sales());
    for (int kind = 0; kind < 4; ++kind) {
        find<QToolButton>(u"chartKind%1"_s.arg(kind))->click();
        QTRY_COMPARE(static_cast<int>(chart().kind), kind);
        const QRectF area(QPointF(), size);
        const ChartLayout layout(chart(), area);
        QVERIFY(area.contains(layout.plot().center()));
        for (const auto &label : layout.xLabels())
            QVERIFY(label.area.left() >= -1 && label.area.right() <= area.right() + 4);
        for (const auto &entry : layout.legend())
            QVERIFY(entry.area.left() >= 0 && entry.area.left() < area.right());
        for (size_t i = 1; i < layout.xLabels().size(); ++i)
            QVERIFY(layout.xLabels()[i].area.left() >= layout.xLabels()[i - 1].area.right());
        const auto image = chartImage(chart(), size, Scheme::Dark, 1);
        QVERIFY(pixelsOf(image, tokenColor(Token::Surface, Scheme::Dark)) > 1000);
    }
}

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
