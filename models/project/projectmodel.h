#pragma once

#include "models/latest.h"
#include "models/project/projectreading.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace squall::models {

/// The Drizzle project that is open: read off this thread, and again whenever something is changed that it is
/// made of. A schema that could be read stays until another one can.
class ProjectModel : public QObject
{
    Q_OBJECT

public:
    enum class State {
        None,
        Reading,
        Read,
        Fault, ///< see `fault`; what was read before is still there
    };

    explicit ProjectModel(QObject *parent = nullptr);
    ~ProjectModel() override;

    /// Another program than the installed one, or with other limits.
    void setEvaluator(const drizzle::Evaluator &evaluator) { m_evaluator = evaluator; }
    /// A folder or a configuration; the project that was open goes.
    void open(const QString &path, const QString &environment = {});
    void close();
    /// Stops reading; what there was stays as it was.
    void cancel();
    void reload();
    /// Of the same project.
    void setEnvironment(const QString &name);
    void setConfig(const QString &path);

    State state() const;
    bool isOpen() const { return !m_place.directory.isEmpty(); }
    const ProjectPlace &place() const { return m_place; }
    QString name() const { return m_reading ? m_reading->name : QString(); }
    const QStringList &environments() const { return current().environments; }
    const QStringList &configs() const { return current().configs; }
    /// The name of the file whose variables count; empty where there is none.
    QString environmentShown() const;
    const std::optional<drizzle::Config> &config() const { return current().config; }
    /// Where the project leads in its environment, with the password for this run alone.
    const std::optional<ConnectionForm> &connection() const { return current().connection; }
    const std::optional<Error> &connectionFault() const { return current().connectionFault; }
    const std::optional<drizzle::History> &history() const { return current().history; }
    const std::optional<Error> &historyFault() const { return current().historyFault; }
    /// The last one that could be read; nullptr before the first.
    const ProjectSchemaPtr &schema() const { return m_schema; }
    /// Valid in State::Fault.
    const Error &fault() const { return m_fault; }
    /// `schema.ts:12:5`, as far as the fault tells it.
    QString faultPlace() const;

signals:
    /// Where it is, how far it is, and what was read but the schema.
    void changed();
    void schemaChanged();
    /// A project was read that somebody opened, or in another environment or configuration.
    void opened();
    /// There is no project where somebody looked for one; the one that was open still is.
    void openFailed(const squall::Error &error);

private:
    const ProjectReading &current() const;
    void read(const ProjectRequest &request);
    void receive(const ProjectReadingPtr &reading);
    void take(const ProjectReadingPtr &reading);
    void watch();
    void look();

    drizzle::Evaluator m_evaluator;
    ProjectPlace m_place;
    ProjectPlace m_wanted; ///< what is being read, as far as it is known
    ProjectReadingPtr m_reading;
    ProjectSchemaPtr m_schema;
    Error m_fault;
    bool m_isFaulty = false;
    bool m_isOpening = false; ///< `opened` is to be said
    QFileSystemWatcher m_watcher;
    QTimer m_looking;
    Latest<ProjectReadingPtr> m_request;
    Latest<QByteArray> m_marking;
};

} // namespace squall::models
