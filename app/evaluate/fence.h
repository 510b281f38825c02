#pragma once

namespace squall::evaluate {

/// Leaves the process without environment and without any open file but the three standard ones.
/// Called first of all, while there is one thread.
void shedInheritance();

/// From here on the kernel refuses whatever opens a file, a socket or another process, or reaches one;
/// threads, memory and the pipes to the parent remain. For every thread there is and will be; false when the
/// kernel cannot do it.
bool raiseFence();

} // namespace squall::evaluate
