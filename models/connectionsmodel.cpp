#include "models/connectionsmodel.h"

#include "models/connectionplace.h"

#include <QUuid>

#include <algorithm>

namespace squall::models {

ConnectionsModel::ConnectionsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ConnectionsModel::setConnections(std::vector<workspace::SavedConnection> connections)
{
    beginResetModel();
    m_connections = std::move(connections);
    endResetModel();
}

QString ConnectionsModel::save(ConnectionForm form)
{
    if (form.id.isEmpty())
        form.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto connection = form.saved();
    const auto known = indexOf(form.id);
    if (known.isValid()) {
        auto &old = m_connections[static_cast<size_t>(known.row())];
        connection.lastUsed = old.lastUsed;
        old = connection;
        emit dataChanged(known, known);
    } else {
        beginInsertRows({}, rowCount(), rowCount());
        m_connections.push_back(connection);
        endInsertRows();
    }
    emit saved(connection);
    emit edited(form);
    return form.id;
}

void ConnectionsModel::remove(const QString &id)
{
    const auto known = indexOf(id);
    if (!known.isValid())
        return;
    beginRemoveRows({}, known.row(), known.row());
    m_connections.erase(m_connections.begin() + known.row());
    endRemoveRows();
    emit removed(id);
}

void ConnectionsModel::touch(const QString &id)
{
    const auto known = indexOf(id);
    if (!known.isValid())
        return;
    const int row = known.row();
    if (row > 0) {
        beginMoveRows({}, row, row, {}, 0);
        std::rotate(m_connections.begin(), m_connections.begin() + row, m_connections.begin() + row + 1);
        endMoveRows();
    }
    m_connections.front().lastUsed = QDateTime::currentDateTime();
    emit dataChanged(index(0), index(0));
    emit saved(m_connections.front());
}

std::optional<ConnectionForm> ConnectionsModel::form(const QString &id) const
{
    const auto known = indexOf(id);
    if (!known.isValid())
        return {};
    return formFromSaved(m_connections[static_cast<size_t>(known.row())]);
}

ConnectionForm ConnectionsModel::completed(const ConnectionForm &form) const
{
    if (!form.id.isEmpty())
        return form;
    std::optional<ConnectionForm> same;
    std::optional<ConnectionClass> careful;
    for (const auto &connection : m_connections) {
        const auto saved = formFromSaved(connection);
        const auto environment = saved.connectionClass();
        if (areSameConnection(saved, form) && (!same || environment > same->connectionClass()))
            same = saved;
        if (leadToSameDatabase(saved, form) && (!careful || environment > *careful))
            careful = environment;
    }
    auto known = form;
    if (same) {
        known.id = same->id;
        known.oneConnection |= same->oneConnection;
        known.applyOnLeave |= same->applyOnLeave;
        if (form.name.isEmpty())
            known.name = same->name;
        if (!form.chosenClass)
            known.chosenClass = same->chosenClass;
    }
    if (!known.chosenClass && careful && *careful > known.connectionClass())
        known.chosenClass = careful;
    return known;
}

QModelIndex ConnectionsModel::indexOf(const QString &id) const
{
    for (size_t row = 0; row < m_connections.size(); ++row) {
        if (m_connections[row].id == id)
            return index(static_cast<int>(row));
    }
    return {};
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_connections.size());
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &connection = m_connections[static_cast<size_t>(index.row())];
    const auto form = formFromSaved(connection);
    switch (role) {
    case Qt::DisplayRole: return connection.name.isEmpty() ? form.summary() : connection.name;
    case IdRole: return connection.id;
    case SummaryRole: return form.summary();
    case ClassRole: return static_cast<int>(form.connectionClass());
    case LastUsedRole: return connection.lastUsed;
    default: return {};
    }
}

} // namespace squall::models
