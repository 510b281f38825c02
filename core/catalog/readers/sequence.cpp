#include "core/catalog/readers.h"

namespace squall::catalog {

void readSequence(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const char tie = row.letter();
    const Oid relation = row.oid();
    const auto number = static_cast<size_t>(row.number());
    auto sequence = assembly.object<Sequence>(row);
    if (!sequence)
        return;
    sequence->unlogged = row.flag();
    auto &options = sequence->options;
    options.type = row.text();
    options.start = row.number();
    options.increment = row.number();
    options.minimum = row.number();
    options.maximum = row.number();
    options.cache = row.number();
    options.cycle = row.flag();

    const QString column = assembly.columnName(relation, static_cast<int>(number));
    if (tie == 'i' && !column.isEmpty()) {
        auto &identity = (*assembly.columns(relation))[number - 1].identity;
        if (identity) {
            identity->sequence = {sequence->schema, sequence->name};
            identity->options = options;
            identity->unlogged = sequence->unlogged;
            identity->comment = sequence->comment;
            identity->privileges = sequence->privileges;
        }
        assembly.add(Catalog::Relation, oid, partOf(idOf(*assembly.table(relation)), Kind::Column, column));
        return;
    }
    if (!column.isEmpty()) {
        sequence->ownerTable = assembly.relationName(relation);
        sequence->ownerColumn = column;
    }
    assembly.add(Catalog::Relation, oid, idOf(*sequence));
    if (!assembly.isMember(Catalog::Relation, oid))
        assembly.snapshot.sequences.push_back(*std::move(sequence));
}

} // namespace squall::catalog
