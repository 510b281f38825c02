#include "core/sql/statementkind.h"

#include <algorithm>
#include <initializer_list>
#include <span>

namespace squall::sql {

using Kind = Statement::Kind;

namespace {

using Words = std::span<const LeadingWord>;

bool isOneOf(const LeadingWord &word, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QStringView name) { return word.is(name); });
}

bool isWriting(const LeadingWord &word)
{
    return isOneOf(word, {u"insert", u"update", u"delete", u"merge"});
}

bool hasOutside(Words words, QStringView name)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const LeadingWord &word) { return word.depth == 0 && word.is(name); });
}

/// SELECT … INTO makes a table.
Kind ofSelect(Words words)
{
    return hasOutside(words, u"into") ? Kind::Ddl : Kind::Read;
}

/// What the names of a WITH are for, and whether one of them changes rows.
Kind ofWith(Words words)
{
    bool afterList = false;
    for (const auto &word : words) {
        const bool inName = word.depth == 1 && word.follows(u"(");
        if (inName && isWriting(word) &&
            (word.beforeThat.compare(u"as", Qt::CaseInsensitive) == 0 ||
             word.beforeThat.compare(u"materialized", Qt::CaseInsensitive) == 0))
            return Kind::Write;
        afterList |= word.depth == 0 && word.before == u")";
        if (word.depth == 0 && afterList && isWriting(word) && !word.follows(u",") && !word.follows(u"for"))
            return Kind::Write;
    }
    return ofSelect(words);
}

Kind ofCopy(Words words)
{
    for (const auto &word : words) {
        if (word.depth != 0 || !isOneOf(word, {u"stdin", u"stdout"}))
            continue;
        if (word.follows(u"from"))
            return Kind::CopyIn;
        if (word.follows(u"to"))
            return Kind::CopyOut;
    }
    return Kind::Write;
}

Kind kindOf(Words words);

/// ANALYZE runs the statement.
Kind ofExplain(Words words)
{
    const auto isAnalyze = [](const LeadingWord &word) { return isOneOf(word, {u"analyze", u"analyse"}); };
    if (std::none_of(words.begin(), words.end(), isAnalyze))
        return Kind::Read;
    const auto inner = std::find_if(words.begin() + 1, words.end(), [&](const LeadingWord &word) {
        return word.depth == 0 && !isAnalyze(word) && !word.is(u"verbose");
    });
    return inner == words.end() ? Kind::Read : kindOf({inner, words.end()});
}

struct Entry
{
    QStringView word;
    Kind kind;
};

constexpr Entry entries[] = {
    {u"values", Kind::Read},
    {u"table", Kind::Read},
    {u"show", Kind::Read},
    {u"fetch", Kind::Read},
    {u"set", Kind::Session},
    {u"reset", Kind::Session},
    {u"discard", Kind::Session},
    {u"listen", Kind::Session},
    {u"unlisten", Kind::Session},
    {u"load", Kind::Session},
    {u"deallocate", Kind::Session},
    {u"declare", Kind::Session},
    {u"close", Kind::Session},
    {u"move", Kind::Session},
    {u"begin", Kind::Transaction},
    {u"start", Kind::Transaction},
    {u"commit", Kind::Transaction},
    {u"end", Kind::Transaction},
    {u"rollback", Kind::Transaction},
    {u"abort", Kind::Transaction},
    {u"savepoint", Kind::Transaction},
    {u"release", Kind::Transaction},
    {u"lock", Kind::Transaction},
    {u"vacuum", Kind::Maintenance},
    {u"analyze", Kind::Maintenance},
    {u"analyse", Kind::Maintenance},
    {u"cluster", Kind::Maintenance},
    {u"reindex", Kind::Maintenance},
    {u"checkpoint", Kind::Maintenance},
    {u"refresh", Kind::Maintenance},
    {u"repack", Kind::Maintenance},
    {u"insert", Kind::Write},
    {u"update", Kind::Write},
    {u"delete", Kind::Write},
    {u"merge", Kind::Write},
    {u"truncate", Kind::Write},
    {u"call", Kind::Write},
    {u"do", Kind::Write},
    {u"execute", Kind::Write},
    {u"notify", Kind::Write},
    {u"create", Kind::Ddl},
    {u"alter", Kind::Ddl},
    {u"drop", Kind::Ddl},
    {u"comment", Kind::Ddl},
    {u"grant", Kind::Ddl},
    {u"revoke", Kind::Ddl},
    {u"security", Kind::Ddl},
    {u"reassign", Kind::Ddl},
    {u"import", Kind::Ddl},
};

Kind kindOf(Words words)
{
    const auto &first = words.front();
    const bool transaction = words.size() > 1 && words[1].is(u"transaction");
    if (first.is(u"select"))
        return ofSelect(words);
    if (first.is(u"with"))
        return ofWith(words);
    if (first.is(u"copy"))
        return ofCopy(words);
    if (first.is(u"explain"))
        return ofExplain(words);
    if (first.is(u"prepare"))
        return transaction ? Kind::Transaction : Kind::Session;
    if (first.is(u"set") && transaction)
        return Kind::Transaction;
    const auto *entry = std::find_if(std::begin(entries), std::end(entries),
                                     [&](const Entry &each) { return first.is(each.word); });
    return entry == std::end(entries) ? Kind::Unknown : entry->kind;
}

} // namespace

Statement::Kind statementKind(const std::vector<LeadingWord> &words)
{
    return words.empty() ? Kind::Unknown : kindOf(words);
}

} // namespace squall::sql
