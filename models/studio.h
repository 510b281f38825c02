#pragma once

#include "core/workspace/workspace.h"
#include "models/connectionlosses.h"
#include "models/connectionsmodel.h"
#include "models/latest.h"
#include "models/opendatabase.h"
#include "models/palettemodel.h"
#include "models/project/studioproject.h"
#include "models/query/queryhistory.h"
#include "models/query/savedqueries.h"
#include "models/query/sqlbuffers.h"
#include "models/query/sqluses.h"
#include "models/savedfilters.h"
#include "models/schematreemodel.h"

#include <QObject>

#include <memory>
#include <optional>

namespace squall::models {

/// What one window works with: the saved state, the connections, and the database that is open.
class Studio : public QObject
{
    Q_OBJECT

public:
    explicit Studio(QObject *parent = nullptr);
    ~Studio() override;

    /// Starts reading the saved state. Before that, and when it cannot be read, nothing is kept.
    void openWorkspace(const QString &file);
    /// A form that is not a saved connection's own takes over what is saved about where it leads; one that
    /// leads somewhere new is saved, without its password, once it has been opened. While the saved state is
    /// being read, this waits for it.
    void openDatabase(const ConnectionForm &form);
    void closeDatabase();

    /// What would go with a saved connection if it was removed now.
    QFuture<ConnectionLosses> lossesOf(const QString &connection) const;

    ConnectionsModel &connections() { return m_connections; }
    SchemaTreeModel &tree() { return m_tree; }
    PaletteModel &palette() { return m_palette; }
    /// Of the connection in use.
    SavedFilters &savedFilters() { return m_savedFilters; }
    /// What is written in SQL tabs, of all connections.
    SqlBuffers &buffers() { return m_buffers; }
    /// What was named lately on the connection in use.
    SqlUses &uses() { return m_uses; }
    /// What statements returned; nothing while nothing is kept.
    std::optional<workspace::Results> results() const;
    /// Whether its values may be written down: never those of production.
    bool keepsResults(const OpenDatabase &database) const;
    /// For all connections that are not production. Those that are there go with a no.
    void setKeepsResults(bool keeps);
    /// Of the connection in use, and those for all.
    SavedQueries &savedQueries() { return m_savedQueries; }
    /// Of all connections.
    QueryHistory &history() { return m_history; }
    /// The Drizzle project of this window.
    StudioProject &project() { return m_project; }
    /// nullptr when none is open.
    OpenDatabase *database() { return m_database.get(); }
    /// The id of the open connection, under which it is saved as soon as it has been opened once.
    QString connectionId() const;

    /// The tabs that were open on the connection in use.
    std::vector<workspace::OpenTab> savedTabs() const;
    void saveTabs(std::vector<workspace::OpenTab> tabs);
    QByteArray setting(const QString &owner, const QString &name) const;
    void saveSetting(const QString &owner, const QString &name, const QByteArray &value);
    bool isLoaded() const { return m_loaded; }

signals:
    /// The saved state is here, or will not come.
    void workspaceLoaded();
    /// Another database, or none, is the open one.
    void databaseChanged();
    /// Something to know that has no better place.
    void notice(const QString &text);

private:
    void adopt(const Result<workspace::Contents> &reply);
    void connectKept();
    /// What is kept about the connection in use.
    void loadKept();
    void watch(const QFuture<Result<Done>> &write);

    std::unique_ptr<workspace::Workspace> m_workspace;
    Latest<Result<workspace::Contents>> m_contentsRequest;
    ConnectionsModel m_connections;
    SchemaTreeModel m_tree;
    PaletteModel m_palette;
    SavedFilters m_savedFilters;
    SqlBuffers m_buffers;
    SqlUses m_uses;
    SavedQueries m_savedQueries;
    QueryHistory m_history;
    StudioProject m_project;
    std::unique_ptr<OpenDatabase> m_database;
    std::optional<ConnectionForm> m_awaiting; ///< to be opened once the saved state is here
    std::vector<workspace::OpenTab> m_tabs;   ///< of all connections
    QHash<QString, QByteArray> m_settings;
    bool m_loaded = false;
};

} // namespace squall::models
