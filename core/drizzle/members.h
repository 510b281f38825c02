#pragma once

#include <QHash>
#include <QString>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace squall::drizzle {

/// The number that JavaScript takes a key for when it puts numbers before names: "7" is one, "07" is none.
inline std::optional<quint32> arrayIndex(QStringView key)
{
    bool ok = false;
    const auto number = key.toUInt(&ok);
    if (!ok || number == 0xffffffffU || QString::number(number) != key)
        return std::nullopt;
    return number;
}

/// What JavaScript keeps in an object, in its order: keys that are numbers first and by size, the others as
/// they came. The order of statements and of files depends on it.
template<typename Value>
class Members
{
public:
    using Entry = std::pair<QString, Value>;

    bool empty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    auto begin() const { return m_entries.begin(); }
    auto end() const { return m_entries.end(); }

    /// nullptr when there is none.
    const Value *find(const QString &key) const
    {
        const auto at = m_places.constFind(key);
        return at == m_places.cend() ? nullptr : &m_entries[*at].second;
    }
    Value *find(const QString &key) { return const_cast<Value *>(std::as_const(*this).find(key)); }
    bool contains(const QString &key) const { return m_places.contains(key); }

    /// What has this key already is replaced at its place.
    Value &set(const QString &key, Value value)
    {
        if (auto *known = find(key)) {
            *known = std::move(value);
            return *known;
        }
        auto at = m_entries.end();
        if (const auto number = arrayIndex(key)) {
            at = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) {
                const auto other = arrayIndex(each.first);
                return !other || *other > *number;
            });
        }
        const auto place = static_cast<std::size_t>(at - m_entries.begin());
        m_entries.emplace(at, key, std::move(value));
        index(place);
        return m_entries[place].second;
    }

    bool remove(const QString &key)
    {
        const auto at = m_places.constFind(key);
        if (at == m_places.cend())
            return false;
        const auto place = *at;
        m_places.erase(at);
        m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(place));
        index(place);
        return true;
    }

    /// In the same order, too.
    bool operator==(const Members &other) const { return m_entries == other.m_entries; }

private:
    void index(std::size_t from)
    {
        for (auto i = from; i < m_entries.size(); ++i)
            m_places.insert(m_entries[i].first, i);
    }

    std::vector<Entry> m_entries;
    QHash<QString, std::size_t> m_places;
};

} // namespace squall::drizzle
