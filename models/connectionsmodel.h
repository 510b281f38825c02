#pragma once

#include "models/connectionform.h"

#include <QAbstractListModel>

namespace squall::models {

/// The saved connections, last used first.
class ConnectionsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        SummaryRole,  ///< `user@host/database`
        ClassRole,    ///< ConnectionClass as int
        LastUsedRole, ///< QDateTime; invalid when never
    };

    explicit ConnectionsModel(QObject *parent = nullptr);

    void setConnections(std::vector<workspace::SavedConnection> connections);
    /// Adds it, or replaces the one with its id; a missing id is made up. Answers the id.
    QString save(ConnectionForm form);
    void remove(const QString &id);
    /// It was opened just now: it comes first.
    void touch(const QString &id);

    std::optional<ConnectionForm> form(const QString &id) const;
    /// `form` with what is known about where it leads. One that is saved brings its id, name and class along;
    /// else the most careful class that is saved for that database counts, whoever goes there. What the form
    /// says itself stands.
    ConnectionForm completed(const ConnectionForm &form) const;
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// To be written down.
    void saved(const squall::workspace::SavedConnection &connection);
    /// Somebody saved it anew.
    void edited(const squall::models::ConnectionForm &form);
    void removed(const QString &id);

private:
    std::vector<workspace::SavedConnection> m_connections;
};

} // namespace squall::models
