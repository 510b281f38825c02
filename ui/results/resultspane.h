#pragma once

#include "core/sql/span.h"

#include <QWidget>

#include <vector>

class QLabel;
class QStackedWidget;

namespace squall::models {
class QueryRunner;
class ResultModel;
struct QueryFailure;
struct QueryMessage;
struct QueryOutcome;
} // namespace squall::models

namespace squall::ui {

class MessagesView;
class ResultTabs;
class ResultView;
class Theme;

/// What came of running something: a tab for each statement that returned rows, the messages, and why it
/// failed. The results of the run before give way to those of the next, except those that are pinned.
class ResultsPane : public QWidget
{
    Q_OBJECT

public:
    ResultsPane(const Theme &theme, models::QueryRunner &runner, QWidget *parent = nullptr);
    ~ResultsPane() override;

    /// nullptr while messages are in front, or another page.
    ResultView *currentResult() const;
    int count() const;
    void select(int index);
    /// Goes round at both ends.
    void step(int tabs);
    /// Keeps the current result over the next run, or no longer.
    void togglePinned();
    void closeCurrent();
    /// Another kind of page, such as a plan, as a tab of the latest run. Takes it over.
    void addPage(QWidget *page, const QString &title, const QString &kind);

signals:
    /// Go to this place in the text.
    void goToRequested(const squall::sql::Span &place);
    /// F6 or Esc: back to the text.
    void leaveRequested();
    /// Something that was done and deserves a word.
    void notice(const QString &text);
    void currentChanged();
};

} // namespace squall::ui
