#include "models/diagram/diagrammaking.h"
#include "tests/models/diagram/diagramtables.h"
#include "ui/diagram/diagrampainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::DiagramMark;
using models::DiagramOverlay;
using models::DiagramTone;

/// Marks are drawn where they belong, and what they say is written in them.
class TestOverlayPainter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreWritten_data();
    void figuresAreWritten();
    void signsOfRowsAreWritten();
    void signsOfLinesAreWritten();
    void whatIsGoneIsAGhost();
    void longFiguresLeaveTheNameAlone();

private:
    /// In grey, around one box.
    QImage draw(double scale, const std::function<void(DiagramOverlay &)> &mark, int around = 1) const;

    models::DiagramPicturePtr m_picture;
};

void TestOverlayPainter::initTestCase()
{
    models::DiagramArrangement arrangement;
    arrangement.detail = models::DiagramDetail::Keys;
    const auto made = models::makeDiagram(
        {.snapshot = test::shared(test::family(4)), .arrangement = arrangement, .look = diagramLook()});
    QVERIFY(made.ok());
    m_picture = made->picture;
}

QImage TestOverlayPainter::draw(double scale, const std::function<void(DiagramOverlay &)> &mark,
                                int around) const
{
    auto overlay = std::make_shared<DiagramOverlay>();
    overlay->boxes.resize(m_picture->content->boxes.size());
    overlay->rows.resize(m_picture->content->boxes.size());
    overlay->lines.resize(m_picture->content->lines.size());
    mark(*overlay);
    auto picture = *m_picture;
    picture.overlay = overlay;
    const auto region = around < 0 ? picture.bounds : picture.rect(around).adjusted(-40, -40, 40, 40);
    QImage image((region.size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    const auto style = diagramStyle(Scheme::Light);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-region.topLeft());
    DiagramPainter(picture, style, painter, scale).paint({.region = region});
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

void TestOverlayPainter::figuresAreWritten_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {2.0, 1.0, 0.5, 0.4, 0.32})
        QTest::addRow("at %.2f", scale) << scale;
}

void TestOverlayPainter::figuresAreWritten()
{
    QFETCH(const double, scale);
    const auto marked = [&](const QString &text) {
        return draw(scale, [&](DiagramOverlay &overlay) {
            overlay.boxes[1] = {.tone = DiagramTone::Heat, .text = text, .heat = 0.5};
        });
    };
    // As wide as each other.
    QVERIFY(marked(u"12"_s) != marked(u"21"_s));
    QCOMPARE(marked(u"12"_s), marked(u"12"_s));
}

void TestOverlayPainter::signsOfRowsAreWritten()
{
    const auto marked = [&](const QString &sign) {
        return draw(1, [&](DiagramOverlay &overlay) {
            overlay.rows[1].resize(m_picture->box(1).rows.size());
            overlay.rows[1][0] = {.tone = DiagramTone::Altered, .text = sign};
        });
    };
    QVERIFY(marked(u"~"_s) != marked(u"+"_s));
    QVERIFY(marked({}) != draw(1, [](DiagramOverlay &) {}));
}

void TestOverlayPainter::signsOfLinesAreWritten()
{
    const auto marked = [&](const QString &sign) {
        return draw(
            1,
            [&](DiagramOverlay &overlay) { overlay.lines[0] = {.tone = DiagramTone::Circle, .text = sign}; },
            -1);
    };
    QVERIFY(marked(u"12"_s) != marked(u"21"_s));
    QVERIFY(marked({}) != draw(
                              1, [](DiagramOverlay &) {}, -1));
}

/// Paler than what is there, and its border broken.
void TestOverlayPainter::whatIsGoneIsAGhost()
{
    const auto marked = [&](DiagramTone tone) {
        return draw(1, [&](DiagramOverlay &overlay) { overlay.boxes[1] = {.tone = tone, .text = u"x"_s}; });
    };
    const auto darkest = [](const QImage &image) {
        int dark = 255;
        for (int y = 60; y < image.height() - 45; ++y) {
            for (int x = 60; x < image.width() - 60; ++x)
                dark = std::min(dark, qGray(image.pixel(x, y)));
        }
        return dark;
    };
    const auto gone = marked(DiagramTone::Removed);
    const auto there = marked(DiagramTone::Altered);
    QVERIFY(darkest(gone) > darkest(there) + 40);
    const auto gaps = [&](const QImage &image) {
        const int y = 40 + static_cast<int>(m_picture->rect(1).height()); // along the lower border
        int changes = 0;
        for (int x = 60; x < image.width() - 60; ++x)
            changes += std::abs(qGray(image.pixel(x, y)) - qGray(image.pixel(x - 1, y))) > 40 ? 1 : 0;
        return changes;
    };
    QVERIFY(gaps(gone) > 4);
    QCOMPARE(gaps(there), 0);
}

/// They lie on the border where there is no room beside it.
void TestOverlayPainter::longFiguresLeaveTheNameAlone()
{
    const auto header = [&](const QString &text) {
        const auto image = draw(1, [&](DiagramOverlay &overlay) {
            overlay.boxes[1] = {.tone = DiagramTone::Warning, .text = text};
        });
        // The lower part of the letters of the name.
        return image.copy(42, 40 + 16, static_cast<int>(diagramLook().title.of(u"t0001")) + 12, 8);
    };
    QCOMPARE(header(u"12"_s), header(u"as wide as a box is"_s));
    QVERIFY(!header(u"12"_s).isNull());
}

QTEST_MAIN(TestOverlayPainter)

#include "tst_overlaypainter.moc"
