#pragma once

#include "core/sql/statement.h"

#include <QStringList>

#include <vector>

namespace squall::sql {

/// A statement as it is sent, whose parameters by name (`:name`, `:'name'`) have become numbers.
struct NumberedStatement
{
    QString text = {};
    /// The highest number that its author used: `$1` and so on keep their meaning.
    int numbered = 0;
    /// The names behind those, each once: the first one is `$<numbered + 1>`.
    QStringList names = {};

    /// Where in the script a position in the sent text is that the server gave, in characters from 1.
    qsizetype unitOf(int position) const;

    struct Piece
    {
        qsizetype sent = 0; ///< where in `text` it begins
        qsizetype script = 0;
        bool replaced = false; ///< a name: what is inside it is all one place

        bool operator==(const Piece &) const = default;
    };
    std::vector<Piece> pieces = {};

    bool operator==(const NumberedStatement &) const = default;
};

/// What a statement's author seems to mean as parameters: the highest of `$1` and so on, and the names in the
/// order of their first use. The bounds of a slice, `a[1:b]`, are none.
struct ParametersUsed
{
    int numbered = 0;
    QStringList names = {};

    bool isEmpty() const { return numbered == 0 && names.isEmpty(); }
    bool operator==(const ParametersUsed &) const = default;
};

ParametersUsed parametersUsed(const Statement &statement, QStringView script);

/// Only `names` count as parameters: `a[1:b]` is also a slice. Nothing inside quotes and comments counts.
NumberedStatement numberParameters(const Statement &statement, QStringView script,
                                   const QStringList &names = {});

} // namespace squall::sql
