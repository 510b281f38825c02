#pragma once

#include "core/drizzle/config.h"
#include "core/drizzle/projectschema.h"

namespace squall::drizzle {

/// The schema that a configuration names. When there is no file of it, the error says what was looked for.
Result<ProjectSchema> readSchema(const Config &config, const QMap<QString, QString> &environment,
                                 ProjectFiles &files, const Evaluator &evaluator = {});

} // namespace squall::drizzle
