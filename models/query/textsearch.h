#pragma once

#include "core/base/result.h"
#include "core/sql/span.h"

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace squall::models {

/// What to look for in a text.
struct TextSearch
{
    QString pattern = {};
    bool matchCase = false;
    bool words = false; ///< nothing that goes on before or behind as a word
    bool expression = false;

    bool operator==(const TextSearch &) const = default;
};

/// As an expression; Error::Code::Parse says what is wrong with somebody's own.
Result<QRegularExpression> expressionOf(const TextSearch &search);

/// Everywhere it matches something, up to `most` places.
std::vector<sql::Span> findAll(const QString &text, const QRegularExpression &expression, qsizetype most);

/// `replacement` for what stands at `place`: with `\1` and `\0` filled in when the search is an expression.
QString replacementAt(const QString &text, const sql::Span &place, const TextSearch &search,
                      const QString &replacement);

/// All of them replaced.
QString replaceAll(const QString &text, const TextSearch &search, const QString &replacement);

} // namespace squall::models
