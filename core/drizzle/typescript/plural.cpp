#include "core/drizzle/typescript/plural.h"

#include "core/drizzle/typescript/casing.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, QStringView>, 18> irregular = {{
    {u"person", u"people"},
    {u"child", u"children"},
    {u"man", u"men"},
    {u"woman", u"women"},
    {u"foot", u"feet"},
    {u"tooth", u"teeth"},
    {u"mouse", u"mice"},
    {u"leaf", u"leaves"},
    {u"life", u"lives"},
    {u"index", u"indexes"},
    {u"bus", u"buses"},
    {u"status", u"statuses"},
    {u"address", u"addresses"},
    {u"analysis", u"analyses"},
    {u"hero", u"heroes"},
    {u"half", u"halves"},
    {u"movie", u"movies"},
    {u"axis", u"axes"},
}};

constexpr std::array<QStringView, 12> uncountable = {u"data",     u"news",        u"series",    u"species",
                                                     u"metadata", u"information", u"equipment", u"money",
                                                     u"history",  u"stock",       u"media",     u"feedback"};

/// The place where the last word begins.
qsizetype lastWord(const QString &name)
{
    static const QRegularExpression start(u"[A-Z_][a-z0-9]*$"_s);
    const auto at = name.indexOf(start);
    return at < 0 ? 0 : at + (name[at] == u'_' ? 1 : 0);
}

/// `word` with the first letter as `like` has it.
QString inCaseOf(const QString &like, QStringView word)
{
    const auto made = word.toString();
    return like.front().isUpper() ? capitalised(made) : made;
}

bool isUncountable(const QString &word)
{
    return std::find(uncountable.begin(), uncountable.end(), word) != uncountable.end();
}

QString pluralWord(const QString &word)
{
    static const QRegularExpression hissing(u"(?:s|x|z|ch|sh)$"_s);
    static const QRegularExpression consonantY(u"[^aeiou]y$"_s);
    if (word.contains(consonantY))
        return word.chopped(1) + u"ies"_s;
    return word + (word.contains(hissing) ? u"es"_s : u"s"_s);
}

QString singularWord(const QString &word)
{
    static const QRegularExpression hissing(u"(?:ss|x|z|ch|sh)es$"_s);
    static const QRegularExpression noPlural(u"(?:ss|us|is)$"_s);
    constexpr qsizetype shortest = 4; // `ties` is no plural of `ty`
    if (word.endsWith(u"ies") && word.size() > shortest)
        return word.chopped(3) + u'y';
    if (word.contains(hissing))
        return word.chopped(2);
    return word.endsWith(u's') && word.size() > 1 && !word.contains(noPlural) ? word.chopped(1) : word;
}

} // namespace

QString plural(const QString &name)
{
    const auto at = lastWord(name);
    const auto last = name.mid(at);
    const auto word = last.toLower();
    if (word.isEmpty() || isUncountable(word))
        return name;
    for (const auto &[one, many] : irregular) {
        if (word == one || word == many)
            return name.left(at) + inCaseOf(last, many);
    }
    if (singularWord(word) != word)
        return name; // it is one already
    return name.left(at) + inCaseOf(last, pluralWord(word));
}

QString singular(const QString &name)
{
    const auto at = lastWord(name);
    const auto last = name.mid(at);
    const auto word = last.toLower();
    if (word.isEmpty() || isUncountable(word))
        return name;
    for (const auto &[one, many] : irregular) {
        if (word == one || word == many)
            return name.left(at) + inCaseOf(last, one);
    }
    return name.left(at) + inCaseOf(last, singularWord(word));
}

} // namespace squall::drizzle
