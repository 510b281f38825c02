#pragma once

#include <QStringView>

namespace squall::sql {

/// Words that cannot be names of columns or tables without quotes.
bool isReserved(QStringView word);
/// Words that may be names, and hardly ever are.
bool isUsualKeyword(QStringView word);

} // namespace squall::sql
