#include "models/wholerow.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "models/rowquery.h"

#include <QCoreApplication>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::WholeRow)
};

/// The one row with that identity, of these columns only.
Result<pg::RowBatch> readColumns(pg::Connection &connection, const RowSource &source,
                                 const edit::RowIdentity &identity, const QStringList &columns)
{
    if (!identity.isValid())
        return Error{.code = Error::Code::Usage, .message = Text::tr("Nothing tells this row from others.")};
    QStringList shown;
    for (const auto &name : columns)
        shown << u"t."_s + quote(name);
    Query query;
    QStringList conditions;
    for (const auto &[name, value] : identity.parts) {
        query.parameters.emplace_back(value);
        conditions << u"t."_s + quote(name) + u" = $"_s + QString::number(query.parameters.size()) + u"::"_s +
                          keyType(source, name);
    }
    query.text = u"select "_s + shown.join(u", ") + u" from "_s + quote(source.id.schema, source.id.name) +
                 u" as t where "_s + conditions.join(u" and ");
    const bool inside = connection.transactionStatus() == pg::TransactionStatus::InTransaction;
    auto reply = inside ? connection.fetch(query) : connection.fetchReadOnly(query);
    if (reply && reply->rowCount() == 0)
        return Error{.code = Error::Code::NotFound, .message = Text::tr("The row is not there any more.")};
    if (reply && reply->rowCount() > 1)
        return Error{.code = Error::Code::Conflict, .message = Text::tr("More than one row is called this.")};
    return reply;
}

Query::Parameter valueOf(const pg::RowBatch &reply, int column)
{
    const auto value = reply.cell(0, column);
    return value ? Query::Parameter(value->toByteArray()) : std::nullopt;
}

} // namespace

Result<edit::RowValues> readWholeRow(pg::Connection &connection, const RowSource &source,
                                     const edit::RowIdentity &identity)
{
    QStringList columns;
    for (const auto *each : {&source.columns, &source.hidden}) {
        for (const auto &column : *each)
            columns << column.name;
    }
    const auto reply = readColumns(connection, source, identity, columns);
    if (!reply)
        return reply.error();
    edit::RowValues values;
    for (int column = 0; column < reply->columnCount(); ++column)
        values.insert(columns[column], valueOf(*reply, column));
    return values;
}

Result<Query::Parameter> readWholeValue(pg::Connection &connection, const RowSource &source,
                                        const edit::RowIdentity &identity, const QString &column)
{
    const auto reply = readColumns(connection, source, identity, {column});
    if (!reply)
        return reply.error();
    return valueOf(*reply, 0);
}

} // namespace squall::models
