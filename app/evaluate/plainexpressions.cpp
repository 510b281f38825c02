#include "app/evaluate/plainmodulereader.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace squall::evaluate {

namespace {

/// What a whole parser has to look at.
const QSet<QString> &unusualWords()
{
    static const QSet<QString> words{u"class"_s,    u"enum"_s,  u"namespace"_s, u"module"_s,  u"declare"_s,
                                     u"abstract"_s, u"await"_s, u"switch"_s,    u"catch"_s,   u"import"_s,
                                     u"export"_s,   u"using"_s, u"with"_s,      u"accessor"_s};
    return words;
}

/// Keywords behind which no value has ended.
const QSet<QString> &openWords()
{
    static const QSet<QString> words{u"return"_s, u"typeof"_s, u"case"_s,      u"in"_s,    u"of"_s,
                                     u"new"_s,    u"delete"_s, u"void"_s,      u"throw"_s, u"else"_s,
                                     u"do"_s,     u"yield"_s,  u"instanceof"_s};
    return words;
}

} // namespace

int PlainModuleReader::expression(int at, bool single)
{
    const int first = at;
    while (m_fits && !isEnd(at)) {
        const bool outermost = token(at).outer < 0;
        if (at > first && outermost && token(at).afterLineBreak &&
            (isWord(at, u"import") || isWord(at, u"export") || beginsTypeDeclaration(at)))
            return at;
        if (single && outermost && isSign(at, u","))
            return fail(at);
        const bool ends = outermost && isSign(at, u";");
        at = inner(at);
        if (ends)
            return at;
    }
    return at;
}

int PlainModuleReader::inner(int at)
{
    if (isName(at) && !isProperty(at) && !isKey(at))
        return name(at);
    if (isSign(at, u"("))
        return parenthesis(at);
    if (isSign(at, u"!") && endsValue(at - 1) && !token(at).afterLineBreak)
        replace(at, at + 1, {});
    else if (isSign(at, u"<"))
        return angle(at);
    else if (isSign(at, u"=>"))
        return arrow(at);
    else if (isSign(at, u"?"))
        ++m_questions;
    return at + 1;
}

bool PlainModuleReader::inObject(int at) const
{
    const int outer = token(at).outer;
    return outer >= 0 && isSign(outer, u"{") && !token(outer).isBlock;
}

bool PlainModuleReader::endsValue(int at) const
{
    if (at < 0)
        return false;
    const auto &before = token(at);
    if (before.kind == Token::Kind::Name)
        return isProperty(at) || !openWords().contains(word(at));
    if (before.kind == Token::Kind::Template)
        return m_text[before.end - 1] == u'`';
    return before.kind == Token::Kind::String || before.kind == Token::Kind::Number || isSign(at, u")") ||
           isSign(at, u"]") || isSign(at, u"}");
}

int PlainModuleReader::name(int at)
{
    if (isWord(at, u"const") || isWord(at, u"let") || isWord(at, u"var"))
        return declaration(at + 1);
    if (isWord(at, u"function"))
        return function(at);
    if ((isWord(at, u"as") || isWord(at, u"satisfies")) && endsValue(at - 1) && !token(at).afterLineBreak) {
        if (isWord(at + 1, u"const"))
            return removeType(at, at + 2);
        return removeType(at, m_syntax.behindType(at + 1));
    }
    if (unusualWords().contains(word(at)))
        return fail(at);
    return at + 1;
}

int PlainModuleReader::declaration(int at)
{
    if (isSign(at, u"{") || isSign(at, u"[")) {
        const int closing = token(at).partner;
        checkNames(at, closing);
        at = closing + 1;
    } else if (isName(at) && !isWord(at, u"enum")) {
        checkNames(at, at + 1);
        ++at;
    } else {
        return fail(at);
    }
    return isSign(at, u":") ? removeType(at, m_syntax.behindType(at + 1)) : at;
}

void PlainModuleReader::checkNames(int from, int behind)
{
    for (int at = from; at < behind; ++at) {
        if (isName(at) && !isProperty(at))
            m_declared.insert(word(at));
    }
}

int PlainModuleReader::function(int at)
{
    if (isSign(++at, u"*"))
        ++at;
    if (isName(at)) {
        checkNames(at, at + 1);
        ++at;
    }
    if (isSign(at, u"<"))
        at = removeType(at, m_syntax.behindParameters(at));
    if (!m_fits || !isSign(at, u"("))
        return fail(at);
    const int closing = token(at).partner;
    parameters(at);
    at = closing + 1;
    if (isSign(at, u":"))
        at = removeType(at, m_syntax.behindType(at + 1));
    return isSign(at, u"{") ? at : fail(at);
}

int PlainModuleReader::parenthesis(int at)
{
    const int closing = token(at).partner;
    int behind = closing + 1;
    const auto result = isSign(behind, u":") ? m_syntax.behindType(behind + 1) : std::nullopt;
    const bool typedArrow = result && isSign(*result, u"=>");
    const bool method = isSign(behind, u"{") || (result && isSign(*result, u"{"));
    if (isSign(behind, u":") && m_questions > 0 && (typedArrow || method))
        return fail(at);
    if (!isSign(behind, u"=>") && !typedArrow && !method)
        return at + 1;
    if (method && isName(at - 1) && !isKey(at - 1) && !isControl(at - 1))
        return fail(at);
    if (method && isName(at - 1) && isControl(at - 1))
        return at + 1;
    parameters(at);
    if (result && (typedArrow || method))
        removeType(behind, *result);
    return closing + 1;
}

void PlainModuleReader::parameters(int opening)
{
    const int closing = token(opening).partner;
    bool binding = true;
    for (int at = opening + 1; m_fits && at < closing;) {
        const bool direct = token(at).outer == opening;
        if (direct && isSign(at, u","))
            binding = true;
        if (direct && isSign(at, u"="))
            binding = false;
        if (binding && direct && isSign(at, u"?")) {
            replace(at, at + 1, {});
            ++at;
        } else if (binding && direct && isSign(at, u":")) {
            at = removeType(at, m_syntax.behindType(at + 1));
        } else if (binding) {
            checkNames(at, at + 1);
            ++at;
        } else {
            at = inner(at);
        }
    }
}

int PlainModuleReader::arrow(int at)
{
    if (isName(at - 1))
        checkNames(at - 1, at);
    return at + 1;
}

int PlainModuleReader::angle(int at)
{
    if (!endsValue(at - 1))
        return fail(at);
    const auto behind = m_syntax.behindArguments(at);
    if (behind && (isSign(*behind, u"(") || token(*behind).kind == Token::Kind::Template))
        return removeType(at, behind);
    return behind ? fail(at) : at + 1;
}

} // namespace squall::evaluate
