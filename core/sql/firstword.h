#pragma once

#include <QStringView>

namespace squall::sql {

/// What a statement begins with, after white space and comments; a part of it as it was typed.
QStringView firstWord(QStringView statement);

} // namespace squall::sql
