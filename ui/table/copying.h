#pragma once

#include "models/cellscopy.h"

#include <QFrame>

class QLabel;
class QMenu;

namespace squall::ui {

class Grid;
class Theme;

/// Copies a grid's selection, in any form; a line that shows while that takes its time.
class Copying : public QFrame
{
    Q_OBJECT

public:
    Copying(const Theme &theme, Grid &grid, const models::RowWindowModel &rows, QWidget *parent = nullptr);

    void setSnapshot(const catalog::SnapshotPtr &snapshot) { m_snapshot = snapshot; }
    void copy(models::CopyFormat format);
    /// False when nothing was being copied.
    bool cancel();
    /// The forms to choose from; stays.
    QMenu *menu() const { return m_menu; }
    /// At the current cell.
    void popUpMenu();

signals:
    void notice(const QString &text);

private:
    void addForms();
    std::optional<models::CopyRange> range() const;
    void put(const models::CopiedCells &cells, models::CopyFormat format);

    Grid &m_grid;
    models::CellsCopy m_copy;
    catalog::SnapshotPtr m_snapshot;
    QMenu *m_menu;
    QLabel *m_progress;
};

} // namespace squall::ui
