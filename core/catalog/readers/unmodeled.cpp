#include "core/catalog/readers.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

void readUnmodeled(Row &row, Assembly &assembly)
{
    const QString what = row.text();
    const auto kind = what == u"tablespace"     ? Kind::Tablespace
                      : what == u"large object" ? Kind::LargeObject
                                                : Kind::Database;
    assembly.snapshot.unmodeled.push_back({{kind, {}, row.text()}, what});
}

} // namespace squall::catalog
