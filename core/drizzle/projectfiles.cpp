#include "core/drizzle/projectfiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

constexpr qint64 mebibyte = 1024LL * 1024;
constexpr qint64 largestFile = 16 * mebibyte;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::ProjectFiles)
};

bool declaresWorkspaces(const QDir &folder)
{
    if (folder.exists(u"pnpm-workspace.yaml"_s) || folder.exists(u"lerna.json"_s))
        return true;
    QFile package(folder.filePath(u"package.json"_s));
    return package.open(QIODevice::ReadOnly) && package.read(largestFile).contains("\"workspaces\"");
}

/// The repository, else the outermost workspace, else the nearest package, else the folder itself.
QString rootOf(const QString &directory)
{
    QString workspace;
    QString package;
    QDir folder(directory);
    do {
        if (folder.exists(u".git"_s))
            return folder.absolutePath();
        if (declaresWorkspaces(folder))
            workspace = folder.absolutePath();
        if (package.isEmpty() && folder.exists(u"package.json"_s))
            package = folder.absolutePath();
    } while (folder.cdUp());
    if (!workspace.isEmpty())
        return workspace;
    return package.isEmpty() ? directory : package;
}

QString answer(FileTrace::Question question, const QFileInfo &file)
{
    switch (question) {
    case FileTrace::Question::IsFile: return file.isFile() ? u"yes"_s : QString();
    case FileTrace::Question::IsFolder: return file.isDir() ? u"yes"_s : QString();
    case FileTrace::Question::RealPlace: return file.canonicalFilePath();
    }
    Q_UNREACHABLE();
}

}

ProjectFiles::ProjectFiles(const QString &directory)
    : m_directory(QFileInfo(directory).canonicalFilePath())
    , m_root(m_directory.isEmpty() ? QString() : rootOf(m_directory))
{
}

QString ProjectFiles::shown(const QString &path) const
{
    return path.startsWith(m_directory + u'/') ? path.mid(m_directory.size() + 1) : path;
}

void ProjectFiles::beginTrace()
{
    m_trace = {};
    m_answers.clear();
}

QString ProjectFiles::ask(FileTrace::Question question, const QString &path)
{
    const std::pair key(static_cast<int>(question), path);
    const auto known = m_answers.constFind(key);
    if (known != m_answers.cend())
        return *known;
    const auto found = answer(question, QFileInfo(path));
    m_answers.insert(key, found);
    m_trace.asked.push_back({question, path, found});
    return found;
}

bool ProjectFiles::isFile(const QString &path)
{
    return !ask(FileTrace::Question::IsFile, path).isEmpty();
}

bool ProjectFiles::isFolder(const QString &path)
{
    return !ask(FileTrace::Question::IsFolder, path).isEmpty();
}

Result<QString> ProjectFiles::place(const QString &path)
{
    const auto real = ask(FileTrace::Question::RealPlace, path);
    if (real.isEmpty())
        return Error{Error::Code::NotFound, Words::tr("%1 does not exist").arg(shown(path))};
    if (m_root.isEmpty() || (m_root != u"/"_s && !real.startsWith(m_root + u'/'))) {
        return Error{Error::Code::Unsupported,
                     Words::tr("%1 is outside of the project: it is %2, and only files below %3 may be read")
                         .arg(shown(path), real, m_root)};
    }
    return real;
}

Result<QByteArray> ProjectFiles::read(const QString &place)
{
    const auto text = contents(place);
    const auto digest =
        text ? QCryptographicHash::hash(*text, QCryptographicHash::Blake2b_256) : QByteArray();
    m_trace.contents.emplace_back(place, digest);
    if (text && !m_read.contains(place))
        m_read += place;
    return text;
}

Result<QByteArray> ProjectFiles::contents(const QString &place)
{
    QFile file(place);
    if (!isFile(place) || !file.open(QIODevice::ReadOnly))
        return Error{Error::Code::File,
                     Words::tr("%1 cannot be read: %2").arg(shown(place), file.errorString())};
    auto text = file.read(largestFile + 1);
    if (text.size() > largestFile) {
        return Error{Error::Code::Unsupported,
                     Words::tr("%1 is larger than %2 MiB").arg(shown(place)).arg(largestFile / mebibyte)};
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return Error{Error::Code::Parse, Words::tr("%1 is not valid UTF-8").arg(shown(place))};
    return text;
}

} // namespace squall::drizzle
