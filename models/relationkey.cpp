#include "models/relationkey.h"

#include "core/edit/newvalue.h"
#include "models/cellrole.h"

#include <algorithm>

namespace squall::models {

namespace {

using Value = std::optional<QByteArray>;

QModelIndex cellOf(const QAbstractItemModel &rows, int row, const QString &name)
{
    for (int column = 0; column < rows.columnCount(); ++column) {
        if (rows.headerData(column, Qt::Horizontal).toString() == name)
            return rows.index(row, column);
    }
    return {};
}

Value shownIn(const QModelIndex &cell)
{
    const auto length = cell.data(FullLengthRole);
    if (cell.data(NullRole).toBool() || (length.isValid() && length.toLongLong() >= 0))
        return std::nullopt;
    return cell.data().toString().toUtf8();
}

Value stagedIn(const QModelIndex &cell)
{
    const auto staged = cell.data(Qt::EditRole);
    if (!staged.canConvert<edit::NewValue>() || cell.data(EditMarkRole).value<EditMark>() == EditMark::None)
        return cell.data(DefaultRole).isNull() ? shownIn(cell) : std::nullopt;
    const auto value = staged.value<edit::NewValue>();
    return value.kind == edit::NewValue::Kind::Text ? Value(value.text) : std::nullopt;
}

/// Before anything was staged for it.
Value storedIn(const QModelIndex &cell)
{
    if (cell.data(RowMarkRole).value<EditMark>() == EditMark::Added)
        return std::nullopt;
    if (cell.data(EditMarkRole).value<EditMark>() != EditMark::Changed)
        return shownIn(cell);
    const auto original = cell.data(OriginalRole).toString();
    return original.isNull() ? std::nullopt : Value(original.toUtf8());
}

Value partOf(const edit::RowIdentity &identity, const QString &name)
{
    const auto part = std::find_if(identity.parts.begin(), identity.parts.end(),
                                   [&](const auto &each) { return each.first == name; });
    return part == identity.parts.end() ? std::nullopt : Value(part->second);
}

} // namespace

std::optional<RelationKey> pointingKey(const QAbstractItemModel &rows, int row, const Relation &relation)
{
    RelationKey key;
    for (const auto &name : relation.columns) {
        const auto cell = cellOf(rows, row, name);
        auto value = cell.isValid() ? stagedIn(cell) : std::nullopt;
        if (!value)
            return std::nullopt;
        key.push_back(*std::move(value));
    }
    return key;
}

std::optional<RelationKey> pointedKey(const QAbstractItemModel &rows, int row, const Relation &relation,
                                      const edit::RowIdentity &identity)
{
    RelationKey key;
    for (const auto &name : relation.toColumns) {
        const auto cell = cellOf(rows, row, name);
        auto value = cell.isValid() ? storedIn(cell) : partOf(identity, name);
        if (!value)
            return std::nullopt;
        key.push_back(*std::move(value));
    }
    return key;
}

} // namespace squall::models
