#include "models/definitiontext.h"

#include "core/diff/render.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace squall::models {

QFuture<QString> definitionText(const catalog::SnapshotPtr &snapshot, const ObjectId &id)
{
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, snapshot, id] {
        if (!promise->isCanceled())
            promise->addResult(diff::describe(*snapshot, id));
        promise->finish();
    });
    return promise->future();
}

} // namespace squall::models
