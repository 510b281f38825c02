#include "core/catalog/readers/indexkeys.h"

namespace squall::catalog {

namespace {

constexpr Oid defaultCollation = 100; // the same on every server

/// pg_get_indexdef puts brackets around whatever does not look like a call.
QString withoutBrackets(const QString &expression)
{
    return expression.startsWith(u'(') ? expression.mid(1, expression.size() - 2) : expression;
}

} // namespace

std::vector<IndexKey> indexKeys(const IndexVectors &vectors, Oid relation, Assembly &assembly)
{
    std::vector<IndexKey> keys;
    keys.reserve(vectors.keyCount);
    qsizetype expression = 0;
    for (size_t at = 0; at < vectors.keyCount && at < vectors.columns.size(); ++at) {
        IndexKey key;
        KeyType type;
        if (const Oid column = vectors.columns[at]) {
            key.column = assembly.columnName(relation, static_cast<int>(column));
            type = assembly.keyType(relation, column);
        } else {
            key.expression = withoutBrackets(vectors.expressions.value(expression++));
            type = {at < vectors.types.size() ? vectors.types[at] : 0, defaultCollation};
        }
        if (vectors.collations[at] != 0 && vectors.collations[at] != type.collation)
            key.collation = assembly.collationNames.value(vectors.collations[at]);
        key.operatorClass = assembly.operatorClassNames.unlessDefault(vectors.operatorClasses[at], type.type);
        constexpr Oid descending = 1;
        constexpr Oid nullsFirst = 2;
        key.descending = vectors.options[at] & descending;
        key.nullsFirst = vectors.options[at] & nullsFirst;
        keys.push_back(std::move(key));
    }
    return keys;
}

} // namespace squall::catalog
