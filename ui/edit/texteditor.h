#pragma once

#include "ui/edit/valueeditor.h"

class QCheckBox;
class QPlainTextEdit;

namespace squall::ui {

/// Text of any number of lines, in the interface's letters or in letters of one width.
class TextEditor : public ValueEditor
{
    Q_OBJECT

public:
    enum class Face { Text, Code };

    explicit TextEditor(Face face, QWidget *parent = nullptr);

    void setText(const QByteArray &text) override;
    QByteArray text() const override;
    QString note() const override;
    bool isTall() const override { return true; }

private:
    void setFace(Face face);

    QPlainTextEdit *m_text;
    QCheckBox *m_mono;
    QByteArray m_given;
    bool m_modified = false;
    bool m_setting = false;
};

} // namespace squall::ui
