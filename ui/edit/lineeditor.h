#pragma once

#include "ui/edit/valueeditor.h"

namespace squall::ui {

class ValueLine;

/// A value that fits one line, with a button for what helps to write it.
class LineEditor : public ValueEditor
{
    Q_OBJECT

public:
    LineEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent = nullptr);

    void setText(const QByteArray &text) override;
    QByteArray text() const override;

private:
    ValueLine *m_line;
};

} // namespace squall::ui
