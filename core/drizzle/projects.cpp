#include "core/drizzle/projects.h"

#include "core/drizzle/config.h"

#include <QDeadlineTimer>
#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

FoundProjects findProjects(const QString &root, std::chrono::milliseconds most)
{
    const QStringList leftOut{u"node_modules"_s, u"bower_components"_s, u"vendor"_s};
    const QDeadlineTimer deadline(most);
    FoundProjects found;
    QStringList level{root};
    while (!level.isEmpty()) {
        QStringList next;
        for (const auto &folder : level) {
            if (deadline.hasExpired()) {
                found.complete = false;
                return found;
            }
            found.configs += configPaths(folder);
            for (const auto &name :
                 QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
                if (!leftOut.contains(name))
                    next += folder + u'/' + name;
            }
        }
        level = next;
    }
    return found;
}

std::vector<EnvironmentSet> environmentSets(const QString &directory)
{
    const QStringList models{u"example"_s, u"sample"_s, u"template"_s, u"dist"_s, u"defaults"_s, u"schema"_s};
    // Encrypted, and the keys of that.
    const QStringList others{u"vault"_s, u"keys"_s};
    std::vector<EnvironmentSet> sets;
    auto files =
        QDir(directory).entryList({u".env"_s, u".env.*"_s}, QDir::Files | QDir::Hidden, QDir::NoSort);
    std::sort(files.begin(), files.end());
    for (const auto &file : files) {
        const auto name = file.mid(5);
        const auto parts = name.split(u'.');
        const bool isNone = std::any_of(parts.begin(), parts.end(), [&](const QString &part) {
            return models.contains(part) || others.contains(part);
        });
        if (!isNone)
            sets.push_back({name, file});
    }
    return sets;
}

} // namespace squall::drizzle
