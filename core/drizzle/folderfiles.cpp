#include "core/drizzle/folderfiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::History)
};

const auto unfinished = u".squall-%1.part"_s;
const auto unfinishedFolder = u".squall-%1.folder"_s;

Error cannotWrite(const QString &path, const QString &reason)
{
    return {.code = Error::Code::File,
            .message = Words::tr("“%1” cannot be written.").arg(QDir::toNativeSeparators(path)),
            .detail = reason};
}

QString reason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

Result<Done> move(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return cannotWrite(to, reason());
    return Done{};
}

} // namespace

std::optional<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

Result<Done> writeWhole(const QString &folder, const QString &name, const QByteArray &contents)
{
    const auto path = folder + u'/' + name;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return cannotWrite(QFileInfo(path).path(), reason());
    QFile file(folder + u'/' + unfinished.arg(QCoreApplication::applicationPid()));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return cannotWrite(path, file.errorString());
    const bool good = file.write(contents) == contents.size() && file.flush() && ::fsync(file.handle()) == 0;
    const auto why = file.error() == QFileDevice::NoError ? reason() : file.errorString();
    file.close();
    if (!good) {
        file.remove();
        return cannotWrite(path, why);
    }
    // Of a link the file behind it is replaced.
    const auto target = QFileInfo(path).isSymLink() ? QFileInfo(path).canonicalFilePath() : path;
    auto moved = move(file.fileName(), target.isEmpty() ? path : target);
    if (!moved)
        file.remove();
    return moved;
}

Result<Done> makeFolderWith(const QString &folder, const QString &name, const QString &file,
                            const QByteArray &contents)
{
    if (QFileInfo::exists(folder + u'/' + name))
        return writeWhole(folder, name + u'/' + file, contents);
    const auto early = unfinishedFolder.arg(QCoreApplication::applicationPid());
    auto done = writeWhole(folder, early + u'/' + file, contents);
    if (done)
        done = move(folder + u'/' + early, folder + u'/' + name);
    if (!done)
        QDir(folder + u'/' + early).removeRecursively();
    return done;
}

Result<Done> removeFile(const QString &folder, const QString &name)
{
    QFile file(folder + u'/' + name);
    if (file.exists() && !file.remove())
        return Error{.code = Error::Code::File,
                     .message =
                         Words::tr("“%1” cannot be removed.").arg(QDir::toNativeSeparators(file.fileName())),
                     .detail = file.errorString()};
    return Done{};
}

void removeLeftovers(const QString &folder)
{
    // Younger ones may be somebody's who writes at this moment.
    constexpr int seconds = 60;
    const auto old = QDateTime::currentDateTimeUtc().addSecs(-seconds);
    const QStringList patterns{unfinished.arg(u"*"_s), unfinishedFolder.arg(u"*"_s)};
    for (const auto &entry :
         QDir(folder).entryInfoList(patterns, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoSymLinks)) {
        if (entry.lastModified() >= old)
            continue;
        if (entry.isDir())
            QDir(entry.filePath()).removeRecursively();
        else
            QFile::remove(entry.filePath());
    }
}

} // namespace squall::drizzle
