#include "core/catalog/readers.h"
#include "core/catalog/readers/append.h"
#include "core/catalog/readers/indexkeys.h"

#include <algorithm>

namespace squall::catalog {

namespace {

/// Only then can it depend on anything but its table.
bool hasNeeds(const Index &index)
{
    return !index.predicate.isEmpty() ||
           std::any_of(index.keys.begin(), index.keys.end(), [](const IndexKey &key) {
               return key.column.isEmpty() || !key.operatorClass.isEmpty() || !key.collation.isEmpty();
           });
}

} // namespace

void readCollationName(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    assembly.collationNames.insert(oid, row.text());
}

void readOperatorClassName(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    OperatorClassName name;
    name.method = row.oid();
    name.type = row.oid();
    name.isDefault = row.flag();
    name.sql = row.text();
    assembly.operatorClassNames.add(oid, name);
}

void readIndex(Row &row, Assembly &assembly)
{
    const Oid relation = row.oid();
    const Oid oid = row.oid();
    auto *indexes = assembly.indexes(relation);
    if (!indexes)
        return;
    Index index;
    index.name = row.text();
    index.method = row.text();
    index.ordered = row.flag();
    index.unique = row.flag();
    index.nullsNotDistinct = row.flag();
    index.valid = row.flag();
    index.ready = row.flag();
    index.live = row.flag();
    *index.building = row.flag();
    index.clustered = row.flag();
    index.replicaIdentity = row.flag();

    IndexVectors vectors;
    vectors.keyCount = static_cast<size_t>(row.number());
    vectors.columns = row.numbers();
    vectors.options = row.numbers();
    vectors.operatorClasses = row.numbers();
    vectors.collations = row.numbers();
    vectors.expressions = row.list();
    vectors.types = row.numbers();
    index.keys = indexKeys(vectors, relation, assembly);
    for (const auto &known : assembly.indexColumns.value(oid)) {
        if (static_cast<size_t>(known.number) <= index.keys.size()) {
            auto &key = index.keys[static_cast<size_t>(known.number) - 1];
            key.statisticsTarget = known.statisticsTarget;
            key.operatorClassOptions = known.options;
            // Options only stand behind a name.
            if (!known.options.isEmpty()) {
                const Oid operatorClass = vectors.operatorClasses[static_cast<size_t>(known.number) - 1];
                key.operatorClass = assembly.operatorClassNames.name(operatorClass);
            }
        }
    }
    vectors.columns.erase(vectors.columns.begin(),
                          vectors.columns.begin() + static_cast<qsizetype>(vectors.keyCount));
    index.include = assembly.columnNames(relation, vectors.columns);

    index.predicate = row.text();
    index.options = row.list();
    index.tablespace = row.text();
    index.parent.schema = assembly.schemas.value(row.oid());
    index.parent.name = row.text();
    index.comment = row.text();
    if (assembly.constraintIndexes.contains(oid))
        index.constraint = index.name;
    if (hasNeeds(index))
        assembly.add(Catalog::Relation, oid, indexId(assembly.relationName(relation).schema, index));
    append(*indexes, std::move(index));
}

} // namespace squall::catalog
