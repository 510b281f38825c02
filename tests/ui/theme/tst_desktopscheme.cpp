#include "ui/theme/desktopscheme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace squall::ui;
using namespace Qt::StringLiterals;

/// The part of the desktop's portal that says what somebody chose.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    void prefer(uint scheme)
    {
        m_scheme = scheme;
        emit SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                            QDBusVariant(QVariant::fromValue(scheme)));
    }

public slots:
    QDBusVariant Read(const QString &space, const QString &key) const
    {
        const bool known = space == u"org.freedesktop.appearance" && key == u"color-scheme";
        const QDBusVariant inner(QVariant::fromValue(known ? m_scheme : 99U));
        return QDBusVariant(QVariant::fromValue(inner));
    }

signals:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    uint m_scheme = 0;
};

class TestDesktopScheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void saysNothingWithoutAPortal();
    void followsThePortal();
    void aChoiceOutranksTheDesktop();

private:
    void startPortal();

    QProcess m_bus;
    FakePortal m_portal;
};

void TestDesktopScheme::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QVERIFY2(m_bus.waitForStarted(), "the package dbus-daemon has to be there");
    QVERIFY(m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void TestDesktopScheme::cleanupTestCase()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestDesktopScheme::startPortal()
{
    auto bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"portal"_s);
    QVERIFY(bus.isConnected());
    bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
}

void TestDesktopScheme::saysNothingWithoutAPortal()
{
    Theme theme(*qApp);
    theme.followDesktop();
    QTRY_VERIFY(QDBusConnection(u"squall-desktop"_s).isConnected());
    QCOMPARE(theme.scheme(), Scheme::Light);
}

void TestDesktopScheme::followsThePortal()
{
    startPortal();
    m_portal.prefer(1);
    Theme theme(*qApp);
    const QSignalSpy changed(&theme, &Theme::changed);
    QCOMPARE(theme.scheme(), Scheme::Light);
    theme.followDesktop();
    QTRY_COMPARE(theme.scheme(), Scheme::Dark);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Base), tokenColor(Token::Surface, Scheme::Dark));

    m_portal.prefer(2);
    QTRY_COMPARE(theme.scheme(), Scheme::Light);
    m_portal.prefer(1);
    QTRY_COMPARE(theme.scheme(), Scheme::Dark);
    // No preference: as Qt's own palette is.
    m_portal.prefer(0);
    QTRY_COMPARE(theme.scheme(), Scheme::Light);
}

void TestDesktopScheme::aChoiceOutranksTheDesktop()
{
    m_portal.prefer(1);
    Theme theme(*qApp, Theme::Choice::Light);
    theme.followDesktop();
    DesktopScheme other;
    const QSignalSpy told(&other, &DesktopScheme::changed);
    other.start();
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(theme.scheme(), Scheme::Light);
    theme.setChoice(Theme::Choice::System);
    QTRY_COMPARE(theme.scheme(), Scheme::Dark);
}

QTEST_MAIN(TestDesktopScheme)
#include "tst_desktopscheme.moc"
