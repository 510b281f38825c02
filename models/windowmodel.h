#pragma once

#include <QAbstractTableModel>

namespace squall::models {

/// An item model of the loaded part of something longer: its row 0 is row `firstRow()` of the whole, which
/// may have more rows than an int counts.
class WindowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    virtual qint64 firstRow() const = 0;
    /// Rows of the whole, as far as known; never fewer than are loaded.
    virtual qint64 rowCountEstimate() const = 0;
    virtual bool isRowCountExact() const = 0;
    /// Says which rows are looked at; what is missing is loaded.
    virtual void need(qint64 first, int count) = 0;

signals:
    /// `firstRow()` or the row count changed.
    void windowChanged();
    /// The same rows have other numbers now: each moved by `delta`.
    void renumbered(qint64 delta);
};

} // namespace squall::models
