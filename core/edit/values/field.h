#pragma once

#include "core/base/query.h"

#include <QByteArrayView>

namespace squall::edit {

/// One field of a record or one bound of a range, which PostgreSQL writes alike: in quotes where it must be,
/// with quotes and backslashes doubled. Reads from `at` up to one of `ends` and leaves `at` there, or at the
/// end of the text when none came.
QByteArray readField(QByteArrayView text, qsizetype &at, QByteArrayView ends);
/// `special` are the signs that call for quotes besides blanks, quotes and backslashes.
void appendField(QByteArray &text, const QByteArray &value, QByteArrayView special);

} // namespace squall::edit
