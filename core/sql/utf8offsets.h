#pragma once

#include "core/sql/span.h"

#include <vector>

namespace squall::sql {

/// Where things stand in a text's UTF-8, for those who count bytes: QScintilla, files, and the server's
/// positions.
class Utf8Offsets
{
public:
    explicit Utf8Offsets(QStringView text);

    /// Inside a character beyond the basic plane: the end of that character.
    qsizetype byteAt(qsizetype unit) const;
    /// Inside a character: where it begins.
    qsizetype unitAt(qsizetype byte) const;
    Span bytes(const Span &units) const;
    qsizetype byteCount() const { return m_bytes; }

private:
    QStringView m_text;
    std::vector<qsizetype> m_marks; ///< the byte at every `step`-th unit
    qsizetype m_bytes = 0;
};

/// Characters as the server counts them, from 0.
qsizetype charactersBefore(QStringView text, qsizetype unit);
/// The unit where that many characters have gone by; the end of the text when it is shorter.
qsizetype unitAfter(QStringView text, qsizetype characters);

} // namespace squall::sql
