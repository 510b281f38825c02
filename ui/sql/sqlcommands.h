#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

class QKeyEvent;

namespace squall::ui {

/// What can be done in an SQL tab.
enum class SqlCommand {
    Run,
    RunAll,
    Explain,
    ExplainAnalyze,
    Preview,
    RunHeld,
    Cancel,
    Commit,
    Rollback,
    TransactionMode,
    Complete,
    FollowName,
    Format,
    Comment,
    Find,
    Replace,
    FindNext,
    FindPrevious,
    GoToLine,
    SelectNext,
    SelectAllAlike,
    DuplicateLines,
    FoldAll,
    UnfoldAll,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    SwitchPane,
    Save,
    SaveAs,
    Reload,
    Rename,
};

/// A command as people see it, wherever they meet it.
struct SqlCommandText
{
    SqlCommand command;
    QString id; ///< stays: `sql.run`
    QString text;
    QList<QKeySequence> keys; ///< the first is the one shown
};

const std::vector<SqlCommandText> &sqlCommandTexts();

/// The one that a key means in an SQL tab.
std::optional<SqlCommand> sqlCommandFor(const QKeyEvent &event);

} // namespace squall::ui
