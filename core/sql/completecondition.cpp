#include "core/sql/completecondition.h"

#include "core/base/quote.h"
#include "core/catalog/written.h"
#include "core/sql/tokenize.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace squall::sql {

using namespace Qt::StringLiterals;
using Type = Suggestion::Type;

namespace {

constexpr size_t mostSuggestions = 60;

/// The significant tokens before the cursor, and the one that is being written.
struct Place
{
    std::vector<Token> before;
    std::optional<Token> written;
};

Place placeAt(QStringView text, qsizetype cursor)
{
    Place place;
    for (const auto &token : tokenize(text.left(cursor))) {
        const bool touches = token.end() == cursor;
        const bool open =
            touches && (!token.finished || token.type == Token::Type::Word ||
                        (token.type == Token::Type::Comment && token.in(text).startsWith(u"--")));
        if (open)
            place.written = token;
        else if (token.isSignificant())
            place.before.push_back(token);
    }
    return place;
}

bool isOneOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QStringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; });
}

/// The name that a word or a quoted identifier stands for.
QString nameOf(const Token &token, QStringView text)
{
    const auto raw = token.in(text);
    if (token.type == Token::Type::Word)
        return raw.toString().toLower();
    if (token.type != Token::Type::QuotedIdentifier || !raw.startsWith(u'"'))
        return {};
    return raw.mid(1, raw.size() - (token.finished ? 2 : 1)).toString().replace(u"\"\""_s, u"\""_s);
}

const catalog::Column *columnAt(const std::vector<Token> &tokens, qsizetype index, QStringView text,
                                const std::vector<catalog::Column> &columns)
{
    if (index < 0)
        return nullptr;
    const auto name = nameOf(tokens[static_cast<size_t>(index)], text);
    return name.isEmpty() ? nullptr : catalog::findColumn(columns, name);
}

/// The column that a value written after `tokens` is compared with: after `c =`, `c <>`, `c in (…,`.
const catalog::Column *comparedColumn(const std::vector<Token> &tokens, QStringView text,
                                      const std::vector<catalog::Column> &columns)
{
    auto at = static_cast<qsizetype>(tokens.size()) - 1;
    const auto textAt = [&](qsizetype i) {
        return i >= 0 ? tokens[static_cast<size_t>(i)].in(text) : QStringView();
    };
    if (isOneOf(textAt(at), {u"=", u"<>", u"!="}))
        return columnAt(tokens, at - 1, text, columns);
    while (textAt(at) == u"," || (at >= 0 && tokens[static_cast<size_t>(at)].type == Token::Type::String))
        --at;
    if (textAt(at) != u"(" || !isOneOf(textAt(at - 1), {u"in"}))
        return nullptr;
    at -= isOneOf(textAt(at - 2), {u"not"}) ? 3 : 2;
    return columnAt(tokens, at, text, columns);
}

/// Whether the expression so far is complete, so that an operator is due.
bool isOperand(const Token &token, QStringView text)
{
    switch (token.type) {
    case Token::Type::String:
    case Token::Type::Number:
    case Token::Type::QuotedIdentifier:
    case Token::Type::Parameter: return true;
    case Token::Type::Punctuation: return token.in(text) == u")" || token.in(text) == u"]";
    case Token::Type::Word:
        return !isOneOf(token.in(text),
                        {u"and",    u"or",    u"not",      u"in",   u"like",   u"ilike", u"between", u"is",
                         u"any",    u"all",   u"similar",  u"to",   u"when",   u"then",  u"else",    u"case",
                         u"exists", u"array", u"distinct", u"from", u"select", u"where", u"escape"});
    default: return false;
    }
}

/// Collects what begins with what was written so far.
class Collector
{
public:
    explicit Collector(QStringView written)
        : m_written(written)
    {
    }

    void add(Suggestion suggestion)
    {
        const auto &text = suggestion.text;
        const auto start = text.startsWith(u'"') && !m_written.startsWith(u'"') ? 1 : 0;
        const bool matches = QStringView(text).mid(start).startsWith(m_written, Qt::CaseInsensitive);
        if (matches && m_found.size() < mostSuggestions && !m_seen.contains(text)) {
            m_seen.insert(text);
            m_found.push_back(std::move(suggestion));
        }
    }
    void addKeywords(std::initializer_list<QStringView> words)
    {
        for (const auto word : words)
            add({.type = Type::Keyword, .text = word.toString()});
    }
    std::vector<Suggestion> take() { return std::move(m_found); }

private:
    QStringView m_written;
    QSet<QString> m_seen;
    std::vector<Suggestion> m_found;
};

void addOperators(Collector &found)
{
    for (const QStringView sign : {u"=", u"<>", u"<", u"<=", u">", u">="})
        found.add({.type = Type::Operator, .text = sign.toString()});
    found.addKeywords({u"and", u"or", u"is null", u"is not null"});
    found.add({.type = Type::Operator, .text = u"in ()"_s, .back = 1});
    found.addKeywords({u"between", u"like", u"ilike", u"not", u"is true", u"is false", u"is distinct from"});
    for (const QStringView sign : {u"~", u"~*", u"@>", u"<@", u"&&", u"->>", u"->", u"@@"})
        found.add({.type = Type::Operator, .text = sign.toString()});
}

void addFunctions(Collector &found, const catalog::Snapshot &snapshot)
{
    for (const auto &function : snapshot.functions) {
        using Kind = catalog::Function::Type;
        if (function.type != Kind::Function || function.result == u"trigger")
            continue;
        const bool plain = function.schema == u"public";
        found.add({.type = Type::Function,
                   .text = (plain ? quote(function.name) : quote(function.schema, function.name)) + u"()"_s,
                   .note = function.identityArguments + u" → "_s + function.result,
                   .back = 1});
    }
    struct Known
    {
        QStringView name;
        QStringView note;
    };
    for (const auto &[name, note] : std::initializer_list<Known>{
             {u"lower", u"text → text"},
             {u"upper", u"text → text"},
             {u"length", u"text → integer"},
             {u"trim", u"text → text"},
             {u"coalesce", u"any, … → any"},
             {u"now", u"→ timestamptz"},
             {u"date_trunc", u"text, timestamp → timestamp"},
             {u"age", u"timestamp → interval"},
             {u"abs", u"number → number"},
             {u"round", u"numeric, integer → numeric"},
             {u"cardinality", u"array → integer"},
             {u"jsonb_typeof", u"jsonb → text"},
             {u"jsonb_array_length", u"jsonb → integer"},
         })
        found.add(
            {.type = Type::Function, .text = name.toString() + u"()"_s, .note = note.toString(), .back = 1});
}

} // namespace

Completion completeCondition(QStringView text, qsizetype cursor, const std::vector<catalog::Column> &columns,
                             const catalog::Snapshot &snapshot)
{
    const auto place = placeAt(text, cursor);
    const auto written = place.written ? place.written->in(text) : QStringView();
    Completion completion{.start = cursor - written.size(), .length = written.size()};
    Collector found(written);

    const auto *compared = comparedColumn(place.before, text, columns);
    if (const auto *type = compared ? catalog::findWritten(snapshot.enums, compared->type) : nullptr) {
        for (const auto &label : type->labels)
            found.add({.type = Type::Value, .text = quoteLiteral(label), .note = compared->name});
    }
    const bool inText = place.written && (place.written->type == Token::Type::String ||
                                          place.written->type == Token::Type::Comment);
    if (inText) {
        completion.suggestions = found.take();
        return completion;
    }
    if (!place.before.empty() && isOperand(place.before.back(), text)) {
        addOperators(found);
    } else {
        for (const auto &column : columns)
            found.add({.type = Type::Column, .text = quote(column.name), .note = column.type});
        const bool afterIs = !place.before.empty() && isOneOf(place.before.back().in(text), {u"is"});
        if (afterIs)
            found.addKeywords({u"null", u"not null", u"true", u"false"});
        else
            found.addKeywords({u"not", u"true", u"false", u"null", u"exists", u"case", u"any", u"interval"});
        addFunctions(found, snapshot);
    }
    completion.suggestions = found.take();
    return completion;
}

} // namespace squall::sql
