#pragma once

#include <QString>
#include <QStringList>

/// Pieces of TypeScript.
namespace squall::drizzle {

/// A string in double quotes.
QString tsString(const QString &text);
/// `sql` and a template of just this text.
QString tsSql(const QString &sql);
/// Whether it may stand without quotes, as a name of its own.
bool isTsName(const QString &text);
/// The key of an object, in quotes where it must be.
QString tsKey(const QString &key);
/// `table.id`, or `table["a b"]`.
QString tsMember(const QString &object, const QString &key);
/// `{ a: 1, b: 2 }`, or nothing when there are no members.
QString tsObject(const QStringList &members);
QString tsList(const QStringList &items);

} // namespace squall::drizzle
