#include "models/diagram/diagramarrangement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array details{DiagramDetail::Names, DiagramDetail::Keys, DiagramDetail::Columns};

/// One table an entry, in an order that is always the same.
QJsonArray toArray(const DiagramPlaces &places)
{
    auto ids = places.keys();
    std::sort(ids.begin(), ids.end());
    QJsonArray list;
    for (const auto &id : ids) {
        const auto rect = places[id];
        list << QJsonArray{
            static_cast<int>(id.kind), id.schema, id.name, rect.x(), rect.y(), rect.width(), rect.height()};
    }
    return list;
}

ObjectId idFrom(const QJsonArray &entry)
{
    return {static_cast<Kind>(entry[0].toInt()), entry[1].toString(), entry[2].toString()};
}

QJsonArray toArray(const ObjectId &id)
{
    return {static_cast<int>(id.kind), id.schema, id.name};
}

QJsonArray toArray(const QSet<ObjectId> &tables)
{
    auto ids = tables.values();
    std::sort(ids.begin(), ids.end());
    QJsonArray list;
    for (const auto &id : ids)
        list << toArray(id);
    return list;
}

QSet<ObjectId> tablesFrom(const QJsonValue &list)
{
    QSet<ObjectId> tables;
    for (const auto &entry : list.toArray())
        tables.insert(idFrom(entry.toArray()));
    return tables;
}

QJsonArray toArray(const QRectF &rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QRectF rectFrom(const QJsonArray &list, int first = 0)
{
    return {list[first].toDouble(), list[first + 1].toDouble(), list[first + 2].toDouble(),
            list[first + 3].toDouble()};
}

QJsonArray toArray(const DiagramGroups &marks)
{
    auto ids = marks.keys();
    std::sort(ids.begin(), ids.end());
    QJsonArray list;
    for (const auto &id : ids) {
        auto entry = toArray(id);
        entry << keyOf(marks[id].color) << marks[id].group;
        list << entry;
    }
    return list;
}

DiagramGroups marksFrom(const QJsonValue &list)
{
    DiagramGroups marks;
    for (const auto &value : list.toArray()) {
        const auto entry = value.toArray();
        if (const auto color = diagramColorOf(entry[3].toString()))
            marks.insert(idFrom(entry), {*color, entry[4].toString()});
    }
    return marks;
}

QJsonArray toArray(const std::vector<DiagramNote> &notes)
{
    QJsonArray list;
    for (const auto &note : notes) {
        QJsonObject entry{{u"id"_s, note.id}, {u"text"_s, note.text}, {u"color"_s, keyOf(note.color)}};
        for (const auto detail : details) {
            if (!note.place(detail).isEmpty())
                entry.insert(keyOf(detail), toArray(note.place(detail)));
        }
        list << entry;
    }
    return list;
}

std::vector<DiagramNote> notesFrom(const QJsonValue &list)
{
    std::vector<DiagramNote> notes;
    for (const auto &value : list.toArray()) {
        const auto entry = value.toObject();
        DiagramNote note{.id = entry[u"id"_s].toString(),
                         .text = entry[u"text"_s].toString(),
                         .color =
                             diagramColorOf(entry[u"color"_s].toString()).value_or(DiagramColor::Yellow)};
        for (const auto detail : details)
            note.place(detail) = rectFrom(entry[keyOf(detail)].toArray());
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace

QByteArray toJson(const DiagramArrangement &arrangement)
{
    QJsonObject places;
    for (const auto detail : details)
        places.insert(keyOf(detail), toArray(arrangement.places[static_cast<std::size_t>(detail)]));
    QJsonObject object{{u"detail"_s, keyOf(arrangement.detail)},
                       {u"schemas"_s, QJsonArray::fromStringList(arrangement.schemas)},
                       {u"hidden"_s, toArray(arrangement.hidden)},
                       {u"places"_s, places}};
    if (!arrangement.chosen.isEmpty())
        object.insert(u"chosen"_s, toArray(arrangement.chosen));
    if (!arrangement.marks.isEmpty())
        object.insert(u"marks"_s, toArray(arrangement.marks));
    if (!arrangement.notes.empty())
        object.insert(u"notes"_s, toArray(arrangement.notes));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

DiagramArrangement arrangementFromJson(const QByteArray &json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    DiagramArrangement arrangement{.hidden = tablesFrom(object[u"hidden"_s]),
                                   .chosen = tablesFrom(object[u"chosen"_s]),
                                   .marks = marksFrom(object[u"marks"_s]),
                                   .notes = notesFrom(object[u"notes"_s])};
    for (const auto &schema : object[u"schemas"_s].toArray())
        arrangement.schemas << schema.toString();
    const auto places = object[u"places"_s].toObject();
    for (const auto detail : details) {
        if (object[u"detail"_s] == keyOf(detail))
            arrangement.detail = detail;
        for (const auto &value : places[keyOf(detail)].toArray()) {
            const auto entry = value.toArray();
            if (entry.size() == 7)
                arrangement.places[static_cast<std::size_t>(detail)].insert(idFrom(entry),
                                                                            rectFrom(entry, 3));
        }
    }
    return arrangement;
}

} // namespace squall::models
