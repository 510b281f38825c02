#include "core/edit/stagededits.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace squall::edit {

namespace {

constexpr quint32 journalFormat = 1;

bool isSame(const Query::Parameter &original, const NewValue &value)
{
    switch (value.kind) {
    case NewValue::Kind::Null: return !original.has_value();
    case NewValue::Kind::Text: return original == value.text;
    case NewValue::Kind::Default:
    case NewValue::Kind::Now:
    case NewValue::Kind::RandomUuid: return false;
    }
    return false;
}

// Found by QDataStream through the namespace of their types.

QDataStream &operator<<(QDataStream &out, const NewValue &value)
{
    return out << static_cast<quint8>(value.kind) << value.text;
}

QDataStream &operator>>(QDataStream &in, NewValue &value)
{
    quint8 kind = 0;
    in >> kind >> value.text;
    if (kind > static_cast<quint8>(NewValue::Kind::RandomUuid))
        in.setStatus(QDataStream::ReadCorruptData);
    value.kind = static_cast<NewValue::Kind>(kind);
    return in;
}

void write(QDataStream &out, const RowValues &values)
{
    out << static_cast<quint32>(values.size());
    for (auto it = values.begin(); it != values.end(); ++it)
        out << it.key() << it.value().has_value() << it.value().value_or(QByteArray());
}

void read(QDataStream &in, RowValues &values)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QString column;
        bool present = false;
        QByteArray text;
        in >> column >> present >> text;
        values.insert(column, present ? Query::Parameter(text) : std::nullopt);
    }
}

void write(QDataStream &out, const QMap<QString, NewValue> &values)
{
    out << static_cast<quint32>(values.size());
    for (auto it = values.begin(); it != values.end(); ++it)
        out << it.key() << it.value();
}

void read(QDataStream &in, QMap<QString, NewValue> &values)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QString column;
        NewValue value;
        in >> column >> value;
        values.insert(column, value);
    }
}

void write(QDataStream &out, const RowIdentity &row)
{
    out << static_cast<quint32>(row.parts.size());
    for (const auto &[column, text] : row.parts)
        out << column << text;
}

void read(QDataStream &in, RowIdentity &row)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        auto &[column, text] = row.parts.emplace_back();
        in >> column >> text;
    }
}

} // namespace

StagedEdits::StagedEdits(ObjectId relation)
    : m_relation(std::move(relation))
{
}

const RowEdit *StagedEdits::find(const RowIdentity &row) const
{
    const auto found = m_rows.constFind(row);
    return found == m_rows.constEnd() ? nullptr : &*found;
}

const NewRow *StagedEdits::findNew(qint64 id) const
{
    const auto found =
        std::find_if(m_newRows.begin(), m_newRows.end(), [&](const NewRow &row) { return row.id == id; });
    return found == m_newRows.end() ? nullptr : &*found;
}

void StagedEdits::set(const RowIdentity &row, const RowValues &original, const QString &column,
                      const NewValue &value)
{
    auto edit = m_rows.find(row);
    if (edit == m_rows.end())
        edit = m_rows.insert(row, {.removed = false, .original = original, .values = {}});
    if (isSame(edit->original.value(column), value))
        edit->values.remove(column);
    else
        edit->values.insert(column, value);
    settle(row);
}

void StagedEdits::remove(const RowIdentity &row, const RowValues &original)
{
    auto edit = m_rows.find(row);
    if (edit == m_rows.end())
        edit = m_rows.insert(row, {.removed = false, .original = original, .values = {}});
    edit->removed = true;
}

void StagedEdits::revert(const RowIdentity &row, const QString &column)
{
    const auto edit = m_rows.find(row);
    if (edit == m_rows.end())
        return;
    if (column.isEmpty()) {
        m_rows.erase(edit);
        return;
    }
    edit->values.remove(column);
    settle(row);
}

qint64 StagedEdits::insert(const QMap<QString, NewValue> &values)
{
    m_newRows.append({.id = m_nextId, .values = values});
    return m_nextId++;
}

void StagedEdits::setNew(qint64 id, const QString &column, const NewValue &value)
{
    for (auto &row : m_newRows) {
        if (row.id == id)
            row.values.insert(column, value);
    }
}

void StagedEdits::resetNew(qint64 id, const QString &column)
{
    for (auto &row : m_newRows) {
        if (row.id == id)
            row.values.remove(column);
    }
}

void StagedEdits::removeNew(qint64 id)
{
    m_newRows.removeIf([&](const NewRow &row) { return row.id == id; });
}

void StagedEdits::rebase(const RowIdentity &row, const RowValues &original)
{
    const auto edit = m_rows.find(row);
    if (edit == m_rows.end())
        return;
    edit->original = original;
    edit->values.removeIf([&](auto value) { return isSame(original.value(value.key()), value.value()); });
    settle(row);
}

void StagedEdits::settle(const RowIdentity &row)
{
    const auto edit = m_rows.find(row);
    if (edit != m_rows.end() && !edit->removed && edit->values.isEmpty())
        m_rows.erase(edit);
}

QByteArray StagedEdits::serialized() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << journalFormat << static_cast<quint8>(m_relation.kind) << m_relation.schema << m_relation.name
        << m_relation.part << m_nextId << static_cast<quint32>(m_rows.size());
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it) {
        write(out, it.key());
        out << it->removed;
        write(out, it->original);
        write(out, it->values);
    }
    out << static_cast<quint32>(m_newRows.size());
    for (const auto &row : m_newRows) {
        out << row.id;
        write(out, row.values);
    }
    return bytes;
}

std::optional<StagedEdits> StagedEdits::parse(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    StagedEdits edits;
    quint32 format = 0;
    quint8 kind = 0;
    quint32 count = 0;
    in >> format;
    if (format != journalFormat)
        return std::nullopt;
    in >> kind >> edits.m_relation.schema >> edits.m_relation.name >> edits.m_relation.part >>
        edits.m_nextId >> count;
    edits.m_relation.kind = static_cast<Kind>(kind);
    bool sound = kind <= static_cast<quint8>(Kind::LargeObject);
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        RowIdentity row;
        RowEdit edit;
        read(in, row);
        in >> edit.removed;
        read(in, edit.original);
        read(in, edit.values);
        sound = sound && row.isValid() && (edit.removed || !edit.values.isEmpty());
        edits.m_rows.insert(row, edit);
    }
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        NewRow row;
        in >> row.id;
        read(in, row.values);
        sound = sound && row.id > 0 && row.id < edits.m_nextId && !edits.findNew(row.id);
        edits.m_newRows.append(row);
    }
    if (!sound || in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    return edits;
}

} // namespace squall::edit
