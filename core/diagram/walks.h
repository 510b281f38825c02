#pragma once

#include "core/diagram/diagram.h"

/// Ways from entity to entity, along references in either direction.
namespace squall::diagram {

/// Those at most so many references away, itself with them; sorted.
std::vector<int> neighbourhood(const Diagram &diagram, int entity, int hops);

/// References of a shortest way, in its order; empty when there is none, or nowhere to go.
std::vector<int> wayBetween(const Diagram &diagram, int from, int to);

/// Entities that refer to each other in circles, each circle sorted and the largest first. One that refers to
/// itself alone is none.
std::vector<std::vector<int>> cycles(const Diagram &diagram);

} // namespace squall::diagram
