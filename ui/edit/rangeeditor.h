#pragma once

#include "core/edit/values/range.h"
#include "ui/edit/valueeditor.h"

class QCheckBox;
class QComboBox;
class QHBoxLayout;

namespace squall::ui {

/// A range by its two bounds: included, excluded or without end; or empty.
class RangeEditor : public ValueEditor
{
    Q_OBJECT

public:
    RangeEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent = nullptr);

    void setText(const QByteArray &text) override;
    QByteArray text() const override;
    QString fault() const override;

private:
    struct Bound
    {
        QComboBox *kind = nullptr;
        ValueEditor *value = nullptr;
    };

    Bound addBound(const QString &title, const QString &name, QHBoxLayout &layout);
    void showBound(const Bound &bound, const edit::RangeBound &value);
    edit::RangeBound read(const Bound &bound) const;
    QString faultOf(const Bound &bound) const;
    void changed();
    void enableBounds();

    edit::ValueType m_type;
    EditorContext m_context;
    QCheckBox *m_empty;
    Bound m_lower;
    Bound m_upper;
    QByteArray m_given;
    QString m_fault;
    bool m_modified = false;
    bool m_setting = false;
};

} // namespace squall::ui
