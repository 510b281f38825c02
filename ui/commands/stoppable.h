#pragma once

namespace squall::ui {

/// What a tab holds when the server may be at work for it because somebody asked: Ctrl+. ends that.
class Stoppable
{
public:
    virtual ~Stoppable() = default;
    /// False when nothing was under way.
    virtual bool stop() = 0;
};

} // namespace squall::ui
