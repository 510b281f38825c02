#pragma once

#include "core/edit/newvalue.h"
#include "core/edit/values/valuetype.h"
#include "ui/edit/valueeditor.h"

#include <QFrame>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace squall::ui {

/// What a big editor is opened on.
struct EditedColumn
{
    QString name;
    edit::ValueType type;
    bool notNull = false;
    QString defaultSql = {}; ///< empty without a default
    QString refusal = {};    ///< why nothing may be changed; empty when it may
    /// Why the column cannot take a value; empty when it can.
    std::function<QString(const edit::NewValue &value)> fault = {};
    /// The same for a type alone.
    std::function<QString(const QString &type, const QByteArray &text)> typeFault = {};
};

/// One value with room for it, below the rows it is one of: an editor for its type, its text, and what it can
/// be besides a value, which is NULL, its default, the moment or a random uuid of the server's. Ctrl+Enter
/// keeps, Esc leaves.
class BigEditor : public QFrame
{
    Q_OBJECT

public:
    explicit BigEditor(const Theme &theme, QWidget *parent = nullptr);

    /// `modified`: the value is not what is stored, somebody began to change it elsewhere.
    void open(const EditedColumn &column, const edit::NewValue &value, bool modified = false);
    /// To where one types; once it is visible.
    void focusInput();
    const EditedColumn &column() const { return m_column; }
    edit::NewValue value() const;
    bool isModified() const { return m_modified; }
    /// Why `value()` cannot be the column's; empty when it can.
    QString fault() const;

signals:
    /// Somebody changed the value; it counts when it is kept.
    void valueChanged();
    /// Somebody is done and wants the value kept.
    void kept(const squall::edit::NewValue &value);
    /// Somebody is done and wants nothing changed.
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Page { EditorPage, TextPage, WordPage };
    using Kind = edit::NewValue::Kind;

    QHBoxLayout *makeHead();
    QHBoxLayout *makeFoot();
    void addKind(QHBoxLayout &bar, Kind kind, const QString &text, const QString &name);
    void makeEditors();
    ValueEditor *editor() const;
    void choose(Kind kind);
    void showKind();
    void showText(bool text);
    void valueEdited();
    void updateState();
    void typeInto(QKeyEvent &event);
    void keep();
    void tint();

    const Theme &m_theme;
    EditedColumn m_column;
    QLabel *m_name;
    QLabel *m_type;
    QButtonGroup *m_kinds;
    QToolButton *m_asText;
    QToolButton *m_close;
    QStackedWidget *m_pages;
    QLabel *m_word;
    ValueEditor *m_editor = nullptr;
    ValueEditor *m_text = nullptr; ///< of a type that is edited by its parts
    QLabel *m_fault;
    QLabel *m_note;
    QPushButton *m_keep;
    Kind m_kind = Kind::Null;
    edit::NewValue m_given;
    bool m_modified = false;
};

} // namespace squall::ui
