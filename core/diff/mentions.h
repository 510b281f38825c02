#pragma once

#include <QStringView>

namespace squall::diff {

/// Whether SQL may speak of a column: its name stands there as a word, or all columns do. Sometimes true when
/// it does not, never the other way round.
bool mentions(QStringView sql, QStringView column);

} // namespace squall::diff
