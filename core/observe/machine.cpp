#include "core/observe/machine.h"

#include "core/pg/libpq.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPluginLoader>
#include <QProcess>
#include <QStandardPaths>

#include <optional>

namespace squall::observe {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("squall::observe", text);
}

/// Standard output of a program that ends well within two seconds; nothing when there is no such program or
/// it fails.
std::optional<QString> outputOf(const QString &program, const QStringList &arguments)
{
    constexpr int patienceMs = 2000;
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

Check program(const QString &id, const QString &name, const QString &package, const QString &purpose)
{
    const QString path = QStandardPaths::findExecutable(id);
    if (!path.isEmpty())
        return {id, name, Check::State::Works, path, {}};
    return {id, name, Check::State::Limited, tr("not found, needed for %1").arg(purpose),
            tr("Install the package %1.").arg(package)};
}

/// Servers to start ourselves: those of Debian, else the one on the PATH.
std::vector<server::Binaries> serverPrograms()
{
    auto installed = server::installedBinaries();
    if (installed.empty()) {
        if (auto onPath = server::findBinaries({}))
            installed.push_back(*std::move(onPath));
    }
    return installed;
}

/// A plugin of Qt that is found and loaded only when the first database file is opened.
Check stateStorage()
{
    const QString id = u"sqlite"_s;
    const QString name = tr("SQLite, for tabs, history and connections");
    const QString fix = tr("Install the package %1.").arg(u"libqt6sql6-sqlite"_s);
    for (const auto &folder : QCoreApplication::libraryPaths()) {
        const QString path = folder + u"/sqldrivers/libqsqlite.so"_s;
        if (!QFileInfo::exists(path))
            continue;
        QPluginLoader plugin(path);
        if (plugin.load())
            return {id, name, Check::State::Works, path, {}};
        return {id, name, Check::State::Missing, plugin.errorString(), fix};
    }
    return {id, name, Check::State::Missing, tr("not found"), fix};
}

Check font(const QString &family, const QString &package)
{
    const auto match = outputOf(u"fc-list"_s, {u":family="_s + family, u"family"_s});
    const QString id = u"font-"_s + family.toLower().replace(u' ', u'-');
    if (match && !match->isEmpty())
        return {id, family, Check::State::Works, tr("installed"), {}};
    return {id, family, Check::State::Limited,
            match ? tr("not installed, another font stands in") : tr("cannot tell, there is no fc-list"),
            match ? tr("Install the package %1.").arg(package)
                  : tr("Install the package %1.").arg(u"fontconfig"_s)};
}

Check keyring()
{
    const QString name = tr("Keyring for passwords");
    const QString id = u"keyring"_s;
    const QString instead =
        tr("Until then passwords come from ~/.pgpass, the environment, or are asked for.");
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") &&
        !QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s))
        return {id, name, Check::State::Limited, tr("there is no session bus"),
                tr("Log in to a desktop session that has a keyring.") + u' ' + instead};
    const auto owners = outputOf(
        u"dbus-send"_s, {u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.DBus"_s,
                         u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus.ListActivatableNames"_s});
    if (!owners)
        return {id, name, Check::State::Limited, tr("the session bus does not answer"), instead};
    if (owners->contains(u"org.freedesktop.secrets") || owners->contains(u"org.kde.kwalletd"))
        return {id, name, Check::State::Works, tr("a secret service can be reached"), {}};
    return {id, name, Check::State::Limited, tr("the desktop has none"),
            tr("Install the package %1.").arg(u"gnome-keyring"_s) + u' ' + instead};
}

Check display()
{
    const bool wayland = !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if (wayland || !qEnvironmentVariableIsEmpty("DISPLAY"))
        return {u"display"_s, tr("Display"), Check::State::Works, wayland ? u"Wayland"_s : u"X11"_s, {}};
    return {u"display"_s, tr("Display"), Check::State::Limited, tr("none, the window cannot open"),
            tr("Run squall-studio in a desktop session. All of squall works without.")};
}

Check studio()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/squall-studio"_s;
    if (QFileInfo(beside).isExecutable())
        return {u"studio"_s, u"squall-studio"_s, Check::State::Works, beside, {}};
    const QString path = QStandardPaths::findExecutable(u"squall-studio"_s);
    if (!path.isEmpty())
        return {u"studio"_s, u"squall-studio"_s, Check::State::Works, path, {}};
    return {u"studio"_s, u"squall-studio"_s, Check::State::Missing,
            tr("not beside squall and not on the PATH"),
            tr("Install Squall again, or build it with ./dev build.")};
}

Check stateFolder()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/squall"_s;
    QFileInfo existing(folder);
    while (!existing.exists() && existing.absolutePath() != existing.absoluteFilePath())
        existing.setFile(existing.absolutePath());
    if (existing.isDir() && existing.isWritable())
        return {u"state"_s, tr("Folder for tabs, history and connections"), Check::State::Works, folder, {}};
    return {u"state"_s, tr("Folder for tabs, history and connections"), Check::State::Missing,
            tr("%1 cannot be written").arg(existing.absoluteFilePath()),
            tr("Make it writable, or set XDG_DATA_HOME to a folder that is.")};
}

} // namespace

std::vector<Check> examineMachine()
{
    return {
        studio(),
        stateFolder(),
        stateStorage(),
        examineClientLibrary(pg::libpqVersion()),
        examineServerPrograms(serverPrograms()),
        program(u"psql"_s, u"psql"_s, u"postgresql-client"_s, tr("loading the demo")),
        program(u"pg_dump"_s, u"pg_dump"_s, u"postgresql-client"_s, tr("backups")),
        program(u"ssh"_s, u"ssh"_s, u"openssh-client"_s, tr("tunnels")),
        program(u"git"_s, u"git"_s, u"git"_s, tr("branches of a project")),
        keyring(),
        font(u"Inter"_s, u"fonts-inter"_s),
        font(u"JetBrains Mono"_s, u"fonts-jetbrains-mono"_s),
        display(),
    };
}

Check examineServerVersion(int version, const QString &versionText)
{
    constexpr int oldest = 120000;
    constexpr int tooNew = 190000;
    Check check{u"server"_s, tr("PostgreSQL server"), Check::State::Works, versionText, {}};
    if (version < oldest) {
        check.state = Check::State::Missing;
        check.fix = tr("Squall reads servers from version 12 on. Upgrade the server.");
    } else if (version >= tooNew) {
        check.state = Check::State::Limited;
        check.fix = tr("Newer than Squall knows; what is new in it is not shown. Look for a newer Squall.");
    }
    return check;
}

Check examineClientLibrary(const Result<int> &version)
{
    constexpr int oldest = 140000; // pipelines
    Check check{u"client-library"_s, tr("PostgreSQL client library"), Check::State::Works, {}, {}};
    if (!version) {
        check.state = Check::State::Missing;
        check.finding = version.error().detail;
        check.fix = version.error().hint;
        return check;
    }
    check.finding = u"libpq %1.%2"_s.arg(*version / 10000).arg(*version % 10000);
    if (*version < oldest) {
        check.state = Check::State::Missing;
        check.fix = tr("Squall needs version 14 or newer. Upgrade the package %1.").arg(u"libpq5"_s);
    }
    return check;
}

Check examineServerPrograms(const std::vector<server::Binaries> &installed)
{
    Check check{u"server-programs"_s, tr("PostgreSQL server programs"), Check::State::Works, {}, {}};
    if (installed.empty()) {
        check.state = Check::State::Limited;
        check.finding = tr("not found, needed for the demo, branches and scratch copies");
        check.fix = tr("Install the package %1.").arg(u"postgresql-15"_s);
        return check;
    }
    QStringList found;
    for (const auto &programs : installed)
        found << tr("%1 in %2").arg(programs.version, programs.directory);
    check.finding = found.join(u", "_s);
    return check;
}

} // namespace squall::observe
