#pragma once

#include "core/sql/span.h"
#include "models/query/queryrunner.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace squall::models {
class StagedChanges;
}

namespace squall::ui {

class ErrorPanel;
class MessagesView;
class ResultView;
class TabBar;
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
    /// Of all tabs, the messages included.
    int count() const;
    void select(int index);
    void showMessages();
    /// Goes round at both ends.
    void step(int tabs);
    /// Keeps the current result over the next run, or no longer.
    void togglePinned();
    void closeCurrent();

    // Of what statements returned, in the order of the tabs.
    std::vector<ResultView *> results() const;
    bool isPinned(const ResultView *result) const;
    /// One of an earlier run, which gives way like those of the run before. Takes it over.
    void restore(models::ResultModel *result, bool pinned);

    /// Another kind of page, such as a plan, as a tab of the latest run. Takes it over.
    void addPage(QWidget *page, const QString &title, const QString &note);
    /// One that was added and is still there.
    void show(QWidget *page);
    void closePage(QWidget *page);
    using QWidget::show;
    /// Of the current result, as a page of its own.
    void drawChart();

signals:
    /// Go to this place in the text.
    void goToRequested(const squall::sql::Span &place);
    /// F6 or Esc: back to the text.
    void leaveRequested();
    /// Something that was done and deserves a word.
    void notice(const QString &text);
    void currentChanged();
    /// What is staged is to be seen and applied.
    void reviewRequested();
    /// A tab has gone, or is elsewhere, or is kept over the next run.
    void arranged();
    /// The statement of the current result is to be run.
    void runAgainRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Page
    {
        QWidget *widget = nullptr;
        int run = 0;
    };

    void build();
    void connectRunner();
    void begin();
    void addResult(models::ResultModel *result);
    void fail(const models::QueryFailure &failure);
    void finish(const models::QueryOutcome &outcome);
    void dropOld();
    void insert(QWidget *page, const QString &title, const QString &note);
    void close(int index);
    void move(int from, int to);
    QString distinct(const QString &title) const;
    void updateNote(const ResultView *view);
    void updateSummary();
    void updateReview();
    void review();
    void fillMenu(QMenu *menu);
    bool showsKept() const;
    bool takesKey(int key, Qt::KeyboardModifiers modifiers) const;
    void tint();

    const Theme &m_theme;
    models::QueryRunner &m_runner;
    models::StagedChanges &m_changes;
    TabBar *m_bar;
    QLabel *m_summary;
    QToolButton *m_chart;
    QPushButton *m_review;
    QStackedWidget *m_stack;
    QWidget *m_messagesPage;
    ErrorPanel *m_error;
    MessagesView *m_messages;
    std::vector<Page> m_pages; ///< as the tabs stand
    int m_run = 0;
    bool m_hasOld = false; ///< of the run before the latest
    QString m_outcome;
    QTimer m_ticking;
    QElapsedTimer m_clock;
};

} // namespace squall::ui
