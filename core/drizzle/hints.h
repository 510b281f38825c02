#pragma once

#include "core/base/jsonwriter.h"
#include "core/drizzle/renamequestions.h"

#include <QByteArray>
#include <QStringList>

namespace squall::drizzle {

/// One answer that was given beforehand, in the format of drizzle 1.0.
struct Hint
{
    enum class Type { Rename, Create, ConfirmDataLoss };

    Type type = Type::Create;
    QString kind;          ///< `table`, `column`, `foreign key` and so on
    QStringList from = {}; ///< of a rename
    QStringList entity;    ///< what is made, or lost
    int place = 0;         ///< in the list, from 0
    bool used = false;
};

/// The value of `--hints`: a list of renames, creations and confirmed losses. Answers questions by them.
class Hints
{
public:
    /// Errors begin with their place, `$[0].kind`.
    static Result<Hints> read(const QByteArray &json);

    /// Nothing: no hint is about it. An error when one names as the old object what is no candidate.
    Result<std::optional<RenameAnswer>> answer(const RenameQuestion &question);

    /// A sentence for each hint that no question asked for.
    QStringList unused() const;

private:
    std::vector<Hint> m_hints;
};

/// `table`, `policy` and so on, and the names of schema, relation and part: how a hint calls it.
QString hintKind(RenameQuestion::About about);
QStringList hintEntity(const ObjectId &id);

/// The questions that stay open, as drizzle 1.0 tells them; with the candidates.
void writeMissingHints(const std::vector<RenameQuestion> &questions, JsonWriter &writer);

} // namespace squall::drizzle
