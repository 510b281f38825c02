#pragma once

#include <QStringList>

namespace squall::test {

/// What formatting a script has to keep: its tokens and comments but for the case of words and the blanks at
/// the ends of lines; commands, rows and what is unfinished to the letter.
QStringList kept(const QString &script);

/// What the statements mean to PostgreSQL's parser, one entry each, `?` for those it does not understand.
QStringList meanings(const QString &script);

} // namespace squall::test
