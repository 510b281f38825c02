#pragma once

#include "core/base/jsontree.h"

#include <optional>

namespace squall::edit {

// Each answers the whole text with one thing changed and every other byte as it was. `value` is JSON itself.

QByteArray withJsonValue(const JsonTree &tree, int node, const QByteArray &value);
/// `node` is a member of an object.
QByteArray withJsonKey(const JsonTree &tree, int node, const QString &key);
/// Behind the children that `parent`, an array or object, has; `key` counts in an object. New members are set
/// apart as the others are.
QByteArray withJsonAppended(const JsonTree &tree, int parent, const QString &key, const QByteArray &value);
/// `node` is not the root.
QByteArray withoutJsonNode(const JsonTree &tree, int node);
/// Trades places with the next sibling, keys included.
QByteArray withJsonSwapped(const JsonTree &tree, int node, int sibling);

/// A key that an object does not have yet, beginning with `stem`.
QString freeJsonKey(const JsonTree &tree, int object, const QString &stem);

} // namespace squall::edit
