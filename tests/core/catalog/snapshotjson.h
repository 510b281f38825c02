#pragma once

#include "core/catalog/snapshot.h"

#include <QJsonObject>
#include <QString>

namespace squall::test {

/// What a case says about a Snapshot: the kinds of objects in its expected.json.
struct Expectation
{
    QJsonObject json;
    /// From 18 on every NOT NULL is a constraint; only the cases made for that want to hear of it.
    bool namedNotNulls = false;
};

/// The first difference as a path and both sides; empty when the Snapshot is as expected. Left aside are
/// sizes, the schema public, the owner when it is who reads, and view definitions that the case does not
/// give, since versions write them differently.
QString firstDifference(const Expectation &expected, const catalog::Snapshot &snapshot);

} // namespace squall::test
