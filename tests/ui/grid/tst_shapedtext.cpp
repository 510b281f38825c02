#include "ui/grid/gridtext.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace squall::ui;
using namespace Qt::StringLiterals;

/// Plain letters are put together without shaping: to nobody's notice.
class TestShapedText : public QObject
{
    Q_OBJECT

private slots:
    void looksLikeShapedText_data();
    void looksLikeShapedText();
    void coversLatinLettersOnly();
};

namespace {

QString randomText(QRandomGenerator &random)
{
    // Kerning would move some of them.
    static const auto letters = u" AVTLYWo.,fi<=>!-_/\\{}[]()'\"0123456789abcxyzéßłŻœ"_s;
    QString text;
    for (int left = random.bounded(30); left > 0; --left)
        text += letters[random.bounded(letters.size())];
    return text;
}

QImage drawn(const ShapedText &text, const QFont &font, const QPointF &at, double scale)
{
    QImage image(QSize(280, 30) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    text.draw(painter, at);
    return image;
}

} // namespace

void TestShapedText::looksLikeShapedText_data()
{
    QTest::addColumn<GridFont>("face");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.5, 2.0}) {
        QTest::addRow("texts at %.1f", scale) << GridFont::Text << scale;
        QTest::addRow("numbers at %.1f", scale) << GridFont::Mono << scale;
        QTest::addRow("types at %.1f", scale) << GridFont::Type << scale;
    }
}

void TestShapedText::looksLikeShapedText()
{
    QFETCH(const GridFont, face);
    QFETCH(const double, scale);
    const auto font = GridText().font(face);
    const PlainLetters letters(font);
    const QFontMetrics metrics(font);
    const int narrowest = metrics.horizontalAdvance(u'W') * 2; // Qt leaves a letter where dots do not fit.
    QRandomGenerator random(1);
    for (int i = 0; i < 400; ++i) {
        const auto text = randomText(random);
        QVERIFY2(letters.covers(text), qPrintable(text));
        const int width = narrowest + random.bounded(200);
        const auto plain = letters.shaped(text, width);
        QCOMPARE(plain.text(), metrics.elidedText(text, Qt::ElideRight, width));
        const ShapedText shaped(plain.text(), font);
        QCOMPARE(plain.size().height(), shaped.size().height());
        // What a last letter reaches beyond its place counts there, and may be a letter's slant.
        QVERIFY(std::abs(plain.size().width() - shaped.size().width()) <= 2);
        const QPointF at(3 + (i % 4) * 0.25, 5);
        QVERIFY2(drawn(plain, font, at, scale) == drawn(shaped, font, at, scale), qPrintable(text));
    }
}

void TestShapedText::coversLatinLettersOnly()
{
    const PlainLetters letters(GridText().font(GridFont::Text));
    for (const auto &text : {u""_s, u"{\"a\": [1, 2.50]} ~"_s, u"Zażółć gęślą jaźń, Größe"_s})
        QVERIFY2(letters.covers(text), qPrintable(text));
    for (const auto &other :
         {u"日本"_s, u"a\tb"_s, u"a…"_s, u"a\u0301"_s, u"\u200f1"_s, u"soft\u00adhyphen"_s, u"שלום"_s})
        QVERIFY2(!letters.covers(other), qPrintable(other));
}

QTEST_MAIN(TestShapedText)
#include "tst_shapedtext.moc"
