#pragma once

#include "ui/grid/celleditor.h"

#include <QPlainTextEdit>

namespace squall::ui {

class Theme;

/// A value as text, in the server's own form: one line that becomes several when there are breaks in it.
/// What is not text (NULL, DEFAULT, `now()`) stands as a word until something is typed; text that is deleted
/// becomes the empty string.
class PlainCellEditor : public CellEditor
{
    Q_OBJECT

public:
    PlainCellEditor(const Theme &theme, const QFont &font, QWidget *parent = nullptr);

    void setValue(const edit::NewValue &value) override;
    void replaceWith(const QString &typed) override;
    edit::NewValue value() const override;
    bool isModified() const override { return m_modified; }
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWord();
    void setText(const QString &text);

    QPlainTextEdit *m_text;
    edit::NewValue m_given;
    bool m_modified = false;
    bool m_setting = false;
};

/// What stands in a cell for a value that is no text: `NULL`, `DEFAULT`, `now()`; nothing for text.
QString wordFor(const edit::NewValue &value);

} // namespace squall::ui
