#include "core/drizzle/schemareading.h"

#include "core/drizzle/evaluateschema.h"
#include "core/drizzle/schemafiles.h"

#include <QCoreApplication>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Evaluator)
};

} // namespace

Result<ProjectSchema> readSchema(const Config &config, const QMap<QString, QString> &environment,
                                 ProjectFiles &files, const Evaluator &evaluator)
{
    if (config.schema.isEmpty())
        return Error{.code = Error::Code::Usage,
                     .message = Words::tr("The configuration does not say where the schema is (“schema”).")};
    const auto entries = schemaFiles(config.schema, files.directory());
    if (entries.isEmpty())
        return Error{.code = Error::Code::NotFound,
                     // As drizzle-kit says it.
                     .message = u"No schema file in %1 was found"_s.arg(config.schema.join(u", "_s))};
    return evaluateSchema({.kind = EvaluationRequest::Kind::Schema,
                           .entries = entries,
                           .environment = environment,
                           .casing = config.casing},
                          files, evaluator);
}

} // namespace squall::drizzle
