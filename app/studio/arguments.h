#pragma once

#include "app/studio/rendering.h"
#include "core/base/error.h"

#include <QSize>
#include <QString>

#include <optional>

namespace squall::studio {

/// What the program was started with.
struct Arguments
{
    QString url = {};
    QString project = {}; ///< a folder or a configuration
    QString tourFolder = {};
    QSize size = {};
    std::optional<Rendering> rendering = {};
};

/// Ends the program after `--help` and `--version`, and with a sentence on standard error after a mistake.
Arguments readArguments();

/// Whether a picture is to be written, for which there need be no display. Known before Qt looks for one.
bool asksForRendering(int argc, const char *const *argv);

/// Whether windows can be shown, as far as the environment tells. Qt aborts where they cannot.
bool hasDisplay(int argc, const char *const *argv);
void sayThereIsNoDisplay();

/// On standard error: the message, then what else is known on lines of their own.
void say(const QString &sentence);
void say(const Error &error);

} // namespace squall::studio
