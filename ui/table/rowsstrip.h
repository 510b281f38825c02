#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace squall::ui {

class Theme;
enum class Token;

/// What there is to say of all rows, above them, and what can be done about it.
class RowsStrip : public QWidget
{
    Q_OBJECT

public:
    explicit RowsStrip(const Theme &theme, QWidget *parent = nullptr);

    /// Nothing hides it. Without `action` there is nothing to be done.
    void say(const QString &text, Token ink, Token ground, const QString &action = {});
    QString text() const;

signals:
    void actionChosen();

private:
    const Theme &m_theme;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace squall::ui
