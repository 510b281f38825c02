#include "core/drizzle/tsconfig.h"

#include "core/base/jsontree.h"
#include "core/drizzle/loosejson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

constexpr int deepestExtends = 32;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::TsConfig)
};

class TsConfigReader
{
public:
    TsConfigReader(ProjectFiles &files, const PackageFile &packageFile)
        : m_files(files)
        , m_packageFile(packageFile)
    {
    }

    Result<TsConfig> read(const QString &path, int depth = 0)
    {
        if (depth > deepestExtends)
            return Error{Error::Code::Unsupported, Words::tr("%1 extends itself").arg(m_files.shown(path))};
        const auto place = m_files.place(path);
        if (!place)
            return place.error();
        const auto text = m_files.read(*place);
        if (!text)
            return text.error();
        const auto tree = JsonTree::parse(strictJson(*text));
        if (!tree)
            return Error{Error::Code::Parse, u"%1: %2"_s.arg(m_files.shown(path), tree.error().message)};

        TsConfig config;
        for (const auto &base : strings(*tree, tree->member(0, u"extends"))) {
            auto extended = read(extendedPath(base, *place), depth + 1);
            if (!extended)
                return extended;
            merge(config, std::move(*extended));
        }
        merge(config, own(*tree, QFileInfo(*place).path()));
        return config;
    }

private:
    static QStringList strings(const JsonTree &tree, int at)
    {
        if (at < 0)
            return {};
        if (tree.node(at).kind == JsonKind::String)
            return {tree.string(at)};
        QStringList all;
        for (int child = tree.node(at).firstChild; child >= 0; child = tree.node(child).next) {
            if (tree.node(child).kind == JsonKind::String)
                all += tree.string(child);
        }
        return all;
    }

    static void merge(TsConfig &config, TsConfig over)
    {
        if (!over.baseUrl.isEmpty())
            config.baseUrl = over.baseUrl;
        if (!over.paths.empty())
            config.paths = std::move(over.paths);
    }

    static TsConfig own(const JsonTree &tree, const QString &folder)
    {
        TsConfig config;
        const int options = tree.member(0, u"compilerOptions");
        if (options < 0)
            return config;
        const auto baseUrl = strings(tree, tree.member(options, u"baseUrl"));
        if (!baseUrl.isEmpty())
            config.baseUrl = QDir::cleanPath(QDir(folder).absoluteFilePath(baseUrl.first()));
        const QDir base(config.baseUrl.isEmpty() ? folder : config.baseUrl);
        const int paths = tree.member(options, u"paths");
        for (int at = paths < 0 ? -1 : tree.node(paths).firstChild; at >= 0; at = tree.node(at).next) {
            auto places = strings(tree, at);
            for (auto &place : places)
                place = QDir::cleanPath(base.absoluteFilePath(place));
            config.paths.emplace_back(tree.key(at), places);
        }
        return config;
    }

    QString extendedPath(const QString &base, const QString &from) const
    {
        if (!base.startsWith(u'.') && !base.startsWith(u'/'))
            return m_packageFile(base, from);
        const auto path = QDir::cleanPath(QFileInfo(from).dir().absoluteFilePath(base));
        return m_files.isFile(path) ? path : path + u".json"_s;
    }

    ProjectFiles &m_files;
    const PackageFile &m_packageFile;
};

}

QStringList TsConfig::candidates(const QString &name) const
{
    qsizetype longest = -1;
    QStringList best;
    for (const auto &[pattern, places] : paths) {
        if (pattern == name)
            return places;
        const auto star = pattern.indexOf(u'*');
        if (star <= longest || name.size() < pattern.size() - 1 || !name.startsWith(pattern.left(star)) ||
            !name.endsWith(pattern.mid(star + 1)))
            continue;
        longest = star;
        best = places;
        best.replaceInStrings(u"*"_s, name.mid(star, name.size() - pattern.size() + 1));
    }
    return best;
}

Result<TsConfig> readTsConfig(ProjectFiles &files, const PackageFile &packageFile)
{
    for (QDir folder(files.directory());;) {
        if (const auto path = folder.filePath(u"tsconfig.json"_s); files.isFile(path))
            return TsConfigReader(files, packageFile).read(path);
        if (folder.path() == files.root() || !folder.cdUp())
            return TsConfig{};
    }
}

} // namespace squall::drizzle
