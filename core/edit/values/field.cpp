#include "core/edit/values/field.h"

#include "core/edit/values/blank.h"

#include <algorithm>

namespace squall::edit {

QByteArray readField(QByteArrayView text, qsizetype &at, QByteArrayView ends)
{
    QByteArray value;
    bool quoted = false;
    while (at < text.size() && (quoted || !ends.contains(text[at]))) {
        const char c = text[at++];
        const bool more = at < text.size();
        if (c == '\\' && more)
            value += text[at++];
        else if (c == '"' && quoted && more && text[at] == '"')
            value += text[at++];
        else if (c == '"')
            quoted = !quoted;
        else
            value += c;
    }
    return value;
}

void appendField(QByteArray &text, const QByteArray &value, QByteArrayView special)
{
    const bool quoted = value.isEmpty() || std::any_of(value.begin(), value.end(), [special](char c) {
                            return c == '"' || c == '\\' || isBlank(c) || special.contains(c);
                        });
    if (!quoted) {
        text += value;
        return;
    }
    text += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += c;
        text += c;
    }
    text += '"';
}

} // namespace squall::edit
