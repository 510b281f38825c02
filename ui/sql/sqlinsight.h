#pragma once

#include "models/query/queryscript.h"

#include <QObject>
#include <QPointer>

namespace squall::models {
class ExplainRunner;
class OpenDatabase;
class QueryRunner;
class StatementChecker;
class WritePreview;
struct HeldWrite;
struct WriteEffect;
} // namespace squall::models

namespace squall::ui {

class PlanView;
class ResultView;
class ResultsPane;
class SqlEditor;
class Theme;

/// What can be known of an SQL tab's text without running it: its mistakes while it is written, the plan of a
/// statement, and what one would change.
class SqlInsight : public QObject
{
    Q_OBJECT

public:
    SqlInsight(const Theme &theme, models::OpenDatabase &database, models::QueryRunner &runner,
               SqlEditor &editor, ResultsPane &results);

    /// Of the one statement in `script`. `analyze`: it is executed, and what it changes is rolled back.
    void explain(const models::QueryScript &script, bool analyze);
    /// The same of what it would change.
    void preview(const models::QueryScript &script);
    /// The rows that a held write would touch, until that is settled.
    void showHeld(const models::HeldWrite &write);
    void hideHeld();

signals:
    /// There is something new among the results.
    void shown();
    void notice(const QString &text);

private:
    void check();
    void showPlan();
    void showEffect(const models::WriteEffect &effect);
    ResultView *addSample(const models::WriteEffect &effect, const QString &sql);

    const Theme &m_theme;
    models::OpenDatabase &m_database;
    models::QueryRunner &m_runner;
    SqlEditor &m_editor;
    ResultsPane &m_results;
    models::StatementChecker *m_checker;
    models::ExplainRunner *m_plans;
    models::WritePreview *m_preview;
    QPointer<PlanView> m_view;
    QPointer<ResultView> m_held;
    QString m_previewed; ///< the statement that is being looked at
};

} // namespace squall::ui
