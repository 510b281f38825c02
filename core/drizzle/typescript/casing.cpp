#include "core/drizzle/typescript/casing.h"

#include <QRegularExpression>
#include <QStringList>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString &text, const QRegularExpression &word)
{
    QStringList words;
    for (auto matches = word.globalMatch(text); matches.hasNext();)
        words << matches.next().captured();
    return words;
}

QString joinedCamel(const QStringList &words)
{
    QString made = words.value(0).toLower();
    for (const auto &word : words.mid(1))
        made += capitalised(word);
    return made;
}

} // namespace

QString camelCase(const QString &name)
{
    // Letters of writings without cases are words of their own.
    static const QRegularExpression word(
        u"\\p{Lu}+(?!\\p{Ll})[0-9]*|\\p{Lu}?[\\p{Ll}0-9]+|[\\p{Lo}\\p{Lm}\\p{Lt}0-9]+"_s);
    auto words = wordsOf(name, word);
    for (auto &each : words) {
        // A word of capitals is written like any other.
        if (each.size() > 1 && each == each.toUpper())
            each = each.toLower();
    }
    return joinedCamel(words);
}

QString capitalised(const QString &name)
{
    return name.left(1).toUpper() + name.mid(1);
}

QString casedName(const QString &key, const QString &casing)
{
    if (casing.isEmpty())
        return key;
    static const QRegularExpression word(u"[0-9a-z]+|[A-Z]+(?![a-z])|[A-Z][0-9a-z]+"_s);
    auto text = key;
    text.remove(u'\'').remove(QChar(0x2019));
    const auto words = wordsOf(text, word);
    return casing == u"snake_case" ? words.join(u'_').toLower() : joinedCamel(words);
}

} // namespace squall::drizzle
