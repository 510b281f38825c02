#include "core/pg/reply.h"

#include "core/pg/decodetext.h"

namespace squall::pg {

std::vector<Field> describe(const PGresult *result)
{
    std::vector<Field> fields;
    for (int column = 0; column < PQnfields(result); ++column) {
        fields.push_back({.name = decodeText(PQfname(result, column)),
                          .type = PQftype(result, column),
                          .typeModifier = PQfmod(result, column),
                          .table = PQftable(result, column),
                          .tableColumn = PQftablecol(result, column)});
    }
    return fields;
}

void appendRows(RowBatchBuilder &batch, const PGresult *result, int first, int end)
{
    const int columns = PQnfields(result);
    for (int row = first; row < end; ++row) {
        for (int column = 0; column < columns; ++column) {
            // NULL has no length either: what has one needs no second question.
            const int length = PQgetlength(result, row, column);
            if (length == 0 && PQgetisnull(result, row, column))
                batch.addNull();
            else
                batch.addCell({PQgetvalue(result, row, column), length});
        }
    }
}

QByteArray commandTag(const PGresult *result)
{
    // libpq only reads through this pointer.
    return PQcmdStatus(const_cast<PGresult *>(result)); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

} // namespace squall::pg
