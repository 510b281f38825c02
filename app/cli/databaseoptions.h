#pragma once

#include "app/cli/arguments.h"

#include <QJsonObject>

namespace squall::cli {

/// The options that name a database and a part of it, for commands that can do without a configuration.
QStringList databaseGroup();
void offerDatabase(Arguments &arguments);
/// What was given of them, as a configuration has it.
void takeDatabase(const Arguments &arguments, QJsonObject &values);

} // namespace squall::cli
