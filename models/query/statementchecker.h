#pragma once

#include "models/latest.h"
#include "models/query/statementcheck.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>

namespace squall::models {

class Workbench;

/// Finds mistakes in a script while it is written: each time the typing pauses, syntax and lint at once, then
/// what the server says of the statements near the caret, on any session of the pool. What was found of a
/// statement is kept until its text or the schema changes.
class StatementChecker : public QObject
{
    Q_OBJECT

public:
    /// How long nothing is typed before it looks.
    static constexpr std::chrono::milliseconds pause{300};

    /// Without a workbench, or while it is not open, only what needs no server.
    explicit StatementChecker(Workbench *workbench, QObject *parent = nullptr);
    ~StatementChecker() override;

    /// What names mean; null: they are not judged here.
    void setCatalog(std::shared_ptr<const sql::CompletionCatalog> catalog);
    /// The text is another one. What was found moves along with what follows the change, until it is looked
    /// at again.
    void setText(const QString &text, qsizetype caret);
    void setCaret(qsizetype caret);
    /// The editor's own session has what others have not (an open transaction, temporary tables, a search
    /// path): that something does not exist is not said then.
    void setSessionDiffers(bool differs);
    /// Whether the server is asked at all.
    void setAsking(bool asking);
    /// Looks now.
    void checkNow();

    const sql::Marks &marks() const { return m_marks; }
    bool isChecking() const;

signals:
    void marksChanged();

private:
    struct Checked
    {
        CheckedScript script;
        CheckMemory memory;
    };
    struct Judgement
    {
        size_t index = 0;
        Result<std::optional<sql::Marks>> marks;
    };

    void take(const Checked &checked);
    void askNext();
    void judge(const Judgement &judgement);
    void forgetServer();
    void show();

    Workbench *m_workbench;
    std::shared_ptr<const sql::CompletionCatalog> m_catalog;
    QString m_text;
    qsizetype m_caret = 0;
    bool m_differs = false;
    bool m_asking = true;
    bool m_stale = false; ///< the text has changed since it was looked at
    CheckedScript m_script;
    CheckMemory m_memory;
    std::deque<size_t> m_toAsk;
    sql::Marks m_marks;
    QTimer m_pause;
    Latest<Checked> m_checking;
    Latest<Result<Judgement>> m_judging;
};

} // namespace squall::models
