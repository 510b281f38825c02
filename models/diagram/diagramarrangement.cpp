#include "models/diagram/diagramarrangement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array details{std::pair{DiagramDetail::Names, "names"}, std::pair{DiagramDetail::Keys, "keys"},
                             std::pair{DiagramDetail::Columns, "columns"}};

QString nameOf(DiagramDetail detail)
{
    return QString::fromLatin1(details[static_cast<std::size_t>(detail)].second);
}

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

} // namespace

QByteArray toJson(const DiagramArrangement &arrangement)
{
    QJsonArray hidden;
    auto ids = arrangement.hidden.values();
    std::sort(ids.begin(), ids.end());
    for (const auto &id : ids)
        hidden << QJsonArray{static_cast<int>(id.kind), id.schema, id.name};
    QJsonObject places;
    for (const auto &[detail, name] : details)
        places.insert(QString::fromLatin1(name),
                      toArray(arrangement.places[static_cast<std::size_t>(detail)]));
    return QJsonDocument(QJsonObject{{u"detail"_s, nameOf(arrangement.detail)},
                                     {u"schemas"_s, QJsonArray::fromStringList(arrangement.schemas)},
                                     {u"hidden"_s, hidden},
                                     {u"places"_s, places}})
        .toJson(QJsonDocument::Compact);
}

DiagramArrangement arrangementFromJson(const QByteArray &json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    DiagramArrangement arrangement;
    for (const auto &schema : object[u"schemas"_s].toArray())
        arrangement.schemas << schema.toString();
    for (const auto &entry : object[u"hidden"_s].toArray())
        arrangement.hidden.insert(idFrom(entry.toArray()));
    const auto places = object[u"places"_s].toObject();
    for (const auto &[detail, name] : details) {
        if (object[u"detail"_s] == QString::fromLatin1(name))
            arrangement.detail = detail;
        for (const auto &value : places[QString::fromLatin1(name)].toArray()) {
            const auto entry = value.toArray();
            if (entry.size() == 7)
                arrangement.places[static_cast<std::size_t>(detail)].insert(
                    idFrom(entry),
                    {entry[3].toDouble(), entry[4].toDouble(), entry[5].toDouble(), entry[6].toDouble()});
        }
    }
    return arrangement;
}

} // namespace squall::models
