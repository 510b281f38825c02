#include "models/diagram/diagrammaking.h"
#include "tests/models/diagram/diagramtables.h"
#include "tests/ui/diagram/pdfpages.h"
#include "ui/diagram/diagramexport.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::DiagramDetail;

namespace {

DiagramDrawing drawn(const catalog::Snapshot &snapshot, DiagramDetail detail = DiagramDetail::Columns,
                     Scheme scheme = Scheme::Light)
{
    const auto made = models::makeDiagram(
        {.snapshot = test::shared(snapshot), .arrangement = {.detail = detail}, .look = ui::diagramLook()});
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return drawingOf(made->picture, scheme, u"shop"_s);
}

struct Svg
{
    QString fault;
    QStringList texts;
    QStringList titles;
    std::vector<QRectF> boxes; ///< with round corners
    QStringList paths;
    QRectF area;
};

Svg read(const QByteArray &bytes)
{
    Svg svg;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        const auto number = [&](const QString &name) { return attributes.value(name).toDouble(); };
        if (xml.name() == u"svg") {
            const auto parts = attributes.value(u"viewBox"_s).toString().split(u' ');
            svg.area = QRectF(parts.value(0).toDouble(), parts.value(1).toDouble(), parts.value(2).toDouble(),
                              parts.value(3).toDouble());
        } else if (xml.name() == u"rect" && attributes.hasAttribute(u"rx"_s)) {
            svg.boxes.emplace_back(number(u"x"_s), number(u"y"_s), number(u"width"_s), number(u"height"_s));
        } else if (xml.name() == u"path") {
            svg.paths << attributes.value(u"d"_s).toString();
        } else if (xml.name() == u"text") {
            svg.texts << xml.readElementText();
        } else if (xml.name() == u"title") {
            svg.titles << xml.readElementText();
        }
    }
    svg.fault = xml.errorString();
    return svg;
}

/// How much they differ: 0 not at all, 255 black from white.
double difference(const QImage &one, const QImage &other)
{
    double sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            sum += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y)));
    }
    return sum / (static_cast<double>(one.width()) * one.height());
}

/// Qt's own reader wants to hear of one font only.
QByteArray withOneFont(const QByteArray &svg)
{
    static const QRegularExpression families(u"font-family:'?([^,';]+)[^;]*;"_s);
    return QString::fromUtf8(svg).replace(families, u"font-family:'\\1';"_s).toUtf8();
}

QImage rendered(const QByteArray &svg, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QSvgRenderer renderer(withOneFont(svg));
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

catalog::Snapshot oddNames()
{
    catalog::Snapshot snapshot;
    for (const auto &name : {u"a<b>&\"c'"_s, u" two  spaces"_s, u"naïve_テーブル_имя"_s, u"😀 smile"_s,
                             QString(u'漢').repeated(63), QString(u'W').repeated(63), u"bell\x07"_s})
        snapshot.tables.push_back(test::keyed(name));
    snapshot.tables.front().comment = u"said <twice> & \"kept\""_s;
    return snapshot;
}

} // namespace

class TestDiagramExport : public QObject
{
    Q_OBJECT

private slots:
    void svgHasEveryTable();
    void svgHasEveryLine();
    void svgSaysNamesAsTheyAre();
    void svgHasFallbacksForFonts();
    void svgIsSmall();
    void svgLooksLikeTheImage();
    void svgShowsOverlays();
    void imageIsAsLargeAsAsked();
    void imageIsRefusedWhenTooLarge();
    void imageGivesWayWhenNobodyAsked();
    void imageIsTheSameInTiles();
    void pdfIsOnePage();
    void pdfOfAnEnormousDiagramIsOnePage();
    void pdfHasPages_data();
    void pdfHasPages();
    void nothingIsASentence();
    void oneTableOfManyColumns();
    void groupsAndNotesAreDrawn();
    void partsAreDrawnAlone();
    void darkOnRequest();
    void canBeCancelled();
};

void TestDiagramExport::svgHasEveryTable()
{
    const auto drawing = drawn(test::family(100));
    const auto svg = read(diagramSvg(drawing));
    QCOMPARE(svg.fault, QString());
    const auto &picture = *drawing.picture;
    QCOMPARE(static_cast<int>(svg.boxes.size()), picture.count());
    for (int box = 0; box < picture.count(); ++box) {
        QCOMPARE(svg.texts.count(picture.box(box).id.name), 1);
        QCOMPARE(svg.titles.count(u"public."_s + picture.box(box).id.name), 1);
        const auto rect = picture.rect(box);
        const auto isThere = [&](const QRectF &each) {
            return std::abs(each.x() - rect.x()) < 0.01 && std::abs(each.y() - rect.y()) < 0.01 &&
                   std::abs(each.width() - rect.width()) < 0.01 &&
                   std::abs(each.height() - rect.height()) < 0.01;
        };
        QCOMPARE(std::count_if(svg.boxes.begin(), svg.boxes.end(), isThere), 1);
        QVERIFY(svg.area.contains(rect));
    }
    QVERIFY(svg.titles.contains(u"shop"_s));
}

void TestDiagramExport::svgHasEveryLine()
{
    const auto drawing = drawn(test::family(30));
    const auto &picture = *drawing.picture;
    QVERIFY(picture.routes.size() > 10);
    const auto svg = read(diagramSvg(drawing));
    const auto number = [](double value) {
        auto text = QString::number(value, 'f', 2);
        text.remove(QRegularExpression(u"\\.?0+$"_s));
        return text;
    };
    const auto paths = svg.paths.join(u' ');
    for (const auto &route : picture.routes) {
        const auto begin = route.points.front();
        const auto from =
            u'M' + QString::number(begin.x(), 'f', 2) + u' ' + QString::number(begin.y(), 'f', 2);
        const auto shortest = u'M' + (begin.x() == 0 ? u"0"_s : number(begin.x())) + u' ' +
                              (begin.y() == 0 ? u"0"_s : number(begin.y()));
        QVERIFY2(paths.contains(from) || paths.contains(shortest), qPrintable(shortest));
    }
}

void TestDiagramExport::svgSaysNamesAsTheyAre()
{
    const auto snapshot = oddNames();
    const auto svg = read(diagramSvg(drawn(snapshot)));
    QCOMPARE(svg.fault, QString());
    for (const auto &name : {u"a<b>&\"c'"_s, u" two  spaces"_s, u"naïve_テーブル_имя"_s, u"😀 smile"_s})
        QCOMPARE(svg.texts.count(name), 1);
    // XML has no bell.
    QCOMPARE(svg.texts.filter(u"bell"_s).value(0), u"bell\uFFFD"_s);
    // What has no room is cut in the picture, and whole where somebody points to it.
    QCOMPARE(svg.texts.filter(QString(u'W').repeated(20)).size(), 1);
    QVERIFY(svg.titles.contains(u"public."_s + QString(u'W').repeated(63)));
    QVERIFY(svg.titles.contains(u"public."_s + QString(u'漢').repeated(63)));
    QVERIFY(svg.titles.contains(u"public.a<b>&\"c': said <twice> & \"kept\""_s));
}

void TestDiagramExport::svgHasFallbacksForFonts()
{
    const auto svg = QString::fromUtf8(diagramSvg(drawn(test::family(3))));
    static const QRegularExpression families(u"font-family:([^;]*);"_s);
    int found = 0;
    for (auto match = families.globalMatch(svg); match.hasNext(); ++found) {
        const auto list = match.next().captured(1).split(u',');
        QVERIFY2(list.size() >= 3, qPrintable(list.join(u',')));
        QVERIFY(list.last() == u"monospace" || list.last() == u"sans-serif");
    }
    QVERIFY(found >= 3);
}

/// Looks are not said again with every word.
void TestDiagramExport::svgIsSmall()
{
    const auto drawing = drawn(test::family(200));
    QBuffer usual;
    usual.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&usual);
    QPainter painter(&generator);
    paintDrawing(drawing, painter, areaOf(drawing), 1);
    painter.end();
    QVERIFY(diagramSvg(drawing).size() < usual.size() / 2);
}

void TestDiagramExport::svgLooksLikeTheImage()
{
    const auto drawing = drawn(test::family(12));
    const auto image = diagramImage(drawing);
    QVERIFY(image.ok());
    const auto svg = diagramSvg(drawing);
    const auto same = rendered(svg, image->image.size());
    // Letters have other edges, but stand where they stood: a hundredth of the picture would be much.
    const double differs = difference(image->image, same);
    QVERIFY2(differs < 1.8, qPrintable(QString::number(differs)));
    // The measure sees what is missing.
    auto withoutText = svg;
    withoutText.replace("<text ", "<desc ").replace("</text>", "</desc>");
    QVERIFY(difference(image->image, rendered(withoutText, image->image.size())) > 2 * differs);
}

/// What is drawn under a clip is cut, so that a tinted header is no tinted box.
void TestDiagramExport::svgShowsOverlays()
{
    auto snapshot = test::family(4);
    for (std::size_t i = 0; i < snapshot.tables.size(); ++i)
        snapshot.tables[i].size.value = {.rows = static_cast<qint64>(std::pow(1000, i)), .bytes = 8192};
    const auto made = models::makeDiagram({.snapshot = test::shared(snapshot),
                                           .arrangement = {.detail = DiagramDetail::Columns},
                                           .look = ui::diagramLook(),
                                           .lens = {.overlay = models::DiagramOverlayKind::Rows}});
    QVERIFY(made.ok() && made->picture->overlay);
    const auto drawing = drawingOf(made->picture, Scheme::Light, u"shop"_s);
    const auto svg = diagramSvg(drawing);
    QVERIFY(svg.contains("<desc>" + made->picture->overlay->legend.title.toUtf8()));
    // Every mark says by its text what its colour says.
    const auto texts = read(svg).texts;
    for (int box = 0; box < made->picture->count(); ++box)
        QVERIFY(texts.contains(made->picture->overlay->box(box).text));
    const auto image = diagramImage(drawing)->image;
    const auto same = rendered(svg, image.size());
    const auto origin = areaOf(drawing).topLeft();
    for (int box = 0; box < made->picture->count(); ++box) {
        const auto rect = made->picture->rect(box).translated(-origin);
        for (const auto point : {rect.topLeft() + QPointF(40, 4), rect.bottomLeft() + QPointF(40, -3)})
            QCOMPARE(same.pixelColor(point.toPoint()), image.pixelColor(point.toPoint()));
    }
    // They are not all of one colour.
    QVERIFY(
        image.pixelColor((made->picture->rect(3).translated(-origin).topLeft() + QPointF(40, 4)).toPoint()) !=
        tokenColor(Token::Surface, Scheme::Light));
}

void TestDiagramExport::imageIsAsLargeAsAsked()
{
    auto drawing = drawn(test::family(5));
    const auto once = diagramImage(drawing);
    QCOMPARE(once->image.size(), areaOf(drawing).size().toSize());
    drawing.scale = 2;
    const auto twice = diagramImage(drawing);
    QCOMPARE(twice->image.size(), areaOf(drawing).size().toSize() * 2);
    // As large on paper.
    QVERIFY(std::abs(twice->image.dotsPerMeterX() - 2 * once->image.dotsPerMeterX()) <= 1);
    QVERIFY(difference(once->image, twice->image.scaled(once->image.size(), Qt::IgnoreAspectRatio,
                                                        Qt::SmoothTransformation)) < 3);
}

void TestDiagramExport::imageIsRefusedWhenTooLarge()
{
    auto drawing = drawn(test::family(20));
    drawing.scale = 16;
    drawing.mostMegapixels = 20;
    const auto refused = drawFile(drawing, PictureFormat::Png);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(u"megapixels"_s), qPrintable(refused.error().message));
    // What the hint says can be done.
    static const QRegularExpression most(u"([0-9.]+)×"_s);
    const double hinted = most.match(refused.error().hint).captured(1).toDouble();
    QVERIFY(hinted > 0.5);
    drawing.scale = hinted;
    const auto drawn = diagramImage(drawing);
    QVERIFY2(drawn.ok(), drawn.ok() ? "" : qPrintable(drawn.error().message));
}

void TestDiagramExport::imageGivesWayWhenNobodyAsked()
{
    auto drawing = drawn(test::family(40));
    drawing.preferred = 2;
    drawing.mostMegapixels = 1;
    const auto image = diagramImage(drawing);
    QVERIFY(image.ok());
    const auto pixels = qint64(image->image.width()) * image->image.height();
    QVERIFY2(pixels <= 1'000'000 && pixels > 950'000, qPrintable(QString::number(pixels)));
    const auto file = drawFile(drawing, PictureFormat::Png);
    QVERIFY(!file->remark.isEmpty());
    QCOMPARE(QImage::fromData(file->bytes).size(), image->image.size());
    drawing.mostMegapixels = 200;
    QCOMPARE(drawFile(drawing, PictureFormat::Png)->remark, QString());
}

/// What is drawn piece by piece is what would be drawn at once.
void TestDiagramExport::imageIsTheSameInTiles()
{
    const auto drawing = drawn(test::family(160));
    const auto image = diagramImage(drawing)->image;
    QVERIFY(image.height() > 1100 && image.width() > 1100);
    QImage whole(image.size(), image.format());
    QPainter painter(&whole);
    painter.translate(-areaOf(drawing).topLeft());
    paintDrawing(drawing, painter, areaOf(drawing), 1);
    painter.end();
    QVERIFY(difference(image, whole) < 0.01);
}

void TestDiagramExport::pdfIsOnePage()
{
    const auto drawing = drawn(test::family(30));
    const auto file = drawFile(drawing, PictureFormat::Pdf);
    QVERIFY(file.ok());
    QCOMPARE(file->remark, QString());
    const test::PdfPages pdf(file->bytes);
    QCOMPARE(pdf.title(), u"shop"_s);
    QCOMPARE(pdf.pages().size(), 1U);
    const auto expected = areaOf(drawing).size() * 0.75;
    const auto size = pdf.pages().front().size;
    QVERIFY(size.width() >= expected.width() && size.width() < expected.width() + 1.01);
    QVERIFY(size.height() >= expected.height() && size.height() < expected.height() + 1.01);
    for (int box = 0; box < drawing.picture->count(); ++box)
        QCOMPARE(pdf.words().count(drawing.picture->box(box).id.name), 1);
}

void TestDiagramExport::pdfOfAnEnormousDiagramIsOnePage()
{
    auto drawing = drawn(test::family(40));
    drawing.scale = 16;
    const auto file = drawFile(drawing, PictureFormat::Pdf);
    QVERIFY(!file->remark.isEmpty());
    const auto size = test::PdfPages(file->bytes).pages().front().size;
    QVERIFY(std::max(size.width(), size.height()) <= 14400);
    QVERIFY(std::max(size.width(), size.height()) > 14000);
}

void TestDiagramExport::pdfHasPages_data()
{
    QTest::addColumn<Paper>("paper");
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("A4") << Paper::A4 << QSizeF(595, 842);
    QTest::newRow("A3") << Paper::A3 << QSizeF(842, 1191);
    QTest::newRow("Letter") << Paper::Letter << QSizeF(612, 792);
}

void TestDiagramExport::pdfHasPages()
{
    QFETCH(const Paper, paper);
    QFETCH(const QSizeF, size);
    auto drawing = drawn(test::family(120));
    drawing.paper = paper;
    const auto file = drawFile(drawing, PictureFormat::Pdf);
    QVERIFY(file.ok());
    const test::PdfPages pdf(file->bytes);
    const auto count = pdf.pages().size();
    QVERIFY(count > 1);
    for (std::size_t i = 0; i < count; ++i) {
        const auto &page = pdf.pages()[i];
        QVERIFY(page.size == size || page.size == size.transposed());
        QCOMPARE(page.words.count(u"shop"_s), 1);
        const auto number = u"Page %1 of %2"_s.arg(i + 1).arg(count);
        QCOMPARE(page.words.filter(number).size(), 1);
    }
    for (int box = 0; box < drawing.picture->count(); ++box)
        QVERIFY(pdf.words().contains(drawing.picture->box(box).id.name));
}

void TestDiagramExport::nothingIsASentence()
{
    auto drawing = drawn({});
    const auto says = [](const QStringList &words) { return words.join(u' ').contains(u"no tables"_s); };
    const auto svg = read(diagramSvg(drawing));
    QCOMPARE(svg.fault, QString());
    QVERIFY2(says(svg.texts), qPrintable(svg.texts.join(u'|')));
    QVERIFY(!svg.area.isEmpty());
    for (const auto paper : {Paper::Fit, Paper::A4}) {
        drawing.paper = paper;
        const test::PdfPages pdf(drawFile(drawing, PictureFormat::Pdf)->bytes);
        QCOMPARE(pdf.pages().size(), 1U);
        QVERIFY2(says(pdf.words()), qPrintable(pdf.words().join(u'|')));
    }
    const auto image = QImage::fromData(drawFile(drawing, PictureFormat::Png)->bytes);
    QVERIFY(difference(image, QImage(image).scaled(1, 1).scaled(image.size())) > 0.1);
}

void TestDiagramExport::oneTableOfManyColumns()
{
    catalog::Snapshot snapshot;
    snapshot.tables = {test::keyed(u"wide"_s)};
    for (int i = 2; i < 1600; ++i)
        snapshot.tables.front().columns.push_back({.name = u"c%1"_s.arg(i), .type = u"integer"_s});
    auto drawing = drawn(snapshot);
    QVERIFY(read(diagramSvg(drawing)).texts.contains(u"and 1,540 more"_s));
    for (const auto paper : {Paper::A4, Paper::A3, Paper::Letter}) {
        drawing.paper = paper;
        const test::PdfPages pdf(drawFile(drawing, PictureFormat::Pdf)->bytes);
        QCOMPARE(pdf.pages().size(), 1U);
    }
}

void TestDiagramExport::groupsAndNotesAreDrawn()
{
    const auto snapshot = test::family(8);
    models::DiagramArrangement arrangement{.detail = DiagramDetail::Keys};
    arrangement.marks.insert(catalog::idOf(snapshot.tables[1]),
                             {.color = models::DiagramColor::Teal, .group = u"People"_s});
    models::DiagramNote note{.id = u"one"_s, .text = u"faraway"_s};
    note.place(DiagramDetail::Keys) = QRectF(4000, 3000, 200, 80);
    arrangement.notes = {note};
    const auto made = models::makeDiagram(
        {.snapshot = test::shared(snapshot), .arrangement = arrangement, .look = ui::diagramLook()});
    auto drawing = drawingOf(made->picture, Scheme::Light, u"shop"_s);
    const auto all = read(diagramSvg(drawing));
    QVERIFY(all.area.contains(QRectF(4000, 3000, 200, 80)));
    QVERIFY(all.texts.contains(u"faraway"_s) && all.texts.contains(u"People"_s));
    drawing.paper = Paper::A4;
    QVERIFY(test::PdfPages(drawFile(drawing, PictureFormat::Pdf)->bytes).words().contains(u"faraway"_s));
    // A part has what belongs to it.
    const auto marked = read(diagramSvg(partOf(drawing, {1, 2})));
    QVERIFY(marked.texts.contains(u"People"_s) && !marked.texts.contains(u"faraway"_s));
    QVERIFY(!read(diagramSvg(partOf(drawing, {4, 5}))).texts.contains(u"People"_s));
}

void TestDiagramExport::partsAreDrawnAlone()
{
    const auto drawing = drawn(test::family(10));
    const auto part = partOf(drawing, {2, 5});
    const auto svg = read(diagramSvg(part));
    QCOMPARE(static_cast<int>(svg.boxes.size()), 2);
    QCOMPARE(svg.texts.count(u"t0002"_s), 1);
    QCOMPARE(svg.texts.count(u"t0005"_s), 1);
    QCOMPARE(svg.texts.count(u"t0003"_s), 0);
    QVERIFY(svg.area.contains(drawing.picture->rect(2)) && svg.area.contains(drawing.picture->rect(5)));
    // Of nothing in particular, all.
    QCOMPARE(areaOf(partOf(drawing, {})), areaOf(drawing));
}

void TestDiagramExport::darkOnRequest()
{
    for (const auto scheme : {Scheme::Light, Scheme::Dark}) {
        const auto drawing = drawn(test::family(3), DiagramDetail::Keys, scheme);
        const auto image = diagramImage(drawing)->image;
        QCOMPARE(image.pixelColor(1, 1), tokenColor(Token::Surface, scheme));
        const auto svg = diagramSvg(drawing);
        QVERIFY(svg.contains(tokenColor(Token::Surface, scheme).name().toLatin1()));
        QCOMPARE(svg.contains(tokenColor(Token::Text, Scheme::Light).name().toLatin1()),
                 scheme == Scheme::Light);
    }
}

void TestDiagramExport::canBeCancelled()
{
    auto drawing = drawn(test::family(30));
    drawing.paper = Paper::A4;
    for (const auto format : {PictureFormat::Png, PictureFormat::Pdf}) {
        const auto given = drawFile(drawing, format, [] { return true; });
        QVERIFY(!given.ok());
        QCOMPARE(given.error().code, Error::Code::Cancelled);
    }
}

QTEST_MAIN(TestDiagramExport)
#include "tst_diagramexport.moc"
