#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "models/latest.h"
#include "models/relations.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <map>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// What people call the rows that foreign keys lead to, for the rows that a model has loaded: one small query
/// a key column when rows came, never for a value that is known.
class RelationLabels : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    RelationLabels(pg::SessionPool &sessions, QAbstractItemModel &rows, QObject *parent = nullptr);
    ~RelationLabels() override;

    /// The columns of `rows` are those of `table`, named by the header. Forgets what it knew.
    void setTable(const catalog::SnapshotPtr &snapshot, const Relations &relations, const ObjectId &table);

    /// Empty while it is not known, and for rows without a name.
    QString label(int column, const QString &value) const;
    bool isLabelled(int column) const { return m_columns.count(column) > 0; }
    /// Reads what is missing now, not in a moment.
    void refresh();

signals:
    void labelsChanged(int column);

private:
    struct Column
    {
        Relation relation = {};
        QHash<QString, QString> labels = {};
        QSet<QString> asked = {};
    };
    using Reply = Result<QHash<QByteArray, QString>>;

    void readNext();

    pg::SessionPool &m_sessions;
    QAbstractItemModel &m_rows;
    catalog::SnapshotPtr m_snapshot;
    std::map<int, Column> m_columns;
    QTimer m_soon;
    Latest<Reply> m_reading;
};

} // namespace squall::models
