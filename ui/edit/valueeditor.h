#pragma once

#include "core/edit/values/valuetype.h"

#include <QWidget>

#include <functional>

namespace squall::ui {

class Theme;

/// Edits one value that is neither NULL nor a default, in the server's own form. An editor that nobody
/// touched gives back what it was given, byte for byte.
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setText(const QByteArray &text) = 0;
    virtual QByteArray text() const = 0;
    /// Why `text()` cannot be of the type, as far as its syntax tells; empty when it can.
    virtual QString fault() const { return {}; }
    /// Whether `fault()` says all that can be said here, and reading `text()` at each key would cost too
    /// much.
    virtual bool checksItself() const { return false; }
    /// A line or two about the value: its length, its size.
    virtual QString note() const { return {}; }
    /// Whether more height shows more of the value.
    virtual bool isTall() const { return false; }

signals:
    /// Somebody changed the value.
    void edited();
    /// `fault()` or `note()` may be other than before without anybody having changed the value.
    void settled();
};

/// What editors need besides a type.
struct EditorContext
{
    const Theme &theme;
    /// Why a type, as SQL, cannot take a text; empty when it can.
    std::function<QString(const QString &type, const QByteArray &text)> fault = {};
};

/// The editor for values of a type, a child of `parent`; never nullptr.
ValueEditor *makeValueEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent);

/// Whether a type is edited by its parts, so that its text is a second way to see it.
bool hasParts(const edit::ValueType &type);

} // namespace squall::ui
