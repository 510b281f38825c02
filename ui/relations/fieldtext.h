#pragma once

#include "models/rowfields.h"

#include <QFont>

namespace squall::ui {

// How the value of a field reads outside the grid, where it reads as in it.

/// `NULL`, `''`, `true`; a word where it is not loaded.
QString spokenValue(const models::RowField &field);
/// The same as it is said of the value that it had.
QString spokenOriginal(const models::RowField &field);
/// It stands for a value: NULL, '', a default.
bool isDim(const models::RowField &field);
QFont faceOf(const models::RowField &field);

} // namespace squall::ui
