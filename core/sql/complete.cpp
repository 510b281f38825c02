#include "core/sql/complete.h"

#include "core/sql/complete/around.h"
#include "core/sql/complete/body.h"
#include "core/sql/complete/completer_p.h"
#include "core/sql/complete/statementstart.h"
#include "core/sql/complete/utility.h"
#include "core/sql/scope/parse.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// Keywords are written as this statement writes them, most of all what is being written now.
bool writesCapitals(const Outline &outline)
{
    const auto isUpper = [](QStringView word) {
        return std::all_of(word.begin(), word.end(), [](QChar c) { return !c.isLower(); }) &&
               std::any_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
    };
    const auto written = outline.written() ? outline.written()->in(outline.source()) : QStringView();
    if (written.size() > 1 && isUpper(written))
        return true;
    for (size_t i = 0; i < outline.size(); ++i) {
        const auto &piece = outline.at(i);
        if (piece.token.type == Token::Type::Word && (i == 0 || needsQuotes(piece.word)))
            return isUpper(piece.token.in(outline.source()));
    }
    return !written.isEmpty() && isUpper(written);
}

/// The first piece of the statement that EXPLAIN is about.
size_t behindExplain(const Outline &outline)
{
    size_t at = 0;
    if (!outline.is(at, u"explain"))
        return at;
    ++at;
    if (outline.is(at, u"("))
        return outline.after(at);
    while (outline.isAny(at, {u"analyze", u"verbose"}))
        ++at;
    return at;
}

bool beginsQuery(const Outline &outline, size_t at)
{
    return outline.isAny(
               at, {u"select", u"with", u"values", u"insert", u"update", u"delete", u"merge", u"table"}) ||
           outline.opensQuery(at);
}

/// What somebody wrote of the word at the cursor, as it is compared with names.
QString writtenPart(QStringView text, const Token &token, qsizetype cursor)
{
    auto part = text.mid(token.start, cursor - token.start);
    const auto quoteMark = part.indexOf(token.type == Token::Type::String ? u'\'' : u'"');
    const bool quoted = token.type == Token::Type::String || token.type == Token::Type::QuotedIdentifier;
    return (quoted ? part.mid(quoteMark + 1) : part).toString();
}

void offerQuery(const Outline &outline, Range range, const CompletionCatalog &catalog, Offers &offers,
                Completion &completion)
{
    const auto syntax = parseQuery(outline, range);
    Completer completer(outline, syntax, catalog, offers);
    const auto &written = outline.written();
    completion.signatures = completer.signatures(completion.argument);
    if (written && written->type == Token::Type::String)
        return completer.offerStrings();
    const auto touching =
        outline.cursor() > 0 && !written && outline.at(outline.cursor() - 1).token.end() == completion.start;
    const auto expansion = touching ? completer.expansion() : std::nullopt;
    if (!expansion)
        return completer.offer();
    completion.length = completion.start - expansion->first;
    completion.start = expansion->first;
    offers.add(expansion->second, 0, {Suggestion::Type::Snippet, expansion->second});
}

/// What is offered from.
struct Known
{
    const CompletionCatalog &catalog;
    const Uses &uses;
    const std::vector<Snippet> &snippets;
};

Completion completeStatement(QStringView text, const std::vector<Token> &tokens, qsizetype cursor,
                             const Known &known);

/// Inside the body of a function, as if it were a script of its own.
Completion completeBody(const Token &string, QStringView text, qsizetype cursor, const Known &known)
{
    const auto body = bodyOf(string, text);
    if (cursor < body.start || cursor > body.start + body.text.size())
        return {.start = cursor};
    const auto script = asQueries(body.text);
    const auto place = cursor - body.start;
    auto tokens = tokensAround(script, place);
    dropControl(tokens, script, place);
    auto completion = completeStatement(script, tokens, place, known);
    completion.start += body.start;
    return completion;
}

Completion completeStatement(QStringView text, const std::vector<Token> &tokens, qsizetype cursor,
                             const Known &known)
{
    const Outline outline(text, tokens, cursor);
    const auto &written = outline.written();
    const bool inString = written && written->type == Token::Type::String;
    if (inString && written->in(text).startsWith(u'$'))
        return completeBody(*written, text, cursor, known);
    Completion completion{.start = written ? written->start : cursor,
                          .length = written ? cursor - written->start : 0,
                          .behind = written && written->finished ? written->end() - cursor : 0};
    const bool silent =
        written && (written->type == Token::Type::Comment || written->type == Token::Type::Number ||
                    written->type == Token::Type::Parameter);
    if (silent)
        return completion;
    Offers offers(written ? writtenPart(text, *written, cursor) : QString(), writesCapitals(outline),
                  known.uses);
    const auto at = outline.cursor();
    const auto first = behindExplain(outline);
    const auto [begin, end] = embeddedQuery(outline);
    if (at == 0)
        offerStatements(offers, known.snippets);
    else if (first > 0 && at <= first)
        offerExplained(offers);
    else if (beginsQuery(outline, first))
        offerQuery(outline, {first, outline.size()}, known.catalog, offers, completion);
    else if (end > 0)
        offerQuery(outline, {begin, end}, known.catalog, offers, completion);
    else if (!inString)
        offerUtility(outline, known.catalog, offers);
    completion.suggestions = offers.take();
    return completion;
}

} // namespace

Completion complete(QStringView text, qsizetype cursor, const CompletionCatalog &catalog, const Uses &uses,
                    const std::vector<Snippet> &snippets)
{
    return completeStatement(text, tokensAround(text, cursor), cursor, {catalog, uses, snippets});
}

} // namespace squall::sql
