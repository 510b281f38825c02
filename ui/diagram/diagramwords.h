#pragma once

#include <QDateTime>
#include <QString>

namespace squall::ui {

/// `1 table`, `1,000 tables`.
QString tablesInWords(int count);
QString referencesInWords(int count);
QString partitionsInWords(int count);
QString stepsInWords(int count);
/// Without the date when that is today.
QString momentInWords(const QDateTime &moment);

} // namespace squall::ui
