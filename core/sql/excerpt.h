#pragma once

#include <QString>

namespace squall::sql {

/// The line of a text in which something is wrong, with its number, and a mark below the place:
///
///     line 2: select a fro b
///                      ^
///
/// Of a long line only what is near is shown.
QString excerpt(QStringView text, qsizetype unit);

} // namespace squall::sql
