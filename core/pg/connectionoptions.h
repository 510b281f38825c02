#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace squall::pg {

/// How to reach a database: libpq's own keywords and values, so that URLs, keyword strings, service files,
/// `.pgpass` and the PG* variables mean here what they mean to psql. An empty list means the PG* variables.
struct ConnectionOptions
{
    std::vector<std::pair<QByteArray, QByteArray>> keywords;

    /// The value of one keyword as written, empty when it is not given.
    QByteArray value(const char *keyword) const;
    void set(const QByteArray &keyword, const QByteArray &value);

    bool operator==(const ConnectionOptions &) const = default;
};

/// Reads `postgresql://…`, `postgres://…` or `host=… dbname=…`.
Result<ConnectionOptions> parseConnectionString(const QString &text);

/// What a program was started for: `url`, without it DATABASE_URL, else the PG* variables.
Result<ConnectionOptions> chooseDatabase(const QString &url);

/// The options as keywords and values, for keeping and showing: passwords are left out.
QString connectionString(const ConnectionOptions &options);
/// The same with its passwords: for the environment of a program that is started, which nobody else reads,
/// and never for an argument, a file or a log.
QString secretConnectionString(const ConnectionOptions &options);

} // namespace squall::pg
