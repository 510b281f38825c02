#include "models/relationlabels.h"

#include "core/pg/sessionpool.h"
#include "models/cellrole.h"
#include "models/relatedrows.h"

#include <algorithm>

namespace squall::models {

namespace {

constexpr int pauseMs = 60;
/// What one query asks for at most.
constexpr qsizetype mostKeys = 500;

} // namespace

RelationLabels::RelationLabels(pg::SessionPool &sessions, QAbstractItemModel &rows, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_rows(rows)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &RelationLabels::refresh);
    const auto soon = [this] { m_soon.start(); };
    connect(&rows, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&rows, &QAbstractItemModel::modelReset, this, soon);
    connect(&rows, &QAbstractItemModel::dataChanged, this, soon);
}

RelationLabels::~RelationLabels() = default;

void RelationLabels::setTable(const catalog::SnapshotPtr &snapshot, const Relations &relations,
                              const ObjectId &table)
{
    m_reading.cancel();
    m_snapshot = snapshot;
    m_columns.clear();
    if (!snapshot)
        return;
    for (const auto &relation : relations.from(table)) {
        if (relation.columns.size() != 1 || labelColumn(*snapshot, relation.to).isEmpty())
            continue;
        for (int column = 0; column < m_rows.columnCount(); ++column) {
            if (m_rows.headerData(column, Qt::Horizontal).toString() == relation.columns.front())
                m_columns.try_emplace(column, Column{.relation = relation});
        }
    }
    m_soon.start();
}

QString RelationLabels::label(int column, const QString &value) const
{
    const auto found = m_columns.find(column);
    return found == m_columns.end() ? QString() : found->second.labels.value(value);
}

void RelationLabels::refresh()
{
    if (!m_reading.isRunning())
        readNext();
}

void RelationLabels::readNext()
{
    for (auto &[index, column] : m_columns) {
        QList<QByteArray> missing;
        for (int row = 0; row < m_rows.rowCount() && missing.size() < mostKeys; ++row) {
            const auto cell = m_rows.index(row, index);
            const auto value = cell.data().toString();
            if (cell.data(NullRole).toBool() || value.isEmpty() || column.asked.contains(value))
                continue;
            column.asked.insert(value);
            missing << value.toUtf8();
        }
        if (missing.isEmpty())
            continue;
        m_reading.run(m_sessions.run([snapshot = m_snapshot, relation = column.relation,
                                      missing](pg::Connection &connection) -> Reply {
            return readLabels(connection, *snapshot, relation, missing);
        }),
                      [this, at = index](const Reply &reply) {
                          // Without labels one sees the keys: no reason to bother anybody.
                          if (reply && !reply->isEmpty()) {
                              auto &labels = m_columns[at].labels;
                              for (auto it = reply->begin(); it != reply->end(); ++it)
                                  labels.insert(QString::fromUtf8(it.key()), *it);
                              emit labelsChanged(at);
                          }
                          readNext();
                      });
        return;
    }
}

} // namespace squall::models
