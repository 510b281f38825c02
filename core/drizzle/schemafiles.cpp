#include "core/drizzle/schemafiles.h"

#include "core/drizzle/glob.h"

#include <QCollator>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

/// A folder's files by their bytes, as a program without a language lists them.
QStringList filesIn(const QString &folder)
{
    auto names = QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::NoSort);
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return a.toUtf8() < b.toUtf8(); });
    for (auto &name : names)
        name = folder + u'/' + name;
    return names;
}

}

QStringList schemaFiles(const QStringList &patterns, const QString &directory)
{
    const QCollator english{QLocale(QLocale::English)};
    QStringList files;
    for (const auto &pattern : patterns) {
        auto matches = globMatches(pattern, directory);
        std::stable_sort(matches.begin(), matches.end(), english);
        for (const auto &match : matches) {
            const auto path = QDir::cleanPath(QDir(directory).absoluteFilePath(match));
            files += QFileInfo(path).isDir() ? filesIn(path) : QStringList{path};
        }
    }
    files.removeDuplicates();
    return files;
}

} // namespace squall::drizzle
