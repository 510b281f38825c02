#include "models/query/resulttitle.h"

#include "core/sql/tokenize.h"

#include <QStringList>

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

/// The last name of the first one after FROM, INTO, UPDATE and their like, outside of parentheses if any is.
QString relation(const QString &statement)
{
    QString inside;
    int depth = 0;
    bool wanted = false;
    bool dotted = false;
    QString name;
    for (const auto &token : sql::tokenize(statement)) {
        if (!token.isSignificant())
            continue;
        const auto text = token.in(statement);
        const bool isName =
            token.type == sql::Token::Type::Word || token.type == sql::Token::Type::QuotedIdentifier;
        if (wanted && (isName || text == u".")) {
            if (isName && !name.isEmpty() && !dotted) {
                // Another word: the name is over.
            } else {
                dotted = text == u".";
                if (isName)
                    name = token.type == sql::Token::Type::Word ? text.toString()
                                                                : text.mid(1).chopped(1).toString();
                continue;
            }
        }
        if (wanted && !name.isEmpty()) {
            if (depth == 0)
                return name;
            if (inside.isEmpty())
                inside = name;
        }
        wanted = false;
        name.clear();
        depth += text == u"(" ? 1 : text == u")" ? -1 : 0;
        static const QStringList leads = {u"from"_s, u"into"_s, u"update"_s, u"table"_s, u"show"_s};
        wanted = token.type == sql::Token::Type::Word && leads.contains(text.toString().toLower());
    }
    return wanted && !name.isEmpty() && depth == 0 ? name : inside;
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
