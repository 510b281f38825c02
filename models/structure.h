#pragma once

#include "core/base/objectid.h"
#include "core/catalog/snapshot.h"
#include "core/drizzle/projectschema.h"

#include <QCoreApplication>

#include <vector>

namespace squall::models {

/// One line of what a relation is made of: a name, what it is, the particulars, a comment.
struct StructureLine
{
    QString name;
    QString type = {};
    QString detail = {};
    QString comment = {};

    bool operator==(const StructureLine &) const = default;
};

struct StructureSection
{
    QString title;
    std::vector<StructureLine> lines;

    bool operator==(const StructureSection &) const = default;
};

/// Says in lists what a table or view is made of.
class Structure
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Structure)

public:
    /// Only sections that have something; none at all when there is no such relation. With what the project
    /// knows of it, where there is one.
    static std::vector<StructureSection> of(const catalog::Snapshot &snapshot, const ObjectId &id,
                                            const drizzle::ProjectSchema *project = nullptr);
};

} // namespace squall::models
