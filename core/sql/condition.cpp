#include "core/sql/condition.h"

#include "core/sql/tokenize.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::sql::Condition)
};

/// The server counts characters, not UTF-16 units.
int positionOf(QStringView text, qsizetype unit)
{
    const auto before = text.left(unit);
    const auto pairs =
        std::count_if(before.begin(), before.end(), [](QChar c) { return c.isLowSurrogate(); });
    return static_cast<int>(unit - pairs) + 1;
}

QString unfinished(Token::Type type)
{
    switch (type) {
    case Token::Type::Comment: return Words::tr("This comment is not closed.");
    case Token::Type::QuotedIdentifier: return Words::tr("This quoted name is not closed.");
    default: return Words::tr("This string is not closed.");
    }
}

QChar opening(QChar closing)
{
    return closing == u')' ? u'(' : u'[';
}

/// What keeps one token from standing in a condition; brackets are kept in `open`.
QString objection(const Token &token, QStringView text, std::vector<qsizetype> &open)
{
    if (!token.finished)
        return unfinished(token.type);
    if (token.type == Token::Type::Parameter)
        return Words::tr("A condition cannot have parameters such as %1.").arg(token.in(text));
    if (token.type != Token::Type::Punctuation)
        return {};
    const auto c = token.in(text).front();
    if (c == u';')
        return Words::tr("A condition is one expression: it cannot hold a semicolon.");
    if (c == u'(' || c == u'[') {
        open.push_back(token.start);
    } else if (c == u')' || c == u']') {
        if (open.empty() || text[open.back()] != opening(c))
            return Words::tr("This bracket closes nothing.");
        open.pop_back();
    }
    return {};
}

} // namespace

Result<QString> checkedCondition(const QString &text)
{
    const auto refuse = [&](const QString &message, qsizetype at) {
        return Error{.code = Error::Code::Parse, .message = message, .position = positionOf(text, at)};
    };
    // libpq takes statements as C strings.
    if (const auto nul = text.indexOf(QChar(u'\0')); nul >= 0)
        return refuse(Words::tr("A condition cannot hold a NUL character."), nul);
    const auto tokens = tokenize(text);
    if (std::none_of(tokens.begin(), tokens.end(),
                     [](const Token &token) { return token.isSignificant(); })) {
        const bool whole = tokens.empty() || tokens.back().finished;
        return whole ? Result<QString>(QString())
                     : refuse(unfinished(Token::Type::Comment), tokens.back().start);
    }
    std::vector<qsizetype> open;
    for (const auto &token : tokens) {
        if (const auto why = objection(token, text, open); !why.isEmpty())
            return refuse(why, token.start);
    }
    if (!open.empty())
        return refuse(Words::tr("This bracket is not closed."), open.back());
    return tokens.back().type == Token::Type::Comment ? text + u'\n' : text;
}

} // namespace squall::sql
