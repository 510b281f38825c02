#include "core/sql/psqlcommand.h"

#include "core/sql/tokenize.h"

#include <algorithm>
#include <initializer_list>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r' || c == u'\f' || c == u'\v';
}

bool isOneOf(QStringView name, std::initializer_list<QStringView> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// psql looks only at the first letters of these.
bool isFamily(QStringView name)
{
    const auto bare = name.endsWith(u'+') ? name.chopped(1) : name;
    return name.startsWith(u'd') || name.startsWith(u"lo_") || isOneOf(bare, {u"l", u"list", u"z"}) ||
           isOneOf(name, {u"lx", u"lx+"});
}

bool isKnown(QStringView name)
{
    return isFamily(name) || isOneOf(name, {u"a",
                                            u"bind",
                                            u"bind_named",
                                            u"C",
                                            u"c",
                                            u"connect",
                                            u"cd",
                                            u"close",
                                            u"close_prepared",
                                            u"conninfo",
                                            u"copy",
                                            u"copyright",
                                            u"crosstabview",
                                            u"e",
                                            u"edit",
                                            u"echo",
                                            u"ef",
                                            u"ev",
                                            u"elif",
                                            u"else",
                                            u"encoding",
                                            u"endif",
                                            u"endpipeline",
                                            u"errverbose",
                                            u"f",
                                            u"flush",
                                            u"flushrequest",
                                            u"g",
                                            u"gx",
                                            u"gdesc",
                                            u"getenv",
                                            u"getresults",
                                            u"gexec",
                                            u"gset",
                                            u"h",
                                            u"help",
                                            u"H",
                                            u"html",
                                            u"i",
                                            u"include",
                                            u"if",
                                            u"ir",
                                            u"include_relative",
                                            u"o",
                                            u"out",
                                            u"p",
                                            u"parse",
                                            u"password",
                                            u"print",
                                            u"prompt",
                                            u"pset",
                                            u"q",
                                            u"quit",
                                            u"qecho",
                                            u"r",
                                            u"reset",
                                            u"restrict",
                                            u"s",
                                            u"sendpipeline",
                                            u"set",
                                            u"setenv",
                                            u"sf",
                                            u"sf+",
                                            u"startpipeline",
                                            u"sv",
                                            u"sv+",
                                            u"syncpipeline",
                                            u"t",
                                            u"T",
                                            u"timing",
                                            u"unrestrict",
                                            u"unset",
                                            u"w",
                                            u"watch",
                                            u"warn",
                                            u"write",
                                            u"x",
                                            u"!",
                                            u"?"});
}

/// Everything to the end of the line is one argument; of what psql does not know it drops the whole line.
bool takesLine(QStringView name)
{
    return !isKnown(name) ||
           isOneOf(name, {u"copy", u"h", u"help", u"!", u"ef", u"ev", u"sf", u"sf+", u"sv", u"sv+"});
}

bool mayPipe(QStringView name)
{
    return isOneOf(name, {u"g", u"gx", u"o", u"out", u"w", u"write"});
}

PsqlCommand::Effect effectOf(QStringView name)
{
    if (isOneOf(name, {u"g", u"gx", u"gdesc", u"gexec", u"gset", u"crosstabview", u"watch", u"parse",
                       u"sendpipeline"}))
        return PsqlCommand::Effect::Sends;
    return isOneOf(name, {u"r", u"reset"}) ? PsqlCommand::Effect::Discards : PsqlCommand::Effect::None;
}

/// The end of a quoted part of an argument; that of the line when nothing closes it.
qsizetype skipQuoted(QStringView script, qsizetype at, qsizetype lineEnd)
{
    const auto mark = script[at++];
    for (; at < lineEnd && script[at] != mark; ++at) {
        if (mark == u'\'' && script[at] == u'\\')
            ++at;
    }
    return at < lineEnd ? at + 1 : lineEnd;
}

/// Arguments end at a backslash, which begins the next command.
qsizetype skipArguments(QStringView script, qsizetype at, qsizetype lineEnd, bool pipes)
{
    bool begins = true;
    while (at < lineEnd && script[at] != u'\\') {
        const auto c = script[at];
        if (pipes && begins && c == u'|')
            return lineEnd;
        begins = isBlank(c);
        at = c == u'\'' || c == u'"' || c == u'`' ? skipQuoted(script, at, lineEnd) : at + 1;
    }
    return at;
}

/// `\copy` names what it reads after FROM, and `stdout` there means the same.
bool copiesFromScript(QStringView arguments)
{
    int depth = 0;
    bool from = false;
    for (const auto &token : tokenize(arguments)) {
        if (!token.isSignificant())
            continue;
        const auto text = token.in(arguments);
        if (token.type == Token::Type::Word && depth == 0) {
            if (from)
                return text.compare(u"stdin", Qt::CaseInsensitive) == 0 ||
                       text.compare(u"stdout", Qt::CaseInsensitive) == 0;
            from = text.compare(u"from", Qt::CaseInsensitive) == 0;
        } else if (from) {
            return false;
        }
        depth += text == u"(" ? 1 : text == u")" ? -1 : 0;
    }
    return false;
}

} // namespace

PsqlCommand readPsqlCommand(QStringView script, qsizetype start)
{
    const auto newline = script.indexOf(u'\n', start);
    const auto lineEnd = newline < 0 ? script.size() : newline;
    auto at = start + 1;
    while (at < lineEnd && !isBlank(script[at]) && script[at] != u'\\')
        ++at;
    PsqlCommand command;
    const auto name = script.mid(start + 1, at - start - 1);
    command.name = name.toString();
    command.known = isKnown(name);
    command.effect = effectOf(name);
    const auto nameEnd = at;
    while (at < lineEnd && isBlank(script[at]))
        ++at;
    auto end = takesLine(name) ? lineEnd : skipArguments(script, at, lineEnd, mayPipe(name));
    command.next = end;
    // Two backslashes end a command, and SQL goes on.
    if (end + 1 < lineEnd && script[end] == u'\\' && script[end + 1] == u'\\')
        command.next += 2;
    while (end > nameEnd && isBlank(script[end - 1]))
        --end;
    command.span = {start, end - start};
    command.arguments = {std::min(at, end), end - std::min(at, end)};
    command.readsData = name == u"copy" && copiesFromScript(command.arguments.in(script));
    return command;
}

} // namespace squall::sql
