#pragma once

#include <QStringList>

namespace squall::cli {

/// What every command answers to the shell.
enum ExitCode { Ok = 0, Failed = 1, NeedsAnswer = 2, Different = 2 };

int inspect(const QStringList &arguments);
int diagram(const QStringList &arguments);
int query(const QStringList &arguments);
int doctor(const QStringList &arguments);
int generate(const QStringList &arguments);
int check(const QStringList &arguments);
int up(const QStringList &arguments);
int drop(const QStringList &arguments);
int exportSchema(const QStringList &arguments);
int pull(const QStringList &arguments);
int compareWithDatabase(const QStringList &arguments);
int studio(const QStringList &arguments);

} // namespace squall::cli
