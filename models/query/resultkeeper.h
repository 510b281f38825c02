#pragma once

#include "core/workspace/contents.h"
#include "core/workspace/results.h"
#include "models/latest.h"
#include "models/query/resultrecord.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace squall::models {

/// Has the results of one text come back with it. They are written down once they have ended, one at a time,
/// so that what is typed meanwhile does not wait for all of them.
class ResultKeeper : public QObject
{
    Q_OBJECT

public:
    /// Of a text; the newest ones, when there are more.
    static constexpr size_t mostResults = 10;

    /// A result that shows, in the order of these.
    struct Shown
    {
        const ResultModel *result = nullptr;
        bool pinned = false;
    };
    using Allowed = std::function<bool()>;

    /// `allowed`: whether values may be written down here at all. When not, what was written down of the
    /// buffer's connection goes.
    ResultKeeper(std::optional<workspace::Results> store, const workspace::Buffer &buffer, Allowed allowed,
                 QObject *parent = nullptr);
    ~ResultKeeper() override;

    /// Reads what was kept; `restored` follows.
    void restore();
    /// These are the results now. Those that are still being read are for a later call.
    void keep(const std::vector<Shown> &results);
    /// Nothing is being read or written.
    bool isSettled() const;

    /// Hands over at once what is still to be written.
    void flush();

    /// One of `restored` has become a result that shows.
    void adopt(const ResultModel &result, const QString &id, bool pinned);

    struct Restored
    {
        QString id = {};
        ResultRecord record = {};
    };

signals:
    /// Once, and never after something else was kept. What could not be read is not among them.
    void restored(const std::vector<squall::models::ResultKeeper::Restored> &results);
    void settled();
    /// There is more to know of a result than when it was kept.
    void outdated();
    void failed(const squall::Error &error);

private:
    /// What is written down of a result.
    struct Known
    {
        QString id = {};
        QDateTime time = {};
        qint64 rows = 0;
        QStringList types = {}; ///< some are known only later
        ResultModel::State state = ResultModel::State::Reading;
        bool pinned = false;

        bool operator==(const Known &) const = default;
    };
    struct Write
    {
        QString id = {};
        ResultRecord record = {};
    };

    Known knownOf(const ResultModel &result, const QString &id, bool pinned) const;
    void remember(const ResultModel &result, const Known &known);
    void forget();
    void decode(const std::vector<workspace::KeptResult> &kept);
    void write();
    void follow(const QFuture<Result<Done>> &writing);
    QFuture<Result<Done>> add(Write write);

    std::optional<workspace::Results> m_store;
    QString m_buffer;
    QString m_connection;
    Allowed m_allowed;
    QHash<const ResultModel *, Known> m_known;
    std::deque<Write> m_waiting;
    /// As it is to be, once that is known, and as it is.
    std::optional<QStringList> m_order;
    std::optional<QStringList> m_orderThere;
    bool m_clearing = false;
    Latest<Result<std::vector<workspace::KeptResult>>> m_reading;
    Latest<std::vector<Restored>> m_decoding;
    Latest<Result<Done>> m_writing;
};

} // namespace squall::models
