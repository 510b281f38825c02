#pragma once

#include <QString>

namespace squall {

/// JSON on one line, with every value as it is written: breaks and the indentation after them go, outside of
/// strings. Text that is no JSON, or not all of it, is treated the same.
QString compactJson(const QString &json);

} // namespace squall
