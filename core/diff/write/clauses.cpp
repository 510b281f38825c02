#include "core/diff/write/clauses.h"

#include "core/base/quote.h"

#include <algorithm>
#include <utility>

namespace squall::diff {

using namespace Qt::StringLiterals;

namespace {

std::pair<QString, QString> split(const QString &option)
{
    const auto equals = option.indexOf(u'=');
    return {option.left(equals), option.mid(equals + 1)};
}

/// Numbers and words may stand bare; all else is a string.
QString parameterValue(const QString &value)
{
    const bool number = !value.isEmpty() &&
                        std::all_of(value.begin(), value.end(),
                                    [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; }) &&
                        value.front() != u'.' && value.back() != u'.';
    const bool word = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || c == u'_';
    }) && (quote(value) == value || value == u"true" || value == u"false" || value == u"on");
    return number || word ? value : quoteLiteral(value);
}

} // namespace

QString quoted(const catalog::QualifiedName &name)
{
    return quote(name.schema, name.name);
}

QString columnList(const QStringList &columns)
{
    QStringList names;
    for (const auto &column : columns)
        names << quote(column);
    return u'(' + names.join(u", "_s) + u')';
}

QString storageParameters(const catalog::Options &options)
{
    QStringList written;
    for (const auto &option : options) {
        const auto [name, value] = split(option);
        // TOAST parameters are the ones with a namespace.
        const auto dot = name.indexOf(u'.');
        const QString key = dot < 0 ? quote(name) : quote(name.left(dot)) + u'.' + quote(name.mid(dot + 1));
        written << key + u'=' + parameterValue(value);
    }
    return written.join(u", "_s);
}

QString foreignOptions(const catalog::Options &options)
{
    QStringList written;
    for (const auto &option : options) {
        const auto [name, value] = split(option);
        written << quote(name) + u' ' + quoteLiteral(value);
    }
    return written.join(u", "_s);
}

} // namespace squall::diff
