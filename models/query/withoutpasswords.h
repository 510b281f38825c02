#pragma once

#include <QString>

namespace squall::models {

/// A statement as it may be written down: the passwords that its words say are some are left out, those of
/// roles, user mappings, and of connections that it describes. Comments and other text stay as they are.
QString withoutPasswords(const QString &statement);

} // namespace squall::models
