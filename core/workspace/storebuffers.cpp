#include "core/workspace/statement.h"
#include "core/workspace/store.h"

#include <QDateTime>

// What is written in SQL tabs.
namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How many closed ones a connection keeps.
constexpr int mostClosed = 100;

// What is null would be SQL's NULL.
QString text(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

QByteArray bytes(const QByteArray &array)
{
    return array.isNull() ? QByteArray("") : array;
}

/// Later than every other one of the connection, whatever the clock says: they reopen in that order.
Result<QVariant> timeOfClosing(const QSqlDatabase &database, const QString &connection)
{
    auto time =
        execute(database, u"select max(?, coalesce(max(closed) + 1, 0)) from buffer where connection = ?"_s,
                {QDateTime::currentMSecsSinceEpoch(), text(connection)});
    if (!time)
        return time.error();
    return time->next() ? time->value(0) : QVariant(QDateTime::currentMSecsSinceEpoch());
}

Result<Done> forgetOld(const QSqlDatabase &database, const Buffer &buffer)
{
    const auto forgotten =
        execute(database,
                u"delete from buffer where (id = ? and content = '') or (connection = ? and closed <="
                u" (select closed from buffer where connection = ? and closed is not null"
                u" order by closed desc limit 1 offset ?))"_s,
                {buffer.id, text(buffer.connection), text(buffer.connection), mostClosed});
    return forgotten ? Result<Done>(Done{}) : forgotten.error();
}

} // namespace

Result<Done> Store::readBuffers(Contents &contents)
{
    auto rows = execute(QSqlDatabase::database(m_connectionName),
                        u"select id, connection, title, content, caret, anchor, first_line, file, encoding,"
                        u" file_mark, parameters, closed is not null, owner, undo from buffer"
                        u" order by closed nulls first, rowid"_s);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        // Another window writes it.
        if (!isOurs(rows->value(12).toString()))
            continue;
        contents.buffers.push_back({.id = rows->value(0).toString(),
                                    .connection = rows->value(1).toString(),
                                    .title = rows->value(2).toString(),
                                    .text = rows->value(3).toString(),
                                    .caret = rows->value(4).toLongLong(),
                                    .anchor = rows->value(5).toLongLong(),
                                    .firstLine = rows->value(6).toLongLong(),
                                    .file = rows->value(7).toString(),
                                    .encoding = rows->value(8).toString(),
                                    .fileMark = rows->value(9).toByteArray(),
                                    .parameters = rows->value(10).toByteArray(),
                                    .undo = rows->value(13).toByteArray(),
                                    .closed = rows->value(11).toBool()});
    }
    return Done{};
}

Result<Done> Store::saveBuffer(const Buffer &buffer)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    return inTransaction(database, [&]() -> Result<Done> {
        Result<QVariant> closed = QVariant(QMetaType(QMetaType::LongLong));
        if (buffer.closed)
            closed = timeOfClosing(database, buffer.connection);
        if (!closed)
            return closed.error();
        const auto saved = execute(
            database,
            u"insert into buffer (id, connection, owner, title, content, caret, anchor, first_line, file,"
            u" encoding, file_mark, parameters, undo, closed)"
            u" values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            u" on conflict (id) do update set owner = excluded.owner, title = excluded.title,"
            u" content = excluded.content, caret = excluded.caret, anchor = excluded.anchor,"
            u" first_line = excluded.first_line, file = excluded.file, encoding = excluded.encoding,"
            u" file_mark = excluded.file_mark, parameters = excluded.parameters, undo = excluded.undo,"
            u" closed = excluded.closed"_s,
            {buffer.id, text(buffer.connection), m_owner, text(buffer.title), text(buffer.text), buffer.caret,
             buffer.anchor, buffer.firstLine, text(buffer.file), text(buffer.encoding),
             bytes(buffer.fileMark), bytes(buffer.parameters), bytes(buffer.undo), *closed});
        if (!saved)
            return saved.error();
        return buffer.closed ? forgetOld(database, buffer) : Result<Done>(Done{});
    });
}

} // namespace squall::workspace
