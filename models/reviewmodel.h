#pragma once

#include "core/base/error.h"
#include "models/cascadewords.h"
#include "models/latest.h"
#include "models/preparedreview.h"

#include <QAbstractListModel>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

namespace squall::pg {
class Interrupt;
}

namespace squall::models {

class OpenDatabase;
class RowMerges;
class StagedCascades;

/// What is staged in a database, as a list to read before it is sent, with the statements that will be sent;
/// and the sending. Follows what is staged. Rows with a value that cannot be stay out of it, and say why.
class ReviewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HeaderRole =
            Qt::UserRole + 301, ///< bool: names a relation, or what happens to others, for what follows
        SummaryRole,            ///< QString: what happens; of a header: how many rows
        NoteRole,               ///< QString: what there is to say about it
        FaultyRole,             ///< bool: the note says why it cannot be
        EffectRole,             ///< bool: a table where rows go or change along with those above
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
    /// `2 changed, 1 new, 1 removed in 2 tables, and rows of session along with them`.
    QString summary() const;
    bool canApply() const;
    /// Rows reference what is to be deleted, and nothing is said to happen to them.
    bool willBeRefused() const;
    /// Production, and writing is not unlocked.
    bool isLocked() const;

    /// All statements in their order, each with its parameters below it.
    const QString &sql() const { return m_prepared.sql; }
    /// Where a row's statement stands in `sql()`: start and length; nothing when it is not sent.
    std::optional<std::pair<int, int>> sqlRange(int row) const;
    /// The entry of a row of this model; nullptr for headers and for what goes along.
    const ReviewEntry *entry(int row) const;
    /// The column that the server blames for a row, else the first one that is set; empty when none is.
    QString blamedColumn(int row) const;
    /// The row of this model that something went wrong with; -1 when nothing did.
    int faultyRow() const;

    void apply();
    bool canApplyRow() const;
    /// Only what is staged for this row. `rowEnded` always follows.
    void applyRow(const ObjectId &relation, const edit::RowIdentity &row, qint64 newRow);
    void cancel();
    /// Takes back what is staged for these rows; a header stands for all below it.
    void revert(const QList<int> &rows);
    bool canRevert(int row) const;
    void revertAll(const ObjectId &relation);
    /// Takes back the last step in the table of a row, or the last one that was made here.
    void undo(int row);

    /// Rows that somebody else changed.
    RowMerges &merges() { return *m_merges; }
    /// The row that somebody is at; -1 when that is none.
    void setCurrentRow(int row);

    /// Everything was tried on the server and rolled back: what came of it. Where others have their data,
    /// `apply` does this first; once more writes it.
    struct Trial
    {
        int rows = 0;
        int others = 0; ///< values that the server changed beside those that are set
    };
    const std::optional<Trial> &trial() const { return m_trial; }
    /// Whether the next `apply` only tries.
    bool triesFirst() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged();
    /// The server refused this row.
    void refused(int row);
    /// Other statements, or other rows.
    void statementsChanged();
    /// Everything that could be sent is in the database now; `what` says so to a person.
    void applied(const QString &what);
    /// A row that was sent alone was taken, or not; then `why` says why, unless it is marked as faulty.
    void rowEnded(const squall::ObjectId &relation, const QString &why);

private:
    /// What stops the commit that runs, once a session has taken it up.
    using Stop = std::atomic<std::shared_ptr<pg::Interrupt>>;
    struct Line
    {
        enum class Kind { Relation, Entry, Effects, Effect };

        Kind kind = Kind::Relation;
        ObjectId relation = {};
        int number = -1; ///< of the entry or effect
    };
    void prepareSoon();
    void prepareNow();
    void take(PreparedReview prepared);
    void send(const Batch &batch, bool tryOnly);
    void finishTrial(const Result<CommitReport> &report);
    bool isMoved(int entry) const;
    void sendRow(const PreparedReview &prepared);
    void endRow(const QString &why);
    void finish(const Result<CommitReport> &report);
    void succeed(const CommitReport &report);
    void refuse(const std::vector<CommitFault> &faults);
    CommitOptions options() const;
    void setState(State state);
    using RowName = std::tuple<ObjectId, edit::RowIdentity, qint64>;
    std::map<RowName, int> rowsByName() const;
    int entryOf(int row) const;
    void showEffects();
    void addEffectLines();
    QVariant headerLine(const Line &line, int role) const;
    QVariant entryLine(int entry, int role) const;
    QVariant effectsLine(int role) const;
    QVariant effectLine(const CascadeLine &effect, int role) const;
    QString note(int entry) const;

    OpenDatabase &m_database;
    StagedCascades &m_cascades;
    RowMerges *m_merges;
    QTimer m_preparingSoon;
    State m_state = State::Preparing;
    PreparedReview m_prepared;
    std::vector<Line> m_lines;
    std::vector<CascadeLine> m_effects; ///< on other tables
    std::optional<Error> m_error;
    /// What the server said of rows, by entry.
    QMap<int, QString> m_refusals;
    QMap<int, QString> m_blamed; ///< columns
    std::optional<Trial> m_trial;
    ObjectId m_revertedIn; ///< where the last step was made here
    std::shared_ptr<Stop> m_stop;
    Latest<PreparedReview> m_preparing;
    Latest<PreparedReview> m_preparingRow;
    bool m_stale = false;            ///< something else was staged while something was sent
    std::optional<ObjectId> m_alone; ///< of the row that is sent by itself
    Latest<Result<CommitReport>> m_committing;
};

} // namespace squall::models
