#pragma once

#include <QString>

namespace squall {

/// How careful one has to be with a connection.
enum class ConnectionClass { Local, Shared, Staging, Production };

/// The class of a connection as its words tell: local for sockets, this machine and its containers;
/// production and staging by name, wherever the server is, because a tunnel to production ends on localhost;
/// else shared.
ConnectionClass guessClass(const QString &host, const QString &database, const QString &name);

} // namespace squall
