#include "core/pg/connection.h"
#include "models/filtersql.h"
#include "models/rowquery.h"

#include <algorithm>

// What the server says about a filter.
namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int triedRows = 1000;

/// The server's error about one piece; one about a piece that never reached it is that piece's own.
std::optional<Error> ask(pg::Connection &connection, const RowSource &source, const FilterPiece &piece,
                         bool onRows)
{
    if (!piece.condition)
        return piece.condition.error();
    auto all = source;
    all.condition.reset();
    const auto from = fromRows(all).text;
    const auto before = onRows ? u"select ("_s : u"select 1"_s + from + u" where ("_s;
    const auto after = onRows ? u')' + from + u" limit "_s + QString::number(triedRows) : u") limit 0"_s;
    const auto reply =
        connection.fetchReadOnly({before + piece.condition->text + after, piece.condition->parameters});
    if (reply)
        return std::nullopt;
    auto error = reply.error();
    const auto position = error.position - static_cast<int>(before.toUcs4().size());
    const bool inText = piece.place.part == FilterPlace::Part::Where && error.position > 0 && position > 0;
    error.position = inText ? position : 0;
    return error;
}

} // namespace

std::optional<FilterFault> checkFilter(pg::Connection &connection, const RowFilter &filter,
                                       const RowSource &source)
{
    auto sql = filterSql(filter, source);
    if (sql.fault || sql.condition.text.isEmpty())
        return std::move(sql.fault);
    const auto whole = ask(connection, source, {{}, std::move(sql.condition)}, false);
    // Whether there is a server at all is for those to say who read the rows.
    if (!whole || whole->code != Error::Code::Server)
        return std::nullopt;
    for (const auto &piece : filterPieces(filter, source)) {
        if (const auto error = ask(connection, source, piece, false))
            return FilterFault{piece.place, *error};
    }
    return FilterFault{std::nullopt, *whole};
}

FilterFault blame(pg::Connection &connection, const RowFilter &filter, const RowSource &source,
                  const Error &error)
{
    const auto pieces = filterPieces(filter, source);
    if (pieces.size() == 1) {
        auto own = ask(connection, source, pieces.front(), true);
        return {pieces.front().place, own ? *own : error};
    }
    for (const auto &piece : pieces) {
        const auto found = ask(connection, source, piece, true);
        if (found && found->sqlState == error.sqlState)
            return {piece.place, *found};
    }
    return {std::nullopt, error};
}

} // namespace squall::models
