#include "models/savedfilters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

auto is(const ObjectId &relation, const QString &name)
{
    return [&relation, &name](const SavedFilter &each) {
        return each.relation == relation && each.name == name;
    };
}

bool isBefore(const SavedFilter &one, const SavedFilter &other)
{
    const auto order = one.relation <=> other.relation;
    return order != 0 ? order < 0 : one.name < other.name;
}

} // namespace

void SavedFilters::load(const QByteArray &json)
{
    std::vector<SavedFilter> all;
    const auto list = QJsonDocument::fromJson(json).array();
    for (const auto &value : list) {
        const auto object = value.toObject();
        const auto filter =
            filterFromJson(QJsonDocument(object[u"filter"_s].toObject()).toJson(QJsonDocument::Compact));
        if (!filter || object[u"name"_s].toString().isEmpty())
            continue;
        all.push_back({.relation = {static_cast<Kind>(object[u"kind"_s].toInt(static_cast<int>(Kind::Table))),
                                    object[u"schema"_s].toString(), object[u"relation"_s].toString()},
                       .name = object[u"name"_s].toString(),
                       .filter = *filter});
    }
    std::sort(all.begin(), all.end(), isBefore);
    if (all == m_all)
        return;
    m_all = std::move(all);
    emit changed();
}

QByteArray SavedFilters::json() const
{
    QJsonArray list;
    for (const auto &saved : m_all)
        list << QJsonObject{{u"kind"_s, static_cast<int>(saved.relation.kind)},
                            {u"schema"_s, saved.relation.schema},
                            {u"relation"_s, saved.relation.name},
                            {u"name"_s, saved.name},
                            {u"filter"_s, QJsonDocument::fromJson(toJson(saved.filter)).object()}};
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

std::vector<SavedFilter> SavedFilters::of(const ObjectId &relation) const
{
    std::vector<SavedFilter> own;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(own),
                 [&](const SavedFilter &saved) { return saved.relation == relation; });
    return own;
}

const SavedFilter *SavedFilters::find(const ObjectId &relation, const QString &name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), is(relation, name));
    return found == m_all.end() ? nullptr : &*found;
}

void SavedFilters::save(const SavedFilter &filter)
{
    std::erase_if(m_all, is(filter.relation, filter.name));
    m_all.insert(std::upper_bound(m_all.begin(), m_all.end(), filter, isBefore), filter);
    emit changed();
    emit edited();
}

bool SavedFilters::rename(const ObjectId &relation, const QString &name, const QString &to)
{
    const auto *known = find(relation, name);
    if (!known || to.isEmpty() || find(relation, to))
        return false;
    auto renamed = *known;
    renamed.name = to;
    std::erase_if(m_all, is(relation, name));
    save(renamed);
    return true;
}

void SavedFilters::remove(const ObjectId &relation, const QString &name)
{
    if (std::erase_if(m_all, is(relation, name)) == 0)
        return;
    emit changed();
    emit edited();
}

} // namespace squall::models
