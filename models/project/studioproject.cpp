#include "models/project/studioproject.h"

#include "models/connectionplace.h"
#include "models/studio.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

const auto recentSetting = u"projects/recent"_s;
const auto projectSetting = u"project"_s;

/// `production` of `.env.production`, and what tells `drizzle-prod.config.ts` from others.
QStringList environmentWords(const ProjectPlace &place)
{
    static const QRegularExpression ofConfig(u"^drizzle[-._]?(.*)\\.config\\."_s);
    QStringList words{ofConfig.match(QFileInfo(place.config).fileName()).captured(1),
                      place.environment.section(u'.', 2)};
    words.removeAll(QString());
    return words;
}

} // namespace

StudioProject::StudioProject(Studio &studio)
    : m_studio(studio)
{
    connect(&m_model, &ProjectModel::opened, this, &StudioProject::followModel);
    connect(&m_model, &ProjectModel::schemaChanged, this, &StudioProject::followSchema);
    connect(&m_model, &ProjectModel::openFailed, this, [this](const Error &error) {
        emit notice(error.hint.isEmpty() ? error.message : error.message + u' ' + error.hint);
    });
    connect(&studio, &Studio::workspaceLoaded, this, [this] {
        emit recentChanged();
        if (const auto wanted = std::exchange(m_awaited, std::nullopt))
            begin(*wanted);
    });
    // One database goes before another comes: only what remains counts.
    connect(&studio, &Studio::databaseChanged, this, &StudioProject::followDatabase, Qt::QueuedConnection);
}

void StudioProject::open(const QString &path, const QString &environment)
{
    begin({.path = path, .environment = environment});
}

void StudioProject::openHere(const QString &path)
{
    begin({.path = path, .environment = {}, .stays = true});
}

void StudioProject::begin(const Wanted &wanted)
{
    if (!m_studio.isLoaded()) {
        m_awaited = wanted;
        return;
    }
    m_stays = wanted.stays;
    m_model.open(wanted.path, wanted.environment);
}

void StudioProject::setEnvironment(const QString &name)
{
    m_stays = false;
    m_model.setEnvironment(name);
}

void StudioProject::close()
{
    if (auto *database = m_studio.database())
        m_studio.saveSetting(database->form().id, projectSetting, {});
    m_model.close();
}

std::vector<RecentProject> StudioProject::recent() const
{
    return recentProjects(m_studio.setting({}, recentSetting));
}

RecentProject StudioProject::asRecent() const
{
    const auto &place = m_model.place();
    return {.name = m_model.name(), .config = place.config, .environment = place.environment};
}

/// What was read leads somewhere: there, unless that is where one is.
void StudioProject::followModel()
{
    m_studio.saveSetting({}, recentSetting,
                         withRecentProject(m_studio.setting({}, recentSetting), asRecent()));
    emit recentChanged();
    auto *database = m_studio.database();
    const bool stays = std::exchange(m_stays, false);
    const auto form = m_model.connection() ? std::optional(formToOpen()) : std::nullopt;
    // The same database may have to be opened with more care.
    const bool isThere = isConnected() && form->connectionClass() <= database->form().connectionClass();
    if (isThere || (stays && database)) {
        keepFor(database->form().id);
        offerPassword();
        return;
    }
    if (form) {
        m_leads = true;
        m_studio.openDatabase(*form);
        return;
    }
    if (database)
        keepFor(database->form().id);
    if (const auto &fault = m_model.connectionFault())
        emit notice(tr("The project is open, but leads to no database. %1").arg(fault->message));
}

/// Somebody opened another database, or the project did.
void StudioProject::followDatabase()
{
    auto *database = m_studio.database();
    if (!database)
        return;
    connect(database, &OpenDatabase::stateChanged, this, &StudioProject::offerPassword, Qt::UniqueConnection);
    const auto &id = database->form().id;
    if (std::exchange(m_leads, false)) {
        keepFor(id);
        followSchema();
        return;
    }
    // Somebody has just said which project it is.
    if (m_stays && m_model.state() == ProjectModel::State::Reading)
        return;
    const auto kept = recentProject(m_studio.setting(id, projectSetting));
    const auto &place = m_model.place();
    if (kept && (kept->config != place.config || kept->environment != place.environment)) {
        m_stays = true;
        m_model.open(kept->config, kept->environment);
    } else if (kept) {
        followSchema();
    } else if (isConnected()) {
        keepFor(id);
        followSchema();
    } else if (m_model.isOpen() && !m_stays) {
        m_model.close();
    }
}

/// Its database knows what the project declares.
void StudioProject::followSchema()
{
    if (auto *database = m_studio.database())
        database->setProject(m_model.schema());
}

bool StudioProject::isConnected() const
{
    const auto *database = m_studio.database();
    return database && m_model.connection() && areSameConnection(*m_model.connection(), database->form());
}

/// What is saved about where it leads counts, and what its environment is called.
ConnectionForm StudioProject::formToOpen() const
{
    auto form = m_studio.connections().completed(*m_model.connection());
    const auto name = (QStringList{m_model.name()} + environmentWords(m_model.place())).join(u' ');
    const auto guess = guessClass(form.host, form.database, name);
    if (form.id.isEmpty())
        form.name = name;
    else if (!form.chosenClass && guess > form.connectionClass())
        form.chosenClass = guess;
    return form;
}

void StudioProject::keepFor(const QString &connection)
{
    m_studio.saveSetting(connection, projectSetting, toJson(asRecent()));
}

/// Nothing keeps passwords; the project has its own.
void StudioProject::offerPassword()
{
    auto *database = m_studio.database();
    if (!database || !database->needsPassword() || !isConnected())
        return;
    const auto &password = m_model.connection()->password;
    if (!password.isEmpty() && password != database->form().password)
        database->openWithPassword(password);
}

} // namespace squall::models
