#pragma once

#include "core/drizzle/renamequestions.h"

#include <QStringList>

/// Questions in drizzle-kit's words, which programs in front of it look for: they are not translated.
namespace squall::drizzle {

/// `column`, `table` and so on: what drizzle-kit calls it.
QString wordFor(RenameQuestion::About about);
QString questionText(const RenameQuestion &question);
/// To create it, and each candidate, in the order of the answers.
QStringList optionTitles(const RenameQuestion &question);
/// What an answer leads to: `name column will be created`.
QString outcomeText(const RenameQuestion &question, const RenameAnswer &answer);
/// For the last of a group of questions.
QString resolvedText(const RenameQuestion &question);
/// Whether both are about the same kind of thing in the same place.
bool sameGroup(const RenameQuestion &one, const RenameQuestion &other);

} // namespace squall::drizzle
