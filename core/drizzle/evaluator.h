#pragma once

#include "core/base/result.h"
#include "core/drizzle/projectfiles.h"

#include <QByteArrayList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

/// Running a project's TypeScript in `squall-evaluate`, a process with a JavaScript engine and nothing else.
/// Each call is one process, or none when the result is known already; it asks for its modules here, and gets
/// those that `ProjectFiles` allows.
namespace squall::drizzle {

struct Evaluator
{
    /// The program; empty for the one that was installed with this one.
    QString program = {};
    int milliseconds = 10'000;
    qint64 bytes = 512LL * 1024 * 1024;
    bool cached = true; ///< whether results are kept, and taken where nothing has changed
    /// Asked now and then on the thread that waits; once it says yes, the process ends.
    std::function<bool()> cancelled = {};
};

struct EvaluationRequest
{
    enum class Kind { Config, Schema };

    Kind kind = Kind::Schema;
    QStringList entries; ///< files, run one after another
    QMap<QString, QString> environment = {};
    QString casing = {}; ///< of a schema: `snake_case`, `camelCase` or nothing
};

struct Evaluation
{
    QByteArrayList texts = {};        ///< what the program made of the entries, each a JSON text
    QStringList console = {};         ///< what the project printed, and what is worth knowing
    QStringList environmentRead = {}; ///< names; `*` when all were looked at
    QString engine = {};              ///< the library with the JavaScript engine
    bool readsClock = false;
    bool usesChance = false;
};

/// Blocks until the program has answered, or was stopped. Errors begin with file, line and column where these
/// are known.
Result<Evaluation> evaluate(const EvaluationRequest &request, ProjectFiles &files,
                            const Evaluator &evaluator = {});

} // namespace squall::drizzle
