#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace squall::cli {

/// Whether somebody sits in front of a terminal who can be asked.
bool canAsk();

/// One line of a list that is chosen from.
struct Option
{
    QString sign;  ///< `+ ` or `~ `, or nothing
    QString title; ///< all are made equally long
    QString more = {};
};

/// Lets the person at the terminal choose with the arrow keys and Enter, standard error being what they see.
/// What was asked disappears then. Nothing: they gave up (Ctrl+C, Ctrl+D). The terminal is as before in any
/// case.
std::optional<int> choose(const QString &question, const std::vector<Option> &options, int selected = 0);

} // namespace squall::cli
