#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

namespace squall {

/// Why `text` cannot be read, with the place: `at` counts bytes, Error::position counts as QString does,
/// from 1.
Error faultAt(QByteArrayView text, qsizetype at, const QString &message);

} // namespace squall
