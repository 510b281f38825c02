#pragma once

#include "core/base/result.h"

namespace squall::pg {

/// libpq brings some twenty libraries along (TLS, Kerberos, LDAP), more than all else `squall` starts with;
/// it is loaded when the first connection string or connection needs it. Fails when the machine has none.
Result<Done> loadLibpq();

/// Which one that is, in the form of a server's version: 150020.
Result<int> libpqVersion();

} // namespace squall::pg
