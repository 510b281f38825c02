#pragma once

#include "core/catalog/assembly.h"

namespace squall::catalog {

// Each takes one row of the query that has its name; introspect.cpp lists them in their order.

void readMember(Row &row, Assembly &assembly);
void readDatabase(Row &row, Assembly &assembly);
void readRole(Row &row, Assembly &assembly);
void readSchema(Row &row, Assembly &assembly);
void readExtension(Row &row, Assembly &assembly);

void readTable(Row &row, Assembly &assembly);
void readView(Row &row, Assembly &assembly);
void readColumn(Row &row, Assembly &assembly);
void readSequence(Row &row, Assembly &assembly);
void readInheritance(Row &row, Assembly &assembly);
void readConstraint(Row &row, Assembly &assembly);
void readIndex(Row &row, Assembly &assembly);
void readTrigger(Row &row, Assembly &assembly);
void readRule(Row &row, Assembly &assembly);
void readPolicy(Row &row, Assembly &assembly);

void readDependency(Row &row, Assembly &assembly);

} // namespace squall::catalog
