#include "core/pg/connectionoptions.h"

#include "core/base/secretkeyword.h"
#include "core/pg/libpq.h"

#include <QCoreApplication>
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

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::ConnectionOptions)
};

/// libpq quotes the place that it could not read, which may be a password.
Error unreadable(const QString &reason)
{
    return {.code = Error::Code::Usage,
            .message = Text::tr("This is neither a connection URL nor a list of keywords and values."),
            .detail = reason.contains(u'"') ? QString() : reason,
            .hint = Text::tr("A URL looks like %1; in a password @, :, /, ?, # and % are written as %2. "
                             "A list looks like %3.")
                        .arg(u"postgresql://user@host:5432/database"_s, u"%40, %3A, %2F, %3F, %23, %25"_s,
                             u"host=… dbname=… user=…"_s)};
}

} // namespace

Result<ConnectionOptions> parseConnectionString(const QString &text)
{
    if (const auto loaded = loadLibpq(); !loaded)
        return loaded.error();
    char *failure = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(text.toUtf8().constData(), &failure), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> failureText(failure, &PQfreemem);
    if (!parsed) {
        return unreadable(QString::fromUtf8(failure).trimmed());
    }

    ConnectionOptions options;
    for (const auto *option = parsed.get(); option->keyword; ++option) {
        if (option->val)
            options.keywords.emplace_back(option->keyword, option->val);
    }
    return options;
}

Result<ConnectionOptions> chooseDatabase(const QString &url)
{
    const QString chosen = url.isEmpty() ? qEnvironmentVariable("DATABASE_URL") : url;
    if (chosen.isEmpty())
        return ConnectionOptions{};
    return parseConnectionString(chosen);
}

QString connectionString(const ConnectionOptions &options)
{
    auto shown = options;
    std::erase_if(shown.keywords, [](const auto &pair) { return isSecretKeyword(pair.first); });
    return secretConnectionString(shown);
}

QString secretConnectionString(const ConnectionOptions &options)
{
    QStringList pairs;
    for (const auto &[keyword, value] : options.keywords) {
        QString text = QString::fromUtf8(value);
        text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        const bool spaced =
            std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isSpace(); });
        const bool plain = !text.isEmpty() && !spaced && text == QString::fromUtf8(value);
        pairs += QString::fromUtf8(keyword) + u'=' + (plain ? text : u'\'' + text + u'\'');
    }
    return pairs.join(u' ');
}

} // namespace squall::pg
