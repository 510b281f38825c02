#include "app/evaluate/engine.h"
#include "app/evaluate/fence.h"

#include <cstdlib>
#include <unistd.h>

using namespace squall::evaluate;

/// One evaluation: reads a request, asks the parent for modules, writes the reply (core/drizzle/evaluator.h).
int main()
{
    shedInheritance();
    // Read when the engine starts. Compiled code would need memory that can be written and run; one marker
    // and no collector beside the program keep the threads few.
    for (const auto *setting : {"JSC_useJIT", "JSC_useConcurrentGC"})
        setenv(setting, "0", 1);
    setenv("JSC_numberOfGCMarkers", "1", 1);
    setenv("TZ", "UTC", 1);

    Channel channel;
    Engine engine(channel);
    if (!raiseFence()) {
        channel.write(R"({"error":{"kind":"fence"}})");
        return 1;
    }
    const auto request = channel.read();
    const bool told = request && channel.write(engine.answer(*request));
    // Past the engine's own end, which has nothing left to save.
    _exit(told ? 0 : 1);
}
