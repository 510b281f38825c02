#include "core/edit/target.h"

#include "core/edit/viewsource.h"

namespace squall::edit {

using namespace Qt::StringLiterals;

Result<Target> target(const catalog::Snapshot &snapshot, const ObjectId &relation)
{
    Target found{.snapshot = &snapshot, .id = relation, .columns = {}, .key = rowKey(snapshot, relation)};
    if (!found.key.refusal.isEmpty())
        return Error{.code = Error::Code::Unsupported,
                     .message = relation.text() + u": "_s + found.key.refusal};
    if (const auto *table = catalog::findTable(snapshot, {relation.schema, relation.name})) {
        found.columns = table->columns;
        return found;
    }
    const auto *view = catalog::findView(snapshot, {relation.schema, relation.name});
    found.columns = view->columns;
    if (writesThroughTriggers(snapshot, relation))
        return found;
    for (auto &column : found.columns) {
        const auto origin = originOf(snapshot, relation, column.name);
        if (!origin)
            continue;
        const auto *table = catalog::findTable(snapshot, {origin->relation.schema, origin->relation.name});
        if (const auto *below = table ? catalog::findColumn(table->columns, origin->column) : nullptr) {
            column.generated = below->generated;
            column.identity = below->identity;
        }
    }
    return found;
}

} // namespace squall::edit
