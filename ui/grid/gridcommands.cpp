#include "ui/grid/gridcommands.h"

#include "models/cellrole.h"
#include "models/editablemodel.h"
#include "ui/commands/keybindings.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridediting.h"
#include "ui/grid/selectionedits.h"
#include "ui/grid/typedcells.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <optional>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;
using models::TypeKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GridCommandText)
};

QKeySequence key(QKeyCombination combination)
{
    return QKeySequence(combination);
}

std::vector<GridCommandText> allTexts()
{
    using enum GridCommand;
    constexpr auto control = Qt::CTRL;
    constexpr auto shift = Qt::SHIFT;
    return {
        {Copy, u"cells.copy"_s, Text::tr("Copy"), {key(control | Qt::Key_C), key(control | Qt::Key_Insert)}},
        {Cut, u"cells.cut"_s, Text::tr("Cut"), {key(control | Qt::Key_X), key(shift | Qt::Key_Delete)}},
        {Paste, u"cells.paste"_s, Text::tr("Paste"), {key(control | Qt::Key_V), key(shift | Qt::Key_Insert)}},
        {PasteRows, u"rows.paste"_s, Text::tr("Paste as new rows"), {key(control | shift | Qt::Key_V)}},
        {Edit, u"cells.edit"_s, Text::tr("Edit cell"), {key(Qt::Key_F2), key(Qt::Key_Return)}},
        {Enlarge, u"cells.enlarge"_s, Text::tr("Edit in the big editor"), {key(shift | Qt::Key_Return)}},
        {SetNull, u"cells.null"_s, Text::tr("Set NULL"), {}},
        {SetEmpty, u"cells.empty"_s, Text::tr("Set empty text"), {}},
        {SetDefault, u"cells.default"_s, Text::tr("Set DEFAULT"), {}},
        {SetNow, u"cells.now"_s, Text::tr("Set now()"), {}},
        {SetUuid, u"cells.uuid"_s, Text::tr("Set gen_random_uuid()"), {}},
        {Clear, u"cells.clear"_s, Text::tr("Clear cells"), {key(Qt::Key_Delete), key(Qt::Key_Backspace)}},
        {Revert, u"cells.revert"_s, Text::tr("Revert selection"), {key(Qt::Key_Escape)}},
        {Undo, u"cells.undo"_s, Text::tr("Undo"), {key(control | Qt::Key_Z)}},
        {Redo,
         u"cells.redo"_s,
         Text::tr("Redo"),
         {key(control | Qt::Key_Y), key(control | shift | Qt::Key_Z)}},
        {FillDown, u"cells.fill"_s, Text::tr("Fill down"), {key(control | Qt::Key_D)}},
        {AddRow, u"rows.add"_s, Text::tr("Add row"), {key(control | Qt::Key_N), key(Qt::Key_Insert)}},
        {DuplicateRows, u"rows.duplicate"_s, Text::tr("Duplicate rows"), {key(control | Qt::Key_D)}},
        {RemoveRows, u"rows.remove"_s, Text::tr("Delete rows"), {key(control | Qt::Key_Delete)}},
    };
}

/// What takes rows that can be added and deleted.
bool isOfRows(GridCommand command)
{
    using enum GridCommand;
    return command == Cut || command == PasteRows || command == AddRow || command == DuplicateRows ||
           command == RemoveRows;
}

} // namespace

const std::vector<GridCommandText> &gridCommandTexts()
{
    static const auto texts = allTexts();
    return texts;
}

GridCommands::GridCommands(Grid &grid, models::EditableModel &rows, const Theme &theme)
    : QObject(&grid)
    , m_grid(grid)
    , m_rows(rows)
    , m_selection(new SelectionEdits(grid, rows, this))
    , m_editing(new GridEditing(grid, rows, *m_selection, theme))
{
    grid.installEventFilter(this);
    connect(m_selection, &SelectionEdits::refused, this, &GridCommands::refused);
    connect(m_editing, &GridEditing::refused, this, &GridCommands::refused);
    connect(&grid, &Grid::contextMenuRequested, this, &GridCommands::popUpMenu);
}

void GridCommands::setExtraActions(Place place, const QList<QAction *> &actions)
{
    m_extra[static_cast<size_t>(place)] = actions;
}

QString GridCommands::unavailableValue(GridCommand command) const
{
    const int column = m_grid.currentCell().column;
    const auto name = m_rows.headerData(column, Qt::Horizontal).toString();
    const auto kind = m_rows.headerData(column, Qt::Horizontal, models::TypeKindRole).value<TypeKind>();
    const auto type = m_rows.headerData(column, Qt::Horizontal, models::TypeNameRole).toString();
    if (command == GridCommand::SetNull &&
        m_rows.headerData(column, Qt::Horizontal, models::NotNullRole).toBool())
        return tr("%1 may not be NULL.").arg(name);
    const auto valueType = m_rows.valueType(column);
    if (command == GridCommand::SetEmpty && !edit::acceptsEmpty(valueType))
        return tr("%1 is of type %2, which has no empty text.").arg(name, type);
    if (command == GridCommand::SetNow && !edit::acceptsNow(valueType))
        return tr("%1 is of type %2, not a date or time.").arg(name, type);
    if (command == GridCommand::SetUuid && kind != TypeKind::Uuid)
        return tr("%1 is of type %2, not uuid.").arg(name, type);
    return {};
}

QString GridCommands::unavailable(GridCommand command) const
{
    using enum GridCommand;
    const auto current = m_grid.currentCell();
    const bool addsRows = command == AddRow || command == Paste || command == PasteRows;
    if (!current.isValid() && !addsRows && command != Undo && command != Redo)
        return tr("No cell is chosen.");
    switch (command) {
    case Copy: return {};
    case Undo: return m_rows.canUndo() ? QString() : tr("There is nothing to undo.");
    case Redo: return m_rows.canRedo() ? QString() : tr("There is nothing to do again.");
    case Revert: return m_selection->hasEdits() ? QString() : tr("Nothing is changed here.");
    default: break;
    }
    if (isOfRows(command) && !m_rows.hasOwnRows())
        return tr("These rows are those of a query: rows are added and deleted in their table.");
    if (const auto why = m_rows.refusal(); !why.isEmpty())
        return why;
    switch (command) {
    case FillDown: return m_selection->isVertical() ? QString() : tr("Select cells of several rows first.");
    case Paste:
    case PasteRows: {
        const auto *data = QGuiApplication::clipboard()->mimeData();
        return data && !data->formats().isEmpty() ? QString() : tr("The clipboard is empty.");
    }
    case Edit:
    case Enlarge: return m_rows.refusal({current.row, current.column});
    case SetNull:
    case SetEmpty:
    case SetDefault:
    case SetNow:
    case SetUuid: {
        const auto why = m_rows.refusal({current.row, current.column});
        return why.isEmpty() ? unavailableValue(command) : why;
    }
    default: return {};
    }
}

void GridCommands::setValue(GridCommand command)
{
    switch (command) {
    case GridCommand::SetNull: m_selection->set(NewValue::null()); break;
    case GridCommand::SetEmpty: m_selection->set(NewValue::of("")); break;
    case GridCommand::SetDefault: m_selection->set({NewValue::Kind::Default}); break;
    case GridCommand::SetNow: m_selection->set({NewValue::Kind::Now}); break;
    case GridCommand::SetUuid: m_selection->set({NewValue::Kind::RandomUuid}); break;
    default: break;
    }
}

void GridCommands::run(GridCommand command)
{
    using enum GridCommand;
    if (command != Enlarge)
        m_editing->keep();
    if (const auto why = unavailable(command); !why.isEmpty()) {
        emit refused(why);
        return;
    }
    switch (command) {
    case Copy: m_grid.copy(); break;
    case Cut: m_selection->cut(); break;
    case Paste: m_selection->paste(*QGuiApplication::clipboard()->mimeData()); break;
    case PasteRows: m_selection->pasteAsNewRows(*QGuiApplication::clipboard()->mimeData()); break;
    case Edit: m_editing->edit(); break;
    case Enlarge: m_editing->enlarge(); break;
    case Clear: m_selection->clear(); break;
    case Revert: m_selection->revert(); break;
    case Undo: m_rows.undo(); break;
    case Redo: m_rows.redo(); break;
    case FillDown: m_selection->fillDown(); break;
    case AddRow: m_selection->addRow(); break;
    case DuplicateRows: m_selection->duplicateRows(); break;
    case RemoveRows: m_selection->removeRows(); break;
    default: setValue(command); break;
    }
}

/// Two keys mean rows where rows are selected, and cells where cells are.
std::optional<GridCommand> GridCommands::commandFor(const QKeyEvent &event) const
{
    const auto pressed = sequenceOf(event);
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace) &&
        m_selection->hasWholeRows())
        return GridCommand::RemoveRows;
    if (pressed == key(Qt::CTRL | Qt::Key_D))
        return m_selection->isVertical() ? GridCommand::FillDown : GridCommand::DuplicateRows;
    for (const auto &text : gridCommandTexts()) {
        if (text.keys.contains(pressed))
            return text.command;
    }
    return {};
}

/// Tab goes from cell to cell, and out of the grid where a row ends: nobody is caught in it.
bool GridCommands::stepByKey(const QKeyEvent &event)
{
    const bool back = event.key() == Qt::Key_Backtab;
    const auto modifiers = event.modifiers() & ~(back ? Qt::ShiftModifier : Qt::NoModifier);
    if ((event.key() != Qt::Key_Tab && !back) || modifiers)
        return false;
    const auto current = m_grid.currentCell();
    const bool atEnd = back ? current.column <= 0 : current.column + 1 >= m_rows.columnCount();
    if (!current.isValid() || atEnd)
        return false;
    if (event.type() == QEvent::KeyPress)
        m_grid.stepSideways(back ? -1 : 1);
    return true;
}

bool GridCommands::takeKey(const QKeyEvent &event)
{
    if (stepByKey(event))
        return true;
    if (const auto command = commandFor(event)) {
        if (isOfRows(*command) && !m_rows.hasOwnRows())
            return false;
        if (*command == GridCommand::Revert && m_editing->isWaiting()) {
            if (event.type() == QEvent::KeyPress)
                m_editing->stopWaiting();
            return true;
        }
        if (*command == GridCommand::Revert && m_selection->offer()) {
            if (event.type() == QEvent::KeyPress)
                m_selection->dropOffer();
            return true;
        }
        // Esc is for whoever else waits for it where nothing is to be taken back.
        const auto &ranges = m_grid.selection().ranges();
        const bool several = ranges.size() > 1 || (ranges.size() == 1 && !ranges.front().isSingle());
        if (*command == GridCommand::Revert && (several || !unavailable(*command).isEmpty()))
            return false;
        if (event.type() == QEvent::KeyPress)
            run(*command);
        return true;
    }
    return m_editing->typeInto(event);
}

bool GridCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        if (takeKey(static_cast<QKeyEvent &>(*event))) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void GridCommands::addTo(QMenu &menu, GridCommand command)
{
    const auto &texts = gridCommandTexts();
    const auto &text = *std::find_if(texts.begin(), texts.end(),
                                     [command](const auto &each) { return each.command == command; });
    const auto step = command == GridCommand::Undo   ? m_rows.undoText()
                      : command == GridCommand::Redo ? m_rows.redoText()
                                                     : QString();
    const auto words = step.isEmpty() ? text.text : tr("%1: %2", "Undo: Edit 3 cells").arg(text.text, step);
    auto *action = menu.addAction(words, this, [this, command] { run(command); });
    action->setObjectName(text.id);
    action->setShortcuts(text.keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    const auto why = unavailable(command);
    action->setEnabled(why.isEmpty());
    action->setToolTip(why);
    action->setStatusTip(why);
}

QMenu *GridCommands::makeMenu(QWidget *parent)
{
    using enum GridCommand;
    emit menuRequested();
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"cellMenu"_s);
    menu->setToolTipsVisible(true);
    const auto addAll = [&](std::initializer_list<GridCommand> commands) {
        for (const auto command : commands) {
            if (m_rows.hasOwnRows() || !isOfRows(command))
                addTo(*menu, command);
        }
    };
    const auto addExtra = [&](Place place) { menu->addActions(m_extra[static_cast<size_t>(place)]); };
    addAll({Copy});
    addExtra(Place::Copying);
    addAll({Cut, Paste, PasteRows});
    menu->addSeparator();
    addAll({Edit, Enlarge, SetNull, SetEmpty, SetDefault, SetNow, SetUuid, FillDown, Revert});
    menu->addSeparator();
    addExtra(Place::Filtering);
    addExtra(Place::Following);
    menu->addSeparator();
    addAll({AddRow, DuplicateRows, RemoveRows});
    menu->addSeparator();
    addAll({Undo, Redo});
    emit menuMade(menu);
    return menu;
}

void GridCommands::popUpMenu(const QPoint &position)
{
    auto *menu = makeMenu(&m_grid);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(position);
}

} // namespace squall::ui
