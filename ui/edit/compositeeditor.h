#pragma once

#include "ui/edit/itemseditor.h"

namespace squall::ui {

/// A composite value, attribute by attribute.
class CompositeEditor : public ItemsEditor
{
    Q_OBJECT

public:
    CompositeEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent = nullptr);

protected:
    Result<Items> read(const QByteArray &text) override;
    QByteArray write(const Items &items) const override;
    Result<Done> check(const QByteArray &text) const override;
    QString label(int row) const override;
    edit::ValueType typeOf(int row) const override;

private:
    edit::ValueType m_type;
};

} // namespace squall::ui
