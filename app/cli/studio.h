#pragma once

#include <QString>

#include <optional>

namespace squall::cli {

/// Where squall-studio is: beside this program, else on the PATH.
std::optional<QString> studioProgram();

} // namespace squall::cli
