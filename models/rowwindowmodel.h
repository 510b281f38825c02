#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/edit/stagededits.h"
#include "models/latest.h"
#include "models/rowjump.h"
#include "models/rowwindow.h"
#include "models/windowmodel.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// The rows of one table or view: a bounded window of pages around what is looked at, read in keyset order.
/// Row numbers are exact as long as rows were read from the start or the end on; after a jump they are
/// estimates, and are put right (`renumbered`) when the start comes into sight.
class RowWindowModel : public WindowModel
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Ready, Failed };

    /// Rows per page, and what a relation without order shows.
    static constexpr int pageRows = 300;
    static constexpr int boundedRows = 1000;

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
    /// Reads again what is looked at; numbers and estimates start over.
    void reload();

    State state() const { return m_state; }
    /// Why the last read failed; rows that were there stay.
    const std::optional<Error> &error() const { return m_error; }
    bool isReading() const { return m_reading.isRunning(); }
    /// The row that the last read was for.
    qint64 readingRow() const { return m_goalRow; }
    /// Only the first rows are here, of a relation that cannot be paged; there may be more.
    bool isTruncated() const { return m_truncated; }
    bool isEstimateKnown() const { return m_estimate >= 0 || m_atEnd; }
    /// The planner's own count of a truncated relation, or -1.
    qint64 plannedRows() const { return m_estimate; }

    /// Which row of the relation the loaded row `row` is, counted from `firstRow()`; invalid when there is
    /// nothing that tells rows apart.
    edit::RowIdentity identityOf(int row) const;
    /// Its values as the server sent them; those that came cut are missing.
    edit::RowValues valuesOf(int row) const;

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

private:
    struct Reading
    {
        RowSurroundings rows;
        RowSpread spread;
        QString timeZone;
    };
    enum class Goal { Start, End, Forward, Backward, Jump, Again };

    void startOver();
    void advance();
    void read(Goal goal, qint64 row);
    using Source = std::shared_ptr<const RowSource>;
    void receive(Goal goal, qint64 row, const Source &source, const Result<Reading> &reading);
    void replaceRows(const RowSurroundings &rows, qint64 first, const Source &source);
    void rearrange(const Source &source);
    void readAgain();
    void addAfter(const RowPage &page);
    void addBefore(const RowPage &page);
    void trimFront();
    void trimBack();
    void settle();
    void estimate();
    void setState(State state);
    bool isFull() const;
    bool canJump() const { return m_source->identity != RowSource::Identity::None; }
    int limit() const { return canJump() ? pageRows : boundedRows; }
    qint64 loadedEnd() const { return m_first + m_window.rowCount(); }
    RowPosition positionOf(qint64 row) const;

    pg::SessionPool &m_sessions;
    Source m_source = std::make_shared<RowSource>();
    Source m_fetched = m_source; ///< what the window's rows were read with
    Source m_next = m_source;    ///< what the next ones in their place are read with
    std::vector<int> m_places;   ///< by column: where `m_fetched` has it
    std::shared_ptr<const RowOrder> m_order = std::make_shared<RowOrder>();
    std::optional<Query> m_condition;
    int m_deleted = -1; ///< the column that marks rows as deleted
    std::vector<SortKey> m_sort;
    RowSpread m_spread;
    QString m_timeZone; ///< of the session that read the rows

    RowWindow m_window;
    RowLayout m_layout;     ///< of the rows in the window
    bool m_inOrder = false; ///< the window's rows were read in the present order
    qint64 m_first = 0;
    qint64 m_total = 0;
    qint64 m_estimate = -1;
    bool m_atStart = false; ///< the window's first row is the relation's
    bool m_atEnd = false;
    bool m_numbered = false; ///< row numbers are exact
    bool m_countExact = false;
    bool m_truncated = false;
    bool m_applying = false;

    State m_state = State::Empty;
    std::optional<Error> m_error;
    qint64 m_wantedFirst = 0;
    int m_wantedCount = 1;
    Goal m_goal = Goal::Start;
    qint64 m_goalRow = 0;
    QElapsedTimer m_readingSince;
    Latest<Result<Reading>> m_reading;
    Latest<Result<qint64>> m_estimating;
};

} // namespace squall::models
