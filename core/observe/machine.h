#pragma once

#include "core/base/result.h"
#include "core/server/binaries.h"

#include <QString>

#include <vector>

namespace squall::observe {

/// One thing that some part of Squall needs of the machine it runs on.
struct Check
{
    enum class State { Works, Limited, Missing };

    QString id; ///< stays the same in every language, for scripts
    QString name;
    State state = State::Works;
    QString finding; ///< what was found
    QString fix;     ///< what to do, when something is to be done
};

/// Looks at the machine: libraries that are loaded only when needed, PostgreSQL programs for private servers,
/// programs we start, fonts, keyring, display, where we keep our state. Takes a moment: it starts a few
/// programs.
std::vector<Check> examineMachine();

// What was found, judged.

/// Whether Squall supports a server of this version (as libpq says it).
Check examineServerVersion(int version, const QString &versionText);
/// The version of libpq, or why it cannot be loaded.
Check examineClientLibrary(const Result<int> &version);
/// Newest first.
Check examineServerPrograms(const std::vector<server::Binaries> &installed);

} // namespace squall::observe
