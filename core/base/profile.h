#pragma once

#include <QMetaType>
#include <QString>

namespace squall {

/// How careful one has to be with a connection.
enum class ConnectionClass { Local, Shared, Staging, Production };

/// A connection as a person keeps it. It never holds a password.
struct Profile
{
    QString name;
    /// URL or keywords as libpq reads them, without the password.
    QString connection = {};
    ConnectionClass connectionClass = ConnectionClass::Shared;
    /// For servers that serve one connection at a time, for example PGlite's socket server.
    bool oneConnection = false;
    /// As QColor reads it; empty for the colour of the class.
    QString colour = {};

    bool operator==(const Profile &) const = default;
};

/// The class of a connection as its words tell: local for sockets, this machine and its containers;
/// production and staging by name, wherever the server is, because a tunnel to production ends on localhost;
/// else shared.
ConnectionClass guessClass(const QString &host, const QString &database, const QString &name);

} // namespace squall

Q_DECLARE_METATYPE(squall::Profile)
