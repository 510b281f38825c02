#pragma once

#include "core/edit/values/array.h"
#include "ui/edit/itemseditor.h"

namespace squall::ui {

/// An array of any element and dimension: of several dimensions, each item is an array of one fewer.
class ArrayEditor : public ItemsEditor
{
    Q_OBJECT

public:
    ArrayEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent = nullptr);

    QString note() const override;

protected:
    Result<Items> read(const QByteArray &text) override;
    QByteArray write(const Items &items) const override;
    Result<Done> check(const QByteArray &text) const override;
    QString label(int row) const override;
    edit::ValueType typeOf(int row) const override;
    bool mayBeNull() const override { return !m_isNested; }
    Query::Parameter blank() const override;
    void changed() override;

private:
    edit::ValueType m_type;
    edit::ArrayValue m_read;
    bool m_isNested = false;
    int m_lower = 1;
    QCheckBox *m_nested;
};

/// The ranges of a multirange.
class MultirangeEditor : public ItemsEditor
{
    Q_OBJECT

public:
    MultirangeEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent = nullptr);

protected:
    Result<Items> read(const QByteArray &text) override;
    QByteArray write(const Items &items) const override;
    Result<Done> check(const QByteArray &text) const override;
    QString label(int row) const override;
    edit::ValueType typeOf(int) const override { return *m_type.element; }
    bool mayBeNull() const override { return false; }
    Query::Parameter blank() const override { return "(,)"; }

private:
    edit::ValueType m_type;
};

} // namespace squall::ui
