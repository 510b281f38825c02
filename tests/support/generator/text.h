#pragma once

#include <QString>
#include <QStringList>

namespace squall::test::generator {

inline void append(QString &text, const char *part)
{
    text += QString::fromUtf8(part);
}
inline void append(QString &text, const QString &part)
{
    text += part;
}
inline void append(QString &text, int part)
{
    text += QString::number(part);
}

/// Concatenation. QString::arg would read the percent signs in the names.
template<typename... Parts>
QString sql(const Parts &...parts)
{
    QString text;
    (append(text, parts), ...);
    return text;
}

/// Always quoted: what stands in a script must not depend on the code under test.
inline QString ident(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

inline QString literal(const QString &value)
{
    return u'\'' + QString(value).replace(u'\'', QStringLiteral("''")) + u'\'';
}

inline QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(", "));
}

} // namespace squall::test::generator
