#pragma once

#include <QMetaType>
#include <QString>

namespace squall {

/// Why something could not be done: a code for programs, sentences for people.
/// What a server said stays in its own words; what to do about it stands in `hint`.
struct Error
{
    enum class Code {
        Connection,     ///< no server reached, or it went away
        Authentication, ///< reached, but it did not let us in
        Password,       ///< the same, and a password, or another one, may change that
        Server,         ///< the server refused a statement; `sqlState` says why
        ReadOnly,       ///< refused here because the connection is locked for writing
        Cancelled,      ///< stopped on request
        Timeout,
        Conflict, ///< the data changed underneath
        Protocol, ///< an answer that makes no sense
        Usage,    ///< called with arguments that do not fit
        NotFound,
        File,
        Parse,
        Unsupported,
        Internal,
    };

    Code code = Code::Internal;
    QString message;
    QString detail = {};
    QString hint = {};
    QString sqlState = {};
    /// Where in the statement the server saw the fault, in characters from 1; 0 when it did not say.
    int position = 0;
    /// What the server was doing (its CONTEXT), for example the line of a function.
    QString context = {};

    /// What the server named as the cause, as far as it did.
    struct Subject
    {
        QString schema = {};
        QString table = {};
        QString column = {};
        QString constraint = {}; ///< or the unique index, under its name

        bool operator==(const Subject &) const = default;
    };
    Subject subject = {};

    bool operator==(const Error &) const = default;
};

} // namespace squall

Q_DECLARE_METATYPE(squall::Error)
