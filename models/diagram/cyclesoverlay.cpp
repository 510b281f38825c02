#include "core/diagram/walks.h"
#include "models/diagram/overlaymakers.h"

#include <QCoreApplication>
#include <QLocale>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::DiagramOverlay)
};

/// So many are listed by themselves.
constexpr std::size_t mostListed = 6;
/// A circle of more is told by its first ones.
constexpr std::size_t mostNamed = 8;

QString membersOf(const std::vector<int> &circle, const diagram::Diagram &diagram)
{
    QStringList names;
    for (std::size_t i = 0; i < circle.size() && i < mostNamed; ++i)
        names << diagram.entities[static_cast<std::size_t>(circle[i])].id.name;
    if (circle.size() > mostNamed)
        names << u"…"_s;
    return names.join(u", "_s);
}

} // namespace

void markCycles(DiagramOverlay &made, const diagram::Diagram &diagram)
{
    const auto circles = diagram::cycles(diagram);
    auto &legend = made.legend;
    legend.title = Text::tr("Cycles");
    for (std::size_t i = 0; i < circles.size(); ++i) {
        const auto number = static_cast<int>(i);
        const DiagramMark mark{.tone = DiagramTone::Circle,
                               .text = Text::tr("cycle %1").arg(QLocale().toString(number + 1)),
                               .circle = number};
        const auto members = membersOf(circles[i], diagram);
        for (const int box : circles[i]) {
            made.boxes[static_cast<std::size_t>(box)] = mark;
            made.boxWords[box] << mark.text + u": "_s + members;
        }
        if (i < mostListed)
            legend.entries.push_back(
                {mark, Text::tr("%1 tables").arg(QLocale().toString(circles[i].size()))});
    }
    for (std::size_t i = 0; i < diagram.references.size(); ++i) {
        const auto &reference = diagram.references[i];
        const auto &from = made.boxes[static_cast<std::size_t>(reference.from)];
        const auto &to = made.boxes[static_cast<std::size_t>(reference.to)];
        if (from && from == to && reference.from != reference.to) {
            made.lines[i] = {.tone = DiagramTone::Circle,
                             .text = QLocale().toString(from.circle + 1),
                             .circle = from.circle};
            made.lineWords[static_cast<int>(i)] << Text::tr("part of %1").arg(from.text);
        }
    }
    if (circles.size() > mostListed)
        legend.notes << Text::tr("and %1 more cycles").arg(QLocale().toString(circles.size() - mostListed));
    if (circles.empty())
        legend.notes << Text::tr("No tables refer to each other in a circle.");
}

} // namespace squall::models
