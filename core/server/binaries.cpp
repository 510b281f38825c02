#include "core/server/binaries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <optional>

namespace squall::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int versionTimeoutMs = 10'000;

bool hasPrograms(const QString &directory)
{
    return QFileInfo(directory + u"/postgres"_s).isExecutable() &&
           QFileInfo(directory + u"/initdb"_s).isExecutable();
}

std::optional<Binaries> askVersion(const QString &directory)
{
    if (!hasPrograms(directory))
        return std::nullopt;
    QProcess postgres;
    postgres.start(directory + u"/postgres"_s, {u"--version"_s});
    if (!postgres.waitForFinished(versionTimeoutMs))
        return std::nullopt;
    static const QRegularExpression number(u"PostgreSQL\\) ((\\d+)[^ \\n]*)"_s);
    const auto match = number.match(QString::fromUtf8(postgres.readAllStandardOutput()));
    if (!match.hasMatch())
        return std::nullopt;
    return Binaries{directory, match.captured(1), match.captured(2).toInt()};
}

} // namespace

std::vector<Binaries> installedBinaries()
{
    std::vector<Binaries> found;
    const QDir root(u"/usr/lib/postgresql"_s);
    for (const auto &entry : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (auto binaries = askVersion(root.filePath(entry + u"/bin"_s)))
            found.push_back(*std::move(binaries));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.major > b.major; });
    return found;
}

Result<Binaries> findBinaries(const QString &directory)
{
    if (!directory.isEmpty()) {
        if (auto given = askVersion(directory))
            return *std::move(given);
        return Error{.code = Error::Code::NotFound,
                     .message =
                         QCoreApplication::translate("squall::server", "No PostgreSQL server programs in %1.")
                             .arg(directory),
                     .hint = QCoreApplication::translate(
                         "squall::server", "The folder must hold initdb and postgres, both executable.")};
    }
    if (auto installed = installedBinaries(); !installed.empty())
        return std::move(installed.front());
    if (const auto onPath = QStandardPaths::findExecutable(u"postgres"_s); !onPath.isEmpty()) {
        // A link on the PATH does not stand beside its initdb.
        if (auto binaries = askVersion(QFileInfo(QFileInfo(onPath).canonicalFilePath()).path()))
            return *std::move(binaries);
    }
    return Error{.code = Error::Code::NotFound,
                 .message =
                     QCoreApplication::translate("squall::server", "No PostgreSQL server is installed."),
                 .hint = QCoreApplication::translate("squall::server",
                                                     "On Debian or Ubuntu: sudo apt install postgresql")};
}

} // namespace squall::server
