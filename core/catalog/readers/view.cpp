#include "core/catalog/readers.h"

namespace squall::catalog {

void readView(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const auto columnSlots = static_cast<int>(row.number());
    const Oid rowType = row.oid();
    const Oid arrayType = row.oid();
    auto view = assembly.object<View>(row);
    if (!view)
        return;
    view->materialized = row.flag();
    view->definition = row.text();
    view->options = row.list();
    view->accessMethod = row.text();
    view->tablespace = row.text();
    *view->populated = row.flag();
    view->size->rows = row.number();
    view->size->bytes = row.number();
    assembly.add(Catalog::Type, rowType, idOf(*view));
    assembly.add(Catalog::Type, arrayType, idOf(*view));
    assembly.addView(oid, *std::move(view), columnSlots);
}

} // namespace squall::catalog
