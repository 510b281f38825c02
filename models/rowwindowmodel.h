#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/edit/stagededits.h"
#include "models/keymapper.h"
#include "models/latest.h"
#include "models/listedrows.h"
#include "models/movedcells.h"
#include "models/rowwindow.h"
#include "models/wholerows.h"
#include "models/windowmodel.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// The rows of one table or view: a bounded window of pages around what is looked at, read in keyset order.
/// Row numbers are exact as long as rows were read from the start or the end on, and wherever the map of keys
/// reaches that is made in the background; after a jump beyond it they are estimates, and are put right
/// (`renumbered`) when the map gets there or the start comes into sight. An order that no index serves shows
/// its first rows, then all of them by a list of their keys.
class RowWindowModel : public WindowModel
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Ready, Failed };

    /// Why only the first rows of a relation are here.
    enum class Bound {
        None,
        Unkeyed, ///< nothing tells its rows apart: more of them are read by reading all of these again
        Full,    ///< the same, and more of them are not kept
        Sorting, ///< no index serves the order: the others come once the server has sorted them all
        TooMany, ///< and they are too many for that
        Stopped, ///< and that was stopped
        Failed,  ///< and that did not work; see error()
    };

    /// Rows per page, and what a relation without order shows at first and at most.
    static constexpr int pageRows = 300;
    static constexpr int boundedRows = 1000;
    static constexpr int mostUnkeyedRows = 1'000'000;
    static constexpr qsizetype mostUnkeyedBytes = 256 << 20;

    explicit RowWindowModel(pg::SessionPool &sessions, QObject *parent = nullptr);
    ~RowWindowModel() override;

    /// Starts anew with the first rows; an equal source changes nothing. The same relation with its columns
    /// otherwise arranged keeps its rows and its place; columns that were hidden are read first.
    void setSource(const RowSource &source);
    const RowSource &source() const { return *m_source; }
    /// Only rows that meet a condition (see RowSource), or all again; whatever the source is from now on.
    void setCondition(const std::optional<Query> &condition);
    void setSort(const std::vector<SortKey> &sort);
    const std::vector<SortKey> &sort() const { return m_sort; }
    /// What a click on a column's header means: ascending, descending, as it was.
    void toggleSort(int column, bool add);
    /// Reads again what is looked at, keeping its place by key; estimates start over, and cells whose value
    /// is another one than before have MovedRole until the next time.
    void reload();
    /// The same, now or once somebody sees the rows again.
    void reloadWhenSeen();
    /// These cells were written here: their new values are no news.
    void wrote(const edit::RowIdentity &row, const QStringList &columns);

    State state() const { return m_state; }
    /// Why the last read failed; rows that were there stay.
    const std::optional<Error> &error() const { return m_error; }
    bool isReading() const { return m_reading.isRunning(); }
    /// Why only the first rows are here, if so.
    Bound bound() const { return m_bound; }
    bool isTruncated() const { return m_bound != Bound::None; }
    /// How many rows are read next where nothing tells them apart; 0 when that is no question.
    int unkeyedRowsNext() const;
    /// Reads so many, from the first on.
    void readUnkeyed();
    bool isReadingUnkeyed() const
    {
        return m_reading.isRunning() && m_inOrder && m_unkeyedRows > m_window.rowCount();
    }
    bool isEstimateKnown() const { return m_estimate >= 0 || m_atEnd; }
    /// The planner's own count of a truncated relation, or -1.
    qint64 plannedRows() const { return m_estimate; }
    /// When the row numbers were last found out, by going through the keys; invalid before.
    QDateTime numberedSince() const { return m_mapper.begun(); }

    /// Whether somebody sees the rows. Only then their keys are gone through in the background.
    void setShown(bool shown);
    /// Counts all rows, however long that takes.
    void count();
    bool isCounting() const { return m_counting.isRunning(); }
    /// Why the last count did not come to an end; the rows have nothing to do with it.
    const std::optional<Error> &countError() const { return m_countError; }
    /// Whether there is something to stop.
    bool canStop() const;
    /// Stops what takes its time because somebody asked for it: counting, sorting, a place far away. An order
    /// that has no rows yet goes back to the one before. False when there was nothing to stop.
    bool stop();

    /// Which row of the relation the loaded row `row` is, counted from `firstRow()`; invalid when there is
    /// nothing that tells rows apart.
    edit::RowIdentity identityOf(int row) const;
    /// Its values as the server sent them; those that came cut are missing.
    edit::RowValues valuesOf(int row) const;
    /// A value of that row read whole, also one of a hidden column; a missing one is NULL.
    QFuture<Result<Query::Parameter>> wholeValue(const edit::RowIdentity &row, const QString &column) const;
    /// How to read these rows whole; nothing when they lie where no row is known.
    std::optional<WholeRowsRequest> wholeRows(qint64 first, qint64 last, const QStringList &columns) const;
    /// A loaded row as far as it is loaded.
    WholeRow loadedRow(int row, const QStringList &columns) const;
    pg::SessionPool &sessions() const { return m_sessions; }

    qint64 firstRow() const override { return m_first; }
    qint64 rowCountEstimate() const override { return m_total; }
    bool isRowCountExact() const override { return m_countExact; }
    void need(qint64 first, int count) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged();
    void sortChanged();
    /// Everything is read again.
    void reloading();
    /// And that has ended, one way or the other.
    void reloaded();
    /// What was looked for was given up: `row` is where one was before.
    void returned(qint64 row);

private:
    using Goal = RowRequest::Goal;
    using Source = std::shared_ptr<const RowSource>;

    // What is read next, and what came.
    void startOver();
    void rearrange(const Source &source);
    void readAgain();
    void advance();
    void read(Goal goal, qint64 row);
    RowRequest request(Goal goal, qint64 row) const;
    RowRequest listedRequest(RowRequest request) const;
    void receive(Goal goal, qint64 row, const Source &source, const Result<RowReading> &reading);
    void fail(const Error &error);
    void place(Goal goal, qint64 row, const Source &source, const RowReading &reading);
    void estimate();
    void setState(State state);

    // The rows in the window.
    void replaceRows(const RowSurroundings &rows, qint64 first, const Source &source);
    void fillWindow(const RowSurroundings &rows, qint64 first, const Source &source);
    void addAfter(const RowPage &page);
    void addBefore(const RowPage &page);
    void trimFront();
    void trimBack();
    bool isFull() const;
    void settle();
    void renumber(qint64 delta);
    void setExactCount(qint64 rows);
    void compareRows(int first, int count);
    void look();
    QByteArray keyOf(int row) const;
    RowPlace placeOf(qint64 row) const;

    // What goes on in the background.
    void restartBackground();
    void updateBackground();
    void followMap();
    void findNumber();
    bool isWaitedFor() const;
    void stopReading();
    void forgetUnkeyed();
    void stopSorting();
    void collect();
    void takeList(const Result<CollectedKeys> &collected, qint64 anchor);
    void forgetMissing(const std::vector<qint64> &rows, qint64 place);

    bool canJump() const { return m_source->identity != RowSource::Identity::None; }
    bool canPage() const { return m_bound == Bound::None; }
    int limit() const { return canJump() ? pageRows : m_unkeyedRows; }
    qint64 loadedEnd() const { return m_first + m_window.rowCount(); }

    pg::SessionPool &m_sessions;
    Source m_source = std::make_shared<RowSource>();
    Source m_fetched = m_source; ///< what the window's rows were read with
    Source m_next = m_source;    ///< what the next ones in their place are read with
    std::vector<int> m_places;   ///< by column: where `m_fetched` has it
    std::shared_ptr<const RowOrder> m_order = std::make_shared<RowOrder>();
    std::optional<Query> m_condition;
    std::vector<SortKey> m_sort;
    // Of the rows in the window.
    std::vector<SortKey> m_shownSort;
    std::optional<Query> m_shownCondition;
    RowSpread m_spread;
    QString m_timeZone; ///< of the session that read the rows

    RowWindow m_window;
    RowLayout m_layout;     ///< of the rows in the window
    bool m_inOrder = false; ///< the window's rows were read in the present order
    qint64 m_first = 0;
    qint64 m_total = 0;
    qint64 m_estimate = -1;
    bool m_toEstimate = false;
    bool m_atStart = false; ///< the window's first row is the relation's
    bool m_atEnd = false;
    bool m_numbered = false; ///< row numbers are exact
    bool m_countExact = false;
    Bound m_bound = Bound::None;
    int m_unkeyedRows = boundedRows; ///< that are read at once of a relation without a key
    bool m_applying = false;
    bool m_reloading = false;
    MovedCells m_moved;
    // The rows that were last remembered for it.
    qint64 m_lookedFirst = 0;
    qint64 m_lookedEnd = 0;

    State m_state = State::Empty;
    std::optional<Error> m_error;
    qint64 m_wantedFirst = 0;
    int m_wantedCount = 1;
    qint64 m_goalRow = 0;
    qint64 m_seenFirst = 0;  ///< what was looked at last and loaded
    qint64 m_stoppedAt = -1; ///< nothing is read as long as this is looked at
    QElapsedTimer m_readingSince;
    Latest<Result<RowReading>> m_reading;
    Latest<Result<qint64>> m_estimating;
    Latest<Result<qint64>> m_counting;
    std::optional<Error> m_countError;

    bool m_shown = false;
    bool m_outdated = false; ///< to be read again once it is shown
    KeyMapper m_mapper;
    Latest<Result<qint64>> m_numbering;
    qint64 m_numberFrom = 0; ///< rows that the map must reach before it is worth asking again
    std::shared_ptr<KeyList> m_list;
    bool m_relist = false; ///< the list is older than the last refresh
    Latest<Result<CollectedKeys>> m_collecting;
};

} // namespace squall::models
