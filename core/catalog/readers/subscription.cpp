#include "core/catalog/readers.h"

#include "core/base/quote.h"
#include "core/pg/connectionoptions.h"

#include <algorithm>

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

bool isSecret(const QByteArray &keyword)
{
    return keyword.contains("password") || keyword.contains("secret");
}

/// The connection string as it was given when nothing in it is secret, else spelled anew without that;
/// nothing when it cannot be understood.
std::optional<QString> withoutSecrets(const QString &connection)
{
    const auto options = pg::parseConnectionString(connection);
    if (!options)
        return std::nullopt;
    const auto &keywords = options->keywords;
    if (std::none_of(keywords.begin(), keywords.end(), [](const auto &pair) { return isSecret(pair.first); }))
        return connection;
    QStringList shown;
    for (const auto &[keyword, value] : keywords) {
        if (isSecret(keyword))
            continue;
        auto text = QString::fromUtf8(value);
        text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        shown.append(QString::fromUtf8(keyword) + u"='"_s + text + u'\'');
    }
    return shown.join(u' ');
}

} // namespace

void readSubscription(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    auto subscription = assembly.object<Definition>(row);
    if (!subscription)
        return;
    subscription->kind = Kind::Subscription;
    subscription->address = row.text();
    const auto connection = row.optionalText();
    const auto shown = connection ? withoutSecrets(*connection) : std::nullopt;
    const QString publications = row.text();
    const QString options = row.text();
    subscription->statements = {u"CREATE "_s + subscription->address + u" CONNECTION "_s +
                                quoteLiteral(shown.value_or(QString())) + u" PUBLICATION "_s + publications +
                                u" WITH ("_s + options + u')'};
    assembly.add(Catalog::Subscription, oid, idOf(*subscription));
    if (!shown) {
        const auto what = connection ? u"connection of a subscription, not understood"_s
                                     : u"options of a subscription, hidden from this role"_s;
        assembly.snapshot.unmodeled.push_back({idOf(*subscription), what});
    }
    assembly.snapshot.definitions.push_back(*std::move(subscription));
}

} // namespace squall::catalog
