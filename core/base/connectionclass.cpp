#include "core/base/connectionclass.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace squall {

using namespace Qt::StringLiterals;

namespace {

/// `shop-prod_2` is made of shop, prod and 2.
QStringList words(const QString &text)
{
    static const QRegularExpression between(u"[^a-z]+"_s);
    return text.toLower().split(between, Qt::SkipEmptyParts);
}

bool saysStaging(const QString &word)
{
    static constexpr std::array exact{u"uat", u"qa", u"nonprod", u"preprod", u"preproduction"};
    return word.startsWith(u"stag") || word.startsWith(u"preview") ||
           std::any_of(exact.begin(), exact.end(),
                       [&](const char16_t *known) { return word == QStringView(known); });
}

/// "products" is a shop's table, not its production.
bool saysProduction(const QString &word)
{
    if (word.startsWith(u"produc") && !word.startsWith(u"production"))
        return false;
    return word.startsWith(u"prod") || word.endsWith(u"prod") || word == u"prd" || word == u"live";
}

bool isOnThisMachine(const QString &host)
{
    static const QRegularExpression loopback(u"^(127\\.[0-9.]+|::1|0\\.0\\.0\\.0|172\\.17\\.[0-9.]+)$"_s);
    static constexpr std::array names{u"localhost", u"host.docker.internal", u"docker", u"db", u"postgres",
                                      u"postgresql"};
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@') || host.endsWith(u".localhost") ||
           loopback.match(host).hasMatch() ||
           std::any_of(names.begin(), names.end(),
                       [&](const char16_t *known) { return host == QStringView(known); });
}

} // namespace

ConnectionClass guessClass(const QString &host, const QString &database, const QString &name)
{
    const auto all = words(host) + words(database) + words(name);
    // "non-prod" and "pre-prod" fall into two words.
    for (qsizetype i = 0; i + 1 < all.size(); ++i) {
        if ((all[i] == u"non" || all[i] == u"pre") && saysProduction(all[i + 1]))
            return ConnectionClass::Staging;
    }
    if (std::any_of(all.begin(), all.end(), saysStaging))
        return ConnectionClass::Staging;
    if (std::any_of(all.begin(), all.end(), saysProduction))
        return ConnectionClass::Production;
    return isOnThisMachine(host.toLower()) ? ConnectionClass::Local : ConnectionClass::Shared;
}

} // namespace squall
