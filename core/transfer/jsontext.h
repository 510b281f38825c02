#pragma once

#include "core/transfer/rowset.h"
#include "core/transfer/valuetype.h"

#include <QByteArray>

#include <functional>

namespace squall::transfer {

/// A JSON string, which is one for JavaScript too.
QByteArray jsonString(QByteArrayView text);
/// A json value on one line.
QByteArray jsonLine(const QByteArray &json);
/// A number exactly as it is; as a string where JSON has no such number.
QByteArray jsonNumber(const QByteArray &value);
/// A list of lists, as deep as the array is; as a string where a list would lose something.
QByteArray jsonList(const QByteArray &array, const std::function<QByteArray(const QByteArray &)> &element);
/// A row as an object on one line.
QByteArray jsonObject(const RowSet &rows, size_t row);

} // namespace squall::transfer
