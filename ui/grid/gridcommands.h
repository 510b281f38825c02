#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <array>
#include <optional>
#include <vector>

class QKeyEvent;
class QMenu;

namespace squall::models {
class EditableModel;
}

namespace squall::ui {

class Grid;
class GridEditing;
class SelectionEdits;
class Theme;

enum class GridCommand {
    Copy,
    Cut,
    Paste,
    PasteRows,
    Edit,
    Enlarge,
    SetNull,
    SetEmpty,
    SetDefault,
    SetNow,
    SetUuid,
    Clear,
    Revert,
    Undo,
    Redo,
    FillDown,
    AddRow,
    DuplicateRows,
    RemoveRows,
};

/// A command as people see it, wherever they meet it.
struct GridCommandText
{
    GridCommand command;
    QString id; ///< stays: `cells.paste`
    QString text;
    QList<QKeySequence> keys; ///< the first is the one shown
};

/// All of them, in the order of the menu.
const std::vector<GridCommandText> &gridCommandTexts();

/// Everything that can be done with the cells of an editable grid, by key, by menu and by name.
class GridCommands : public QObject
{
    Q_OBJECT

public:
    /// Where actions of others stand in the menu.
    enum class Place { Copying, Filtering, Following };

    GridCommands(Grid &grid, models::EditableModel &rows, const Theme &theme);

    GridEditing &editing() { return *m_editing; }
    SelectionEdits &selection() { return *m_selection; }

    /// Does nothing but say why where it cannot be done.
    void run(GridCommand command);
    /// Why it cannot be done now, as one sentence; empty when it can.
    QString unavailable(GridCommand command) const;

    /// Others own them; their menus stand as submenus.
    void setExtraActions(Place place, const QList<QAction *> &actions);
    /// What the context menu holds now; the caller owns it.
    QMenu *makeMenu(QWidget *parent);

signals:
    void refused(const QString &why);
    /// Before a menu is made: actions of others follow the current cell now.
    void menuRequested();
    /// Others may put something below.
    void menuMade(QMenu *menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
    std::optional<GridCommand> commandFor(const QKeyEvent &event) const;
    bool stepByKey(const QKeyEvent &event);
    QString unavailableValue(GridCommand command) const;
    void setValue(GridCommand command);
    void addTo(QMenu &menu, GridCommand command);
    void popUpMenu(const QPoint &position);

    Grid &m_grid;
    models::EditableModel &m_rows;
    SelectionEdits *m_selection;
    GridEditing *m_editing;
    std::array<QList<QAction *>, 3> m_extra;
};

} // namespace squall::ui
