#pragma once

#include "core/base/decimal.h"
#include "models/windowmodel.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <vector>

namespace squall::models {

/// A rectangle of cells, borders included.
struct CellBlock
{
    qint64 top = 0;
    int left = 0;
    qint64 bottom = -1;
    int right = -1;

    bool contains(qint64 row, int column) const
    {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
};

/// What cells come to together. Numbers are added as the decimals they are.
struct Aggregates
{
    qint64 cells = 0;  ///< that are selected
    qint64 loaded = 0; ///< of these, and looked at
    qint64 values = 0; ///< of these, and not NULL
    /// Only when all values are numbers.
    std::optional<QByteArray> sum = {};
    std::optional<QByteArray> average = {};
    /// When all values are numbers or all are times.
    std::optional<QByteArray> minimum = {};
    std::optional<QByteArray> maximum = {};

    bool isComplete() const { return loaded == cells; }
};

/// Adds up what is selected, a little at a time between events, so that no selection is too large.
class SelectionAggregates : public QObject
{
    Q_OBJECT

public:
    explicit SelectionAggregates(QObject *parent = nullptr);

    /// Starts over with these cells; rectangles that overlap count once.
    void add(const WindowModel *model, std::vector<CellBlock> blocks);
    bool isRunning() const { return m_timer.isActive(); }
    const Aggregates &result() const { return m_result; }

signals:
    void finished();

private:
    void step();
    bool next();
    void look(qint64 row, int column);
    void lookAtNumber(const QByteArray &text);
    void lookAtTime(const QString &text);
    void finish();

    QPointer<const WindowModel> m_model;
    std::vector<CellBlock> m_blocks;
    size_t m_block = 0;
    qint64 m_row = 0;
    int m_column = 0;
    QTimer m_timer;
    Aggregates m_result;

    qint64 m_numbers = 0;
    qint64 m_times = 0;
    Decimal m_sum;
    Decimal m_least;
    Decimal m_greatest;
    double m_earliest = 0;
    double m_latest = 0;
    QByteArray m_minimum;
    QByteArray m_maximum;
};

} // namespace squall::models
