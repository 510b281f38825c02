#include "core/drizzle/evaluationcache.h"

#include "core/base/seal.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

constexpr auto digest = QCryptographicHash::Blake2b_256;
constexpr qsizetype digestBytes = 32;
constexpr qint64 mebibyte = 1024LL * 1024;
constexpr qint64 largestEntry = 32 * mebibyte;
constexpr qint64 largestFolder = 128 * mebibyte;
constexpr qint64 touchAfterSeconds = 24LL * 60 * 60;
constexpr auto privateFile = QFile::ReadOwner | QFile::WriteOwner;

/// Changes with the form of what is written, and with what a result means.
constexpr auto format = "squall evaluation 1";

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QByteArray contents(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > most)
        return {};
    return file.readAll();
}

/// The user's own, made at the first use. Whoever comes second takes what the first has made.
QByteArray userKey(const QString &path)
{
    if (const auto known = contents(path, digestBytes); known.size() == digestBytes)
        return known;
    QTemporaryFile file(path + u".XXXXXX"_s);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open())
        return {};
    file.setPermissions(privateFile);
    const auto made = randomBytes(digestBytes);
    if (file.write(made) != made.size() || !file.flush())
        return {};
    if (QFileInfo(path).size() != digestBytes)
        QFile::remove(path); // rubbish, or nothing
    if (file.rename(path))
        file.setAutoRemove(false);
    const auto now = contents(path, digestBytes);
    return now.size() == digestBytes ? now : QByteArray();
}

/// A file of the system, which is replaced and never edited.
QString identity(const QString &path)
{
    const QFileInfo file(path);
    return u"%1 %2 %3"_s.arg(file.canonicalFilePath())
        .arg(file.size())
        .arg(file.lastModified().toMSecsSinceEpoch());
}

QByteArray packed(const auto &...values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    (stream << ... << values);
    return bytes;
}

}

struct EvaluationCache::Entry
{
    // What to look at again. What was seen is nowhere but in `check`.
    QList<quint8> questions = {};
    QStringList paths = {};
    QStringList files = {};
    QStringList environment = {};
    QString engine = {};
    QByteArray check = {};
    bool confirmed = true;
    QByteArray sealed = {};

    friend QDataStream &operator<<(QDataStream &stream, const Entry &entry)
    {
        return stream << entry.questions << entry.paths << entry.files << entry.environment << entry.engine
                      << entry.check << entry.confirmed << entry.sealed;
    }
    friend QDataStream &operator>>(QDataStream &stream, Entry &entry)
    {
        return stream >> entry.questions >> entry.paths >> entry.files >> entry.environment >> entry.engine >>
               entry.check >> entry.confirmed >> entry.sealed;
    }
};

EvaluationCache::EvaluationCache(const EvaluationRequest &request, const ProjectFiles &files,
                                 const QString &program)
    : m_request(request)
    , m_program(program)
{
    const auto place = [](auto location) {
        return QStandardPaths::writableLocation(location) + u"/squall/"_s;
    };
    m_key = userKey(place(QStandardPaths::GenericDataLocation) + u"evaluations.key"_s);
    m_folder = place(QStandardPaths::GenericCacheLocation) + u"evaluations"_s;
    const auto name = hashed("name", packed(static_cast<int>(request.kind), request.entries, request.casing,
                                            files.directory(), files.root()));
    m_path = m_folder + u'/' + QString::fromLatin1(name.toHex());
}

std::optional<Evaluation> EvaluationCache::find(ProjectFiles &files) const
{
    const auto entry = read();
    if (!entry || !entry->confirmed)
        return {};
    files.beginTrace();
    for (qsizetype i = 0; i < entry->paths.size(); ++i)
        files.ask(static_cast<FileTrace::Question>(entry->questions[i]), entry->paths[i]);
    for (const auto &file : entry->files)
        std::ignore = files.read(file); // what cannot be read has no digest
    const auto all = inputs(*entry, files.trace());
    if (hashed("check", all) != entry->check)
        return {};
    const auto result = unsealed(hashed("seal", all), entry->sealed);
    if (!result)
        return {};
    Evaluation evaluation;
    QDataStream stream(*result);
    stream >> evaluation.texts >> evaluation.console >> evaluation.environmentRead;
    if (QFileInfo(m_path).lastModified().secsTo(QDateTime::currentDateTime()) > touchAfterSeconds) {
        QFile file(m_path);
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    }
    return stream.status() == QDataStream::Ok ? std::optional(evaluation) : std::nullopt;
}

void EvaluationCache::keep(const Evaluation &evaluation, ProjectFiles &files) const
{
    if (m_key.isEmpty())
        return;
    if (evaluation.readsClock) {
        QFile::remove(m_path);
        return;
    }
    Entry entry{.environment = evaluation.environmentRead, .engine = evaluation.engine};
    for (const auto &[question, path, answer] : files.trace().asked) {
        entry.questions += static_cast<quint8>(question);
        entry.paths += path;
    }
    for (const auto &[path, text] : files.trace().contents)
        entry.files += path;
    const auto all = inputs(entry, files.trace());
    const auto result = packed(evaluation.texts, evaluation.console, evaluation.environmentRead);
    entry.check = hashed("check", all);
    if (evaluation.usesChance) {
        const auto before = read();
        entry.confirmed = before && unsealed(hashed("seal", all), before->sealed) == result;
    }
    const auto hidden = sealed(hashed("seal", all), result);
    if (!hidden)
        return;
    entry.sealed = *hidden;

    const auto body = packed(entry);
    if (body.size() > largestEntry || !QDir().mkpath(m_folder))
        return;
    QFile::setPermissions(m_folder, privateFile | QFile::ExeOwner);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(privateFile);
    file.write(hashed("body", body));
    file.write(body);
    if (file.commit())
        prune();
}

/// What is there, if it was written by us and is whole.
std::optional<EvaluationCache::Entry> EvaluationCache::read() const
{
    if (m_key.isEmpty())
        return {};
    const auto text = contents(m_path, largestEntry + digestBytes);
    if (text.size() <= digestBytes)
        return {};
    const auto body = text.mid(digestBytes);
    if (hashed("body", body) != text.left(digestBytes))
        return {};
    QDataStream stream(body);
    Entry entry;
    stream >> entry;
    const bool whole = stream.status() == QDataStream::Ok && entry.questions.size() == entry.paths.size();
    return whole ? std::optional(entry) : std::nullopt;
}

/// All that the result came from, as it is now.
QByteArray EvaluationCache::inputs(const Entry &entry, const FileTrace &trace) const
{
    QCryptographicHash hash(digest);
    const auto add = [&hash](const auto &...values) { hash.addData(packed(values...)); };
    add(identity(m_program), identity(entry.engine));
    for (const auto &[question, path, answer] : trace.asked)
        add(static_cast<quint8>(question), path, answer);
    for (const auto &[path, text] : trace.contents)
        add(path, text);
    if (entry.environment.contains(u"*"_s)) {
        add(m_request.environment);
        return hash.result();
    }
    for (const auto &name : entry.environment)
        add(name, m_request.environment.contains(name), m_request.environment.value(name));
    return hash.result();
}

QByteArray EvaluationCache::hashed(const QByteArray &purpose, const QByteArray &text) const
{
    QMessageAuthenticationCode code(digest, m_key);
    code.addData(QByteArray(format) + '/' + purpose + '/');
    code.addData(text);
    return code.result();
}

/// The oldest go when all together have become too large.
void EvaluationCache::prune() const
{
    qint64 size = 0;
    for (const auto &file : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) {
        size += file.size();
        if (size > largestFolder)
            QFile::remove(file.filePath());
    }
}

} // namespace squall::drizzle
