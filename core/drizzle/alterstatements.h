#pragma once

#include "core/base/objectid.h"
#include "core/drizzle/snapshot.h"

#include <QStringList>

/// Statements that change what is there, in drizzle-kit's spelling where that works, each with its semicolon
/// and the line break that stands behind some.
namespace squall::drizzle {

QString renameObject(const ObjectId &from, const ObjectId &to);
QString moveObject(const ObjectId &from, const ObjectId &to);
/// Of everything but tables, columns, constraints, indexes and policies.
QString dropObject(const ObjectId &id);
QString addEnumValue(const Enum &type, const QString &label, const QString &before);
QString alterSequence(const Sequence &from, const Sequence &to);
QString alterRole(const Role &role);

/// `ALTER TABLE … ALTER COLUMN …`
QString alterColumn(const Table &table, const Column &column, const QString &what);
QString dropColumn(const Table &table, const QString &column);
QString dropConstraint(const Table &table, const QString &name);
QString dropIndex(const Table &table, const QString &name);
QString dropPolicy(const QString &table, const QString &name);
QStringList dropTable(const Table &table);

/// A column that keeps its enum while that is made again.
struct EnumColumn
{
    const Table *table;
    const Column *column;
    bool hadDefault = false;
};
/// A label is gone, or in another place: the type is made again, and `columns` of it are text meanwhile.
QStringList replaceEnum(const Enum &to, const std::vector<EnumColumn> &columns);
/// With what a default, an enum or a serial needs besides.
QStringList setType(const Table &table, const Column &from, const Column &to);
QStringList alterIdentity(const Table &table, const Column &from, const Column &to);
QStringList alterView(const View &from, const View &to);
/// `table` as SQL names it.
QString alterPolicy(const QString &table, const Policy &to);

/// Whether the type counts by itself: `serial` and its like, which no column can be altered to.
bool isSerial(const QString &type);

} // namespace squall::drizzle
