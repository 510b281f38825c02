#pragma once

#include "core/drizzle/pull/snapshotof.h"
#include "core/drizzle/typescript/writeschema.h"
#include "core/pg/connection.h"

#include <QTemporaryDir>

namespace squall::test {

/// A project in a folder of its own, with the packages that schemas import.
class PulledProject
{
public:
    PulledProject();

    /// Writes what `catalog` is in TypeScript, evaluates it, and says how the two differ; empty when they do
    /// not. `name` is a folder of the project.
    QString roundTrip(const QString &name, const catalog::Snapshot &catalog,
                      const drizzle::Selection &selection, const drizzle::NameStyle &style = {});
    /// What the TypeScript compiler says to all that was written; empty when nothing.
    QString typeErrors() const;

    const drizzle::WrittenSchema &written() const { return m_written; }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    drizzle::WrittenSchema m_written;
};

/// All schemas of a database but those that hold what other programs keep there.
drizzle::Selection everything(const catalog::Snapshot &catalog);

/// The demo's database, as its migrations make it.
Result<Done> loadDemo(pg::Connection &connection);

} // namespace squall::test
