#pragma once

#include "core/drizzle/evaluator.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// A project's `drizzle.config.*`.
namespace squall::drizzle {

/// Where the database is; everything that is not set is as the driver has it.
struct Credentials
{
    QString url = {};
    QString host = {};
    std::optional<int> port = {};
    QString user = {};
    QString password = {};
    QString database = {};
    /// `true`, `false`, a mode, or the options of a TLS socket: JSON as it was given. Empty without it.
    QByteArray ssl = {};
    // Of the driver aws-data-api.
    QString secretArn = {};
    QString resourceArn = {};

    bool operator==(const Credentials &) const = default;
};

enum class MigrationPrefix : unsigned char { Index, Timestamp, Supabase, Unix, None };

/// Which roles a comparison with a database looks at.
struct RoleFilter
{
    bool all = false;
    QString provider = {}; ///< `supabase` or `neon`
    QStringList include = {};
    QStringList exclude = {};

    bool operator==(const RoleFilter &) const = default;
};

/// What the file says, with the defaults of drizzle-kit. Paths are as they stand there: from the working
/// directory.
struct Config
{
    QString path; ///< of the file itself, whole
    QStringList schema = {};
    QString out = QStringLiteral("drizzle");
    QString driver = {}; ///< `pglite`, `aws-data-api` or nothing
    std::optional<Credentials> credentials = {};
    bool credentialsOfEnvironment = false; ///< the file says nothing of them
    /// Why they cannot be used. What needs no database goes on without them, as with drizzle-kit.
    std::optional<Error> credentialsFault = {};
    QString migrationsTable = QStringLiteral("__drizzle_migrations");
    QString migrationsSchema = QStringLiteral("drizzle");
    MigrationPrefix prefix = MigrationPrefix::Index;
    bool hasMigrations = false; ///< whether `migrations` stands there at all: it silences `--prefix`
    bool breakpoints = true;
    QStringList tablesFilter = {};
    QStringList schemaFilter = {QStringLiteral("public")};
    QStringList extensionsFilters = {};
    std::optional<RoleFilter> roles = {};
    QString casing = {};         ///< `snake_case`, `camelCase` or nothing
    bool introspectCamel = true; ///< `introspect.casing`
    bool strict = false;
    bool verbose = false;
    QStringList environmentRead = {}; ///< names of variables that it depends on

    bool operator==(const Config &) const = default;
};

/// The configuration that is taken when none is named: `drizzle.config.ts`, else `.js`, else `.json`. Empty
/// when there is none.
QString defaultConfigPath(const QString &directory);
/// Every `drizzle*.config.*` of a folder, by name.
QStringList configPaths(const QString &directory);

/// The variables of the process, and below them those of a `.env` file (of the working directory unless
/// another is named), which need not exist.
Result<QMap<QString, QString>> projectEnvironment(const QMap<QString, QString> &process, ProjectFiles &files,
                                                  const QString &envFile = {});

/// Where the database is by the names that hosts and tutorials use: `DATABASE_URL`, else `DB_HOST`,
/// `DB_PORT`, `DB_USER`, `DB_PASSWORD`, `DB_NAME` and `DB_SSL`.
std::optional<Credentials> environmentCredentials(const QMap<QString, QString> &environment);

/// Evaluates the file and checks what it says. Where it says nothing of credentials, the environment does.
/// Another database's dialect is refused by name.
Result<Config> readConfig(const QString &path, const QMap<QString, QString> &environment, ProjectFiles &files,
                          const Evaluator &evaluator = {});

} // namespace squall::drizzle
