#include "models/definitiontext.h"

#include "core/diff/render.h"
#include "models/pooled.h"

namespace squall::models {

QFuture<QString> definitionText(const catalog::SnapshotPtr &snapshot, const ObjectId &id)
{
    return pooled([snapshot, id] { return diff::describe(*snapshot, id); });
}

} // namespace squall::models
