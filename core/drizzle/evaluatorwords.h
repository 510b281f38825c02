#pragma once

#include <QString>
#include <QStringList>

namespace squall::drizzle {

struct EvaluatorWords
{
    QString sentence;
    QString hint = {}; ///< what to do, where the sentence does not say it
};

/// What the evaluator says by a code and the names that belong to it.
EvaluatorWords evaluatorWords(const QString &code, const QStringList &values);

} // namespace squall::drizzle
