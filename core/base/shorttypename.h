#pragma once

#include <QString>

namespace squall {

/// The name people use for a type as format_type writes it: `timestamptz`, `varchar(255)`, `plan_status`.
QString shortTypeName(const QString &type);

} // namespace squall
