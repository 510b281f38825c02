#pragma once

#include "core/transfer/rowset.h"
#include "core/transfer/valuetype.h"

#include <QByteArray>

namespace squall::transfer {

/// A JSON string, which is one for JavaScript too.
QByteArray jsonString(QByteArrayView text);
/// A json value on one line.
QByteArray jsonLine(const QByteArray &json);

} // namespace squall::transfer
