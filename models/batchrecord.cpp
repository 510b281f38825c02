#include "models/batchrecord.h"

#include <QDataStream>
#include <QIODevice>

namespace squall::models {

namespace {

constexpr quint32 recordFormat = 1;

using Plain = QMap<QString, QByteArray>;

/// A null array stands for NULL; QDataStream keeps it apart from an empty one.
Plain plain(const edit::RowValues &values)
{
    Plain plain;
    for (auto it = values.begin(); it != values.end(); ++it)
        plain.insert(it.key(), !*it ? QByteArray() : (*it)->isNull() ? QByteArray("") : **it);
    return plain;
}

edit::RowValues values(const Plain &plain)
{
    edit::RowValues values;
    for (auto it = plain.begin(); it != plain.end(); ++it)
        values.insert(it.key(), it->isNull() ? Query::Parameter() : Query::Parameter(*it));
    return values;
}

void write(QDataStream &out, const edit::RowIdentity &identity)
{
    out << static_cast<quint32>(identity.parts.size());
    for (const auto &[column, text] : identity.parts)
        out << column << text;
}

void read(QDataStream &in, edit::RowIdentity &identity)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        auto &[column, text] = identity.parts.emplace_back();
        in >> column >> text;
    }
}

void write(QDataStream &out, const CommittedRow &row)
{
    out << static_cast<quint8>(row.verb) << static_cast<quint8>(row.relation.kind) << row.relation.schema
        << row.relation.name << row.newRow << row.columns << plain(row.old) << plain(row.now);
    write(out, row.before);
    write(out, row.after);
}

void read(QDataStream &in, CommittedRow &row)
{
    quint8 verb = 0;
    quint8 kind = 0;
    Plain old;
    Plain now;
    in >> verb >> kind >> row.relation.schema >> row.relation.name >> row.newRow >> row.columns >> old >> now;
    read(in, row.before);
    read(in, row.after);
    row.verb = static_cast<edit::Statement::Verb>(verb);
    row.relation.kind = static_cast<Kind>(kind);
    row.old = values(old);
    row.now = values(now);
}

} // namespace

QByteArray BatchRecord::serialized() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << recordFormat << static_cast<quint32>(edits.size());
    for (const auto &relation : edits)
        out << relation.serialized();
    out << static_cast<quint32>(rows.size());
    for (const auto &row : rows)
        write(out, row);
    return bytes;
}

std::optional<BatchRecord> BatchRecord::parse(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    BatchRecord record;
    quint32 format = 0;
    quint32 count = 0;
    in >> format >> count;
    if (format != recordFormat)
        return std::nullopt;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray relation;
        in >> relation;
        auto edits = edit::StagedEdits::parse(relation);
        if (!edits)
            return std::nullopt;
        record.edits.push_back(*std::move(edits));
    }
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
        read(in, record.rows.emplace_back());
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    return record;
}

edit::StagedEdits without(edit::StagedEdits staged, const edit::StagedEdits &batch)
{
    for (auto row = batch.rows().begin(); row != batch.rows().end(); ++row) {
        if (const auto *edit = staged.find(row.key()); edit && *edit == *row)
            staged.revert(row.key());
    }
    for (const auto &row : batch.newRows()) {
        if (const auto *added = staged.findNew(row.id); added && *added == row)
            staged.removeNew(row.id);
    }
    return staged;
}

std::optional<edit::StagedEdits> together(edit::StagedEdits staged, const edit::StagedEdits &more)
{
    for (auto row = more.rows().begin(); row != more.rows().end(); ++row) {
        if (staged.find(row.key()))
            return std::nullopt;
        for (auto value = row->values.begin(); value != row->values.end(); ++value)
            staged.set(row.key(), row->original, value.key(), *value);
        if (row->removed)
            staged.remove(row.key(), row->original);
    }
    for (const auto &row : more.newRows())
        staged.insert(row.values);
    return staged;
}

} // namespace squall::models
