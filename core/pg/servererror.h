#pragma once

#include "core/base/error.h"

#include <libpq-fe.h>

#include <memory>

namespace squall::pg {

using ResultPtr = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// What the server said, with what to do about it where the server leaves that open. `role` is who is
/// connected.
Error serverError(const PGresult *result, const QString &role);

} // namespace squall::pg
