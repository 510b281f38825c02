#include "core/pg/connectionoptions.h"

#include "core/pg/libpq.h"

#include <QStringList>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace squall::pg {

using namespace Qt::StringLiterals;

QByteArray ConnectionOptions::value(const char *keyword) const
{
    const auto found = std::find_if(keywords.begin(), keywords.end(),
                                    [&](const auto &pair) { return pair.first == keyword; });
    return found == keywords.end() ? QByteArray() : found->second;
}

void ConnectionOptions::set(const QByteArray &keyword, const QByteArray &value)
{
    const auto found = std::find_if(keywords.begin(), keywords.end(),
                                    [&](const auto &pair) { return pair.first == keyword; });
    if (found != keywords.end())
        found->second = value;
    else
        keywords.emplace_back(keyword, value);
}

Result<ConnectionOptions> parseConnectionString(const QString &text)
{
    if (const auto loaded = loadLibpq(); !loaded)
        return loaded.error();
    char *failure = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(text.toUtf8().constData(), &failure), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> failureText(failure, &PQfreemem);
    if (!parsed) {
        return Error{.code = Error::Code::Usage,
                     .message = QString::fromUtf8(failure ? failure : "out of memory").trimmed(),
                     .hint = u"postgresql://user@host:5432/database"_s};
    }

    ConnectionOptions options;
    for (const auto *option = parsed.get(); option->keyword; ++option) {
        if (option->val)
            options.keywords.emplace_back(option->keyword, option->val);
    }
    return options;
}

QString connectionString(const ConnectionOptions &options)
{
    QStringList pairs;
    for (const auto &[keyword, value] : options.keywords) {
        if (keyword == "password" || keyword == "sslpassword")
            continue;
        QString text = QString::fromUtf8(value);
        text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        const bool plain = !text.isEmpty() && !text.contains(u' ') && text == QString::fromUtf8(value);
        pairs += QString::fromUtf8(keyword) + u'=' + (plain ? text : u'\'' + text + u'\'');
    }
    return pairs.join(u' ');
}

} // namespace squall::pg
