#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace squall::drizzle {

/// What was asked of the file system, in order: where every answer is the same again, so is what came of it.
struct FileTrace
{
    enum class Question : unsigned char { IsFile, IsFolder, RealPlace };

    struct Asked
    {
        Question question = Question::IsFile;
        QString path;
        QString answer = {}; ///< `yes`, a path, or nothing
    };

    std::vector<Asked> asked;
    std::vector<std::pair<QString, QByteArray>> contents; ///< of files, by their digest
};

} // namespace squall::drizzle
