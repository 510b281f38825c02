#pragma once

#include "core/edit/rowidentity.h"
#include "ui/grid/gridselection.h"

#include <QMap>
#include <QObject>

#include <optional>
#include <vector>

namespace squall::models {
class EditedRowModel;
}

namespace squall::ui {

class Grid;

/// Keeps what is selected on its rows, told by their identity, when they are read again and come with other
/// numbers. Rows that do not come back leave the selection, and nothing takes their place unsaid.
class SelectionKeeper : public QObject
{
    Q_OBJECT

public:
    SelectionKeeper(Grid &grid, models::EditedRowModel &rows, QObject *parent = nullptr);

signals:
    void lost(const QString &what);

private:
    /// A selected row: one that exists, a new one, or one that was not loaded when it was selected.
    struct Row
    {
        qint64 number = 0;
        edit::RowIdentity identity = {};
        qint64 newRow = 0;
    };
    struct Kept
    {
        CellRange shape;
        bool allRows = false; ///< however many there are
        std::vector<Row> rows = {};
    };
    using Places = QMap<edit::RowIdentity, qint64>;

    Row rowAt(qint64 number) const;
    void remember();
    void restore();
    void follow();
    void track();
    std::optional<qint64> placeOf(const Row &row, const Places &places, bool &lost) const;
    void putBack(const std::vector<CellRange> &ranges, std::optional<qint64> current);

    Grid &m_grid;
    models::EditedRowModel &m_rows;
    Row m_current;            ///< the current cell's
    std::vector<Kept> m_kept; ///< while the rows are read again
    bool m_reloading = false;
    qint64 m_shift = 0; ///< of the numbers since then
    bool m_applying = false;
};

} // namespace squall::ui
