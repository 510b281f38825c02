#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace squall::evaluate {

/// A module of TypeScript as the body of a function, when it is as plain as schemas mostly are: imports,
/// exported constants, calls, arrow functions, a few types. Whatever is not understood for certain is left to
/// a whole parser: then there is none. Lines stay where they are.
class PlainModule
{
public:
    static std::optional<PlainModule> of(const QString &text);

    const QString &code() const { return m_code; }
    /// Where in the text a place of the code comes from.
    qsizetype original(qsizetype place) const;

private:
    friend class PlainModuleReader;

    /// From here on the code has come from this place of the text, character by character or as a whole.
    struct Piece
    {
        qsizetype code = 0;
        qsizetype text = 0;
        bool copied = true;
    };

    QString m_code;
    std::vector<Piece> m_pieces;
};

} // namespace squall::evaluate
