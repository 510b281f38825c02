#pragma once

#include "app/cli/arguments.h"
#include "core/drizzle/hints.h"

namespace squall::cli {

/// Answers what is asked about renames: from `--hints` and `--hints-file`, else by the person at the
/// terminal. What nobody answers counts as created for the moment, and stays open.
class RenameAnswers
{
public:
    static void addOptions(Arguments &arguments);
    static Result<RenameAnswers> from(const Arguments &arguments);

    /// Asks nobody, whether there is a terminal or not.
    void askNobody() { m_mayAsk = false; }

    Result<diff::Renames> ask(const drizzle::Snapshot &from, const drizzle::Snapshot &to);
    const std::vector<drizzle::RenameQuestion> &open() const { return m_open; }
    QStringList unusedHints() const { return m_hints.unused(); }

    /// The open questions as JSON on standard output, and on standard error how to answer them.
    void printOpen(const QString &command) const;

private:
    Result<drizzle::RenameAnswer> answer(const drizzle::RenameQuestion &question);
    Result<drizzle::RenameAnswer> askPerson(const drizzle::RenameQuestion &question);
    void endGroup();

    drizzle::Hints m_hints;
    bool m_mayAsk = true;
    std::vector<drizzle::RenameQuestion> m_open;
    std::optional<drizzle::RenameQuestion> m_last; ///< that the person was asked
};

} // namespace squall::cli
