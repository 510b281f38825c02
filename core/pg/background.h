#pragma once

#include <functional>

namespace squall::pg {

/// Runs `work` on a thread of its own that nobody waits for: what blocks inside libpq must not hold up its
/// caller. When the application object goes, such threads get a moment to leave, so that none is caught
/// inside a library that is being unloaded. A broken pipe is an error of the call there, not the end of the
/// program: PQcancel takes no care of SIGPIPE, and a server may hang up on it.
void runInBackground(std::function<void()> work);

} // namespace squall::pg
