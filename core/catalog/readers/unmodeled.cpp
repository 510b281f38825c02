#include "core/catalog/readers.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

void readPart(Row &row, Assembly &assembly)
{
    const auto catalog = static_cast<Catalog>(row.oid());
    const Oid oid = row.oid();
    const auto whole = static_cast<Catalog>(row.oid());
    if (const auto id = assembly.find(whole, row.oid()))
        assembly.add(catalog, oid, *id);
}

void readUnmodeled(Row &row, Assembly &assembly)
{
    const QString what = row.text();
    const auto kind = what == u"tablespace" ? Kind::Tablespace
                      : what == u"large object" ? Kind::LargeObject
                                                : Kind::Database;
    assembly.snapshot.unmodeled.push_back({{kind, {}, row.text()}, what});
}

} // namespace squall::catalog
