#include "core/base/shorttypename.h"
#include "core/diagram/languages.h"

namespace squall::diagram {

using namespace Qt::StringLiterals;

namespace {

/// Inside of an HTML label, which knows no control characters.
QString label(const QString &text)
{
    return text.simplified().toHtmlEscaped();
}

QString node(int entity)
{
    return u"t%1"_s.arg(entity);
}

QString row(const Column &column, std::size_t number)
{
    const auto marks = column.key ? u"PK"_s : column.reference ? u"FK"_s : QString();
    const auto name = column.notNull ? u"<b>"_s + label(column.name) + u"</b>"_s : label(column.name);
    return u"    <tr><td port=\"c%1\" align=\"left\">%2</td><td align=\"left\">%3</td><td>%4</td></tr>\n"_s
        .arg(QString::number(number), name, label(shortTypeName(column.type)),
             marks.isEmpty() ? u" "_s : marks);
}

} // namespace

QString toDot(const Diagram &diagram)
{
    QString text = u"digraph diagram {\n  graph [rankdir=LR, nodesep=0.5, ranksep=1];\n"
                   "  node [shape=plain, fontname=\"Helvetica\", fontsize=11];\n"
                   "  edge [dir=both, fontname=\"Helvetica\", fontsize=9];\n"_s;
    for (std::size_t i = 0; i < diagram.entities.size(); ++i) {
        const auto &entity = diagram.entities[i];
        text += u"  %1 [label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n"
                "    <tr><td colspan=\"3\" bgcolor=\"#eeeeee\"><b>%2</b></td></tr>\n"_s.arg(
                    node(static_cast<int>(i)), label(shownName(entity.id)));
        for (std::size_t column = 0; column < entity.columns.size(); ++column)
            text += row(entity.columns[column], column);
        text += u"  </table>>];\n"_s;
    }
    for (const auto &reference : diagram.references) {
        const auto port = [](const std::vector<int> &columns) {
            return columns.empty() ? QString() : u":c%1"_s.arg(columns.front());
        };
        text += u"  %1%2 -> %3%4 [arrowtail=%5, arrowhead=%6%7, tooltip=\"%8\"];\n"_s.arg(
            node(reference.from), port(reference.columns), node(reference.to), port(reference.toColumns),
            reference.single ? u"teeodot"_s : u"crowodot"_s, reference.optional ? u"teeodot"_s : u"teetee"_s,
            reference.origin == Reference::Origin::ForeignKey ? QString() : u", style=dashed"_s,
            QString(reference.name.simplified()).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s));
    }
    return text + u"}\n"_s;
}

} // namespace squall::diagram
