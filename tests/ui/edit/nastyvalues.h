#pragma once

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace squall::test {

/// Values of a built-in type that programs like to spoil, as people type them; by pg_type.typname. Nothing
/// when the type is not known here.
std::optional<QByteArrayList> nastyValues(const QString &type);

/// Whether the server itself reads no text of the type: there is nothing to edit but NULL.
bool isUnwritable(const QString &type);

} // namespace squall::test
