#pragma once

#include "models/windowmodel.h"

#include <QPointer>

namespace squall::models {

class ResultModel;

/// The rows of a result one below the other, a line for each of their values: psql's `\x`.
class RecordsModel : public WindowModel
{
    Q_OBJECT

public:
    enum Column { Record, Name, Value };

    explicit RecordsModel(ResultModel &result, QObject *parent = nullptr);

    qint64 firstRow() const override { return 0; }
    qint64 rowCountEstimate() const override { return rowCount(); }
    bool isRowCountExact() const override;
    void need(qint64, int) override {}

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int linesIn(int rows) const;

    QPointer<ResultModel> m_result;
    int m_fields = 0;
};

} // namespace squall::models
