#include "core/base/jsonstring.h"

namespace squall {

namespace {

/// The control character that `\c` stands for; the sign itself where it stands for itself.
char16_t unescaped(QChar c)
{
    switch (c.unicode()) {
    case u'b': return u'\b';
    case u'f': return u'\f';
    case u'n': return u'\n';
    case u'r': return u'\r';
    case u't': return u'\t';
    default: return c.unicode();
    }
}

QByteArray unitEscape(char16_t unit)
{
    return "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

QByteArray escaped(char16_t unit)
{
    switch (unit) {
    case u'\b': return "\\b";
    case u'\f': return "\\f";
    case u'\n': return "\\n";
    case u'\r': return "\\r";
    case u'\t': return "\\t";
    case u'"': return "\\\"";
    case u'\\': return "\\\\";
    default: return unitEscape(unit);
    }
}

} // namespace

QString decodeJsonString(QByteArrayView literal)
{
    const auto inside = QString::fromUtf8(literal.sliced(1, literal.size() - 2));
    if (!inside.contains(u'\\'))
        return inside;
    QString text;
    text.reserve(inside.size());
    for (qsizetype i = 0; i < inside.size(); ++i) {
        if (inside[i] != u'\\' || i + 1 == inside.size()) {
            text += inside[i];
        } else if (inside[++i] != u'u') {
            text += QChar(unescaped(inside[i]));
        } else {
            text += QChar(inside.mid(i + 1, 4).toUShort(nullptr, 16));
            i += 4;
        }
    }
    return text;
}

QByteArray encodeJsonString(const QString &text)
{
    QByteArray literal("\"");
    qsizetype plain = 0; // where the piece begins that needs no escape
    const auto flush = [&](qsizetype end) { literal += QStringView(text).mid(plain, end - plain).toUtf8(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
        } else if (c < u' ' || c == u'"' || c == u'\\' || c.isSurrogate()) {
            flush(i);
            literal += escaped(c.unicode());
            plain = i + 1;
        }
    }
    flush(text.size());
    return literal + '"';
}

} // namespace squall
