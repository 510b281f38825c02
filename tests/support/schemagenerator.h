#pragma once

#include <QString>
#include <QtGlobal>

namespace squall::test {

/// A random schema as an SQL script for an empty database: the same seed and version give the same script.
/// Covers every kind of object that Squall models, with names and attribute combinations chosen to hurt.
/// Creates the roles that it uses when they are missing; they stay behind.
QString generateSchema(quint32 seed, int serverVersion);

/// Whether the schemas of this seed hold expressions that the server writes differently after reading its own
/// text once; those settle only after one reload.
bool needsNormalising(quint32 seed);

} // namespace squall::test
