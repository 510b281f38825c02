#pragma once

#include "models/editablemodel.h"

#include <QSplitter>
#include <QTimer>

namespace squall::ui {

class BigEditor;
class Grid;
class GridEditing;
class Theme;
struct EditedColumn;

/// Rows with the editors that fit the types of their columns: small ones in the cells, and below the rows a
/// big one for a single value.
class ValueSplit : public QSplitter
{
    Q_OBJECT

public:
    /// Takes in what shows the rows: the grid, or a view around it.
    ValueSplit(const Theme &theme, QWidget &rows, Grid &grid, GridEditing &editing,
               models::EditableModel &model, QWidget *parent = nullptr);

    void open(qint64 row, int column, const edit::NewValue &value);
    bool isOpen() const;
    /// Something was changed there that does not count yet.
    bool isModified() const;
    /// What was changed in the big editor counts from now on, and it closes.
    void finish();

private:
    void makeEditor();
    EditedColumn describe(const models::Cell &cell) const;
    bool isShown(const models::Cell &cell, const edit::NewValue &value) const;
    void draft();
    void keep(const edit::NewValue &value);
    void leave();

    const Theme &m_theme;
    Grid &m_grid;
    models::EditableModel &m_model;
    BigEditor *m_editor = nullptr; ///< once it is asked for
    // The cell that is open, whatever number its row has by now and whether or not it is loaded.
    int m_column = 0;
    std::optional<models::TouchedRow> m_row;
    QTimer m_drafting; ///< between two drafts: a value may be long
};

} // namespace squall::ui
