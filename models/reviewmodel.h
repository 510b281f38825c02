#pragma once

#include "core/base/error.h"
#include "models/commit.h"
#include "models/latest.h"
#include "models/reviewentry.h"

#include <QAbstractListModel>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace squall::pg {
class Interrupt;
}

namespace squall::models {

class MergeModel;
class OpenDatabase;
struct RowConflict;

/// What is staged in a database, as a list to read before it is sent, with the statements that will be sent;
/// and the sending. Follows what is staged. Rows with a value that cannot be stay out of it, and say why.
class ReviewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HeaderRole = Qt::UserRole + 301, ///< bool: names a relation, for the rows that follow
        SummaryRole,                     ///< QString: what happens; of a header: how many rows
        NoteRole,                        ///< QString: what there is to say about it
        FaultyRole,                      ///< bool: the note says why it cannot be
    };
    enum class State {
        Preparing,
        Ready,
        Applying,
        Uncertain, ///< the answer to COMMIT was lost; the server is asked what became of it
    };

    explicit ReviewModel(OpenDatabase &database, QObject *parent = nullptr);
    ~ReviewModel() override;

    State state() const { return m_state; }
    /// Why it cannot be applied, or was not.
    const std::optional<Error> &error() const { return m_error; }
    /// Rows that would be written; those with a fault are not counted.
    qsizetype changeCount() const { return static_cast<qsizetype>(m_prepared.statements); }
    /// `2 changed, 1 new, 1 removed in 2 tables`.
    QString summary() const;
    bool canApply() const;
    /// Production, and writing is not unlocked.
    bool isLocked() const;

    /// All statements in their order, each with its parameters below it.
    const QString &sql() const { return m_prepared.sql; }
    /// Where a row's statement stands in `sql()`: start and length; nothing when it is not sent.
    std::optional<std::pair<int, int>> sqlRange(int row) const;
    /// The entry of a row of this model; nullptr for headers.
    const ReviewEntry *entry(int row) const;
    /// The row of this model that something went wrong with; -1 when nothing did.
    int faultyRow() const;

    void apply();
    void cancel();
    /// Takes back what is staged for this row.
    void revert(int row);

    /// The row that somebody else changed; holds something while `isMerging`.
    MergeModel &merge() { return *m_merge; }
    bool isMerging() const { return m_merging.has_value(); }
    bool isMergeGone() const;
    QString mergeTitle() const;
    /// From now on the staged change starts from what is in the database now.
    void acceptMerge();
    void dropMerge();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged();
    /// Other statements, or other rows.
    void statementsChanged();
    void mergeChanged();
    /// Everything that could be sent is in the database now; `what` says so to a person.
    void applied(const QString &what);

private:
    /// What stops the commit that runs, once a session has taken it up.
    using Stop = std::atomic<std::shared_ptr<pg::Interrupt>>;
    struct Line
    {
        ObjectId relation;
        int entry = -1; ///< -1: a header
    };
    struct Prepared
    {
        std::vector<ReviewEntry> entries = {};
        std::vector<QString> faults = {}; ///< by entry; empty when it may go
        std::vector<int> statementOf = {};
        std::vector<std::pair<int, int>> ranges = {}; ///< in the text, by statement
        std::optional<Batch> batch = {};
        std::optional<Error> error = {};
        QString sql = {};
        size_t statements = 0;
    };
    struct Merging
    {
        ObjectId relation;
        edit::RowIdentity row;
        bool gone = false;
        edit::RowValues theirs = {};
    };

    static Prepared prepare(const std::vector<edit::StagedEdits> &edits,
                            const catalog::SnapshotPtr &snapshot);
    void prepareSoon();
    void prepareNow();
    void take(Prepared prepared);
    void finish(const Result<CommitReport> &report);
    void succeed(const CommitReport &report);
    void refuse(const std::vector<CommitFault> &faults);
    void readConflict(const CommitFault &fault);
    CommitOptions options() const;
    void setState(State state);
    int rowOf(const ObjectId &relation, const edit::RowIdentity &row, qint64 newRow) const;
    QVariant headerLine(const Line &line, int role) const;
    QString note(int entry) const;

    OpenDatabase &m_database;
    std::unique_ptr<MergeModel> m_merge;
    QTimer m_preparingSoon;
    State m_state = State::Preparing;
    Prepared m_prepared;
    std::vector<Line> m_lines;
    std::optional<Error> m_error;
    /// What the server said of rows, by entry.
    QMap<int, QString> m_refusals;
    QMap<int, QString> m_notes;
    std::optional<Merging> m_merging;
    std::shared_ptr<Stop> m_stop;
    Latest<Prepared> m_preparing;
    Latest<Result<CommitReport>> m_committing;
    Latest<Result<RowConflict>> m_reading;
};

} // namespace squall::models
