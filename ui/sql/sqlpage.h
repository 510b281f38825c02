#pragma once

#include "core/base/objectid.h"
#include "models/query/queryrunner.h"
#include "models/query/sqldocument.h"
#include "ui/sql/sqlcommands.h"

#include <QWidget>

class QSplitter;

namespace squall::models {
class OpenDatabase;
class Studio;
} // namespace squall::models

namespace squall::ui {

class FindBar;
class HeldStrip;
class LineBar;
class NoticeStrip;
class ParameterStrip;
class ResultsPane;
class SqlBar;
class SqlCompletion;
class SqlEditor;
class SqlFormatting;
class SqlHover;
class SqlInsight;
class SqlResults;
class SqlRunning;
class Theme;

/// A tab in which SQL is written and run: the text above, what came of it below.
class SqlPage : public QWidget
{
    Q_OBJECT

public:
    /// `buffer`: the id of the text, which is there.
    SqlPage(const Theme &theme, models::Studio &studio, const QString &buffer, QWidget *parent = nullptr);
    ~SqlPage() override;

    SqlEditor &editor() { return *m_editor; }
    models::SqlDocument &document() { return *m_document; }
    models::QueryRunner &runner() { return *m_runner; }
    ResultsPane &results() { return *m_results; }
    SqlCompletion &completion() { return *m_completion; }
    SqlResults &kept() { return *m_kept; }

    void run(SqlCommand command);
    /// Why it cannot be done now, as one sentence; empty when it can.
    QString unavailable(SqlCommand command) const;
    /// Where the caret is, for the status bar.
    QString summary() const;

signals:
    void titleChanged(const QString &title);
    void summaryChanged();
    void notice(const QString &text);
    void reviewRequested();
    void openRequested(const squall::ObjectId &id);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectEditor();
    void connectRunner();
    void connectHeld();
    void connectResults();
    void connectDocument();
    void follow(models::OpenDatabase &database);
    void restoreText();
    void takeKey(QKeyEvent *event);
    bool runEditing(SqlCommand command);
    void showFileState();
    void showResults();
    void chooseFile();
    void rename();
    void switchPane();
    void popUpMenu(const QPoint &position);
    void useFormat();

    const Theme &m_theme;
    models::Studio &m_studio;
    models::SqlDocument *m_document;
    models::QueryRunner *m_runner;
    SqlBar *m_bar;
    NoticeStrip *m_fileStrip;
    QSplitter *m_splitter;
    QWidget *m_above;
    SqlEditor *m_editor;
    FindBar *m_find;
    LineBar *m_line;
    ParameterStrip *m_parameters;
    HeldStrip *m_held;
    ResultsPane *m_results;
    SqlCompletion *m_completion;
    SqlHover *m_hover;
    SqlFormatting *m_formatting;
    SqlRunning *m_running;
    SqlInsight *m_insight = nullptr; ///< of the text that was restored
    SqlResults *m_kept = nullptr;    ///< likewise
    bool m_writing = false;          ///< somebody went on writing since the last run began
};

} // namespace squall::ui
