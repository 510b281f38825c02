#pragma once

#include "models/query/resultmodel.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace squall::models {

/// A result as it is kept over the end of the program: its first rows as the server sent them, and what there
/// is to know of them.
struct ResultRecord
{
    /// More is not kept of one.
    static constexpr qint64 mostRows = 10'000;
    static constexpr qint64 mostBytes = qint64(1) << 20;
    /// Of a longer statement the rows are not kept: it could not be said what they are of.
    static constexpr qsizetype longestStatement = 100'000;

    ResultModel::Origin origin = {};
    std::vector<pg::Field> fields = {};
    std::vector<QString> types = {}; ///< names, as SQL writes them
    ResultRows rows = {};
    qint64 rowsRead = 0; ///< of which `rows` are the first
    bool ended = false;  ///< not all was read
    QString because = {};
    std::chrono::microseconds firstRow{0};
    std::chrono::microseconds duration{0};
    bool pinned = false; ///< over the next run

    /// For the thread of the model; what takes time is in toBytes().
    static ResultRecord of(const ResultModel &result, bool pinned);
    /// Nothing when it is not to be kept: its first row is too large by itself.
    QByteArray toBytes() const;
    /// Nothing for what `toBytes` cannot have written.
    static std::optional<ResultRecord> fromBytes(const QByteArray &bytes);
    /// As it was read at that time, and no more than was kept.
    std::unique_ptr<ResultModel> model(const catalog::Snapshot &snapshot) const;
};

} // namespace squall::models
