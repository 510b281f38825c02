#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace squall::server {

/// The programs of one PostgreSQL installation that can run a server: `initdb` and `postgres`.
struct Binaries
{
    QString directory;
    QString version; ///< for example `15.20`
    int major = 0;

    bool operator==(const Binaries &) const = default;
};

/// The programs in `directory`, or without one the newest of Debian's, or what stands on the PATH.
Result<Binaries> findBinaries(const QString &directory = {});

/// Everything installed where Debian puts servers, newest first.
std::vector<Binaries> installedBinaries();

} // namespace squall::server
