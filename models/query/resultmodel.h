#pragma once

#include "core/base/error.h"
#include "core/pg/rowbatch.h"
#include "core/sql/span.h"
#include "models/cellrole.h"
#include "models/latest.h"
#include "models/query/resultorder.h"
#include "models/query/resultrewrite.h"
#include "models/query/typenames.h"
#include "models/windowmodel.h"

#include <QDateTime>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace squall::models {

/// The rows that one statement returned, as far as they are read: the server's text in the batches it came
/// in, and a number for each row where they are sorted or filtered.
class ResultModel : public WindowModel
{
    Q_OBJECT

public:
    enum class State {
        Reading,
        Paused, ///< as far as the runner reads ahead
        Done,   ///< all rows are here
        Ended,  ///< the rest was not read; see endedBecause()
    };

    /// What became of the transaction that the rows were read in.
    enum class Transaction {
        Ended, ///< what they show, others see too
        Open,
        RolledBack,
    };

    /// What the result is of.
    struct Origin
    {
        QString title = {};       ///< short: a comment before the statement, or the table it reads
        QString sql = {};         ///< as it was sent
        sql::Span statement = {}; ///< in the text that was run
        QDateTime time = {};
        bool asRecords = false; ///< `\x` or `\gx`: each row over several lines
        bool kept = false;      ///< read before the program was started: what was kept of it, not live
    };

    ResultModel(Origin origin, std::vector<pg::Field> fields, QObject *parent = nullptr);
    ~ResultModel() override;

    const Origin &origin() const { return m_origin; }
    State state() const { return m_state; }
    /// Of one that has ended early.
    const QString &endedBecause() const { return m_endedBecause; }
    /// A warning while it is paused and nobody reads on: when the stream will be ended; invalid without one.
    QDateTime endsAt() const { return m_endsAt; }

    Transaction transaction() const { return m_transaction; }

    qint64 rowsRead() const { return m_rows.count; }
    /// Bytes of the values.
    qint64 payload() const { return m_payload; }
    std::chrono::microseconds timeToFirstRow() const { return m_firstRow; }
    /// So far, or altogether.
    std::chrono::microseconds duration() const { return m_duration; }

    const std::vector<pg::Field> &fields() const { return m_fields; }
    /// The type of a column as SQL writes it.
    const QString &typeOf(int column) const { return m_types[static_cast<size_t>(column)]; }

    // Of the rows that are read.
    using Key = ResultKey;
    void setSort(const std::vector<Key> &sort);
    const std::vector<Key> &sort() const { return m_sort; }
    /// What a click on a column's header means: ascending, descending, as it was.
    void toggleSort(int column, bool add);
    /// Only rows with a value that contains this, whatever the case.
    void setFilter(const QString &filter);
    const QString &filter() const { return m_filter; }
    /// Sorting or filtering takes its time.
    bool isArranging() const { return m_arranging.isRunning(); }

    /// A value as the server sent it, whole; NULL is nothing.
    std::optional<QByteArrayView> cell(int row, int column) const
    {
        return cell(m_rows, m_order, row, column);
    }
    /// The number of a row that shows among those that are read, and back; -1 where it does not show.
    qint64 rowRead(int row) const { return m_order ? (*m_order)[static_cast<size_t>(row)] : row; }
    int rowShown(qint64 read) const;
    /// The same for other threads: the rows that show now, whatever becomes of the model.
    struct Cells
    {
        ResultRows rows;
        std::shared_ptr<const std::vector<quint32>> order;

        std::optional<QByteArrayView> cell(int row, int column) const
        {
            return ResultModel::cell(rows, order, row, column);
        }
    };
    Cells cells() const { return {m_rows, m_order}; }

    qint64 firstRow() const override { return 0; }
    qint64 rowCountEstimate() const override { return rowCount(); }
    bool isRowCountExact() const override { return m_state == State::Done || m_state == State::Ended; }
    void need(qint64, int) override {}

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // For whoever reads the statement's reply.
    /// Others take the place of its rows.
    void restart(const Origin &origin, std::vector<pg::Field> fields);
    void append(const std::vector<pg::RowBatch> &batches);
    void setTimes(std::chrono::microseconds firstRow, std::chrono::microseconds duration);
    void setState(State state, const QString &why = {});
    void setEndsAt(const QDateTime &time);
    void setTransaction(Transaction transaction);
    /// These rows were written since: they show what they hold now, where they are.
    void rewrite(const std::vector<WrittenRow> &rows);
    /// The names of types that are not every server's.
    void setTypes(const std::vector<TypeName> &types, const catalog::Snapshot &snapshot);

signals:
    void stateChanged();
    void transactionChanged();
    /// More rows, or times.
    void grown();
    void sortChanged();
    void filterChanged();
    void arranged();

private:
    using Order = std::shared_ptr<const std::vector<quint32>>;

    void arrange();
    void rewriteNext();
    void show(const Order &order, int rows);
    static std::optional<QByteArrayView> cell(const ResultRows &rows, const Order &order, int row,
                                              int column);
    void describe(std::vector<pg::Field> fields);

    Origin m_origin;
    std::vector<pg::Field> m_fields;
    std::vector<QString> m_types;
    std::vector<TypeKind> m_kinds;
    State m_state = State::Reading;
    QString m_endedBecause;
    QDateTime m_endsAt;
    Transaction m_transaction = Transaction::Ended;
    std::chrono::microseconds m_firstRow{0};
    std::chrono::microseconds m_duration{0};

    ResultRows m_rows;
    qint64 m_payload = 0;
    std::vector<WrittenRow> m_written; ///< that are not in the rows yet
    QSet<std::pair<qint64, int>> m_moved;
    Latest<RewrittenRows> m_rewriting;

    std::vector<Key> m_sort;
    QString m_filter;
    /// The rows that show, in their order, by number; nothing while all show as they came.
    Order m_order;
    int m_shown = 0;
    Latest<Order> m_arranging;
};

} // namespace squall::models
