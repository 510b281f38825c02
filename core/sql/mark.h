#pragma once

#include "core/sql/span.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace squall::sql {

/// Something to say about a part of a text, as an editor underlines it.
struct Mark
{
    enum class Severity : unsigned char {
        Error,   ///< the server will refuse it
        Warning, ///< it runs, and hardly does what was meant
        Hint,    ///< it could be said better
    };

    Span span = {};
    Severity severity = Severity::Error;
    QString message;          ///< one line, of this place
    QString explanation = {}; ///< why it matters and what to do
    QString rule = {};        ///< of lint; empty: somebody else's words

    bool operator==(const Mark &) const = default;
};

using Marks = std::vector<Mark>;

} // namespace squall::sql

Q_DECLARE_METATYPE(squall::sql::Marks)
