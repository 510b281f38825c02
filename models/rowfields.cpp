#include "models/rowfields.h"

#include "core/base/shorttypename.h"
#include "models/relationkey.h"

namespace squall::models {

namespace {

RowField fieldOf(const WindowModel &model, int row, int column)
{
    const auto header = [&](int role) { return model.headerData(column, Qt::Horizontal, role); };
    const auto index = model.index(row, column);
    const auto length = index.data(FullLengthRole);
    return {.name = header(Qt::DisplayRole).toString(),
            .type = header(TypeNameRole).toString(),
            .kind = header(TypeKindRole).value<TypeKind>(),
            .key = header(PrimaryKeyRole).toBool(),
            .column = column,
            .value = index.data(Qt::DisplayRole).toString(),
            .null = index.data(NullRole).toBool(),
            .fullLength = length.isValid() ? length.toLongLong() : -1,
            .mark = index.data(EditMarkRole).value<EditMark>(),
            .original = index.data(OriginalRole).toString(),
            .defaultSql = index.data(DefaultRole).toString(),
            .fault = index.data(FaultRole).toString(),
            .reference = header(ReferenceRole).toString(),
            .label = index.data(LabelRole).toString()};
}

} // namespace

std::vector<RowField> rowFields(const WindowModel &model, int row, const RowSource &source,
                                const std::vector<Relation> &relations)
{
    std::vector<RowField> fields;
    if (row < 0 || row >= model.rowCount())
        return fields;
    for (int column = 0; column < model.columnCount(); ++column)
        fields.push_back(fieldOf(model, row, column));
    for (auto &field : fields) {
        if (const auto relation = followed(relations, field.name);
            relation && pointingKey(model, row, *relation))
            field.leadsTo = relation->to.name;
    }
    for (const auto &hidden : source.hidden)
        fields.push_back({.name = hidden.name,
                          .type = shortTypeName(hidden.type),
                          .kind = hidden.traits.kind,
                          .key = hidden.primaryKey,
                          .loaded = false,
                          .reference = hidden.references});
    return fields;
}

} // namespace squall::models
