#pragma once

#include "core/diagram/diagram.h"

namespace squall::diagram {

/// A relation that somebody declared, without a foreign key. It names what it joins, so that it outlives a
/// schema in which that is missing for a while.
struct Declared
{
    ObjectId from = {};
    QStringList columns = {};
    ObjectId to = {};
    QStringList toColumns = {};
    bool optional = true; ///< a row may point to none
    bool single = false;  ///< at most one row points to each
    QString source = {};  ///< where a project's file says so; empty of what somebody declared here

    bool operator==(const Declared &) const = default;
};

/// What it joins, without the tables: `customer_id → id`.
QString nameOf(const Declared &relation);

/// They join the same columns of the same tables.
bool joinSame(const Declared &one, const Declared &other);

/// By the tables and columns they join.
void sort(std::vector<Declared> &relations);

/// Adds those whose tables and columns are there, but not what a foreign key says already.
void declare(Diagram &diagram, const catalog::Snapshot &snapshot, const std::vector<Declared> &relations);

/// What rows of `from` might point to in `to`, or anywhere where that is -1, by the names and types of
/// columns: the likeliest first. Nothing that stands between the two already.
std::vector<Declared> proposals(const Diagram &diagram, int from, int to = -1);

/// What rows of other tables might point to in `to`.
std::vector<Declared> proposalsTo(const Diagram &diagram, int to);

} // namespace squall::diagram
