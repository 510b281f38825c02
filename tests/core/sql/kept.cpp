#include "tests/core/sql/kept.h"

#include "core/sql/parse.h"
#include "core/sql/splitstatements.h"
#include "core/sql/tokenize.h"

#include <algorithm>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

void addTokens(QStringList &all, QStringView text)
{
    for (const auto &token : sql::tokenize(text)) {
        if (token.type == sql::Token::Type::Space)
            continue;
        const auto each = token.in(text);
        all << (token.type == sql::Token::Type::Word      ? each.toString().toLower()
                : token.type == sql::Token::Type::Comment ? each.trimmed().toString()
                                                          : each.toString());
    }
}

} // namespace

QStringList kept(const QString &script)
{
    const QStringView text(script);
    const auto statements = sql::splitStatements(script);
    QStringList all;
    qsizetype at = 0;
    for (const auto *statement : sql::inTextOrder(statements)) {
        const auto &each = *statement;
        if (each.span.start >= at) {
            addTokens(all, text.sliced(at, each.span.start - at));
            if (each.command || !each.complete || !each.gaps.empty())
                all << each.span.in(text).toString();
            else
                addTokens(all, each.span.in(text));
            at = each.span.end();
        }
        if (each.data) {
            all << each.data->in(text).toString();
            at = std::max(at, each.data->end());
        }
    }
    addTokens(all, text.sliced(at));
    return all;
}

QStringList meanings(const QString &script)
{
    QStringList all;
    for (const auto &each : sql::splitStatements(script)) {
        const auto text = each.text(script);
        const auto meaning = each.command ? Result<QString>(text) : sql::deparsed(text);
        all << (meaning ? *meaning : u"?"_s);
    }
    return all;
}

} // namespace squall::test
