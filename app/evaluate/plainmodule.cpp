#include "app/evaluate/plainmodule.h"

#include "app/evaluate/plainmodulereader.h"

#include <algorithm>

namespace squall::evaluate {

std::optional<PlainModule> PlainModule::of(const QString &text)
{
    auto tokens = scriptTokens(text);
    if (!tokens)
        return {};
    return PlainModuleReader(text, *std::move(tokens)).read();
}

qsizetype PlainModule::original(qsizetype place) const
{
    const auto behind = std::upper_bound(m_pieces.begin(), m_pieces.end(), place,
                                         [](qsizetype at, const Piece &piece) { return at < piece.code; });
    const auto &piece = behind == m_pieces.begin() ? *behind : *(behind - 1);
    return piece.copied ? piece.text + place - piece.code : piece.text;
}

} // namespace squall::evaluate
