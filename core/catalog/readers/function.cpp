#include "core/catalog/readers.h"

namespace squall::catalog {

namespace {

Function::Type functionTypeOf(char letter)
{
    switch (letter) {
    case 'p': return Function::Type::Procedure;
    case 'w': return Function::Type::Window;
    case 'a': return Function::Type::Aggregate;
    default: return Function::Type::Function;
    }
}

} // namespace

void readFunction(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    auto function = assembly.object<Function>(row);
    if (!function)
        return;
    function->type = functionTypeOf(row.letter());
    function->identityArguments = row.text();
    function->arguments = row.text();
    function->result = row.text();
    function->language = row.text();
    function->definition = row.text();
    assembly.add(Catalog::Function, oid, idOf(*function));
    if (!assembly.isMember(Catalog::Function, oid))
        assembly.snapshot.functions.push_back(*std::move(function));
}

} // namespace squall::catalog
