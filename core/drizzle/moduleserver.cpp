#include "core/drizzle/moduleserver.h"

#include "core/drizzle/dotenv.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

QJsonObject refusal(const Error &error)
{
    const bool missing = error.code == Error::Code::NotFound;
    return {{missing ? u"missing"_s : u"refused"_s, error.message}};
}

}

ModuleServer::ModuleServer(ProjectFiles &files)
    : m_files(files)
    , m_finder(files)
{
}

QJsonObject ModuleServer::answer(const QJsonObject &question)
{
    const auto asked = question[u"ask"_s].toString();
    if (asked == u"module"_s)
        return module(m_finder.find(question[u"specifier"_s].toString(), question[u"from"_s].toString()));
    if (asked == u"entry"_s)
        return module(m_files.place(question[u"path"_s].toString()));
    if (asked == u"environment"_s)
        return environment(question[u"path"_s].toString());
    if (asked == u"same"_s)
        return same(question[u"folder"_s].toString(), question[u"files"_s].toObject());
    return {{u"refused"_s, u"unknown question"_s}};
}

/// A text is sent once: the child keeps what it has.
QJsonObject ModuleServer::module(const Result<QString> &place)
{
    if (!place)
        return refusal(place.error());
    if (m_sent.contains(*place))
        return {{u"path"_s, *place}};
    const auto text = m_files.read(*place);
    if (!text)
        return refusal(text.error());
    m_sent.insert(*place);
    return {{u"path"_s, *place}, {u"text"_s, QString::fromUtf8(*text)}};
}

/// Whether all files of the folder that are named are, by their digest, those.
QJsonObject ModuleServer::same(const QString &folder, const QJsonObject &digests)
{
    for (auto each = digests.begin(); each != digests.end(); ++each) {
        const auto place = m_files.place(folder + each.key());
        const auto text = place ? m_files.read(*place) : Result<QByteArray>(place.error());
        if (!text || QCryptographicHash::hash(*text, QCryptographicHash::Sha256).toHex() !=
                         each.value().toString().toLatin1())
            return {{u"same"_s, false}};
    }
    return {{u"same"_s, true}};
}

QJsonObject ModuleServer::environment(const QString &path)
{
    const auto place = m_files.place(QDir(m_files.directory()).absoluteFilePath(path));
    if (!place && place.error().code == Error::Code::NotFound)
        return {};
    if (!place)
        return refusal(place.error());
    const auto text = m_files.read(*place);
    if (!text)
        return refusal(text.error());
    QJsonObject values;
    for (const auto &[name, value] : parseDotenv(QString::fromUtf8(*text)))
        values[name] = value;
    return {{u"values"_s, values}};
}

} // namespace squall::drizzle
