#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace squall::ui {

class Theme;

/// Says over a diagram that it is looked at in a particular way, and leads back.
class DiagramChip : public QFrame
{
    Q_OBJECT

public:
    /// `leave`: what its button does, in words.
    DiagramChip(const Theme &theme, const QString &name, const QString &leave, QWidget *parent);

    /// Hidden while there is nothing to say.
    void say(const QString &text);
    QString text() const;
    /// Between the words and the way back.
    void addControl(QWidget *control);

signals:
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    const Theme &m_theme;
    QHBoxLayout *m_layout;
    QLabel *m_label;
    QToolButton *m_leave;
};

} // namespace squall::ui
