#pragma once

#include "core/pg/connection.h"

#include <memory>

namespace squall::cli {

/// From here on Ctrl+C and SIGTERM go to a thread that waits for them, and no other thread has to know of
/// them. Call it before any thread is made.
void watchSignals();

/// While it lives, such a signal interrupts the connection instead of ending the program; a second one ends
/// it.
class Interruption
{
public:
    explicit Interruption(std::shared_ptr<pg::Interrupt> interrupt);
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;
};

} // namespace squall::cli
