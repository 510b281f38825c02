#include "core/base/shorttypename.h"
#include "core/diagram/languages.h"

namespace squall::diagram {

using namespace Qt::StringLiterals;

namespace {

/// Without what would be read as formatting or as a tag.
QString plain(const QString &text)
{
    QString out;
    for (const auto letter : text.simplified()) {
        const bool doubled =
            !out.isEmpty() && out.back() == letter && QStringView(u"*/_-~\"").contains(letter);
        if (doubled)
            out.insert(out.size() - 1, u'~');
        if (letter == u'<')
            out += u'~';
        out += letter;
    }
    return out;
}

QString quoted(const QString &text)
{
    return u'"' + QString(text.simplified()).replace(u'"', u'\'') + u'"';
}

QString alias(int entity)
{
    return u"e%1"_s.arg(entity + 1);
}

QString member(const Column &column)
{
    auto line = u"  "_s + (column.notNull ? u"* "_s : QString()) + plain(column.name) + u" : "_s +
                plain(shortTypeName(column.type));
    if (column.key)
        line += u" <<PK>>"_s;
    if (column.reference)
        line += u" <<FK>>"_s;
    if (column.unique && !column.key)
        line += u" <<UK>>"_s;
    return line + u'\n';
}

/// Its key stands above the line.
QString entityBlock(const Entity &entity, int number)
{
    QString keys;
    QString others;
    for (const auto &column : entity.columns)
        (column.key ? keys : others) += member(column);
    auto text = u"entity "_s + quoted(shownName(entity.id)) + u" as "_s + alias(number) + u" {\n"_s + keys;
    if (!keys.isEmpty() && !others.isEmpty())
        text += u"  --\n"_s;
    return text + others + u"}\n"_s;
}

} // namespace

QString toPlantUml(const Diagram &diagram)
{
    QString text = u"@startuml\nhide circle\nhide empty members\nskinparam linetype ortho\n\n"_s;
    for (std::size_t i = 0; i < diagram.entities.size(); ++i)
        text += entityBlock(diagram.entities[i], static_cast<int>(i));
    text += u'\n';
    for (const auto &reference : diagram.references) {
        const auto line = reference.origin == Reference::Origin::ForeignKey ? u"--"_s : u".."_s;
        text += alias(reference.to) + u' ' + (reference.optional ? u"|o"_s : u"||"_s) + line +
                (reference.single ? u"o|"_s : u"o{"_s) + u' ' + alias(reference.from) + u" : "_s +
                plain(reference.name) + u'\n';
    }
    return text + u"@enduml\n"_s;
}

} // namespace squall::diagram
