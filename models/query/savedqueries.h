#pragma once

#include "core/sql/snippet.h"
#include "core/workspace/contents.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace squall::models {

/// The statements that somebody keeps: those of one connection, and those for all. Where they are kept is
/// their owner's business: it loads them, and writes down what `edited` says.
class SavedQueries : public QObject
{
    Q_OBJECT

public:
    using Query = workspace::SavedQuery;

    using QObject::QObject;

    /// Starts over with what was saved on all connections.
    void load(std::vector<Query> all);
    /// Whose queries show; those of others are kept meanwhile.
    void setConnection(const QString &connection);
    /// The store has forgotten the connection, and its queries with it.
    void forget(const QString &connection);
    /// How many are this connection's own.
    qsizetype countOf(const QString &connection) const;

    /// By folder and name, those without a folder last.
    const std::vector<Query> &shown() const { return m_shown; }
    const Query *find(const QString &id) const;
    /// Those whose name, folder, abbreviation or text contain it, in whatever case.
    std::vector<Query> containing(const QString &text) const;
    QStringList folders() const;
    /// What completion offers of them.
    std::vector<sql::Snippet> snippets() const;

    /// Why it cannot be saved like this; empty when it can.
    QString refusal(const Query &query) const;
    /// Adds it, or replaces the one with its id; one without an id is new. Answers the id, or nothing when it
    /// is refused.
    QString save(Query query);
    void remove(const QStringList &ids);
    void move(const QStringList &ids, const QString &folder);
    /// With the folders in it.
    void renameFolder(const QString &folder, const QString &to);
    void removeFolder(const QString &folder);

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    void undo();
    void redo();
    /// What `undo` takes back, for people.
    QString undoText() const;

signals:
    void changed();
    /// Somebody did something: these are new or other ones, and those are gone.
    void edited(const std::vector<squall::workspace::SavedQuery> &saved, const QStringList &removed);

private:
    /// One query before and after; nothing where it does not exist.
    struct Change
    {
        std::optional<Query> before;
        std::optional<Query> after;
    };
    struct Step
    {
        QString text;
        std::vector<Change> changes;
    };

    bool shows(const Query &query) const;
    std::vector<Query> in(const QString &folder) const;
    void act(Step step);
    void carryOut(const Step &step, bool back);
    void arrange();

    QString m_connection;
    std::vector<Query> m_all;
    std::vector<Query> m_shown; ///< sorted
    std::vector<Step> m_steps;
    size_t m_done = 0; ///< of `m_steps`; what follows was taken back
};

/// A folder as it is kept: `a/b`, without blanks around its names or empty ones.
QString tidyFolder(const QString &typed);

} // namespace squall::models
