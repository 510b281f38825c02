#pragma once

#include "models/schematree.h"

#include <QAbstractItemModel>

namespace squall::models {

/// The navigator's tree over the current Snapshot. A new snapshot or filter resets the model; views keep what
/// is selected and expanded by `KeyRole`, which names the same node in every snapshot.
class SchemaTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< ObjectId; invalid for groups and saved queries
        KeyRole,               ///< QString
        TypeRole,              ///< SchemaTree::NodeType as int
        KindRole,              ///< squall::Kind as int; invalid for groups
        RowsRole,              ///< qint64, estimated; invalid when unknown
        BytesRole,             ///< qint64; invalid when it has none
        NoteRole,              ///< QString
        ChildrenRole,          ///< int: how many objects are right inside, of those that pass the filter
        MatchRole,             ///< int: where the filter's text starts in the label, or -1
        PartitionedRole,       ///< bool
        QueryRole,             ///< QString: what a saved query is known by; empty for everything else
        FolderRole, ///< QString: the path of the folder that a saved query is in, or that a group of
                    ///< them is; invalid for everything else
    };

    explicit SchemaTreeModel(QObject *parent = nullptr);

    /// nullptr: nothing is open.
    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    /// Shown below the relations of their schema.
    void setSavedFilters(const std::vector<SavedFilter> &filters);
    /// Shown below the schemas.
    void setSavedQueries(const std::vector<workspace::SavedQuery> &queries);
    void setFilter(const QString &text);
    const QString &filter() const { return m_filter; }
    /// The node of `id`, invalid when it is not shown.
    QModelIndex indexOf(const ObjectId &id) const;
    QModelIndex indexOfKey(const QString &key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    const SchemaTree::Node &node(const QModelIndex &index) const;
    QModelIndex indexOfNode(int number) const;
    bool isShown(int number) const;
    QVariant label(const SchemaTree::Node &node) const;

    void rebuild();

    catalog::SnapshotPtr m_snapshot;
    std::vector<SavedFilter> m_filters;
    std::vector<workspace::SavedQuery> m_queries;
    SchemaTree m_tree;
    QHash<QString, int> m_byKey;
    QString m_filter;
};

} // namespace squall::models
