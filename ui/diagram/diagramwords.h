#pragma once

#include <QString>

namespace squall::ui {

/// `1 table`, `1,000 tables`.
QString tablesInWords(int count);
QString referencesInWords(int count);
QString partitionsInWords(int count);
QString stepsInWords(int count);

} // namespace squall::ui
