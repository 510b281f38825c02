#pragma once

#include "app/evaluate/scripttokens.h"

#include <QStringView>

#include <optional>

namespace squall::evaluate {

/// Where types end. Nothing where what stands there is none, or more than is understood.
class TypeSyntax
{
public:
    TypeSyntax(QStringView text, const std::vector<Token> &tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }

    /// The end, wherever there is none: looking around may go past it, and before the beginning.
    const Token &token(int at) const
    {
        const auto index = static_cast<size_t>(at);
        return index < m_tokens.size() ? m_tokens[index] : m_tokens.back();
    }
    QStringView word(int at) const { return m_text.sliced(token(at).begin, token(at).end - token(at).begin); }
    bool isSign(int at, QStringView sign) const
    {
        return token(at).kind == Token::Kind::Sign && word(at) == sign;
    }
    bool isName(int at) const { return token(at).kind == Token::Kind::Name; }
    bool isWord(int at, QStringView name) const { return isName(at) && word(at) == name; }

    /// The token behind the type that begins at `at`.
    std::optional<int> behindType(int at) const;
    /// Behind `<…>` with types.
    std::optional<int> behindArguments(int at) const;
    /// Behind `<T extends A = B, …>`.
    std::optional<int> behindParameters(int at) const;

private:
    std::optional<int> behindPrimary(int at) const;
    std::optional<int> behindPath(int at) const;

    QStringView m_text;
    const std::vector<Token> &m_tokens;
};

} // namespace squall::evaluate
