#include "app/cli/output.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

Error cannotWrite(const QString &file, const QString &reason)
{
    return {.code = Error::Code::File,
            .message = QCoreApplication::translate("squall::cli", "cannot write %1: %2").arg(file, reason)};
}

/// Devices and pipes cannot be replaced by a file that is whole; they are written as they are.
bool isPlainFile(const QString &file)
{
    const QFileInfo info(file);
    return !info.exists() || info.isFile();
}

template<typename File>
Result<Done> writeTo(File &device, const QString &name, const Produce &produce)
{
    bool good = true;
    const auto produced =
        produce([&](const QByteArray &piece) { good = good && device.write(piece) == piece.size(); });
    if (!produced)
        return produced;
    if constexpr (std::is_same_v<File, QSaveFile>)
        good = good && device.commit();
    else
        good = good && device.flush();
    if (!good)
        return cannotWrite(name, device.errorString());
    return Done{};
}

} // namespace

void printOut(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
}

void printFailure(const QString &command, const Error &error)
{
    const bool colour = mayColour(STDERR_FILENO);
    QString text = (colour ? u"\x1b[31m"_s : QString()) + u"squall"_s +
                   (command.isEmpty() ? u":"_s : u' ' + command + u':') + (colour ? u"\x1b[0m "_s : u" "_s) +
                   error.message + u'\n';
    for (const auto &more : {error.detail, error.hint}) {
        if (!more.isEmpty())
            text += u"  "_s + QString(more).replace(u'\n', u"\n  "_s) + u'\n';
    }
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

void printNote(const QString &command, const QString &message)
{
    const QByteArray bytes = (u"squall "_s + command + u": "_s + message + u'\n').toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

bool mayColour(int descriptor)
{
    return isTerminal(descriptor) && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

Result<Done> writeResult(const QString &file, const Produce &produce)
{
    if (file.isEmpty()) {
        bool good = true;
        auto produced = produce([&](const QByteArray &piece) {
            good = good && std::fwrite(piece.constData(), 1, static_cast<size_t>(piece.size()), stdout) ==
                               static_cast<size_t>(piece.size());
        });
        good = std::fflush(stdout) == 0 && good;
        if (!good)
            return cannotWrite(QCoreApplication::translate("squall::cli", "standard output"),
                               QString::fromLocal8Bit(std::strerror(errno)));
        return produced;
    }
    if (!isPlainFile(file)) {
        QFile device(file);
        if (!device.open(QIODevice::WriteOnly))
            return cannotWrite(file, device.errorString());
        return writeTo(device, file, produce);
    }
    QSaveFile saved(file);
    if (!saved.open(QIODevice::WriteOnly))
        return cannotWrite(file, saved.errorString());
    return writeTo(saved, file, produce);
}

} // namespace squall::cli
