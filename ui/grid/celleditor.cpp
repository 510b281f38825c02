#include "ui/grid/celleditor.h"

#include <QKeyEvent>

#include <optional>

namespace squall::ui {

namespace {

using Exit = CellEditor::Exit;

std::optional<Exit> exitOf(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Escape: return modifiers ? std::nullopt : std::optional(Exit::Cancel);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return modifiers == Qt::NoModifier      ? std::optional(Exit::KeepDown)
               : modifiers == Qt::ShiftModifier ? std::optional(Exit::Enlarge)
                                                : std::nullopt;
    case Qt::Key_Tab:
        return modifiers == Qt::NoModifier      ? std::optional(Exit::KeepRight)
               : modifiers == Qt::ShiftModifier ? std::optional(Exit::KeepLeft)
                                                : std::nullopt;
    case Qt::Key_Backtab:
        return modifiers & ~Qt::ShiftModifier ? std::nullopt : std::optional(Exit::KeepLeft);
    default: return {};
    }
}

} // namespace

void CellEditor::watch(QWidget *input)
{
    setFocusProxy(input);
    input->installEventFilter(this);
}

bool CellEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<QKeyEvent &>(*event);
    const auto exit = exitOf(key);
    if (!exit || wants(key))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        emit exited(*exit);
    return true;
}

} // namespace squall::ui
