#pragma once

namespace squall::models {

struct ConnectionForm;

/// Whether both lead to the same database, as far as can be told without asking a server: whoever goes there,
/// and how.
bool leadToSameDatabase(const ConnectionForm &one, const ConnectionForm &other);

/// Whether both go to the same database as the same user and with the same options. Passwords, name and class
/// do not count.
bool areSameConnection(const ConnectionForm &one, const ConnectionForm &other);

} // namespace squall::models
