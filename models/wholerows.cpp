#include "models/wholerows.h"

#include "core/pg/connection.h"
#include "models/keystep.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::WholeRows)
};

constexpr int rowsPerPage = 1000;
/// Kept in memory, and again as text.
constexpr qsizetype mostBytes = 256 << 20;

Query::Parameter cellOf(const pg::RowBatch &batch, int row, int column)
{
    const auto value = batch.cell(row, column);
    return value ? Query::Parameter(value->toByteArray()) : std::nullopt;
}

WholeRow rowOf(const RowSource &source, const RowLayout &layout, const pg::RowBatch &batch, int row)
{
    WholeRow whole;
    for (int column = 0; column < static_cast<int>(source.columns.size()); ++column)
        whole.values.push_back(cellOf(batch, row, column));
    whole.identity = identityAt(batch, row, source, layout);
    return whole;
}

/// As many rows as the piece's limit says, or all there are, in the order of travel.
Result<std::vector<WholeRow>> readPiece(pg::Connection &connection, const WholeRowsRequest &request,
                                        PageRequest piece, qsizetype &bytes,
                                        const std::shared_ptr<std::atomic<qint64>> &progress)
{
    const auto layout = rowLayout(request.source, request.order);
    std::vector<WholeRow> rows;
    auto left = piece.limit;
    while (left > 0) {
        piece.limit = request.inPages ? std::min(left, rowsPerPage) : left;
        const auto page = readPage(connection, request.source, request.order, piece);
        if (!page)
            return page.error();
        for (const auto &batch : page->batches) {
            bytes += batch.bytes();
            for (int row = 0; row < batch.rowCount() && left > 0; ++row, --left) {
                rows.push_back(rowOf(request.source, layout, batch, row));
                piece.from = placeAt(batch, row, request.source, layout).position;
            }
        }
        piece.inclusive = false;
        progress->store(progress->load() + page->rowCount());
        if (bytes > mostBytes)
            return Error{.code = Error::Code::Unsupported,
                         .message = Text::tr("These values are larger than 256 MB together. Select fewer.")};
        if (page->reachedEnd || !request.inPages)
            break;
    }
    return rows;
}

} // namespace

Result<std::vector<WholeRow>> readWholeRows(pg::Connection &connection, const WholeRowsRequest &request,
                                            const std::shared_ptr<std::atomic<qint64>> &progress)
{
    std::vector<WholeRow> rows;
    qsizetype bytes = 0;
    auto pieces = request.pieces;
    if (request.mark) {
        const auto position =
            positionOfRow(connection, request.source, request.order, *request.mark, request.first);
        if (!position)
            return position.error();
        if (position->empty()) // Rows have gone since the map was made.
            return rows;
        pieces.front().from = *position;
    }
    if (request.from) {
        const auto position = wholePosition(connection, request.source, request.order, *request.from);
        if (!position)
            return position.error();
        for (auto &piece : pieces)
            piece.from = *position;
    }
    for (const auto &piece : pieces) {
        auto read = readPiece(connection, request, piece, bytes, progress);
        if (!read)
            return read.error();
        if (piece.travel == Travel::Backward)
            std::reverse(read->begin(), read->end());
        std::move(read->begin(), read->end(), std::back_inserter(rows));
    }
    return rows;
}

} // namespace squall::models
