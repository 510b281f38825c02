#pragma once

#include "core/drizzle/evaluator.h"

#include <optional>

namespace squall::drizzle {

/// Results of evaluations, kept in the user's cache folder. One counts as long as all that it came from is
/// the same: what was asked of the file system, files, variables, the evaluator and its engine. Results may
/// hold passwords: they are encrypted with a key that is made of just that, so that nobody reads them who
/// could not make them.
class EvaluationCache
{
public:
    EvaluationCache(const EvaluationRequest &request, const ProjectFiles &files, const QString &program);

    std::optional<Evaluation> find(ProjectFiles &files) const;
    /// With the trace of `files` since it began. What came of the clock is not kept; what came by chance only
    /// when it comes a second time.
    void keep(const Evaluation &evaluation, ProjectFiles &files) const;

private:
    struct Entry;
    std::optional<Entry> read() const;
    QByteArray inputs(const Entry &entry, const FileTrace &trace) const;
    QByteArray hashed(const QByteArray &purpose, const QByteArray &text) const;
    void prune() const;

    const EvaluationRequest &m_request;
    QString m_program;
    QByteArray m_key; ///< empty when there is no place to keep anything
    QString m_folder;
    QString m_path;
};

} // namespace squall::drizzle
