#pragma once

#include "core/sql/span.h"

#include <QString>

namespace squall::ui {

/// Something to know about a place in a script: underlined, and said when one points at it.
struct EditorMark
{
    enum class Severity : unsigned char { Error, Warning, Hint };

    sql::Span span = {};
    Severity severity = Severity::Error;
    QString message = {};

    bool operator==(const EditorMark &) const = default;
};

} // namespace squall::ui
