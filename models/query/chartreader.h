#pragma once

#include "models/query/charttable.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace squall::models {

class WindowModel;

/// Reads the loaded rows of a result for a chart, a few milliseconds at a time, and again when they are
/// others. Charts are of the first so many rows and columns.
class ChartReader : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRows = 50'000;
    static constexpr int mostColumns = 24;

    explicit ChartReader(QObject *parent = nullptr);

    /// nullptr: nothing.
    void read(WindowModel *model);
    bool isReading() const { return m_slices.isActive() || m_later.isActive(); }

signals:
    void finished(const squall::models::ChartTable &table);

private:
    void startOver();
    void readSlice();
    void readRow(int row);

    QPointer<WindowModel> m_model;
    ChartTable m_table;
    int m_row = 0;
    QTimer m_slices;
    QTimer m_later; ///< rows still come
};

} // namespace squall::models
