#include "core/base/shorttypename.h"
#include "core/diagram/languages.h"

namespace squall::diagram {

using namespace Qt::StringLiterals;

namespace {

/// Between quotes, where these have no escape.
QString quoted(QString text)
{
    for (auto &letter : text) {
        if (letter == u'"')
            letter = u'\'';
        else if (letter == u'%' || letter == u'\\' || letter.category() == QChar::Other_Control)
            letter = u'_';
    }
    return u'"' + text + u'"';
}

/// A word of letters, digits and what types need.
QString word(const QString &text)
{
    constexpr char16_t firstLetter = 0xc0; // beyond ASCII
    QString out;
    for (const auto letter : text) {
        const auto unit = letter.unicode();
        const bool plain = (unit < 0x80 && letter.isLetterOrNumber()) || unit >= firstLetter;
        const bool inside =
            letter == u'_' || letter == u'(' || letter == u')' || letter == u'[' || letter == u']';
        out += plain || inside ? letter : QChar(u'_');
    }
    if (out.isEmpty() || !(out[0].isLetter() || out[0] == u'_'))
        out.prepend(u'_');
    return out;
}

QString attribute(const Column &column)
{
    QStringList keys;
    if (column.key)
        keys << u"PK"_s;
    if (column.reference)
        keys << u"FK"_s;
    if (column.unique && !column.key)
        keys << u"UK"_s;
    auto line = u"        "_s + word(shortTypeName(column.type)) + u' ' + word(column.name);
    if (!keys.isEmpty())
        line += u' ' + keys.join(u", "_s);
    if (!column.comment.isEmpty())
        line += u' ' + quoted(column.comment.simplified());
    return line + u'\n';
}

} // namespace

QString toMermaid(const Diagram &diagram)
{
    QString text = u"erDiagram\n"_s;
    for (const auto &entity : diagram.entities) {
        text += u"    "_s + quoted(shownName(entity.id));
        if (!entity.columns.empty()) {
            text += u" {\n"_s;
            for (const auto &column : entity.columns)
                text += attribute(column);
            text += u"    }"_s;
        }
        text += u'\n';
    }
    const auto name = [&](int entity) {
        return quoted(shownName(diagram.entities[static_cast<std::size_t>(entity)].id));
    };
    for (const auto &reference : diagram.references) {
        const auto line = reference.origin == Reference::Origin::ForeignKey ? u"--"_s : u".."_s;
        text += u"    "_s + name(reference.to) + u' ' + (reference.optional ? u"|o"_s : u"||"_s) + line +
                (reference.single ? u"o|"_s : u"o{"_s) + u' ' + name(reference.from) + u" : "_s +
                quoted(reference.name) + u'\n';
    }
    return text;
}

} // namespace squall::diagram
