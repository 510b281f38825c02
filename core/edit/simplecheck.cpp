#include "core/edit/simplecheck.h"

#include "core/edit/deparsed.h"
#include "core/edit/typename.h"

#include <QRegularExpression>

#include <algorithm>

namespace squall::edit {

using namespace Qt::StringLiterals;

namespace {

using Answer = std::optional<bool>;

/// A constant, or the value itself.
struct Operand
{
    bool number = false;
    QByteArray text = {};
};

bool isNumberType(const QString &type)
{
    static const QStringList numbers{u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s};
    return numbers.contains(type);
}

bool isTextType(const QString &type)
{
    return type == u"text" || type == u"character varying";
}

class Check
{
public:
    Check(const QString &column, const QString &type, const QByteArray &value)
        : m_column(column)
        , m_type(type)
        , m_value(value)
    {
    }

    Answer evaluate(SqlTokens tokens) const
    {
        tokens = withoutParentheses(tokens);
        if (const auto at = findOutside(tokens, u"OR"); at < tokens.size())
            return either(evaluate(tokens.first(at)), evaluate(tokens.subspan(at + 1)));
        if (const auto at = findOutside(tokens, u"AND"); at < tokens.size())
            return opposite(
                either(opposite(evaluate(tokens.first(at))), opposite(evaluate(tokens.subspan(at + 1)))));
        if (!tokens.empty() && tokens.front().isKeyword(u"NOT"))
            return opposite(evaluate(tokens.subspan(1)));
        if (const auto at = findOutside(tokens, u"IS"); at < tokens.size())
            return nullness(tokens.first(at), tokens.subspan(at + 1));
        for (const auto *sign : {u"=", u"<>", u"<", u"<=", u">", u">="}) {
            const auto at = findOutside(tokens, sign);
            if (at < tokens.size())
                return comparison(tokens.first(at), sign, tokens.subspan(at + 1));
        }
        return std::nullopt;
    }

private:
    static Answer opposite(Answer answer) { return answer ? Answer(!*answer) : std::nullopt; }
    static Answer either(Answer one, Answer other)
    {
        if (one.value_or(false) || other.value_or(false))
            return true;
        return one && other ? Answer(false) : std::nullopt;
    }

    /// A missing value passes every check; this one is there.
    Answer nullness(SqlTokens left, SqlTokens right) const
    {
        if (!operand(left))
            return std::nullopt;
        if (right.size() == 1 && right[0].isKeyword(u"NULL"))
            return false;
        if (right.size() == 2 && right[0].isKeyword(u"NOT") && right[1].isKeyword(u"NULL"))
            return true;
        return std::nullopt;
    }

    Answer comparison(SqlTokens left, QStringView sign, SqlTokens right) const
    {
        const auto one = operand(left);
        if (!one)
            return std::nullopt;
        if (sign == u"=" && !right.empty() && right.front().isKeyword(u"ANY"))
            return isAmong(*one, right.subspan(1));
        if (sign == u"<>" && !right.empty() && right.front().isKeyword(u"ALL"))
            return opposite(isAmong(*one, right.subspan(1)));
        const auto other = operand(right);
        return other ? compare(*one, sign, *other) : std::nullopt;
    }

    static Answer compare(const Operand &one, QStringView sign, const Operand &other)
    {
        if (one.number != other.number)
            return std::nullopt;
        // The order of words depends on a collation; their equality does not.
        const auto order = one.number ? compareDecimals(one.text, other.text)
                           : sign == u"=" || sign == u"<>"
                               ? std::optional<int>(one.text == other.text ? 0 : 1)
                               : std::nullopt;
        if (!order)
            return std::nullopt;
        if (sign == u"=")
            return *order == 0;
        if (sign == u"<>")
            return *order != 0;
        if (sign == u"<" || sign == u"<=")
            return *order < 0 || (*order == 0 && sign == u"<=");
        return *order > 0 || (*order == 0 && sign == u">=");
    }

    /// `(ARRAY['a'::text, 'b'::text])`, perhaps cast as a whole.
    Answer isAmong(const Operand &value, SqlTokens tokens) const
    {
        tokens = withoutCast(withoutParentheses(tokens));
        if (tokens.size() < 3 || !tokens[0].isKeyword(u"ARRAY") || !tokens[1].isSymbol(u"[") ||
            !tokens.back().isSymbol(u"]"))
            return std::nullopt;
        Answer found = false;
        for (const auto element : splitList(tokens.subspan(2, tokens.size() - 3))) {
            const auto other = operand(element);
            found = either(found, other ? compare(value, u"=", *other) : std::nullopt);
        }
        return found;
    }

    static SqlTokens withoutCast(SqlTokens tokens)
    {
        return withoutParentheses(tokens.first(findOutside(tokens, u"::")));
    }

    /// Casts that do not change what is compared.
    static bool isHarmless(SqlTokens type)
    {
        return type.empty() ||
               (type.size() == 1 && (type[0].isName()) &&
                (type[0].text == u"numeric" || type[0].text == u"text" || type[0].text == u"bigint"));
    }

    bool isValue(SqlTokens tokens) const
    {
        const auto cast = findOutside(tokens, u"::");
        const auto inner = withoutParentheses(tokens.first(cast));
        const auto type = tokens.subspan(std::min(cast + 1, tokens.size()));
        return inner.size() == 1 && inner[0].isName() && inner[0].text == m_column && isHarmless(type);
    }

    std::optional<Operand> operand(SqlTokens tokens) const
    {
        tokens = withoutParentheses(tokens);
        if (isValue(tokens)) {
            if (!isNumberType(m_type) && !isTextType(m_type))
                return std::nullopt;
            return Operand{isNumberType(m_type), m_value};
        }
        if (tokens.size() >= 4 && tokens[0].isName() && tokens[1].isSymbol(u"(") && isTextType(m_type) &&
            (tokens[0].text == u"length" || tokens[0].text == u"char_length") &&
            isValue(withoutParentheses(tokens.subspan(1)))) {
            const auto characters = QString::fromUtf8(m_value).toUcs4().size();
            return Operand{true, QByteArray::number(characters)};
        }
        return constant(tokens);
    }

    std::optional<Operand> constant(SqlTokens tokens) const
    {
        const auto inner = withoutCast(tokens);
        const bool negative = inner.size() == 2 && inner[0].isSymbol(u"-");
        if (inner.size() != (negative ? 2U : 1U) || inner.back().kind != SqlToken::Kind::Literal)
            return std::nullopt;
        const auto &text = inner.back().text;
        if (!text.startsWith(u'\''))
            return text.startsWith(u'E')
                       ? std::nullopt
                       : std::optional(Operand{true, (negative ? "-" : "") + text.toUtf8()});
        auto content = text.mid(1, text.size() - 2).replace(u"''"_s, u"'"_s).toUtf8();
        return Operand{isNumberType(m_type) && compareDecimals(content, content).has_value(), content};
    }

    const QString m_column;
    const QString m_type;
    const QByteArray m_value;
};

} // namespace

std::optional<int> compareDecimals(const QByteArray &one, const QByteArray &other)
{
    static const QRegularExpression form(u"^\\s*([+-]?)0*([0-9]*)(?:\\.([0-9]*?)0*)?\\s*$"_s);
    const auto split = [](const QByteArray &number) {
        const auto match = form.match(QString::fromLatin1(number));
        const bool digits =
            std::any_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
        return match.hasMatch() && digits ? std::optional(match) : std::nullopt;
    };
    const auto a = split(one);
    const auto b = split(other);
    if (!a || !b)
        return std::nullopt;
    const auto sign = [](const QRegularExpressionMatch &number) {
        const bool zero = number.captured(2).isEmpty() && number.captured(3).isEmpty();
        return zero ? 0 : number.captured(1) == u"-" ? -1 : 1;
    };
    if (sign(*a) != sign(*b))
        return sign(*a) < sign(*b) ? -1 : 1;
    const auto longer = a->captured(2).size() - b->captured(2).size();
    const int digits =
        (a->captured(2) + u'.' + a->captured(3)).compare(b->captured(2) + u'.' + b->captured(3));
    const int size = longer != 0 ? (longer < 0 ? -1 : 1) : digits < 0 ? -1 : digits > 0 ? 1 : 0;
    return sign(*a) * size;
}

std::optional<bool> passes(const QString &expression, const QString &column, const QString &type,
                           const QByteArray &value)
{
    const auto tokens = deparsedTokens(expression);
    return Check(column, parseTypeName(type).name, value).evaluate(tokens);
}

} // namespace squall::edit
