#include "core/catalog/readers.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

/// Cells of every query for a rarer kind: OID, the six of an object, qualifier, address, statements.
void readDefinition(Row &row, Assembly &assembly, Catalog catalog, Kind kind)
{
    const Oid oid = row.oid();
    auto definition = assembly.object<Definition>(row);
    if (!definition)
        return;
    definition->kind = kind;
    definition->qualifier = row.text();
    definition->address = row.text();
    definition->statements = row.list();
    assembly.add(catalog, oid, idOf(*definition));
    if (!assembly.isMember(catalog, oid))
        assembly.snapshot.definitions.push_back(*std::move(definition));
}

/// The queries put this where a password would stand. What cannot be seen cannot be called equal, nor
/// written.
void reportSecrets(Assembly &assembly, size_t known)
{
    auto &snapshot = assembly.snapshot;
    for (size_t i = known; i < snapshot.definitions.size(); ++i) {
        if (snapshot.definitions[i].statements.join(u' ').contains(u" '(hidden)'"))
            snapshot.unmodeled.push_back({idOf(snapshot.definitions[i]), u"a secret option, never read"_s});
    }
}

} // namespace

void readCollation(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Collation, Kind::Collation);
}

void readStatistics(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Statistics, Kind::Statistics);
}

void readTextSearchParser(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::TextSearchParser, Kind::TextSearchParser);
}

void readTextSearchTemplate(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::TextSearchTemplate, Kind::TextSearchTemplate);
}

void readTextSearchDictionary(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::TextSearchDictionary, Kind::TextSearchDictionary);
}

void readTextSearchConfiguration(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::TextSearchConfiguration, Kind::TextSearchConfiguration);
}

void readOperator(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Operator, Kind::Operator);
}

void readOperatorFamily(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::OperatorFamily, Kind::OperatorFamily);
}

void readOperatorClass(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::OperatorClass, Kind::OperatorClass);
}

void readCast(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Cast, Kind::Cast);
}

void readConversion(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Conversion, Kind::Conversion);
}

void readTransform(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Transform, Kind::Transform);
}

void readLanguage(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Language, Kind::Language);
}

void readAccessMethod(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::AccessMethod, Kind::AccessMethod);
}

void readForeignDataWrapper(Row &row, Assembly &assembly)
{
    const auto known = assembly.snapshot.definitions.size();
    readDefinition(row, assembly, Catalog::ForeignDataWrapper, Kind::ForeignDataWrapper);
    reportSecrets(assembly, known);
}

void readForeignServer(Row &row, Assembly &assembly)
{
    const auto known = assembly.snapshot.definitions.size();
    readDefinition(row, assembly, Catalog::ForeignServer, Kind::ForeignServer);
    reportSecrets(assembly, known);
}

void readUserMapping(Row &row, Assembly &assembly)
{
    const auto known = assembly.snapshot.definitions.size();
    readDefinition(row, assembly, Catalog::UserMapping, Kind::UserMapping);
    reportSecrets(assembly, known);
    const bool hidden = row.flag();
    if (hidden && assembly.snapshot.definitions.size() > known) {
        assembly.snapshot.unmodeled.push_back({idOf(assembly.snapshot.definitions.back()),
                                               u"options of a user mapping, hidden from this role"_s});
    }
}

void readPublication(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::Publication, Kind::Publication);
}

void readEventTrigger(Row &row, Assembly &assembly)
{
    readDefinition(row, assembly, Catalog::EventTrigger, Kind::EventTrigger);
}

} // namespace squall::catalog
