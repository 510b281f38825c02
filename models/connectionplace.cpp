#include "models/connectionplace.h"

#include "core/base/secretkeyword.h"
#include "models/connectionform.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// What libpq would take where the form says nothing; a service's own values are not looked up.
struct Place
{
    QString service;
    QString host;
    QString port;
    QString database;

    bool operator==(const Place &) const = default;
};

QString firstGiven(std::initializer_list<QString> values)
{
    const auto *const found =
        std::find_if(values.begin(), values.end(), [](const QString &value) { return !value.isEmpty(); });
    return found == values.end() ? QString() : *found;
}

Place placeOf(const ConnectionForm &form)
{
    const auto options = form.options();
    const auto given = [&](const char *keyword) { return QString::fromUtf8(options.value(keyword)); };
    const auto service = firstGiven({form.service, qEnvironmentVariable("PGSERVICE")});
    const auto host = firstGiven({given("hostaddr"), form.host}).toLower();
    if (!service.isEmpty())
        return {service, host, form.port, form.database};
    return {
        {},
        firstGiven({host, qEnvironmentVariable("PGHOSTADDR"), qEnvironmentVariable("PGHOST").toLower()}),
        firstGiven({form.port, qEnvironmentVariable("PGPORT"), u"5432"_s}),
        firstGiven(
            {form.database, qEnvironmentVariable("PGDATABASE"), form.user, qEnvironmentVariable("PGUSER")}),
    };
}

/// How it goes there.
std::vector<std::pair<QByteArray, QByteArray>> optionsOf(const ConnectionForm &form)
{
    auto keywords = form.options().keywords;
    std::erase_if(keywords, [](const auto &pair) {
        const auto &keyword = pair.first;
        return isSecretKeyword(keyword) || keyword == "host" || keyword == "hostaddr" || keyword == "port" ||
               keyword == "dbname" || keyword == "service" || keyword == "connect_timeout";
    });
    std::sort(keywords.begin(), keywords.end());
    return keywords;
}

} // namespace

bool leadToSameDatabase(const ConnectionForm &one, const ConnectionForm &other)
{
    return placeOf(one) == placeOf(other);
}

bool areSameConnection(const ConnectionForm &one, const ConnectionForm &other)
{
    return leadToSameDatabase(one, other) && optionsOf(one) == optionsOf(other);
}

} // namespace squall::models
