#include "core/pg/connection.h"

#include <QCoreApplication>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Connection)
};

/// A reply that came in slices, as one.
RowBatch joined(const std::vector<RowBatch> &slices)
{
    if (slices.size() == 1)
        return slices.front();
    RowBatchBuilder whole(slices.empty() ? std::vector<Field>() : slices.front().fields());
    for (const auto &slice : slices) {
        for (int row = 0; row < slice.rowCount(); ++row) {
            for (int column = 0; column < slice.columnCount(); ++column) {
                if (const auto cell = slice.cell(row, column))
                    whole.addCell(*cell);
                else
                    whole.addNull();
            }
        }
    }
    return whole.take(slices.empty() ? QByteArray() : slices.back().commandTag(), true);
}

} // namespace

Result<RowBatch> Connection::fetchReadOnly(const Query &query, std::chrono::milliseconds atMost)
{
    if (transactionStatus() == TransactionStatus::InTransaction ||
        transactionStatus() == TransactionStatus::Failed)
        return Error{.code = Error::Code::Usage, .message = Text::tr("A transaction is already open.")};
    std::vector<Query> statements{{u"BEGIN READ ONLY"_s}};
    if (atMost.count() > 0)
        statements.push_back({u"SET LOCAL statement_timeout = "_s + QString::number(atMost.count())});
    const size_t ours = statements.size();
    statements.push_back(query);
    statements.push_back({u"COMMIT"_s});
    std::vector<RowBatch> slices;
    const auto done = pipeline(statements, [&](size_t number, const RowBatch &batch) -> Result<Done> {
        if (number == ours)
            slices.push_back(batch);
        return Done{};
    });
    if (!done)
        return done.error();
    return joined(slices);
}

} // namespace squall::pg
