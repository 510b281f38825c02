#include "ui/diagram/overlaycolors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace squall;
using namespace squall::ui;
using models::DiagramMark;
using models::DiagramTone;

namespace {

/// As WCAG 2 has it.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

/// What overlays are drawn with can be read, and told apart without colours.
class TestOverlayColors : public QObject
{
    Q_OBJECT

private slots:
    void wordsCanBeRead_data();
    void wordsCanBeRead();
    void heatIsLightOrDark_data();
    void heatIsLightOrDark();
    void circlesHaveColours();
};

void TestOverlayColors::wordsCanBeRead_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void TestOverlayColors::wordsCanBeRead()
{
    QFETCH(const Scheme, scheme);
    const DiagramStyle style{.scheme = scheme};
    constexpr double readable = 4.5;
    for (int tone = 1; tone <= static_cast<int>(DiagramTone::Circle); ++tone) {
        for (int step = 0; step <= 20; ++step) {
            const DiagramMark mark{
                .tone = static_cast<DiagramTone>(tone), .heat = step / 20.0, .circle = step};
            const auto colors = colorsOf(mark, style);
            const auto what = QStringLiteral("tone %1, step %2").arg(tone).arg(step);
            QVERIFY2(contrast(colors.ink, colors.ground) >= readable, qPrintable(what));
            if (colors.wash.isValid())
                QVERIFY2(contrast(style.color(Token::Text), colors.wash) >= readable, qPrintable(what));
        }
    }
}

void TestOverlayColors::heatIsLightOrDark_data()
{
    wordsCanBeRead_data();
}

void TestOverlayColors::heatIsLightOrDark()
{
    QFETCH(const Scheme, scheme);
    const double away = scheme == Scheme::Light ? -1 : 1;
    double last = -std::numeric_limits<double>::infinity();
    for (int step = 0; step <= 20; ++step) {
        const auto now = away * qGray(heatColor(step / 20.0, scheme).rgb());
        QVERIFY2(now > last, qPrintable(QString::number(step)));
        last = now;
    }
    const auto coldest = qGray(heatColor(0, scheme).rgb());
    const auto hottest = qGray(heatColor(1, scheme).rgb());
    QVERIFY(std::abs(coldest - hottest) >= 55);
    QCOMPARE(heatColor(-1, scheme), heatColor(0, scheme));
    QCOMPARE(heatColor(2, scheme), heatColor(1, scheme));
}

void TestOverlayColors::circlesHaveColours()
{
    const DiagramStyle style;
    const auto edge = [&](int circle) {
        return colorsOf({.tone = DiagramTone::Circle, .circle = circle}, style).edge;
    };
    QVERIFY(edge(0) != edge(1));
    QVERIFY(edge(100).isValid());
}

QTEST_MAIN(TestOverlayColors)

#include "tst_overlaycolors.moc"
