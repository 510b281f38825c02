#pragma once

#include "core/catalog/snapshot.h"
#include "core/edit/newvalue.h"

#include <QString>

namespace squall::edit {

/// Why a column of this relation cannot take the value, in a sentence; empty when it can, and when only the
/// server can tell. Knows the built-in types' rules of input, arrays of them, lengths, NOT NULL, enums,
/// domains and simple checks.
QString fault(const catalog::Snapshot &snapshot, const ObjectId &relation, const QString &column,
              const NewValue &value);

/// The same for a type alone, as SQL writes it.
QString typeFault(const catalog::Snapshot &snapshot, const QString &type, const QByteArray &text);

} // namespace squall::edit
