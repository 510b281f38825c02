#include "models/diagram/diagramtext.h"

#include <algorithm>

namespace squall::models {

QString diagramText(const DiagramTask &task, diagram::Language language, const std::vector<ObjectId> &tables)
{
    auto shown = shownDiagram(task);
    if (!tables.empty()) {
        std::vector<int> wanted;
        wanted.reserve(tables.size());
        for (const auto &table : tables)
            wanted.push_back(diagram::entityOf(shown, table));
        std::erase(wanted, -1);
        shown = diagram::only(shown, wanted);
    }
    return diagram::write(language, shown, *task.snapshot);
}

} // namespace squall::models
