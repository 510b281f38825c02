#pragma once

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QToolButton;

namespace squall::models {
class ExplainRunner;
}

namespace squall::ui {

class Theme;

/// Above a plan: what it took, in which form it is shown, which one of those kept, and with which it is
/// compared.
class PlanBar : public QWidget
{
    Q_OBJECT

public:
    enum Form { Tree, Text, Json };

    PlanBar(const Theme &theme, models::ExplainRunner &runner, QWidget *parent = nullptr);

    /// Which of the kept plans; 0 is the newest.
    int plan() const;
    /// -1: with none.
    int earlier() const;
    /// Another statement's plans, or one more.
    void showPlans(const QString &summary);

signals:
    void formChosen(int form);
    void plansChosen();
    void againRequested(bool analyze);
    void cancelRequested();

private:
    void showState();
    QToolButton *button(const QString &name, const QString &text);

    const Theme &m_theme;
    models::ExplainRunner &m_runner;
    QLabel *m_summary;
    QButtonGroup *m_forms;
    QComboBox *m_plan;
    QComboBox *m_earlier;
    QToolButton *m_again;
    QToolButton *m_analyze;
    QToolButton *m_cancel;
};

} // namespace squall::ui
