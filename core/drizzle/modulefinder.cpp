#include "core/drizzle/modulefinder.h"

#include "core/drizzle/packageexports.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

const QStringList endings{u".ts"_s,  u".tsx"_s, u".mts"_s, u".cts"_s, u".js"_s,
                          u".jsx"_s, u".mjs"_s, u".cjs"_s, u".json"_s};

/// Of a folder's index, where tsx leaves the order to Node: what Node knows itself comes first.
const QStringList indexEndings{u".js"_s,  u".json"_s, u".ts"_s,  u".tsx"_s, u".jsx"_s,
                               u".mjs"_s, u".cjs"_s,  u".mts"_s, u".cts"_s};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::ModuleFinder)
};

QString endingOf(const QString &path)
{
    const auto dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') ? path.mid(dot) : QString();
}

bool isTypeScript(const QString &path)
{
    return endings.indexOf(endingOf(path)) >= 0 && endings.indexOf(endingOf(path)) < 4;
}

/// The sources of which a path ending in `.js` may be the result.
QStringList sourcesOf(const QString &path)
{
    const auto ending = endingOf(path);
    const auto bare = path.chopped(ending.size());
    if (ending == u".js"_s)
        return {bare + u".ts"_s, bare + u".tsx"_s};
    if (ending == u".jsx"_s)
        return {bare + u".tsx"_s};
    if (ending == u".mjs"_s || ending == u".cjs"_s)
        return {bare + ending.left(2) + u"ts"_s};
    return {};
}

/// A package's name, and what follows it.
std::pair<QString, QString> splitName(const QString &name)
{
    auto end = name.indexOf(u'/');
    if (name.startsWith(u'@') && end >= 0)
        end = name.indexOf(u'/', end + 1);
    return end < 0 ? std::pair(name, QString()) : std::pair(name.left(end), name.mid(end + 1));
}

}

ModuleFinder::ModuleFinder(ProjectFiles &files)
    : m_files(files)
{
}

Result<QString> ModuleFinder::find(const QString &name, const QString &from)
{
    if (!m_tsConfig)
        m_tsConfig = readTsConfig(m_files, [this](const QString &wanted, const QString &asking) {
            return packageFile(wanted, asking);
        });
    if (!m_tsConfig->ok())
        return m_tsConfig->error();

    const bool relative =
        name == u"."_s || name == u".."_s || name.startsWith(u"./"_s) || name.startsWith(u"../"_s);
    Found found;
    if (relative || name.startsWith(u'/')) {
        found =
            fileOrFolder(QDir::cleanPath(QFileInfo(from).dir().absoluteFilePath(name)), isTypeScript(from));
    } else if (name.startsWith(u'#')) {
        found = ownImport(name, from);
    }
    if (!found && !relative && !from.contains(u"/node_modules/"_s))
        found = alias(name);
    if (!found && !relative && !name.startsWith(u'/'))
        found = packageModule(name, from);
    if (!found)
        return Error{Error::Code::NotFound, Words::tr("The module “%1” cannot be found").arg(name)};
    const auto place = m_files.place(*found);
    if (!place && !relative && splitName(name).first == u"drizzle-orm"_s) {
        // Linked from elsewhere on the machine: the bundled one stands in for it.
        m_outsideOrm = QFileInfo(*found).canonicalFilePath();
        return Error{Error::Code::NotFound, place.error().message};
    }
    if (place && !endings.contains(endingOf(*place)))
        return Error{Error::Code::Unsupported,
                     Words::tr("%1 is neither TypeScript, JavaScript nor JSON").arg(m_files.shown(*found))};
    return place;
}

ModuleFinder::Found ModuleFinder::fileOrFolder(const QString &path, bool fromTypeScript)
{
    const auto found = file(path, fromTypeScript);
    return found ? found : folder(path, fromTypeScript);
}

ModuleFinder::Found ModuleFinder::file(const QString &path, bool fromTypeScript) const
{
    if (fromTypeScript) {
        for (const auto &source : sourcesOf(path)) {
            if (m_files.isFile(source))
                return source;
        }
    }
    if (m_files.isFile(path))
        return path;
    return withEnding(path, endings);
}

ModuleFinder::Found ModuleFinder::withEnding(const QString &path, const QStringList &wanted) const
{
    for (const auto &ending : wanted) {
        if (m_files.isFile(path + ending))
            return path + ending;
    }
    return {};
}

ModuleFinder::Found ModuleFinder::folder(const QString &path, bool fromTypeScript)
{
    if (!m_files.isFolder(path))
        return {};
    if (const auto *tree = package(path)) {
        const int main = tree->member(0, u"main");
        const auto target = main < 0 ? QString() : tree->string(main);
        if (!target.isEmpty()) {
            const auto base = QDir::cleanPath(path + u'/' + target);
            if (auto found = file(base, fromTypeScript))
                return found;
            if (auto found = withEnding(base + u"/index"_s, indexEndings))
                return found;
        }
    }
    return withEnding(path + u"/index"_s, indexEndings);
}

ModuleFinder::Found ModuleFinder::alias(const QString &name)
{
    const auto &config = m_tsConfig->value();
    for (const auto &candidate : config.candidates(name)) {
        if (auto found = fileOrFolder(candidate, true))
            return found;
    }
    if (config.baseUrl.isEmpty() || name.startsWith(u'/'))
        return {};
    return fileOrFolder(QDir::cleanPath(config.baseUrl + u'/' + name), true);
}

ModuleFinder::Found ModuleFinder::packageModule(const QString &name, const QString &from)
{
    const auto [packageName, subpath] = splitName(name);
    QDir folder = QFileInfo(from).dir();
    do {
        const auto candidate = folder.filePath(u"node_modules/"_s + packageName);
        if (!m_files.isFolder(candidate))
            continue;
        // Node reads what the package says of itself where it really is; outside that is refused by its file.
        if (auto found = inPackage(candidate, subpath))
            return found;
    } while (folder.cdUp());
    return {};
}

ModuleFinder::Found ModuleFinder::inPackage(const QString &folder, const QString &subpath)
{
    const auto *tree = package(folder);
    const int exports = tree ? tree->member(0, u"exports") : -1;
    if (exports < 0 || tree->node(exports).kind == JsonKind::Null)
        return fileOrFolder(subpath.isEmpty() ? folder : folder + u'/' + subpath, false);
    const auto name = subpath.isEmpty() ? u"."_s : u"./"_s + subpath;
    // A package that has nothing for `require` is still read, as tsx does.
    for (const auto &conditions : {QStringList{u"node"_s, u"require"_s, u"module-sync"_s, u"default"_s},
                                   QStringList{u"node"_s, u"import"_s, u"default"_s}}) {
        const auto target = packageTarget(*tree, exports, name, conditions);
        if (!target || !target->startsWith(u"./"_s))
            continue;
        const auto path = QDir::cleanPath(folder + u'/' + *target);
        if (auto found = file(path, true))
            return found;
    }
    return {};
}

ModuleFinder::Found ModuleFinder::ownImport(const QString &name, const QString &from)
{
    QDir folder = QFileInfo(from).dir();
    do {
        const auto *tree = package(folder.path());
        const int imports = tree ? tree->member(0, u"imports") : -1;
        if (imports < 0)
            continue;
        const auto target =
            packageTarget(*tree, imports, name, {u"node"_s, u"require"_s, u"import"_s, u"default"_s});
        if (!target)
            return {};
        if (target->startsWith(u"./"_s))
            return fileOrFolder(QDir::cleanPath(folder.filePath(*target)), isTypeScript(from));
        return packageModule(*target, folder.filePath(u"package.json"_s));
    } while (folder.path() != m_files.root() && folder.cdUp());
    return {};
}

QString ModuleFinder::packageFile(const QString &name, const QString &from) const
{
    QDir folder = QFileInfo(from).dir();
    do {
        const auto candidate = folder.filePath(u"node_modules/"_s + name);
        for (const auto &path : {candidate, candidate + u".json"_s, candidate + u"/tsconfig.json"_s}) {
            if (m_files.isFile(path))
                return path;
        }
    } while (folder.path() != m_files.root() && folder.cdUp());
    return QFileInfo(from).dir().filePath(name);
}

const JsonTree *ModuleFinder::package(const QString &folder)
{
    auto known = m_packages.find(folder);
    if (known == m_packages.end()) {
        std::optional<JsonTree> read;
        const auto place = m_files.place(folder + u"/package.json"_s);
        if (place) {
            if (const auto text = m_files.read(*place)) {
                if (auto tree = JsonTree::parse(*text))
                    read = std::move(*tree);
            }
        }
        known = m_packages.insert(folder, read);
    }
    return *known ? &**known : nullptr;
}

} // namespace squall::drizzle
