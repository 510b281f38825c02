#include "ui/theme/seriescolors.h"
#include "ui/theme/theme.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace squall::ui;
using namespace Qt::StringLiterals;

namespace {

using Triple = std::array<double, 3>;

Triple linear(const QColor &color)
{
    const auto straight = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return {straight(color.redF()), straight(color.greenF()), straight(color.blueF())};
}

Triple times(const std::array<Triple, 3> &matrix, const Triple &vector)
{
    Triple product{};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column)
            product[row] += matrix[row][column] * vector[column];
    }
    return product;
}

/// Where a colour lies in OKLab, in which distances are those that people see.
Triple seen(const Triple &color)
{
    auto cones = times({Triple{0.4122214708, 0.5363325363, 0.0514459929},
                        {0.2119034982, 0.6806995451, 0.1073969566},
                        {0.0883024619, 0.2817188376, 0.6299787005}},
                       color);
    for (auto &cone : cones)
        cone = std::cbrt(std::max(0.0, cone));
    return times({Triple{0.2104542553, 0.7936177850, -0.0040720468},
                  {1.9779984951, -2.4285922050, 0.4505937099},
                  {0.0259040371, 0.7827717662, -0.8086757660}},
                 cones);
}

double distance(const Triple &one, const Triple &other)
{
    return std::sqrt(std::pow(one[0] - other[0], 2) + std::pow(one[1] - other[1], 2) +
                     std::pow(one[2] - other[2], 2));
}

} // namespace

class TestSeriesColors : public QObject
{
    Q_OBJECT

private slots:
    void standOut_data();
    void standOut();
    void areToldApartByEverybody_data();
    void areToldApartByEverybody();
};

void TestSeriesColors::standOut_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

/// WCAG asks for 3 where something has to be seen, not read.
void TestSeriesColors::standOut()
{
    QFETCH(Scheme, scheme);
    for (int series = 0; series < seriesColors; ++series) {
        for (const auto ground : {Token::Surface, Token::Raised}) {
            const auto ratio = contrast(seriesColor(series, scheme), tokenColor(ground, scheme));
            // Cards of read-outs say the name beside the colour.
            const double least = ground == Token::Surface ? 3.0 : 2.7;
            QVERIFY2(ratio >= least, qPrintable(u"%1: %2"_s.arg(series).arg(ratio)));
        }
    }
    QCOMPARE(seriesColor(0, scheme), tokenColor(Token::Accent, scheme));
    QCOMPARE(seriesColor(seriesColors, scheme), seriesColor(0, scheme));
}

void TestSeriesColors::areToldApartByEverybody_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<int>("eyes");
    for (int eyes = 0; eyes < 4; ++eyes) {
        QTest::addRow("light, %d", eyes) << Scheme::Light << eyes;
        QTest::addRow("dark, %d", eyes) << Scheme::Dark << eyes;
    }
}

void TestSeriesColors::areToldApartByEverybody()
{
    QFETCH(Scheme, scheme);
    QFETCH(int, eyes);
    // Machado, Oliveira and Fernandes (2009), full severity: no red, no green, no blue.
    const std::array<std::array<Triple, 3>, 4> sights{
        std::array<Triple, 3>{Triple{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {Triple{0.152286, 1.052583, -0.204868},
         {0.114503, 0.786281, 0.099216},
         {-0.003882, -0.048116, 1.051998}},
        {Triple{0.367322, 0.860646, -0.227968},
         {0.280085, 0.672501, 0.047413},
         {-0.011820, 0.042940, 0.968881}},
        {Triple{1.255528, -0.076749, -0.178779},
         {-0.078411, 0.930809, 0.147602},
         {0.004733, 0.691367, 0.303900}}};
    for (int one = 0; one < seriesColors; ++one) {
        for (int other = one + 1; other < seriesColors; ++other) {
            const auto look = [&](int series) {
                return seen(times(sights[static_cast<size_t>(eyes)], linear(seriesColor(series, scheme))));
            };
            const double apart = distance(look(one), look(other));
            // 0.02 is what one can just tell side by side.
            QVERIFY2(apart >= 0.08, qPrintable(u"%1 and %2: %3"_s.arg(one).arg(other).arg(apart)));
        }
    }
}

QTEST_GUILESS_MAIN(TestSeriesColors)
#include "tst_seriescolors.moc"
