#pragma once

#include "core/sql/span.h"

#include <QString>

namespace squall::sql {

/// A backslash command as psql finds it in a script: it ends with its line at the latest.
struct PsqlCommand
{
    /// What becomes of the SQL before it that no semicolon has ended.
    enum class Effect : unsigned char { None, Sends, Discards };

    QString name = {}; ///< without the backslash
    Span span = {};    ///< from the backslash on, without blanks at the end
    Span arguments = {};
    qsizetype next = 0; ///< where SQL goes on
    Effect effect = Effect::None;
    bool known = false;     ///< psql has it
    bool readsData = false; ///< rows for `\copy … from stdin` stand on the lines after it

    bool operator==(const PsqlCommand &) const = default;
};

/// Reads the command whose backslash stands at `start`.
PsqlCommand readPsqlCommand(QStringView script, qsizetype start);

} // namespace squall::sql
