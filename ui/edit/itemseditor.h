#pragma once

#include "core/base/result.h"
#include "ui/edit/itemsmodel.h"
#include "ui/edit/valueeditor.h"

class QCheckBox;
class QHBoxLayout;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace squall::ui {

/// A value made of parts: a list of them beside the editor of the one that is chosen.
class ItemsEditor : public ValueEditor
{
    Q_OBJECT

public:
    void setText(const QByteArray &text) override;
    QByteArray text() const override;
    QString fault() const override;
    bool isTall() const override { return true; }

protected:
    using Items = ItemsModel::Items;
    enum class Growth { Fixed, Free };

    ItemsEditor(const EditorContext &context, Growth growth, QWidget *parent);

    /// The parts of a text, which may tell of its shape besides.
    virtual Result<Items> read(const QByteArray &text) = 0;
    /// Their text. Where the parts do not fit together, what `check` then refuses.
    virtual QByteArray write(const Items &items) const = 0;
    virtual Result<Done> check(const QByteArray &text) const = 0;
    virtual QString label(int row) const = 0;
    virtual edit::ValueType typeOf(int row) const = 0;
    virtual bool mayBeNull() const { return true; }
    /// What a new part is.
    virtual Query::Parameter blank() const { return std::nullopt; }

    const Items &items() const { return m_model->items(); }
    /// The parts are other than they were, by somebody's hand.
    virtual void changed();
    QHBoxLayout &bar() { return *m_bar; }

private:
    void addButton(const QString &icon, const QString &text, const QString &name, void (ItemsEditor::*act)());
    void add();
    void remove();
    void moveUp();
    void moveDown();
    void swapWith(int other);
    void select(int row);
    void showPart(int row);
    void takePart();
    void setNull(bool null);
    void updateButtons();
    int current() const;

    EditorContext m_context;
    Growth m_growth;
    ItemsModel *m_model;
    QTreeView *m_list;
    QHBoxLayout *m_bar;
    QVBoxLayout *m_side;
    QCheckBox *m_null;
    ValueEditor *m_part = nullptr;
    QString m_partType;
    std::vector<QToolButton *> m_buttons;
    QByteArray m_given;
    QString m_fault;
    bool m_modified = false;
    bool m_setting = false;
};

} // namespace squall::ui
