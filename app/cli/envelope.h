#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace squall::cli {

/// What came of a command, as JSON on standard output: the envelope of drizzle 1.0.
void printWritten(const QString &file, const QStringList &notes);
void printNothingChanged();
void printErrorEnvelope(const Error &error);

} // namespace squall::cli
