#pragma once

#include "models/project/projectmodel.h"
#include "models/project/recentprojects.h"

#include <QObject>

namespace squall::models {

class OpenDatabase;
class Studio;

/// The project of a window, and the connection it comes with. A connection that was opened through a project
/// brings it along when it is opened later; one that has none lets it go.
class StudioProject : public QObject
{
    Q_OBJECT

public:
    explicit StudioProject(Studio &studio);

    ProjectModel &model() { return m_model; }
    const ProjectModel &model() const { return m_model; }

    /// A folder or a configuration, and then where it leads. Waits for the saved state.
    void open(const QString &path, const QString &environment = {});
    /// Stays on the database that is open, or is being opened.
    void openHere(const QString &path);
    /// Another environment of it, and then where that leads.
    void setEnvironment(const QString &name);
    void close();
    /// Last opened first.
    std::vector<RecentProject> recent() const;
    /// Whether the open database is the one that the project's environment leads to.
    bool isConnected() const;

signals:
    /// Other ones were open lately.
    void recentChanged();
    /// Something to know that has no better place.
    void notice(const QString &text);

private:
    struct Wanted
    {
        QString path;
        QString environment;
        bool stays = false;
    };

    void begin(const Wanted &wanted);
    void followModel();
    void followDatabase();
    void followSchema();
    ConnectionForm formToOpen() const;
    RecentProject asRecent() const;
    void keepFor(const QString &connection);
    void offerPassword();

    Studio &m_studio;
    ProjectModel m_model;
    std::optional<Wanted> m_awaited; ///< until the saved state is here
    bool m_stays = false;            ///< what is being read leads nowhere else
    bool m_leads = false;            ///< the database that comes next is the project's
};

} // namespace squall::models
