#include "core/base/compactjson.h"

namespace squall {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t';
}

bool opens(QChar c)
{
    return c == u'{' || c == u'[';
}

bool closes(QChar c)
{
    return c == u'}' || c == u']' || c == u',' || c == u':';
}

} // namespace

QString compactJson(const QString &json)
{
    if (!json.contains(u'\n') && !json.contains(u'\t') && !json.contains(u'\r'))
        return json;
    QString line;
    line.reserve(json.size());
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json[i];
        if (inString) {
            line += c;
            if (c == u'\\' && i + 1 < json.size())
                line += json[++i];
            else if (c == u'"')
                inString = false;
            continue;
        }
        if (!isBlank(c)) {
            inString = c == u'"';
            line += c;
            continue;
        }
        while (i + 1 < json.size() && isBlank(json[i + 1]))
            ++i;
        const bool atEdge =
            line.isEmpty() || opens(line.back()) || i + 1 == json.size() || closes(json[i + 1]);
        if (!atEdge)
            line += u' ';
    }
    return line;
}

} // namespace squall
