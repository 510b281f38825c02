#include "models/project/projectreading.h"

#include "core/drizzle/evaluateschema.h"
#include "core/drizzle/schemafiles.h"
#include "core/pg/background.h"
#include "models/project/projectconnection.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ProjectReading)
};

QMap<QString, QString> variablesOfProcess()
{
    const auto system = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> variables;
    for (const auto &name : system.keys())
        variables.insert(name, system.value(name));
    return variables;
}

template<typename T>
std::shared_ptr<const T> freedInBackground(T value)
{
    return {new T(std::move(value)), [](const T *owned) { pg::runInBackground([owned] { delete owned; }); }};
}

/// Reads a project step by step, each as far as the one before it went.
class Reader
{
public:
    Reader(const ProjectPlace &place, const drizzle::Evaluator &evaluator)
        : m_files(place.directory)
        , m_evaluator(evaluator)
    {
        m_reading.place = place;
        m_reading.name = projectName(place.directory);
        m_reading.environments = projectEnvironments(place.directory);
        m_reading.configs = projectConfigs(QFileInfo(place.config).path());
        if (!m_reading.configs.contains(place.config))
            m_reading.configs.prepend(place.config);
    }

    /// False when that is as far as it goes.
    bool readConfig()
    {
        const auto variables = readVariables();
        if (!variables)
            return fail(variables.error());
        m_variables = *variables;
        auto config = drizzle::readConfig(m_reading.place.config, m_variables, m_files, m_evaluator);
        if (!config)
            return fail(config.error());
        m_reading.config = *std::move(config);
        return true;
    }

    QStringList schemaFilesIn(const QString &directory) const
    {
        return drizzle::schemaFiles(m_reading.config->schema, directory);
    }
    const QString &root() const { return m_files.root(); }

    void readRest()
    {
        if (auto form = connectionOf(*m_reading.config))
            m_reading.connection = *std::move(form);
        else
            m_reading.connectionFault = form.error();
        readHistory();
        readSchema();
    }

    ProjectReading take()
    {
        m_reading.watched = watched();
        return std::move(m_reading);
    }

private:
    Result<QMap<QString, QString>> readVariables()
    {
        const auto &chosen = m_reading.place.environment;
        if (chosen.isEmpty())
            return drizzle::projectEnvironment(variablesOfProcess(), m_files);
        auto variables = drizzle::projectEnvironment({}, m_files, chosen);
        if (!variables)
            return variables;
        const auto own = variablesOfProcess();
        for (auto each = own.cbegin(); each != own.cend(); ++each) {
            if (!variables->contains(each.key()))
                variables->insert(each.key(), each.value());
        }
        return variables;
    }

    void readHistory()
    {
        auto history = drizzle::History::read(historyFolder());
        if (history)
            m_reading.history = *std::move(history);
        else
            m_reading.historyFault = history.error();
    }

    void readSchema()
    {
        const auto entries = schemaFilesIn(m_reading.place.directory);
        if (entries.isEmpty()) {
            fail({.code = Error::Code::NotFound,
                  .message = m_reading.config->schema.isEmpty()
                                 ? Text::tr("%1: it does not say where the schema is.")
                                       .arg(m_files.shown(m_reading.place.config))
                                 : Text::tr("%1: there is no file as “schema” names it: %2")
                                       .arg(m_files.shown(m_reading.place.config),
                                            m_reading.config->schema.join(u", "_s))});
            return;
        }
        auto schema = drizzle::evaluateSchema(
            {.entries = entries, .environment = m_variables, .casing = m_reading.config->casing}, m_files,
            m_evaluator);
        if (schema)
            m_reading.schema = freedInBackground(*std::move(schema));
        else
            fail(schema.error());
    }

    QString historyFolder() const
    {
        return QDir(m_reading.place.directory).absoluteFilePath(m_reading.config->out);
    }

    /// Packages are as they were installed; the rest is the project's own.
    QStringList watched() const
    {
        const auto &place = m_reading.place;
        QStringList paths{place.directory, place.config};
        for (const auto &file : m_files.filesRead()) {
            if (!file.contains(u"/node_modules/"))
                paths << file << QFileInfo(file).path();
        }
        for (const auto &name : m_reading.environments)
            paths << place.directory + u'/' + name;
        if (m_reading.config) {
            const auto out = historyFolder();
            paths << out << out + u"/meta"_s << out + u"/meta/_journal.json"_s;
        }
        paths.removeDuplicates();
        paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
        return paths;
    }

    bool fail(Error error)
    {
        if (error.hint.isEmpty() && error.code != Error::Code::Cancelled)
            error.hint = Text::tr("It is read again as soon as a file of the project is saved.");
        m_reading.fault = std::move(error);
        return false;
    }

    ProjectReading m_reading;
    drizzle::ProjectFiles m_files;
    drizzle::Evaluator m_evaluator;
    QMap<QString, QString> m_variables;
};

ProjectReading read(const ProjectPlace &place, const drizzle::Evaluator &evaluator)
{
    Reader reader(place, evaluator);
    if (!reader.readConfig())
        return reader.take();
    // Of several packages drizzle-kit may be meant to run in a folder above.
    if (reader.schemaFilesIn(place.directory).isEmpty()) {
        for (QDir above(place.directory); above.path() != reader.root() && above.cdUp();) {
            if (reader.schemaFilesIn(above.path()).isEmpty())
                continue;
            Reader fromThere({above.path(), place.config, place.environment}, evaluator);
            if (fromThere.readConfig())
                fromThere.readRest();
            return fromThere.take();
        }
    }
    reader.readRest();
    return reader.take();
}

/// What a file has now, as far as can be told without reading it.
QString stateOf(const QString &path, const QDateTime &before)
{
    const QFileInfo info(path);
    // What was written meanwhile may have been read half.
    if (!info.exists() || info.lastModified() >= before)
        return u"?"_s + info.lastModified().toString(Qt::ISODateWithMs);
    if (info.isDir())
        return QDir(path).entryList(QDir::Files | QDir::Hidden, QDir::Name).join(u'/');
    return QString::number(info.size()) + u' ' + QString::number(info.lastModified().toMSecsSinceEpoch());
}

QByteArray markBefore(const ProjectPlace &place, const QStringList &watched, const QDateTime &before)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(projectEnvironments(place.directory).join(u'\n').toUtf8());
    for (const auto &path : watched)
        hash.addData((path + u'\n' + stateOf(path, before) + u'\n').toUtf8());
    return hash.result();
}

} // namespace

ProjectReadingPtr readProject(const ProjectRequest &request)
{
    // Clocks of file systems are coarse.
    const auto before = QDateTime::currentDateTime().addMSecs(-50);
    ProjectReading reading{.place = request.place};
    if (reading.place.config.isEmpty()) {
        auto found = findProject(request.path);
        if (found)
            reading.place = {found->directory, found->config, request.place.environment};
        else
            reading.fault = found.error();
    }
    if (!reading.fault) {
        reading = read(reading.place, request.evaluator);
        if (reading.fault) {
            reading.watched += request.watchedBefore;
            reading.watched.removeDuplicates();
        }
        if (reading.schema && request.schemaBefore && *reading.schema == *request.schemaBefore)
            reading.schema = request.schemaBefore;
        reading.mark = markBefore(reading.place, reading.watched, before);
    }
    return freedInBackground(std::move(reading));
}

QByteArray projectMark(const ProjectPlace &place, const QStringList &watched)
{
    return markBefore(place, watched, QDateTime::currentDateTime().addYears(1));
}

} // namespace squall::models
