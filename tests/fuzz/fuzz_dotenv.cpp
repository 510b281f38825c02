#include "core/drizzle/dotenv.h"
#include "tests/fuzz/property.h"

#include <QSet>

using namespace squall;

namespace {

QString quoted(const QString &value)
{
    return QStringLiteral("'") + value + u'\'';
}

} // namespace

/// Names are names, each stands once, and what was read, written plainly, is read as the same again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto values = drizzle::parseDotenv(text);
    QSet<QString> names;
    QString plain;
    std::vector<std::pair<QString, QString>> written;
    for (const auto &[name, value] : values) {
        fuzz::hold(!name.isEmpty() && !names.contains(name), "a name is empty or stands twice", text);
        names.insert(name);
        // Single quotes hold neither a quote nor a backslash in every place, and line breaks are of one kind.
        if (value.contains(u'\'') || value.contains(u'\\') || value.contains(u'\r'))
            continue;
        plain += name + u'=' + quoted(value) + u'\n';
        written.emplace_back(name, value);
    }
    fuzz::hold(drizzle::parseDotenv(plain) == written, "what was read is not read again", plain);
    return 0;
}
