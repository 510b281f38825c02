#include "app/cli/studio.h"

#include "app/cli/commands.h"
#include "app/cli/output.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>
#include <vector>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto name = "squall-studio";

} // namespace

std::optional<QString> studioProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u'/' + QLatin1StringView(name);
    if (QFileInfo(beside).isExecutable())
        return beside;
    const auto found = QStandardPaths::findExecutable(QLatin1StringView(name));
    return found.isEmpty() ? std::nullopt : std::optional(found);
}

/// Becomes squall-studio; all arguments are its own.
int studio(const QStringList &arguments)
{
    const QString program = studioProgram().value_or(QLatin1StringView(name));

    std::vector<QByteArray> words = {program.toLocal8Bit()};
    words.reserve(1 + static_cast<std::size_t>(arguments.size()));
    for (const auto &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (auto &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execvp(pointers[0], pointers.data());

    printFailure(u"studio"_s, {.code = Error::Code::NotFound,
                               .message = QCoreApplication::translate("squall::cli", "cannot start %1: %2")
                                              .arg(program, QString::fromLocal8Bit(std::strerror(errno))),
                               .hint = QCoreApplication::translate("squall::cli",
                                                                   "'squall doctor' says what is missing.")});
    return Failed;
}

} // namespace squall::cli
