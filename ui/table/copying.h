#pragma once

#include "models/cellscopy.h"
#include "models/editedrowmodel.h"

#include <QFrame>

class QLabel;
class QMenu;

namespace squall::ui {

class Grid;
class Theme;

/// Copies a grid's selection, in any form, and cuts it; a line that shows while that takes its time.
class Copying : public QFrame
{
    Q_OBJECT

public:
    Copying(const Theme &theme, Grid &grid, models::EditedRowModel &rows, QWidget *parent = nullptr);
    /// `edited` lays edits over the result; nullptr where nobody edits it.
    Copying(const Theme &theme, Grid &grid, const models::ResultModel &result,
            const models::EditedResultModel *edited, QWidget *parent = nullptr);

    void copy(models::CopyFormat format);
    /// The selection, which these cells are; they are cleared once they are on the clipboard.
    void cut(const QList<models::Cell> &cells);
    /// False when nothing was being copied.
    bool cancel();
    /// The forms to choose from; stays.
    QMenu *menu() const { return m_menu; }
    /// At the current cell.
    void popUpMenu();

signals:
    void notice(const QString &text);

private:
    Copying(const Theme &theme, Grid &grid, models::CellsCopy *cells, QWidget *parent);
    void addForms();
    std::optional<models::CopyRange> range() const;
    void put(const models::CopiedCells &cells, models::CopyFormat format);
    void keepFromCutting();
    catalog::SnapshotPtr snapshot() const;

    Grid &m_grid;
    models::EditedRowModel *m_rows = nullptr; ///< none: of a result, whose cells are not cut
    models::CellsCopy *m_copy;
    QList<models::Cell> m_cut; ///< to be cleared
    QMenu *m_menu;
    QLabel *m_progress;
};

} // namespace squall::ui
