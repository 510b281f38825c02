#include "models/query/resultrecord.h"

#include "models/query/withoutpasswords.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <memory>

namespace squall::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ResultRecord)
};

constexpr quint32 mark = 0x53515231; ///< the first four bytes of what was packed
constexpr auto version = QDataStream::Qt_6_4;
constexpr auto checksum = QCryptographicHash::Sha1; ///< of what follows it
constexpr int quick = 1;                            ///< of what zlib can do; most of it for little time
constexpr qint32 null = -1;
/// The server allows no more.
constexpr quint32 mostColumns = 1664;

qint64 sizeOf(const ResultRows &rows, qint64 row, int columns)
{
    const auto [batch, inside] = rows.place(row);
    qint64 size = 0;
    for (int column = 0; column < columns; ++column)
        size += rows.batches[batch].cell(inside, column).value_or(QByteArrayView()).size();
    return size;
}

/// So many rows fit.
qint64 rowsKept(const ResultRecord &record)
{
    const auto most = std::min(record.rows.count, ResultRecord::mostRows);
    const auto columns = static_cast<int>(record.fields.size());
    qint64 bytes = 0;
    for (qint64 row = 0; row < most; ++row) {
        bytes += sizeOf(record.rows, row, columns);
        if (bytes > ResultRecord::mostBytes)
            return row;
    }
    return most;
}

void writeRows(QDataStream &stream, const ResultRows &rows, qint64 count, int columns)
{
    stream << static_cast<qint32>(count);
    for (qint64 row = 0; row < count; ++row) {
        const auto [batch, inside] = rows.place(row);
        for (int column = 0; column < columns; ++column) {
            const auto value = rows.batches[batch].cell(inside, column);
            stream << (value ? static_cast<qint32>(value->size()) : null);
            if (value)
                stream.writeRawData(value->data(), static_cast<int>(value->size()));
        }
    }
}

bool readRows(QDataStream &stream, const QByteArray &bytes, ResultRecord &record)
{
    qint32 count = 0;
    stream >> count;
    if (stream.status() != QDataStream::Ok || count < 0 || count > ResultRecord::mostRows)
        return false;
    pg::RowBatchBuilder rows(record.fields);
    const auto cells = count * std::ssize(record.fields);
    for (qint64 cell = 0; cell < cells; ++cell) {
        qint32 size = 0;
        stream >> size;
        const auto at = stream.device()->pos();
        if (stream.status() != QDataStream::Ok || size < null || size > bytes.size() - at)
            return false;
        if (size == null) {
            rows.addNull();
            continue;
        }
        rows.addCell(QByteArrayView(bytes).sliced(at, size));
        stream.skipRawData(size);
    }
    record.rows.append(rows.take({}, true));
    return true;
}

void writeAbout(QDataStream &stream, const ResultRecord &record)
{
    const auto &origin = record.origin;
    stream << origin.title << withoutPasswords(origin.sql) << qint64(origin.statement.start)
           << qint64(origin.statement.length) << origin.time << origin.asRecords;
    stream << record.rowsRead << record.ended << record.because << qint64(record.firstRow.count())
           << qint64(record.duration.count()) << record.pinned;
    stream << static_cast<quint32>(record.fields.size());
    for (size_t column = 0; column < record.fields.size(); ++column) {
        const auto &field = record.fields[column];
        stream << field.name << field.type << qint32(field.typeModifier) << field.table
               << qint32(field.tableColumn) << record.types[column];
    }
}

bool readAbout(QDataStream &stream, ResultRecord &record)
{
    auto &origin = record.origin;
    qint64 start = 0;
    qint64 length = 0;
    qint64 firstRow = 0;
    qint64 duration = 0;
    stream >> origin.title >> origin.sql >> start >> length >> origin.time >> origin.asRecords;
    stream >> record.rowsRead >> record.ended >> record.because >> firstRow >> duration >> record.pinned;
    origin.statement = {start, length};
    origin.kept = true;
    record.firstRow = std::chrono::microseconds(firstRow);
    record.duration = std::chrono::microseconds(duration);
    quint32 columns = 0;
    stream >> columns;
    if (stream.status() != QDataStream::Ok || columns > mostColumns || start < 0 || length < 0)
        return false;
    for (quint32 column = 0; column < columns; ++column) {
        pg::Field field;
        qint32 modifier = 0;
        qint32 number = 0;
        QString type;
        stream >> field.name >> field.type >> modifier >> field.table >> number >> type;
        field.typeModifier = modifier;
        field.tableColumn = number;
        record.fields.push_back(field);
        record.types.push_back(type);
    }
    return stream.status() == QDataStream::Ok;
}

} // namespace

ResultRecord ResultRecord::of(const ResultModel &result, bool pinned)
{
    ResultRecord record{.origin = result.origin(),
                        .fields = result.fields(),
                        .rows = result.cells().rows,
                        .rowsRead = result.rowsRead(),
                        .ended = result.state() != ResultModel::State::Done,
                        .because = result.endedBecause(),
                        .firstRow = result.timeToFirstRow(),
                        .duration = result.duration(),
                        .pinned = pinned};
    for (int column = 0; column < result.columnCount(); ++column)
        record.types.push_back(result.typeOf(column));
    return record;
}

QByteArray ResultRecord::toBytes() const
{
    const auto count = rowsKept(*this);
    if (origin.sql.size() > longestStatement || (count == 0 && rows.count > 0))
        return {};
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(version);
    stream << mark;
    writeAbout(stream, *this);
    writeRows(stream, rows, count, static_cast<int>(fields.size()));
    const auto packed = qCompress(bytes, quick);
    return QCryptographicHash::hash(packed, checksum) + packed;
}

std::optional<ResultRecord> ResultRecord::fromBytes(const QByteArray &kept)
{
    const auto sum = QCryptographicHash::hashLength(checksum);
    const auto packed = kept.mid(sum);
    if (packed.isEmpty() || QCryptographicHash::hash(packed, checksum) != kept.first(sum))
        return std::nullopt;
    const auto bytes = qUncompress(packed);
    QDataStream stream(bytes);
    stream.setVersion(version);
    quint32 found = 0;
    stream >> found;
    ResultRecord record;
    if (found != mark || !readAbout(stream, record) || !readRows(stream, bytes, record) || !stream.atEnd())
        return std::nullopt;
    return record;
}

std::unique_ptr<ResultModel> ResultRecord::model(const catalog::Snapshot &snapshot) const
{
    auto made = std::make_unique<ResultModel>(origin, fields);
    std::vector<TypeName> names;
    for (const auto &type : types)
        names.push_back({.name = type});
    made->setTypes(names, snapshot);
    made->append(rows.batches);
    made->setTimes(firstRow, duration);
    if (rows.count < rowsRead)
        made->setState(ResultModel::State::Ended,
                       Text::tr("Of the %L1 that were read, no more were kept.").arg(rowsRead));
    else
        made->setState(ended ? ResultModel::State::Ended : ResultModel::State::Done, because);
    return made;
}

} // namespace squall::models
