#include "app/evaluate/typesyntax.h"

namespace squall::evaluate {

std::optional<int> TypeSyntax::behindType(int at) const
{
    if (isSign(at, u"|") || isSign(at, u"&"))
        ++at;
    for (;;) {
        const auto behind = behindPrimary(at);
        if (!behind)
            return {};
        at = *behind;
        if (isWord(at, u"extends") || isWord(at, u"is"))
            return {};
        if (!isSign(at, u"|") && !isSign(at, u"&"))
            return at;
        ++at;
    }
}

std::optional<int> TypeSyntax::behindArguments(int at) const
{
    if (!isSign(at, u"<"))
        return {};
    do {
        const auto behind = behindType(at + 1);
        if (!behind)
            return {};
        at = *behind;
    } while (isSign(at, u","));
    return isSign(at, u">") ? std::optional(at + 1) : std::nullopt;
}

std::optional<int> TypeSyntax::behindParameters(int at) const
{
    do {
        if (!isName(++at))
            return {};
        ++at;
        for (const auto *word : {u"extends", u"="}) {
            const bool there = isWord(at, word) || isSign(at, word);
            const auto behind = there ? behindType(at + 1) : std::optional(at);
            if (!behind)
                return {};
            at = *behind;
        }
    } while (isSign(at, u","));
    return isSign(at, u">") ? std::optional(at + 1) : std::nullopt;
}

std::optional<int> TypeSyntax::behindPrimary(int at) const
{
    std::optional<int> behind;
    const auto &first = token(at);
    if (isWord(at, u"keyof") || isWord(at, u"typeof") || isWord(at, u"readonly") || isWord(at, u"unique"))
        return behindPrimary(at + 1);
    if (first.kind == Token::Kind::Name) {
        behind = behindPath(at);
    } else if (first.kind == Token::Kind::String || first.kind == Token::Kind::Number) {
        behind = at + 1;
    } else if (isSign(at, u"-") && token(at + 1).kind == Token::Kind::Number) {
        behind = at + 2;
    } else if (isSign(at, u"{") || isSign(at, u"[") || isSign(at, u"(")) {
        behind = first.partner + 1;
        if (isSign(at, u"(") && isSign(*behind, u"=>"))
            return behindType(*behind + 1);
    }
    while (behind && isSign(*behind, u"[") && !token(*behind).afterLineBreak)
        behind = token(*behind).partner + 1;
    return behind;
}

std::optional<int> TypeSyntax::behindPath(int at) const
{
    for (const auto *word : {u"new", u"infer", u"asserts", u"abstract", u"import", u"function", u"this"}) {
        if (isWord(at, word))
            return {};
    }
    ++at;
    while (isSign(at, u".") && isName(at + 1))
        at += 2;
    return isSign(at, u"<") ? behindArguments(at) : std::optional(at);
}

} // namespace squall::evaluate
