#pragma once

#include <QSize>
#include <QString>

namespace squall::studio {

/// What the program was started with.
struct Arguments
{
    QString url = {};
    QString tourFolder = {};
    QSize size = {};
};

/// Ends the program after `--help` and `--version`, and with a sentence on standard error after a mistake.
Arguments readArguments();

/// Whether windows can be shown, as far as the environment tells. Qt aborts where they cannot.
bool hasDisplay(int argc, const char *const *argv);
void sayThereIsNoDisplay();

} // namespace squall::studio
