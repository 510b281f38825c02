#include "models/diagram/diagramoverlay.h"

#include "models/diagram/overlaymakers.h"

namespace squall::models {

using namespace Qt::StringLiterals;

QString DiagramLegend::text() const
{
    QStringList lines{title};
    if (!scale.empty())
        lines << scale.front().text + u" – "_s + scale.back().text;
    for (const auto &entry : entries)
        lines << (entry.mark.text.isEmpty() ? entry.text : entry.mark.text + u": "_s + entry.text);
    lines += notes;
    return lines.join(u'\n');
}

DiagramMark DiagramOverlay::row(int box, int row) const
{
    const auto &marks = rows[static_cast<std::size_t>(box)];
    const auto at = static_cast<std::size_t>(row);
    return at < marks.size() ? marks[at] : DiagramMark{};
}

void markRow(DiagramOverlay &made, const DiagramContent &content, int box, int row, const DiagramMark &mark)
{
    const auto at = static_cast<std::size_t>(box);
    made.rows[at].resize(content.boxes[at].rows.size());
    made.rows[at][static_cast<std::size_t>(row)] = mark;
}

DiagramOverlayPtr overlayOf(const DiagramLens &lens, const diagram::Diagram &diagram,
                            const DiagramContent &content, const diagram::Changes &changes)
{
    if (lens.overlay == DiagramOverlayKind::None)
        return nullptr;
    DiagramOverlay made{.kind = lens.overlay};
    made.boxes.resize(content.boxes.size());
    made.rows.resize(content.boxes.size());
    made.lines.resize(content.lines.size());
    switch (lens.overlay) {
    case DiagramOverlayKind::None: break;
    case DiagramOverlayKind::Rows:
    case DiagramOverlayKind::Size: markHeat(made, diagram); break;
    case DiagramOverlayKind::MissingIndexes: markMissingIndexes(made, diagram, content); break;
    case DiagramOverlayKind::UnusedIndexes: markUnusedIndexes(made, diagram, lens.usage.get()); break;
    case DiagramOverlayKind::Cycles: markCycles(made, diagram); break;
    case DiagramOverlayKind::Changes: markChanges(made, content, changes); break;
    }
    return std::make_shared<const DiagramOverlay>(std::move(made));
}

} // namespace squall::models
