#include "models/project/projectmodel.h"

#include "models/pooled.h"

#include <QRegularExpression>
#include <QSet>

#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Editors write a file in several steps, and branches change many.
constexpr int lookMs = 200;

} // namespace

ProjectModel::ProjectModel(QObject *parent)
    : QObject(parent)
{
    m_looking.setSingleShot(true);
    m_looking.setInterval(lookMs);
    m_looking.callOnTimeout(this, &ProjectModel::look);
    const auto lookSoon = [this] { m_looking.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, lookSoon);
}

ProjectModel::~ProjectModel() = default;

const ProjectReading &ProjectModel::current() const
{
    static const ProjectReading nothing;
    return m_reading ? *m_reading : nothing;
}

void ProjectModel::open(const QString &path, const QString &environment)
{
    m_isOpening = true;
    m_wanted = {.environment = environment};
    read({.path = path, .place = m_wanted});
}

void ProjectModel::close()
{
    m_looking.stop();
    m_marking.cancel();
    m_request.cancel();
    m_place = {};
    m_reading.reset();
    m_isFaulty = false;
    m_isOpening = false;
    const bool had = std::exchange(m_schema, nullptr) != nullptr;
    watch();
    emit changed();
    if (had)
        emit schemaChanged();
}

void ProjectModel::cancel()
{
    if (!m_request.isRunning())
        return;
    m_request.cancel();
    m_isOpening = false;
    emit changed();
}

void ProjectModel::reload()
{
    if (isOpen())
        read({.place = m_request.isRunning() && !m_wanted.directory.isEmpty() ? m_wanted : m_place});
}

void ProjectModel::setEnvironment(const QString &name)
{
    if (!isOpen())
        return;
    m_isOpening = true;
    m_wanted = m_place;
    // As drizzle-kit has it.
    m_wanted.environment = name == u".env" ? QString() : name;
    read({.place = m_wanted});
}

void ProjectModel::setConfig(const QString &path)
{
    if (isOpen() && path != m_place.config)
        open(path, m_place.environment);
}

ProjectModel::State ProjectModel::state() const
{
    if (m_request.isRunning())
        return State::Reading;
    if (m_isFaulty)
        return State::Fault;
    return isOpen() ? State::Read : State::None;
}

QString ProjectModel::environmentShown() const
{
    if (!m_place.environment.isEmpty())
        return m_place.environment;
    return environments().contains(u".env"_s) ? u".env"_s : QString();
}

QString ProjectModel::faultPlace() const
{
    static const QRegularExpression place(u"^(\\S[^:]*):(\\d+):(\\d+): "_s);
    const auto match = place.match(m_fault.message);
    if (!m_isFaulty || !match.hasMatch())
        return {};
    return match.captured(1).section(u'/', -1) + u':' + match.captured(2) + u':' + match.captured(3);
}

void ProjectModel::read(const ProjectRequest &request)
{
    m_looking.stop();
    m_marking.cancel();
    auto wanted = request;
    if (!wanted.place.config.isEmpty() && wanted.place.config == m_place.config)
        wanted.watchedBefore = current().watched;
    wanted.schemaBefore = m_schema;
    m_request.run(pooled([wanted, evaluator = m_evaluator](const std::function<bool()> &cancelled) {
                      auto stoppable = wanted;
                      stoppable.evaluator = evaluator;
                      stoppable.evaluator.cancelled = cancelled;
                      return readProject(stoppable);
                  }),
                  [this](const ProjectReadingPtr &reading) { receive(reading); });
    emit changed();
}

void ProjectModel::receive(const ProjectReadingPtr &reading)
{
    const bool isOpening = std::exchange(m_isOpening, false);
    if (reading->place.config.isEmpty()) {
        emit changed();
        emit openFailed(*reading->fault);
        return;
    }
    const auto before = m_schema;
    m_isFaulty = reading->fault.has_value();
    m_fault = reading->fault.value_or(Error());
    take(reading);
    watch();
    emit changed();
    if (m_schema != before)
        emit schemaChanged();
    if (isOpening)
        emit opened();
}

/// What a faulty reading of the same project lacks stays as it was.
void ProjectModel::take(const ProjectReadingPtr &reading)
{
    const bool isSame = reading->place.config == m_place.config;
    const bool isSameEnvironment = isSame && reading->place.environment == m_place.environment;
    m_place = reading->place;
    if (reading->schema || !isSame)
        m_schema = reading->schema;
    if (!reading->config && isSameEnvironment && m_reading) {
        auto kept = *m_reading;
        kept.environments = reading->environments;
        kept.configs = reading->configs;
        kept.watched = reading->watched;
        kept.mark = reading->mark;
        m_reading = std::make_shared<const ProjectReading>(std::move(kept));
        return;
    }
    m_reading = reading;
}

/// What is replaced by another file of its name is not watched any more.
void ProjectModel::watch()
{
    const auto &paths = current().watched;
    const QSet<QString> wanted(paths.begin(), paths.end());
    const auto known = m_watcher.files() + m_watcher.directories();
    const QSet<QString> watched(known.begin(), known.end());
    const auto gone = (watched - wanted).values();
    const auto missing = (wanted - watched).values();
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!missing.isEmpty()) {
        m_watcher.addPaths(missing);
        // It may have been changed before it was watched.
        m_looking.start();
    }
}

void ProjectModel::look()
{
    if (!isOpen() || !m_reading)
        return;
    if (m_request.isRunning()) {
        m_looking.start();
        return;
    }
    m_marking.run(
        pooled([place = m_place, watched = m_reading->watched] { return projectMark(place, watched); }),
        [this](const QByteArray &mark) {
            if (mark != m_reading->mark)
                reload();
            else
                watch();
        });
}

} // namespace squall::models
