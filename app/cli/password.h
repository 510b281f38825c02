#pragma once

#include "core/base/result.h"
#include "core/pg/connectionoptions.h"

#include <functional>
#include <optional>

namespace squall::cli {

/// Whether the server only waits for a password that nobody gave.
bool wantsPassword(const Error &error);

/// The exit code for a command that failed so.
int exitCodeOf(const Error &error);

/// Asks the person at the terminal, who does not see what is typed. Nothing when there is no terminal, or
/// they give up (Ctrl+C, Ctrl+D).
std::optional<QByteArray> askPassword(const QString &question);

/// `attempt`, and once more with a password from the terminal when the server wants one; `database` has it
/// then.
template<typename T>
Result<T> withPassword(pg::ConnectionOptions &database, const std::function<Result<T>()> &attempt)
{
    auto result = attempt();
    if (result || !wantsPassword(result.error()))
        return result;
    const auto password = askPassword(result.error().message);
    if (!password)
        return result;
    database.set("password", *password);
    return attempt();
}

} // namespace squall::cli
