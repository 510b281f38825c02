#pragma once

#include "core/pg/connection.h"

#include <memory>

namespace squall::cli {

/// While it lives, Ctrl+C and SIGTERM interrupt the connection instead of ending the program; a second one
/// ends it. Make it before any other thread.
class Interruption
{
public:
    Interruption();
    void guard(std::shared_ptr<pg::Interrupt> interrupt);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace squall::cli
