#include "models/diagram/diagramset.h"

#include "models/diagram/diagrammodel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

const auto indexSetting = u"diagrams"_s;

QString settingOf(const QString &id)
{
    return id.isEmpty() ? u"diagram"_s : u"diagram/"_s + id;
}

QJsonArray toArray(const ObjectId &id)
{
    return {static_cast<int>(id.kind), id.schema, id.name};
}

ObjectId idFrom(const QJsonValue &value)
{
    const auto list = value.toArray();
    return {static_cast<Kind>(list[0].toInt()), list[1].toString(), list[2].toString()};
}

QStringList stringsFrom(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &each : value.toArray())
        strings << each.toString();
    return strings;
}

QJsonObject toObject(const diagram::Declared &relation)
{
    return {
        {u"from"_s, toArray(relation.from)}, {u"columns"_s, QJsonArray::fromStringList(relation.columns)},
        {u"to"_s, toArray(relation.to)},     {u"toColumns"_s, QJsonArray::fromStringList(relation.toColumns)},
        {u"optional"_s, relation.optional},  {u"single"_s, relation.single}};
}

diagram::Declared relationFrom(const QJsonObject &object)
{
    return {.from = idFrom(object[u"from"_s]),
            .columns = stringsFrom(object[u"columns"_s]),
            .to = idFrom(object[u"to"_s]),
            .toColumns = stringsFrom(object[u"toColumns"_s]),
            .optional = object[u"optional"_s].toBool(),
            .single = object[u"single"_s].toBool()};
}

} // namespace

DiagramSet::DiagramSet(DiagramModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_entries{{.id = u""_s, .name = tr("Diagram")}}
    , m_current(u""_s)
{
    connect(&model, &DiagramModel::relationsChanged, this, &DiagramSet::edited);
}

void DiagramSet::load(const Read &read)
{
    const auto index = QJsonDocument::fromJson(read(indexSetting)).object();
    std::vector<Entry> entries;
    for (const auto &value : index[u"diagrams"_s].toArray()) {
        const auto known = value.toArray();
        if (known.size() == 2)
            entries.push_back({.id = known[0].toString(), .name = known[1].toString()});
    }
    if (!entries.empty())
        m_entries = std::move(entries);
    for (auto &entry : m_entries)
        entry.unread = read(settingOf(entry.id));
    std::vector<diagram::Declared> relations;
    for (const auto &value : index[u"relations"_s].toArray())
        relations.push_back(relationFrom(value.toObject()));
    const auto current = index[u"current"_s].toString();
    const bool isThere = std::any_of(m_entries.begin(), m_entries.end(),
                                     [&](const Entry &each) { return each.id == current; });
    m_model.setRelations(std::move(relations));
    enter(isThere ? current : m_entries.front().id);
}

QByteArray DiagramSet::index() const
{
    QJsonArray diagrams;
    for (const auto &entry : m_entries)
        diagrams << QJsonArray{entry.id, entry.name};
    QJsonArray relations;
    for (const auto &relation : m_model.relations())
        relations << toObject(relation);
    return QJsonDocument(
               QJsonObject{{u"current"_s, m_current}, {u"diagrams"_s, diagrams}, {u"relations"_s, relations}})
        .toJson(QJsonDocument::Compact);
}

std::vector<std::pair<QString, QByteArray>> DiagramSet::kept()
{
    std::vector<std::pair<QString, QByteArray>> settings;
    for (auto &entry : m_entries) {
        if (entry.id == m_current)
            settings.emplace_back(settingOf(entry.id), m_model.kept());
        else if (!entry.isSaved)
            settings.emplace_back(settingOf(entry.id), toJson(entry.history.arrangement));
        entry.isSaved = true;
    }
    settings.emplace_back(indexSetting, index());
    for (const auto &id : std::exchange(m_gone, {}))
        settings.emplace_back(settingOf(id), QByteArray());
    return settings;
}

std::vector<DiagramSet::Entry>::const_iterator DiagramSet::find(const QString &name) const
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [&](const Entry &each) { return each.name == name; });
}

DiagramSet::Entry &DiagramSet::current()
{
    return *std::find_if(m_entries.begin(), m_entries.end(),
                         [this](const Entry &each) { return each.id == m_current; });
}

QString DiagramSet::currentName() const
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [this](const Entry &each) { return each.id == m_current; })
        ->name;
}

QStringList DiagramSet::names() const
{
    QStringList names;
    for (const auto &entry : m_entries)
        names << entry.name;
    return names;
}

QString DiagramSet::refusal(const QString &name, const QString &but) const
{
    const auto tidy = name.trimmed();
    if (tidy.isEmpty())
        return tr("A diagram needs a name.");
    if (tidy != but && find(tidy) != m_entries.end())
        return tr("There is a diagram of this name.");
    return {};
}

QString DiagramSet::freeName(const QString &name) const
{
    auto free = name;
    for (int number = 2; find(free) != m_entries.end(); ++number)
        free = u"%1 %2"_s.arg(name).arg(number);
    return free;
}

DiagramArrangement DiagramSet::arrangementOf(const Entry &entry) const
{
    if (entry.id == m_current)
        return m_model.history().arrangement;
    return entry.unread.isEmpty() ? entry.history.arrangement : arrangementFromJson(entry.unread);
}

/// What the model has of the current one is kept here.
void DiagramSet::leave()
{
    auto &entry = current();
    entry.history = m_model.history();
    entry.isSaved = false;
}

void DiagramSet::enter(const QString &id)
{
    m_current = id;
    auto &entry = current();
    if (!entry.unread.isEmpty())
        entry.history = {arrangementFromJson(std::exchange(entry.unread, {})), {}, {}};
    m_model.setHistory(entry.history);
    emit changed();
    emit switched();
    emit edited();
}

void DiagramSet::choose(const QString &name)
{
    const auto wanted = find(name);
    if (wanted == m_entries.end() || wanted->id == m_current)
        return;
    leave();
    enter(wanted->id);
}

void DiagramSet::add(Entry entry)
{
    const auto id = entry.id;
    m_entries.push_back(std::move(entry));
    std::sort(m_entries.begin(), m_entries.end(),
              [](const Entry &one, const Entry &other) { return one.name < other.name; });
    enter(id);
}

void DiagramSet::add(const QString &name, const DiagramArrangement &arrangement)
{
    if (!refusal(name).isEmpty())
        return;
    leave();
    add({.id = newDiagramId(), .name = name.trimmed(), .history = {arrangement, {}, {}}, .isSaved = false});
}

void DiagramSet::duplicate(const QString &name)
{
    add(name, m_model.history().arrangement);
}

void DiagramSet::rename(const QString &name)
{
    if (!refusal(name, currentName()).isEmpty())
        return;
    current().name = name.trimmed();
    std::sort(m_entries.begin(), m_entries.end(),
              [](const Entry &one, const Entry &other) { return one.name < other.name; });
    emit changed();
    emit edited();
}

void DiagramSet::remove()
{
    if (m_entries.size() < 2)
        return;
    leave();
    m_removed = current();
    m_gone << m_current;
    const auto at = m_entries.erase(m_entries.begin() + (&current() - m_entries.data()));
    enter((at == m_entries.end() ? std::prev(at) : at)->id);
}

void DiagramSet::restore()
{
    if (!m_removed)
        return;
    leave();
    auto entry = *std::exchange(m_removed, {});
    entry.name = freeName(entry.name);
    m_gone.removeAll(entry.id);
    add(std::move(entry));
}

Diagrams DiagramSet::all() const
{
    Diagrams all{.relations = m_model.relations()};
    for (const auto &entry : m_entries)
        all.diagrams.push_back({entry.name, arrangementOf(entry)});
    return all;
}

void DiagramSet::replace(const Diagrams &diagrams)
{
    if (diagrams.diagrams.empty())
        return;
    const auto shown = currentName();
    std::vector<Entry> entries;
    for (const auto &named : diagrams.diagrams) {
        const auto known = find(named.name);
        entries.push_back({.id = known == m_entries.end() ? newDiagramId() : known->id,
                           .name = named.name,
                           .history = {named.arrangement, {}, {}},
                           .isSaved = false});
    }
    for (const auto &entry : m_entries) {
        const bool stays = std::any_of(entries.begin(), entries.end(),
                                       [&](const Entry &each) { return each.id == entry.id; });
        if (!stays)
            m_gone << entry.id;
    }
    m_entries = std::move(entries);
    m_removed.reset();
    m_model.setRelations(diagrams.relations);
    const auto current = find(shown);
    enter(current == m_entries.end() ? m_entries.front().id : current->id);
}

} // namespace squall::models
