#include "core/sql/parse.h"

#include "core/sql/tokenize.h"
#include "core/sql/utf8offsets.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <vector>

#include <pg_query.h>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::sql::Parse)
};

/// The library writes trees by recursion and does not look how much stack is left.
constexpr qsizetype deepest = 1000;

Error errorOf(const PgQueryError &error)
{
    return {.code = Error::Code::Parse,
            .message = QString::fromUtf8(error.message),
            .sqlState = u"42601"_s,
            .position = error.cursorpos};
}

/// The library takes C strings.
Result<QByteArray> asInput(QStringView sql)
{
    if (const auto nul = sql.indexOf(QChar(u'\0')); nul >= 0)
        return Error{.code = Error::Code::Parse,
                     .message = Words::tr("SQL cannot hold a NUL character."),
                     .position = static_cast<int>(charactersBefore(sql, nul)) + 1};
    return sql.toUtf8();
}

bool isOneOf(QStringView word, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](QStringView name) { return word.compare(name, Qt::CaseInsensitive) == 0; });
}

/// What may stand around what comes next, on one level of brackets.
struct Level
{
    qsizetype chained = 0; ///< by what commas do not part: set operations and joins
    qsizetype inItem = 0;  ///< since the last comma
};

/// At least as deep as the parser's tree is.
qsizetype depthOf(QStringView sql)
{
    std::vector<Level> levels(1);
    qsizetype around = 0;
    qsizetype deepestSoFar = 0;
    const auto deepen = [&](qsizetype &count) {
        ++count;
        deepestSoFar = std::max(deepestSoFar, ++around);
    };
    const auto leave = [&](qsizetype &count) {
        around -= count;
        count = 0;
    };
    for (const auto &token : tokenize(sql)) {
        const auto text = token.in(sql);
        auto &level = levels.back();
        if (token.type == Token::Type::Word &&
            isOneOf(text, {u"union", u"intersect", u"except", u"join", u"select", u"with"})) {
            deepen(level.chained);
        } else if (token.type == Token::Type::Word || token.type == Token::Type::Operator) {
            deepen(level.inItem);
        } else if (token.type != Token::Type::Punctuation) {
            continue;
        } else if (text == u"(" || text == u"[") {
            deepen(level.inItem);
            levels.emplace_back();
        } else if ((text == u")" || text == u"]") && levels.size() > 1) {
            leave(level.chained);
            leave(level.inItem);
            levels.pop_back();
        } else if (text == u"," || text == u";") {
            leave(level.inItem);
            if (text == u";")
                leave(level.chained);
        }
    }
    return deepestSoFar;
}

template<typename Answer>
using Owned = std::unique_ptr<Answer, void (*)(Answer *)>;

/// Not nested so deeply that the library would run out of stack.
Result<QByteArray> asShallowInput(QStringView sql)
{
    auto input = asInput(sql);
    if (input && depthOf(sql) > deepest)
        return Error{.code = Error::Code::Unsupported,
                     .message = Words::tr("This is nested too deeply to be taken apart.")};
    return input;
}

/// Frees what the library answered.
template<auto freeAnswer, typename Answer>
Owned<Answer> owned(Answer answer)
{
    return {new Answer(answer), [](Answer *each) {
                freeAnswer(*each);
                delete each;
            }};
}

} // namespace

Result<Done> checkSyntax(QStringView sql)
{
    const auto input = asInput(sql);
    if (!input)
        return input.error();
    // The one call that parses and does not walk the tree.
    const auto answer = owned<pg_query_free_split_result>(pg_query_split_with_parser(input->constData()));
    if (answer->error)
        return errorOf(*answer->error);
    return Done{};
}

Result<QString> fingerprint(QStringView sql)
{
    const auto input = asInput(sql);
    if (!input)
        return input.error();
    const auto answer = owned<pg_query_free_fingerprint_result>(pg_query_fingerprint(input->constData()));
    if (answer->error)
        return errorOf(*answer->error);
    return QString::fromLatin1(answer->fingerprint_str);
}

Result<QString> deparsed(QStringView sql)
{
    const auto input = asShallowInput(sql);
    if (!input)
        return input.error();
    const auto tree = owned<pg_query_free_protobuf_parse_result>(pg_query_parse_protobuf(input->constData()));
    if (tree->error)
        return errorOf(*tree->error);
    const auto text = owned<pg_query_free_deparse_result>(pg_query_deparse_protobuf(tree->parse_tree));
    if (text->error)
        return errorOf(*text->error);
    return QString::fromUtf8(text->query);
}

Result<QJsonObject> parseTree(QStringView sql)
{
    const auto input = asShallowInput(sql);
    if (!input)
        return input.error();
    const auto answer = owned<pg_query_free_parse_result>(pg_query_parse(input->constData()));
    if (answer->error)
        return errorOf(*answer->error);
    const auto tree = QJsonDocument::fromJson(answer->parse_tree);
    if (!tree.isObject())
        return Error{.code = Error::Code::Unsupported,
                     .message = Words::tr("This is nested too deeply to be taken apart.")};
    return tree.object();
}

} // namespace squall::sql
