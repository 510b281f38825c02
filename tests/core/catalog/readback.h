#pragma once

#include "core/catalog/introspect.h"
#include "tests/support/testserver.h"

#include <QTest>

namespace squall::test {

/// A database made by a script, as introspect reads it, and once more after its own DDL made it anew
/// elsewhere.
class ReadBack
{
public:
    /// A row for every version of the server.
    static void everyVersion();

    ReadBack(int version, const QString &script);

    const catalog::Snapshot &snapshot() const { return *m_snapshot; }
    const pg::ConnectionOptions &database() const { return m_database; }
    /// What went wrong, or the first difference after the reload; empty when all is well.
    QString fault();

    bool needs(const ObjectId &object, const ObjectId &needed) const;
    const catalog::Definition *definition(Kind kind, const QString &name) const;
    const catalog::Function *function(const QString &name) const;

private:
    int m_version;
    pg::ConnectionOptions m_database;
    catalog::SnapshotPtr m_snapshot = std::make_shared<catalog::Snapshot>();
    QString m_fault;
};

} // namespace squall::test
