#pragma once

#include "core/drizzle/snapshot.h"

/// Statements in drizzle-kit's spelling, each with its semicolon and the line break that stands behind some.
namespace squall::drizzle {

QString createSchema(const QString &name);
QString createEnum(const Enum &type);
QString createSequence(const Sequence &sequence);
QString createRole(const Role &role);
/// With its keys and checks; foreign keys and indexes come as statements of their own.
QString createTable(const Table &table);
QString enableRowSecurity(const Table &table);
QString disableRowSecurity(const Table &table);
QString addColumn(const Table &table, const Column &column);
QString addForeignKey(const Table &table, const ForeignKey &key);
QString createIndex(const Table &table, const Index &index);
QString createView(const View &view);
/// `table` as SQL names it.
QString createPolicy(const QString &table, const Policy &policy);

/// As statements name it: without the schema when that is `public`.
QString nameOf(const Table &table);
/// The type of a column.
QString typeClause(const Column &column);

/// The text of a migration's file.
QString scriptOf(const QStringList &statements, bool breakpoints);

} // namespace squall::drizzle
