#pragma once

#include "core/edit/newvalue.h"

#include <QWidget>

#include <functional>

class QKeyEvent;

namespace squall::ui {

/// Edits one cell's value where the cell is. The grid gives it the cell's place, which it may outgrow to the
/// right and down (see sizeHint), and takes the value when it is done. An editor watches the widget that gets
/// the keys; those that end the edit never reach it.
class CellEditor : public QWidget
{
    Q_OBJECT

public:
    /// How somebody left.
    enum class Exit {
        Cancel,    ///< Esc: the cell stays as it was
        Keep,      ///< by a choice or a click
        KeepDown,  ///< Enter
        KeepRight, ///< Tab
        KeepLeft,  ///< Shift+Tab
        Enlarge,   ///< Shift+Enter: goes on in the big editor, with the value as it is now
    };

    using QWidget::QWidget;

    /// Starts from a whole value, the caret at its end.
    virtual void setValue(const edit::NewValue &value) = 0;
    /// Starts from what was typed onto the cell, which takes the value's place.
    virtual void replaceWith(const QString &typed) = 0;
    /// What the cell becomes. An editor that nobody touched gives back what it was given, byte for byte.
    virtual edit::NewValue value() const = 0;
    /// Whether somebody changed anything; leaving an untouched editor stages nothing.
    virtual bool isModified() const = 0;
    /// Why `value()` cannot be the column's, as far as can be told here; empty when it can. It may be kept
    /// all the same.
    virtual QString fault() const { return {}; }

signals:
    void valueChanged();
    void exited(squall::ui::CellEditor::Exit exit);

protected:
    /// `input` gets the keys and the focus.
    void watch(QWidget *input);
    /// Whether `input` wants this key for itself now though it would end the edit: Esc and Enter belong to a
    /// list while it is open.
    virtual bool wants(const QKeyEvent &) const { return false; }
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// Makes the editor of a column, a child of `parent`; never nullptr.
using CellEditorFactory = std::function<CellEditor *(int column, QWidget *parent)>;

} // namespace squall::ui
