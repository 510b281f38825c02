#include "models/studio.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QString settingKey(const QString &owner, const QString &name)
{
    return owner + u'\n' + name;
}

const auto keepsResultsSetting = u"results/keep"_s;

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

Studio::Studio(QObject *parent)
    : QObject(parent)
    , m_project(*this)
{
    connect(&m_connections, &ConnectionsModel::saved, this,
            [this](const workspace::SavedConnection &connection) {
                if (m_workspace)
                    watch(m_workspace->saveConnection(connection));
            });
    connect(&m_connections, &ConnectionsModel::edited, this, [this](const ConnectionForm &form) {
        if (m_database && m_database->form().id == form.id)
            m_database->takeSaved(form);
    });
    connect(&m_connections, &ConnectionsModel::removed, this, [this](const QString &id) {
        // What is staged from now on would have no connection to come back with.
        if (connectionId() == id)
            closeDatabase();
        m_buffers.forgetConnection(id);
        m_savedQueries.forget(id);
        if (!m_workspace)
            return;
        watch(m_workspace->removeConnection(id));
        m_history.forget(id);
    });
    connectKept();
}

Studio::~Studio() = default;

/// What somebody keeps under names, and what was run.
void Studio::connectKept()
{
    connect(&m_savedFilters, &SavedFilters::changed, this,
            [this] { m_tree.setSavedFilters(m_savedFilters.all()); });
    connect(&m_savedFilters, &SavedFilters::edited, this,
            [this] { saveSetting(connectionId(), u"filters"_s, m_savedFilters.json()); });
    connect(&m_savedQueries, &SavedQueries::changed, this, [this] {
        m_tree.setSavedQueries(m_savedQueries.shown());
        m_palette.setSavedQueries(m_database ? m_savedQueries.shown() : std::vector<workspace::SavedQuery>());
    });
    connect(&m_savedQueries, &SavedQueries::edited, this,
            [this](const std::vector<workspace::SavedQuery> &saved, const QStringList &removed) {
                if (m_workspace)
                    watch(m_workspace->changeQueries(saved, removed));
            });
    connect(&m_buffers, &SqlBuffers::failed, this,
            [this](const Error &error) { emit notice(error.message); });
    connect(&m_history, &QueryHistory::notice, this, &Studio::notice);
    connect(&m_project, &StudioProject::notice, this, &Studio::notice);
}

void Studio::loadKept()
{
    m_savedFilters.load(m_database ? setting(connectionId(), u"filters"_s) : QByteArray());
    m_savedQueries.setConnection(connectionId());
    constexpr int statementsCounted = 500;
    if (m_database && m_workspace && m_loaded)
        m_uses.load(m_workspace->history().find({.connection = connectionId(), .limit = statementsCounted}));
    else
        m_uses.clear();
}

void Studio::openWorkspace(const QString &file)
{
    m_workspace = std::make_unique<workspace::Workspace>(file);
    m_contentsRequest.run(m_workspace->contents(),
                          [this](const Result<workspace::Contents> &reply) { adopt(reply); });
}

void Studio::adopt(const Result<workspace::Contents> &reply)
{
    m_loaded = true;
    if (reply) {
        m_connections.setConnections(reply->connections);
        m_tabs = reply->tabs;
        m_buffers.load(reply->buffers,
                       [this](const workspace::Buffer &buffer) { return m_workspace->saveBuffer(buffer); });
        for (const auto &setting : reply->settings)
            m_settings.insert(settingKey(setting.owner, setting.name), setting.value);
        loadKept();
        m_savedQueries.load(reply->queries);
        m_history.setStore(m_workspace->history());
        if (!reply->notice.isEmpty())
            emit notice(reply->notice);
    } else {
        m_workspace.reset();
        emit notice(reply.error().hint.isEmpty() ? reply.error().message
                                                 : reply.error().message + u' ' + reply.error().hint);
    }
    emit workspaceLoaded();
    if (const auto form = std::exchange(m_awaiting, std::nullopt))
        openDatabase(*form);
}

/// A write that fails is said once; what it would have kept is only missing on the next start.
void Studio::watch(const QFuture<Result<Done>> &write)
{
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        if (const auto done = watcher->result(); !done)
            emit notice(done.error().message);
        watcher->deleteLater();
    });
    watcher->setFuture(write);
}

void Studio::openDatabase(const ConnectionForm &form)
{
    closeDatabase();
    // Only what is saved may know that it is production.
    if (m_workspace && !m_loaded) {
        m_awaiting = form;
        return;
    }
    auto known = m_connections.completed(form);
    if (known.id.isEmpty())
        known.id = newId();
    m_database = std::make_unique<OpenDatabase>(known);
    auto *database = m_database.get();
    loadKept();
    connect(database, &OpenDatabase::snapshotChanged, this, [this, database] {
        m_tree.setSnapshot(database->snapshot());
        m_palette.setSnapshot(database->snapshot());
    });
    connect(
        database, &OpenDatabase::snapshotChanged, this,
        [this, database] {
            const auto &opened = database->form();
            if (!m_connections.indexOf(opened.id).isValid())
                m_connections.save(opened);
            m_connections.touch(opened.id);
        },
        Qt::SingleShotConnection);
    connect(&database->changes(), &StagedChanges::notice, this, &Studio::notice);
    emit databaseChanged();
    if (!m_workspace) {
        database->open();
        return;
    }
    // What was staged is there before any row is.
    connect(
        &database->changes(), &StagedChanges::restored, database,
        [database] {
            if (database->state() == OpenDatabase::State::Connecting)
                database->open();
        },
        Qt::SingleShotConnection);
    database->changes().restore(m_workspace->journal(), connectionId());
}

void Studio::closeDatabase()
{
    m_awaiting.reset();
    if (!m_database)
        return;
    auto closing = std::move(m_database);
    loadKept();
    m_tree.setSnapshot(nullptr);
    m_palette.setSnapshot(nullptr);
    emit databaseChanged();
    // Views read through its sessions; those that have heard of the end are themselves only on their way out.
    closing.release()->deleteLater();
}

QFuture<ConnectionLosses> Studio::lossesOf(const QString &connection) const
{
    ConnectionLosses known;
    SavedFilters filters;
    filters.load(setting(connection, u"filters"_s));
    known.filters = static_cast<qsizetype>(filters.all().size());
    for (const auto &buffers : {m_buffers.open(connection), m_buffers.closed(connection)})
        known.texts += std::count_if(buffers.begin(), buffers.end(), [](const workspace::Buffer &buffer) {
            return !buffer.text.trimmed().isEmpty();
        });
    known.queries = m_savedQueries.countOf(connection);
    if (m_database && connectionId() == connection) {
        const auto &changes = m_database->changes();
        const auto relations = changes.relations();
        known.open = true;
        known.changes = changes.changeCount();
        known.unresolved = std::any_of(relations.begin(), relations.end(),
                                       [&](const ObjectId &id) { return changes.isCommitting(id); });
    }
    if (!m_workspace)
        return QtFuture::makeReadyFuture(known);
    return m_workspace->journal()
        .read(connection)
        .then(QtFuture::Launch::Async, [known](const Result<workspace::JournalContents> &journal) {
            auto losses = known;
            const auto kept = journal ? lossesIn(*journal) : ConnectionLosses();
            losses.changes = std::max(known.changes, kept.changes);
            losses.unresolved |= kept.unresolved;
            losses.elsewhere = kept.elsewhere;
            return losses;
        });
}

std::optional<workspace::Results> Studio::results() const
{
    if (!m_workspace || !m_loaded)
        return std::nullopt;
    return m_workspace->results();
}

bool Studio::keepsResults(const OpenDatabase &database) const
{
    return database.form().connectionClass() != ConnectionClass::Production &&
           setting({}, keepsResultsSetting) != "no";
}

void Studio::setKeepsResults(bool keeps)
{
    saveSetting({}, keepsResultsSetting, keeps ? "yes" : "no");
    if (!keeps && m_workspace)
        watch(m_workspace->results().clear({}));
}

QString Studio::connectionId() const
{
    return m_database ? m_database->form().id : QString();
}

std::vector<workspace::OpenTab> Studio::savedTabs() const
{
    std::vector<workspace::OpenTab> tabs;
    std::copy_if(m_tabs.begin(), m_tabs.end(), std::back_inserter(tabs),
                 [id = connectionId()](const workspace::OpenTab &tab) { return tab.connection == id; });
    return tabs;
}

void Studio::saveTabs(std::vector<workspace::OpenTab> tabs)
{
    const auto id = connectionId();
    if (id.isEmpty())
        return;
    std::erase_if(m_tabs, [&id](const workspace::OpenTab &tab) { return tab.connection == id; });
    for (auto &tab : tabs) {
        tab.connection = id;
        if (tab.id.isEmpty())
            tab.id = newId();
        m_tabs.push_back(std::move(tab));
    }
    if (m_workspace)
        watch(m_workspace->saveTabs(m_tabs));
}

QByteArray Studio::setting(const QString &owner, const QString &name) const
{
    return m_settings.value(settingKey(owner, name));
}

void Studio::saveSetting(const QString &owner, const QString &name, const QByteArray &value)
{
    auto &known = m_settings[settingKey(owner, name)];
    if (known == value)
        return;
    known = value;
    if (m_workspace)
        watch(m_workspace->saveSetting({owner, name, value}));
}

} // namespace squall::models
