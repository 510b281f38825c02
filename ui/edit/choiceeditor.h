#pragma once

#include "ui/edit/valueeditor.h"

class QLineEdit;
class QListWidget;

namespace squall::ui {

/// One of a few: true and false, or the labels of an enum, with a line that narrows a long list.
class ChoiceEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit ChoiceEditor(const edit::ValueType &type, QWidget *parent = nullptr);

    void setText(const QByteArray &text) override;
    QByteArray text() const override { return m_text; }
    QString note() const override;
    bool isTall() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &words);

    QLineEdit *m_filter;
    QListWidget *m_list;
    QByteArray m_text;
    bool m_setting = false;
};

/// The server's text of a choice and what people read: `t` is `true`.
std::vector<std::pair<QByteArray, QString>> choicesOf(const edit::ValueType &type);

} // namespace squall::ui
