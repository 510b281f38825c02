#include "ui/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void everyPairIsReadable_data();
    void everyPairIsReadable();
    void switchesPaletteAndTellsViews();
    void iconsFollowTheScheme();
    void everyIconDraws_data();
    void everyIconDraws();
    void noPlaceholderStaysInTheStyleSheet();
};

void TestTheme::everyPairIsReadable_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("ground");
    for (const auto scheme : {Scheme::Light, Scheme::Dark}) {
        for (const auto &[front, ground] : readablePairs()) {
            QTest::addRow("%s: %d on %d", scheme == Scheme::Light ? "light" : "dark", static_cast<int>(front),
                          static_cast<int>(ground))
                << tokenColor(front, scheme) << tokenColor(ground, scheme);
        }
    }
}

void TestTheme::everyPairIsReadable()
{
    QFETCH(QColor, front);
    QFETCH(QColor, ground);
    const auto ratio = contrast(front, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2 is %3"_s.arg(front.name(), ground.name()).arg(ratio)));
}

void TestTheme::switchesPaletteAndTellsViews()
{
    Theme theme(*qApp, Theme::Choice::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(0xFF, 0xFF, 0xFF));

    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(theme.scheme(), Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), tokenColor(Token::Surface, Scheme::Dark));

    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);

    // The platform of this test has a light palette, which ours must not hide.
    theme.setChoice(Theme::Choice::System);
    QCOMPARE(theme.scheme(), Scheme::Light);
    QCOMPARE(changed.count(), 2);
}

void TestTheme::iconsFollowTheScheme()
{
    Theme theme(*qApp, Theme::Choice::Light);
    const auto icon = theme.icon(u"table"_s, Token::Text);
    const auto strongest = [&icon] {
        const auto image = icon.pixmap(QSize(64, 64)).toImage();
        QColor found(Qt::transparent);
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, image.height() / 2).alpha() > found.alpha())
                found = image.pixelColor(x, image.height() / 2);
        }
        return found;
    };
    QCOMPARE(strongest(), theme.color(Token::Text));
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(strongest(), theme.color(Token::Text));
}

void TestTheme::everyIconDraws_data()
{
    Theme theme(*qApp);
    theme.icon(u"table"_s).pixmap(16);
    QTest::addColumn<QString>("name");
    QDirIterator files(u":/icons"_s);
    while (files.hasNext()) {
        const auto name = QFileInfo(files.next()).completeBaseName();
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestTheme::everyIconDraws()
{
    QFETCH(QString, name);
    Theme theme(*qApp);
    const auto image = theme.icon(name).pixmap(QSize(32, 32)).toImage();
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            drawn += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
    }
    QVERIFY2(drawn > 40, qPrintable(QString::number(drawn)));
}

void TestTheme::noPlaceholderStaysInTheStyleSheet()
{
    Theme theme(*qApp);
    QVERIFY(!qApp->styleSheet().contains(u'@'));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
