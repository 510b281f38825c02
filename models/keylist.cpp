#include "models/keylist.h"

#include <cstring>

namespace squall::models {

namespace {

constexpr qint64 stride = 64;
/// A part begins with its length: one byte, or this and four more.
constexpr unsigned char longLength = 255;

void put(QByteArray &bytes, QByteArrayView part)
{
    if (part.size() < longLength) {
        bytes.append(static_cast<char>(part.size()));
    } else {
        const auto length = static_cast<quint32>(part.size());
        bytes.append(static_cast<char>(longLength));
        bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    }
    bytes.append(part);
}

/// Moves behind the part.
QByteArrayView take(const char *&place)
{
    quint32 length = static_cast<unsigned char>(*place++);
    if (length == longLength) {
        std::memcpy(&length, place, sizeof length);
        place += sizeof length;
    }
    const QByteArrayView part(place, static_cast<qsizetype>(length));
    place += length;
    return part;
}

} // namespace

KeyList::KeyList(int parts)
    : m_parts(parts)
{
}

qsizetype KeyList::bytes() const
{
    return m_bytes.size() + static_cast<qsizetype>(m_starts.size() * sizeof(qsizetype));
}

void KeyList::append(const pg::RowBatch &batch, int row)
{
    if (m_size++ % stride == 0)
        m_starts.push_back(m_bytes.size());
    for (int part = 0; part < m_parts; ++part)
        put(m_bytes, batch.cell(row, part).value_or(QByteArrayView()));
}

const char *KeyList::skip(const char *key) const
{
    for (int part = 0; part < m_parts; ++part)
        take(key);
    return key;
}

const char *KeyList::at(qint64 index) const
{
    const char *key = m_bytes.constData() + m_starts[static_cast<size_t>(index / stride)];
    for (qint64 i = index % stride; i > 0; --i)
        key = skip(key);
    return key;
}

std::vector<RowPosition> KeyList::keys(qint64 first, qint64 end) const
{
    std::vector<RowPosition> keys;
    if (first >= end)
        return keys;
    const char *place = at(first);
    for (qint64 i = first; i < end; ++i) {
        RowPosition key;
        for (int part = 0; part < m_parts; ++part)
            key.emplace_back(take(place).toByteArray());
        keys.push_back(std::move(key));
    }
    return keys;
}

qint64 KeyList::indexOf(const RowPosition &key) const
{
    QByteArray wanted;
    for (const auto &part : key)
        put(wanted, part.value_or(QByteArray()));
    const char *place = m_bytes.constData();
    for (qint64 i = 0; i < m_size; ++i) {
        const char *next = skip(place);
        if (QByteArrayView(place, next - place) == wanted)
            return i;
        place = next;
    }
    return -1;
}

void KeyList::remove(const std::vector<qint64> &indexes)
{
    for (auto gone = indexes.rbegin(); gone != indexes.rend(); ++gone) {
        const char *key = at(*gone);
        const auto place = key - m_bytes.constData();
        m_bytes.remove(place, skip(key) - key);
        --m_size;
        index();
    }
}

void KeyList::index()
{
    m_starts.clear();
    const char *place = m_bytes.constData();
    for (qint64 i = 0; i < m_size; ++i, place = skip(place)) {
        if (i % stride == 0)
            m_starts.push_back(place - m_bytes.constData());
    }
}

} // namespace squall::models
