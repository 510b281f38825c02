#include "models/diagram/diagramfile.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array details{DiagramDetail::Names, DiagramDetail::Keys, DiagramDetail::Columns};

/// What a list ends with, so that all before it ends alike.
const auto listEnd = u"null]"_s;
/// Unchanged lines between any two: git takes changes to neighbours for a conflict where there are none.
const auto apart = u",\n\n"_s;

QString quoted(const QString &text)
{
    QString out = u"\""_s;
    for (const auto letter : text) {
        if (letter == u'"' || letter == u'\\')
            out += u'\\' + QString(letter);
        else if (letter == u'\n')
            out += u"\\n"_s;
        else if (letter < u' ')
            out += u"\\u%1"_s.arg(letter.unicode(), 4, 16, QChar(u'0'));
        else
            out += letter;
    }
    return out + u'"';
}

QString quoted(const QStringList &texts)
{
    QStringList list;
    for (const auto &text : texts)
        list << quoted(text);
    return u'[' + list.join(u", "_s) + u']';
}

QString whole(double number)
{
    return QString::number(std::llround(number));
}

class Members
{
public:
    void add(const QString &name, const QString &written) { m_members << quoted(name) + u": "_s + written; }
    void add(const QString &name, bool truth)
    {
        if (truth)
            add(name, u"true"_s);
    }
    QString object() const { return u'{' + m_members.join(u", "_s) + u'}'; }
    /// What stands before a list that follows on lines of its own.
    QString open() const { return u'{' + m_members.join(u", "_s); }

private:
    QStringList m_members;
};

void addId(Members &members, const ObjectId &id)
{
    members.add(u"schema"_s, quoted(id.schema));
    members.add(u"table"_s, quoted(id.name));
    members.add(u"foreign"_s, id.kind == Kind::ForeignTable);
}

QString tableLine(const DiagramArrangement &arrangement, const ObjectId &id)
{
    Members members;
    addId(members, id);
    for (const auto detail : details) {
        const auto &places = arrangement.places[static_cast<std::size_t>(detail)];
        const auto place = places.find(id);
        if (place != places.end())
            members.add(keyOf(detail), u'[' + whole(place->x()) + u", "_s + whole(place->y()) + u']');
    }
    members.add(u"hidden"_s, arrangement.hidden.contains(id));
    members.add(u"chosen"_s, arrangement.chosen.contains(id));
    if (const auto mark = arrangement.marks.find(id); mark != arrangement.marks.end()) {
        members.add(u"color"_s, quoted(keyOf(mark->color)));
        if (!mark->group.isEmpty())
            members.add(u"group"_s, quoted(mark->group));
    }
    return members.object();
}

QString noteLine(const DiagramNote &note)
{
    Members members;
    members.add(u"id"_s, quoted(note.id));
    members.add(u"text"_s, quoted(note.text));
    members.add(u"color"_s, quoted(keyOf(note.color)));
    for (const auto detail : details) {
        const auto &place = note.place(detail);
        if (!place.isEmpty())
            members.add(keyOf(detail), u'[' + whole(place.x()) + u", "_s + whole(place.y()) + u", "_s +
                                           whole(std::max(1.0, place.width())) + u", "_s +
                                           whole(std::max(1.0, place.height())) + u']');
    }
    return members.object();
}

QString relationLine(const diagram::Declared &relation)
{
    const auto table = [](const ObjectId &id) {
        Members members;
        addId(members, id);
        return members.object();
    };
    Members members;
    members.add(u"from"_s, table(relation.from));
    members.add(u"columns"_s, quoted(relation.columns));
    members.add(u"to"_s, table(relation.to));
    members.add(u"toColumns"_s, quoted(relation.toColumns));
    members.add(u"optional"_s, relation.optional);
    members.add(u"single"_s, relation.single);
    return members.object();
}

std::vector<ObjectId> tablesOf(const DiagramArrangement &arrangement)
{
    QSet<ObjectId> all = arrangement.hidden + arrangement.chosen;
    for (const auto &places : arrangement.places) {
        for (auto place = places.begin(); place != places.end(); ++place)
            all.insert(place.key());
    }
    for (auto mark = arrangement.marks.begin(); mark != arrangement.marks.end(); ++mark)
        all.insert(mark.key());
    std::vector<ObjectId> tables(all.begin(), all.end());
    std::sort(tables.begin(), tables.end(), [](const ObjectId &one, const ObjectId &other) {
        return std::tie(one.schema, one.name, one.kind) < std::tie(other.schema, other.name, other.kind);
    });
    return tables;
}

QString diagramLines(const Diagrams::Named &diagram)
{
    const auto &arrangement = diagram.arrangement;
    auto schemas = arrangement.schemas;
    schemas.sort();
    Members members;
    members.add(u"diagram"_s, quoted(diagram.name));
    members.add(u"detail"_s, quoted(keyOf(arrangement.detail)));
    members.add(u"schemas"_s, quoted(schemas));
    auto text = members.open() + u", \"tables\": [\n\n"_s;
    for (const auto &table : tablesOf(arrangement))
        text += tableLine(arrangement, table) + apart;
    text += listEnd + u", \"notes\": [\n\n"_s;
    auto notes = arrangement.notes;
    std::sort(notes.begin(), notes.end(),
              [](const DiagramNote &one, const DiagramNote &other) { return one.id < other.id; });
    for (const auto &note : notes)
        text += noteLine(note) + apart;
    return text + listEnd + u'}';
}

} // namespace

QByteArray toDiagramFile(const Diagrams &diagrams)
{
    auto relations = diagrams.relations;
    diagram::sort(relations);
    auto sorted = diagrams.diagrams;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto &one, const auto &other) { return one.name < other.name; });
    auto text = u"{\n\"squall.diagram\": %1,\n\n\"relations\": [\n\n"_s.arg(diagramFileFormat);
    for (const auto &relation : relations)
        text += relationLine(relation) + apart;
    text += listEnd + u",\n\n\"diagrams\": [\n\n"_s;
    for (const auto &named : sorted)
        text += diagramLines(named) + apart;
    return (text + listEnd + u"\n}\n"_s).toUtf8();
}

} // namespace squall::models
