#pragma once

#include "core/base/error.h"
#include "models/query/explainrunner.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QSplitter;
class QStackedWidget;

namespace squall::models {
class PlanModel;
}

namespace squall::ui {

class FailurePanel;
class PlanBar;
class PlanSidePanel;
class PlanTree;
class Theme;

/// The plans of one editor's statements: drawn, as text and as JSON, with what would help beside them.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    PlanView(const Theme &theme, models::ExplainRunner &runner, QWidget *parent = nullptr);

signals:
    /// Something to say below, for example that a fix was copied.
    void notice(const QString &text);

private:
    void showPlans();
    void showState();
    void setForm(int form);
    void showStep(int node);

    const Theme &m_theme;
    models::ExplainRunner &m_runner;
    models::PlanModel *m_model;
    PlanBar *m_bar;
    QStackedWidget *m_pages;
    QSplitter *m_drawn;
    PlanTree *m_tree;
    PlanSidePanel *m_side;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_json;
    QLabel *m_empty;
    FailurePanel *m_failure;
    int m_form = 0;
    bool m_imagines = false;
};

} // namespace squall::ui
