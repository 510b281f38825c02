#pragma once

#include "core/catalog/assembly.h"

namespace squall::catalog {

// Each takes one row of the query that has its name; introspect.cpp lists them in their order.

void readMember(Row &row, Assembly &assembly);
void readDatabase(Row &row, Assembly &assembly);
void readRole(Row &row, Assembly &assembly);
void readMembership(Row &row, Assembly &assembly);
void readSchema(Row &row, Assembly &assembly);
void readExtension(Row &row, Assembly &assembly);

void readEnum(Row &row, Assembly &assembly);
void readDomain(Row &row, Assembly &assembly);
void readDomainConstraint(Row &row, Assembly &assembly);
void readComposite(Row &row, Assembly &assembly);
void readRange(Row &row, Assembly &assembly);
void readBaseType(Row &row, Assembly &assembly);
void readConstructor(Row &row, Assembly &assembly);
/// Aggregates too.
void readFunction(Row &row, Assembly &assembly);

void readTable(Row &row, Assembly &assembly);
void readView(Row &row, Assembly &assembly);
void readColumn(Row &row, Assembly &assembly);
void readColumnDetails(Row &row, Assembly &assembly);
void readSequence(Row &row, Assembly &assembly);
void readInheritance(Row &row, Assembly &assembly);
void readCollationName(Row &row, Assembly &assembly);
void readOperatorClassName(Row &row, Assembly &assembly);
void readConstraint(Row &row, Assembly &assembly);
void readIndex(Row &row, Assembly &assembly);
void readTrigger(Row &row, Assembly &assembly);
void readRule(Row &row, Assembly &assembly);
void readPolicy(Row &row, Assembly &assembly);

void readCollation(Row &row, Assembly &assembly);
void readStatistics(Row &row, Assembly &assembly);
void readTextSearchParser(Row &row, Assembly &assembly);
void readTextSearchTemplate(Row &row, Assembly &assembly);
void readTextSearchDictionary(Row &row, Assembly &assembly);
void readTextSearchConfiguration(Row &row, Assembly &assembly);
void readOperator(Row &row, Assembly &assembly);
void readOperatorFamily(Row &row, Assembly &assembly);
void readOperatorClass(Row &row, Assembly &assembly);
void readCast(Row &row, Assembly &assembly);
void readConversion(Row &row, Assembly &assembly);
void readTransform(Row &row, Assembly &assembly);
void readLanguage(Row &row, Assembly &assembly);
void readAccessMethod(Row &row, Assembly &assembly);
void readForeignDataWrapper(Row &row, Assembly &assembly);
void readForeignServer(Row &row, Assembly &assembly);
void readUserMapping(Row &row, Assembly &assembly);
void readPublication(Row &row, Assembly &assembly);
void readSubscription(Row &row, Assembly &assembly);
void readEventTrigger(Row &row, Assembly &assembly);
void readDefaultPrivileges(Row &row, Assembly &assembly);
void readUnmodeled(Row &row, Assembly &assembly);

void readDependency(Row &row, Assembly &assembly);

} // namespace squall::catalog
