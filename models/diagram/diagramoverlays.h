#pragma once

#include "models/diagram/diagrammodel.h"
#include "models/diagram/indexusage.h"

#include <QDateTime>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// Chooses what a diagram says of its tables, and gets what that needs to know: from the server the use of
/// indexes, and what the database was like when somebody began to count changes.
class DiagramOverlays : public QObject
{
    Q_OBJECT

public:
    explicit DiagramOverlays(DiagramModel &model, QObject *parent = nullptr);

    /// Outlives this, or nullptr comes before it goes.
    void setSessions(pg::SessionPool *sessions);
    DiagramOverlayKind kind() const { return m_model.lens().overlay; }
    void choose(DiagramOverlayKind kind);
    /// Changes are those since the diagram was opened, or since this was last asked for.
    void countFromNow();
    const QDateTime &since() const { return m_since; }

signals:
    /// Another overlay, or changes count from another moment.
    void changed();

private:
    void see();
    void read();
    void receive(const Result<IndexUsage> &usage);

    DiagramModel &m_model;
    pg::SessionPool *m_sessions = nullptr;
    catalog::SnapshotPtr m_seen;
    catalog::SnapshotPtr m_base;
    QDateTime m_since;
    Latest<Result<IndexUsage>> m_reading;
};

} // namespace squall::models
