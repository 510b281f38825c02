#include "core/drizzle/evaluateschema.h"

#include "core/drizzle/declarations.h"
#include "core/drizzle/snapshotreader.h"

#include <QCoreApplication>

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Evaluator)
};

}

Result<ProjectSchema> evaluateSchema(const EvaluationRequest &request, ProjectFiles &files,
                                     const Evaluator &evaluator)
{
    if (request.entries.isEmpty()) {
        return Error{Error::Code::NotFound, Words::tr("No schema file was found")};
    }
    const auto evaluation = evaluate(request, files, evaluator);
    if (!evaluation)
        return evaluation.error();
    if (evaluation->texts.size() != 2)
        return Error{Error::Code::Protocol, Words::tr("The schema evaluator gave no answer")};
    auto snapshot = readSnapshot(evaluation->texts[0]);
    if (!snapshot)
        return snapshot.error();
    snapshot->id.clear();
    snapshot->prevId.clear();
    ProjectSchema schema{
        .snapshot = *std::move(snapshot), .filesRead = files.filesRead(), .console = evaluation->console};
    if (const auto read = readDeclarations(evaluation->texts[1], schema); !read)
        return read.error();
    return schema;
}

} // namespace squall::drizzle
