#include "models/valuefile.h"

#include "models/pooled.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace squall::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ValueFile)
};

/// PostgreSQL allows 1 GB for a field; as text, bytes take two digits each.
constexpr qint64 largestValue = 500'000'000;

Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::File, Words::tr("%1 could not be read.").arg(path), file.errorString()};
    if (file.size() > largestValue)
        return Error{Error::Code::File, Words::tr("%1 is too large for one value.").arg(path),
                     Words::tr("It has %L1 bytes; a value can have %L2.").arg(file.size()).arg(largestValue)};
    auto bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Code::File, Words::tr("%1 could not be read.").arg(path), file.errorString()};
    return bytes;
}

Result<qint64> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Code::File, Words::tr("%1 could not be written.").arg(path), file.errorString()};
    return qint64(bytes.size());
}

} // namespace

QFuture<Result<QByteArray>> readValueFile(const QString &path)
{
    return pooled([path] { return read(path); });
}

QFuture<Result<qint64>> writeValueFile(const QString &path, const QByteArray &bytes)
{
    return pooled([path, bytes] { return write(path, bytes); });
}

} // namespace squall::models
