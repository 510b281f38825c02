#pragma once

#include <QString>

#include <chrono>

namespace squall::ui {

/// How long something took, as people say it: `6.2 ms`, `1.35 s`, `2 min 5 s`.
QString durationText(std::chrono::microseconds duration);

} // namespace squall::ui
