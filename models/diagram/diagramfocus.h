#pragma once

#include "models/diagram/diagramcontent.h"

#include <vector>

/// Ways through what a diagram shows, by the numbers of its boxes and lines.
namespace squall::models {

struct DiagramWay
{
    std::vector<int> boxes = {}; ///< in order, both ends with them
    std::vector<int> lines = {};

    bool isEmpty() const { return boxes.empty(); }

    bool operator==(const DiagramWay &) const = default;
};

/// A shortest one; empty when there is none.
DiagramWay wayBetween(const DiagramContent &content, int from, int to);

/// A line that leaves a box, or leads to it, and what is at its other end.
struct DiagramStep
{
    int line = 0;
    int to = 0;

    bool operator==(const DiagramStep &) const = default;
};

/// Where the references of a box lead, or what points to it.
std::vector<DiagramStep> stepsFrom(const DiagramContent &content, int box, bool forward);

/// `orders.customer → customers`, for a line in one direction or the other.
QString textOf(const DiagramContent &content, int line);

/// Those of `around` in `diagram`, and all at most so many references away; by number.
std::vector<int> neighboursOf(const diagram::Diagram &diagram, const QSet<ObjectId> &around, int hops);

} // namespace squall::models
