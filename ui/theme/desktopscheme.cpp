#include "ui/theme/desktopscheme.h"

#include "models/pooled.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

const auto busName = u"squall-desktop"_s;
const auto portal = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto settings = u"org.freedesktop.portal.Settings"_s;

/// Without one the library would start a bus of its own.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR", u"/nonexistent"_s) + u"/bus"_s);
}

} // namespace

void DesktopScheme::start()
{
    if (!hasSessionBus())
        return;
    // Connecting waits for the bus.
    m_connecting.run(
        models::pooled(
            [] { return QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName).isConnected(); }),
        [this](bool connected) {
            if (!connected)
                return;
            // Whoever sends it: it is only taken as a hint to ask again. To name the portal here
            // would wait for the bus.
            QDBusConnection(busName).connect({}, portalPath, settings, u"SettingChanged"_s, this,
                                             SLOT(ask()));
            ask();
        });
}

void DesktopScheme::ask()
{
    auto question = QDBusMessage::createMethodCall(portal, portalPath, settings, u"Read"_s);
    question << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection(busName).asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(reply.value().variant());
        watcher->deleteLater();
    });
}

void DesktopScheme::take(const QVariant &value)
{
    auto plain = value;
    // Portals wrap it once more.
    while (plain.canConvert<QDBusVariant>())
        plain = plain.value<QDBusVariant>().variant();
    enum Preference { PreferDark = 1, PreferLight = 2 };
    std::optional<Scheme> preferred;
    if (plain.toUInt() == PreferDark)
        preferred = Scheme::Dark;
    else if (plain.toUInt() == PreferLight)
        preferred = Scheme::Light;
    if (preferred == m_preferred)
        return;
    m_preferred = preferred;
    emit changed();
}

} // namespace squall::ui
