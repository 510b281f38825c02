#include "core/catalog/readers.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

Column::Generated generatedOf(char letter)
{
    switch (letter) {
    case 's': return Column::Generated::Stored;
    case 'v': return Column::Generated::Virtual;
    default: return Column::Generated::No;
    }
}

QString storageOf(char letter)
{
    switch (letter) {
    case 'p': return u"PLAIN"_s;
    case 'e': return u"EXTERNAL"_s;
    case 'x': return u"EXTENDED"_s;
    case 'm': return u"MAIN"_s;
    default: return {};
    }
}

QString compressionOf(char letter)
{
    switch (letter) {
    case 'p': return u"pglz"_s;
    case 'l': return u"lz4"_s;
    default: return {};
    }
}

/// Servers since 15.20 keep a note of their own among a column's options; pg_dump leaves it out as well.
Options withoutServersNote(Options options)
{
    options.removeIf([](const QString &option) { return option.startsWith(u"pg_attver="); });
    return options;
}

} // namespace

void readColumn(Row &row, Assembly &assembly)
{
    const Oid relation = row.oid();
    const auto number = static_cast<size_t>(row.number());
    auto *columns = assembly.columns(relation);
    if (!columns)
        return;
    const KeyType keyType{row.oid(), row.oid()};
    assembly.setKeyType(relation, number, keyType);
    Column &column = (*columns)[number - 1];
    column.name = row.text();
    column.type = row.text();
    if (row.flag())
        column.collation = assembly.collationNames.value(keyType.collation);
    column.storage = storageOf(row.letter());
    column.notNull = row.flag();
    column.defaultSql = row.optionalText();
    column.comment = row.text();
}

void readColumnDetails(Row &row, Assembly &assembly)
{
    const Oid relation = row.oid();
    const auto number = static_cast<size_t>(row.number());
    auto *columns = assembly.columns(relation);
    Column ofIndex;
    Column &column = columns ? (*columns)[number - 1] : ofIndex;
    column.generated = generatedOf(row.letter());
    if (const char identity = row.letter())
        column.identity = Identity{.always = identity == 'a'};
    column.compression = compressionOf(row.letter());
    column.statisticsTarget = row.optionalNumber();
    column.options = withoutServersNote(row.list());
    column.foreignOptions = row.list();
    column.local = row.flag();
    column.inheritedFrom = static_cast<int>(row.number());
    if (auto rights = row.privileges(assembly.ownerOf(relation)); !rights.isDefault())
        column.privileges = std::move(rights);
    if (!columns)
        assembly.indexColumns[relation].push_back(
            {static_cast<int>(number), column.statisticsTarget, column.options});
}

} // namespace squall::catalog
