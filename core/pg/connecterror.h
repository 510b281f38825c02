#pragma once

#include "core/base/error.h"

namespace squall::pg {

/// All that is known about an attempt to connect that failed.
struct ConnectFailure
{
    /// libpq's words in English, with SQLSTATEs where a server answered (PQERRORS_VERBOSE).
    QString text;
    /// A host name, an address, or the folder of a unix socket.
    QString host = {};
    QString port = {};
    QString user = {};
    QString database = {};
    QString service = {};
    /// What libpq would have looked the password up in.
    QString passwordFile = {};
    /// How the server wanted to know the user, by a password that was given or was not.
    bool byPassword = false;
    bool timedOut = false;
    int timeoutSeconds = 0;
};

/// Says what went wrong and what to do about it.
Error connectError(const ConnectFailure &failure);

} // namespace squall::pg
