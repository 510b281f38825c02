#include "core/drizzle/evaluateschema.h"

#include "core/drizzle/snapshotreader.h"

#include <QCoreApplication>

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Evaluator)
};

}

Result<Snapshot> evaluateSchema(const EvaluationRequest &request, ProjectFiles &files,
                                const Evaluator &evaluator)
{
    if (request.entries.isEmpty()) {
        return Error{Error::Code::NotFound, Words::tr("No schema file was found")};
    }
    const auto evaluation = evaluate(request, files, evaluator);
    if (!evaluation)
        return evaluation.error();
    auto snapshot = readSnapshot(evaluation->json);
    if (snapshot) {
        snapshot->id.clear();
        snapshot->prevId.clear();
    }
    return snapshot;
}

} // namespace squall::drizzle
