#include "core/diagram/languages.h"

namespace squall::diagram {

QString write(Language language, const Diagram &diagram, const catalog::Snapshot &snapshot)
{
    switch (language) {
    case Language::Mermaid: return toMermaid(diagram);
    case Language::Dbml: return toDbml(diagram, snapshot);
    case Language::PlantUml: return toPlantUml(diagram);
    case Language::Dot: return toDot(diagram);
    }
    Q_UNREACHABLE();
}

} // namespace squall::diagram
