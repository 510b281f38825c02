#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace squall::cli {

void printOut(const QString &text);
/// `squall inspect: message`, then detail and hint on lines of their own; red on a terminal.
void printFailure(const QString &command, const Error &error);

/// `squall inspect: message`, for what is worth knowing though nothing failed.
void printNote(const QString &command, const QString &message);

bool isTerminal(int descriptor);
/// Colours are for people at a terminal who did not ask for none (NO_COLOR).
bool mayColour(int descriptor);

/// Runs `produce`, whose pieces go to `file`, or to standard output when that is empty.
/// A file appears whole or not at all; it does not when `produce` fails.
using Write = std::function<void(const QByteArray &)>;
using Produce = std::function<Result<Done>(const Write &)>;
Result<Done> writeResult(const QString &file, const Produce &produce);

} // namespace squall::cli
