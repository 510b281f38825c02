#include "models/query/chartreader.h"

#include "models/windowmodel.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace squall::models {

namespace {

/// Of the GUI thread at a time.
constexpr int sliceMs = 5;
constexpr int rowsBetweenLooks = 50;
constexpr int laterMs = 400;

} // namespace

ChartReader::ChartReader(QObject *parent)
    : QObject(parent)
{
    m_slices.setInterval(0);
    m_slices.callOnTimeout(this, &ChartReader::readSlice);
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    m_later.callOnTimeout(this, &ChartReader::startOver);
}

void ChartReader::read(WindowModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_later.stop();
    if (model) {
        const auto later = [this] {
            if (!m_later.isActive())
                m_later.start();
        };
        connect(model, &QAbstractItemModel::modelReset, this, &ChartReader::startOver);
        connect(model, &QAbstractItemModel::layoutChanged, this, &ChartReader::startOver);
        connect(model, &QAbstractItemModel::rowsRemoved, this, later);
        connect(model, &QAbstractItemModel::dataChanged, this, later);
        connect(model, &QAbstractItemModel::headerDataChanged, this, later);
        connect(model, &QAbstractItemModel::rowsInserted, this, [later](const QModelIndex &, int first) {
            // What comes behind those that are drawn changes no more than their number.
            if (first < mostRows)
                later();
        });
    }
    startOver();
}

void ChartReader::startOver()
{
    m_table = {};
    m_row = 0;
    m_later.stop();
    if (!m_model) {
        m_slices.stop();
        emit finished(m_table);
        return;
    }
    for (int column = 0; column < std::min(mostColumns, m_model->columnCount()); ++column) {
        const auto header = [&](int role) { return m_model->headerData(column, Qt::Horizontal, role); };
        m_table.columns.emplace_back(header(Qt::DisplayRole).toString(),
                                     header(TypeKindRole).value<TypeKind>(), header(TypeNameRole).toString());
    }
    m_slices.start();
}

void ChartReader::readSlice()
{
    if (!m_model) {
        startOver();
        return;
    }
    QElapsedTimer clock;
    clock.start();
    const int rows = std::min(mostRows, m_model->rowCount());
    while (m_row < rows && (m_row % rowsBetweenLooks != 0 || clock.elapsed() < sliceMs))
        readRow(m_row++);
    if (m_row < rows)
        return;
    m_slices.stop();
    m_table.rows = static_cast<size_t>(m_row);
    m_table.allRows = std::max<qint64>(m_model->rowCountEstimate(), m_model->rowCount());
    m_table.isComplete = m_model->isRowCountExact();
    emit finished(std::exchange(m_table, {}));
}

void ChartReader::readRow(int row)
{
    for (size_t column = 0; column < m_table.columns.size(); ++column) {
        const auto index = m_model->index(row, static_cast<int>(column));
        const bool isNull = index.data(NullRole).toBool();
        m_table.columns[column].append(isNull ? std::nullopt : std::optional(index.data().toString()));
    }
}

} // namespace squall::models
