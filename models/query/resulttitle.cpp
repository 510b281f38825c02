#include "models/query/resulttitle.h"

#include "core/sql/tokenize.h"

#include <QStringList>

#include <vector>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 40;

QString shortened(const QString &text)
{
    const auto line = text.simplified();
    return line.size() <= longest ? line : line.left(longest - 1).trimmed() + u'…';
}

QString commentText(QStringView comment)
{
    if (comment.startsWith(u"--"))
        return comment.mid(2).trimmed().toString();
    if (comment.startsWith(u"/*"))
        return comment.mid(2).chopped(comment.endsWith(u"*/") ? 2 : 0).trimmed().toString();
    return {};
}

/// The line before the statement, or the beginning of the statement, when it is a comment.
QString leadingComment(QStringView script, qsizetype start, const QString &statement)
{
    const auto tokens = sql::tokenize(statement);
    if (!tokens.empty() && tokens.front().type == sql::Token::Type::Comment)
        return commentText(tokens.front().in(statement));
    const auto before = script.left(start);
    const auto end = before.lastIndexOf(u'\n');
    if (end < 0 || !before.mid(end).trimmed().isEmpty())
        return {};
    const auto line = before.first(end);
    const auto above = line.mid(line.lastIndexOf(u'\n') + 1).trimmed();
    return above.startsWith(u"--") ? commentText(above) : QString();
}

/// The last part of the name, with a schema or without, that begins at a token; empty when none does.
QString nameAt(QStringView text, const std::vector<sql::Token> &tokens, size_t at)
{
    QString name;
    bool wanted = true;
    for (; at < tokens.size(); ++at) {
        const auto &token = tokens[at];
        if (!token.isSignificant())
            continue;
        if (wanted && token.type == sql::Token::Type::Word)
            name = token.in(text).toString();
        else if (wanted && token.type == sql::Token::Type::QuotedIdentifier)
            name = token.in(text).mid(1).chopped(1).toString();
        else if (wanted || token.in(text) != u".")
            break;
        wanted = !wanted;
    }
    return name;
}

/// The first name after FROM, INTO, UPDATE and their like: outside of parentheses, or inside where there is
/// no other.
QString relation(const QString &statement)
{
    static const QStringList leads = {u"from"_s, u"into"_s, u"update"_s, u"table"_s, u"show"_s};
    const auto tokens = sql::tokenize(statement);
    QString inside;
    int depth = 0;
    for (size_t at = 0; at < tokens.size(); ++at) {
        const auto text = tokens[at].in(statement);
        depth += text == u"(" ? 1 : text == u")" ? -1 : 0;
        if (tokens[at].type != sql::Token::Type::Word || !leads.contains(text.toString().toLower()))
            continue;
        const auto name = nameAt(statement, tokens, at + 1);
        if (depth == 0 && !name.isEmpty())
            return name;
        if (inside.isEmpty())
            inside = name;
    }
    return inside;
}

} // namespace

QString relationIn(const QString &statement, const QString &otherwise)
{
    const auto name = relation(statement);
    return name.isEmpty() ? otherwise : name;
}

QString resultTitle(QStringView script, qsizetype statementStart, const QString &statement)
{
    if (const auto comment = leadingComment(script, statementStart, statement); !comment.isEmpty())
        return shortened(comment);
    if (const auto name = relation(statement); !name.isEmpty())
        return shortened(name);
    return shortened(statement);
}

} // namespace squall::models
