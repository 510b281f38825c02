#pragma once

#include "models/editablemodel.h"
#include "models/latest.h"
#include "ui/grid/celleditor.h"

#include <QObject>
#include <QPointer>

class QInputMethodEvent;

namespace squall::ui {

class Grid;
class SelectionEdits;
class Theme;

/// Makes a grid one that is edited in place: opens an editor on the current cell when somebody types, keeps
/// it on its cell while the grid scrolls, and stages what comes out of it. While an editor is open the
/// selection stays as it is: everything that would move it keeps the value first.
class GridEditing : public QObject
{
    Q_OBJECT

public:
    GridEditing(Grid &grid, models::EditableModel &rows, SelectionEdits &selection, const Theme &theme);
    ~GridEditing() override;

    /// Until one is set, everything is edited as text.
    void setEditorFactory(CellEditorFactory factory) { m_factory = std::move(factory); }
    /// The editor that the cells of a column have, for whoever shows their values elsewhere.
    CellEditor *makeEditor(int column, QWidget *parent) const { return m_factory(column, parent); }
    bool isEditing() const { return m_editor != nullptr; }
    CellEditor *editor() const { return m_editor; }
    /// A whole value is being read, to be edited then.
    bool isWaiting() const { return m_reading.isRunning(); }
    void stopWaiting();
    /// The current cell in place, from its whole value; that may have to be read first.
    void edit();
    /// The same, from what was typed, for all selected cells.
    void replace(const QString &typed);
    /// The current cell's whole value, or what its editor holds by now, goes to the big editor.
    void enlarge();
    /// Stages a value without an editor.
    void assign(const models::Cell &cell, const edit::NewValue &value);
    void keep();
    void cancel();
    /// Opens an editor with what a key types; not for keys that type nothing.
    bool typeInto(const QKeyEvent &event);
    /// Why the cell may not be edited; empty when it may.
    QString refusal(const models::Cell &cell) const;

signals:
    void refused(const QString &why);
    void enlargeRequested(qint64 row, int column, const squall::edit::NewValue &value);
    void editingChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Purpose { InPlace, Enlarged };

    bool isLoaded(const models::Cell &cell) const;
    bool prepare(models::Cell *cell);
    void start(Purpose purpose);
    void show(const models::Cell &cell, Purpose purpose, const edit::NewValue &value);
    void open(const models::Cell &cell);
    void leave(CellEditor::Exit exit);
    void close();
    void follow();
    void place();
    bool compose(const QInputMethodEvent &event);
    void watchFocus(QWidget *now);

    Grid &m_grid;
    models::EditableModel &m_rows;
    SelectionEdits &m_selection;
    const Theme &m_theme;
    CellEditorFactory m_factory;
    QPointer<CellEditor> m_editor;
    models::Cell m_cell;
    std::optional<models::TouchedRow> m_row; ///< the cell's, wherever it is by now
    bool m_fills = false;                    ///< what was typed is for all selected cells
    bool m_keptLater = false;                ///< when the cell's row is loaded again
    bool m_composing = false; ///< an input method is at its first word, which began in the grid
    models::Latest<Result<Query::Parameter>> m_reading;
};

} // namespace squall::ui
