#pragma once

#include "core/edit/values/valuetype.h"
#include "ui/grid/celleditor.h"

namespace squall::ui {

class Theme;
class ValueLine;

/// A ValueLine where the cell is.
class LineCellEditor : public CellEditor
{
    Q_OBJECT

public:
    LineCellEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent = nullptr);

    void setValue(const edit::NewValue &value) override;
    void replaceWith(const QString &typed) override;
    edit::NewValue value() const override;
    bool isModified() const override;
    QSize sizeHint() const override;

private:
    ValueLine *m_line;
    edit::NewValue m_given;
    bool m_typed = false;
};

} // namespace squall::ui
