#pragma once

#include "core/edit/values/valuetype.h"
#include "ui/grid/celleditor.h"

class QComboBox;

namespace squall::ui {

class Theme;

/// Chooses one of a type's few values where the cell is; the list is open from the start.
class ChoiceCellEditor : public CellEditor
{
    Q_OBJECT

public:
    ChoiceCellEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent = nullptr);

    void setValue(const edit::NewValue &value) override;
    void replaceWith(const QString &typed) override;
    edit::NewValue value() const override;
    bool isModified() const override { return m_modified; }
    QString fault() const override;

protected:
    bool wants(const QKeyEvent &key) const override;

private:
    QComboBox *m_box;
    edit::NewValue m_given;
    QString m_unknown; ///< what was typed and is none of the values
    bool m_modified = false;
};

} // namespace squall::ui
