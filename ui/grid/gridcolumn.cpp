#include "ui/grid/gridcolumn.h"

#include <QStringList>

namespace squall::ui {

using namespace Qt::StringLiterals;
using namespace models;

GridColumn GridColumn::of(const WindowModel &model, int column)
{
    const auto header = [&](int role) { return model.headerData(column, Qt::Horizontal, role); };
    QString type = header(TypeNameRole).toString();
    if (header(PrimaryKeyRole).toBool())
        type += u" · pk"_s;
    else if (const auto notNull = header(NotNullRole); notNull.isValid() && !notNull.toBool())
        type += u" ?"_s;
    if (const auto zone = header(ZoneRole).toString(); !zone.isEmpty())
        type += u" · "_s + zone;
    if (const auto reference = header(ReferenceRole).toString(); !reference.isEmpty())
        type += u" → "_s + reference;
    return {.name = header(Qt::DisplayRole).toString(),
            .type = type,
            .kind = header(TypeKindRole).value<TypeKind>(),
            .generated = header(GeneratedRole).toBool(),
            .sortable = header(SortableRole).toBool(),
            .sort = header(SortRole).toInt(),
            .reference = !header(ReferenceRole).toString().isEmpty()};
}

GridCell GridCell::of(const WindowModel &model, int row, int column)
{
    const auto index = model.index(row, column);
    const auto length = index.data(FullLengthRole);
    QString text = index.data(Qt::DisplayRole).toString();
    // The server says it in one letter.
    if (text.size() == 1 && index.data(TypeKindRole).value<TypeKind>() == TypeKind::Boolean)
        text = text == u"t" ? u"true"_s : u"false"_s;
    return {.text = text,
            .null = index.data(NullRole).toBool(),
            .fullLength = length.isValid() ? length.toLongLong() : -1,
            .filledBy = index.data(DefaultRole).toString(),
            .label = index.data(LabelRole).toString()};
}

} // namespace squall::ui
