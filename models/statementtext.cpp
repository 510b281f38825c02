#include "models/statementtext.h"

#include "core/base/quote.h"

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 400;

QString shown(const Query::Parameter &value)
{
    if (!value)
        return u"NULL"_s;
    auto text = QString::fromUtf8(value->left(longestShown * 4));
    const bool cut = text.size() > longestShown || value->size() > longestShown * 4;
    text.truncate(longestShown);
    // One line of comment each.
    text = quoteLiteral(text).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return cut ? text + u"… ("_s + QString::number(value->size()) + u" bytes)"_s : text;
}

} // namespace

QString statementText(const Query &query)
{
    QString text = query.text + u";\n"_s;
    for (size_t i = 0; i < query.parameters.size(); ++i)
        text += u"-- $"_s + QString::number(i + 1) + u" = "_s + shown(query.parameters[i]) + u'\n';
    return text;
}

} // namespace squall::models
