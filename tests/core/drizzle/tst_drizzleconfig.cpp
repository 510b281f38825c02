#include "core/drizzle/config.h"
#include "core/drizzle/schemafiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

Result<Config> configFrom(const QTemporaryDir &folder, const QByteArray &text,
                          const QString &name = u"drizzle.config.ts"_s,
                          const QMap<QString, QString> &process = {})
{
    const auto path = folder.filePath(name);
    write(path, text);
    ProjectFiles files(folder.path());
    const auto environment = projectEnvironment(process, files);
    if (!environment)
        return environment.error();
    return readConfig(path, *environment, files,
                      {.program = QStringLiteral(SQUALL_EVALUATE), .cached = false});
}

QString said(const Result<Config> &result)
{
    return result ? u"read"_s : result.error().message;
}

} // namespace

/// `drizzle.config.*` and the files that it leads to.
class TestDrizzleConfig : public QObject
{
    Q_OBJECT

private slots:
    void defaults();
    void everyKey();
    void forms_data();
    void forms();
    void environment();
    void dotenvOfItsOwn();
    void credentials_data();
    void credentials();
    void credentialsOfEnvironment();
    void plainJson();
    void refuses_data();
    void refuses();
    void chosen();
    void schemaFilesInOrder();
};

void TestDrizzleConfig::defaults()
{
    const QTemporaryDir folder;
    const auto config = configFrom(folder, "export default { dialect: 'postgresql', another: 1 };");
    QVERIFY2(config, qPrintable(said(config)));
    QCOMPARE(*config, (Config{.path = folder.filePath(u"drizzle.config.ts"_s)}));
    QCOMPARE(config->out, u"drizzle"_s);
    QCOMPARE(config->schemaFilter, QStringList{u"public"_s});
}

void TestDrizzleConfig::everyKey()
{
    const QTemporaryDir folder;
    const auto config = configFrom(folder, R"(
import { defineConfig, type Config } from 'drizzle-kit';
export default defineConfig({
  dialect: 'postgresql', schema: ['./a.ts', './b/*'], out: './migrations', driver: 'pglite',
  dbCredentials: { url: './data' },
  migrations: { table: 'm', schema: 's', prefix: 'supabase' },
  breakpoints: false, tablesFilter: '!x', schemaFilter: ['a', 'b'], extensionsFilters: ['postgis'],
  entities: { roles: { provider: 'neon', include: ['r'] } },
  casing: 'snake_case', introspect: { casing: 'preserve' }, strict: true, verbose: true,
} satisfies Config);
)");
    QVERIFY2(config, qPrintable(said(config)));
    const Config expected{
        .path = folder.filePath(u"drizzle.config.ts"_s),
        .schema = {u"./a.ts"_s, u"./b/*"_s},
        .out = u"./migrations"_s,
        .driver = u"pglite"_s,
        .credentials = Credentials{.url = u"./data"_s},
        .migrationsTable = u"m"_s,
        .migrationsSchema = u"s"_s,
        .prefix = MigrationPrefix::Supabase,
        .hasMigrations = true,
        .breakpoints = false,
        .tablesFilter = {u"!x"_s},
        .schemaFilter = {u"a"_s, u"b"_s},
        .extensionsFilters = {u"postgis"_s},
        .roles = RoleFilter{.provider = u"neon"_s, .include = {u"r"_s}},
        .casing = u"snake_case"_s,
        .introspectCamel = false,
        .strict = true,
        .verbose = true,
    };
    QCOMPARE(*config, expected);
}

void TestDrizzleConfig::forms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("TypeScript")
        << u"drizzle.config.ts"_s
        << QByteArray("const out: string = 'x'; export default { dialect: 'postgresql', out };");
    QTest::newRow("CommonJS in TypeScript")
        << u"a.cts"_s << QByteArray("export = { dialect: 'postgresql', out: 'x' as const };");
    QTest::newRow("CommonJS") << u"drizzle.config.js"_s
                              << QByteArray("module.exports = { dialect: 'postgresql', out: 'x' };");
    QTest::newRow("module") << u"drizzle.config.mjs"_s
                            << QByteArray("export default { dialect: 'postgresql', out: 'x' };");
    QTest::newRow("module without the ending")
        << u"drizzle.config.js"_s << QByteArray("export default { dialect: 'postgresql', out: 'x' };");
    QTest::newRow("JSON") << u"drizzle.config.json"_s
                          << QByteArray(R"({"dialect": "postgresql", "out": "x"})");
    QTest::newRow("path of its own")
        << u"drizzle.config.ts"_s
        << QByteArray("import path from 'node:path';\nimport { fileURLToPath } from 'url';\n"
                      "const here = path.dirname(fileURLToPath(import.meta.url));\n"
                      "export default { dialect: 'postgresql', out: path.relative(here, "
                      "path.join(process.cwd(), 'a', '..', 'x')) };");
}

void TestDrizzleConfig::forms()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    const auto config = configFrom(folder, text, name);
    QVERIFY2(config, qPrintable(said(config)));
    QCOMPARE(config->out, u"x"_s);
}

void TestDrizzleConfig::environment()
{
    const QTemporaryDir folder;
    write(folder.filePath(u".env"_s), "DB=from-file\nURL='postgres://h/d'\n");
    const auto config =
        configFrom(folder,
                   "export default { dialect: 'postgresql', out: process.env.DB, dbCredentials: { url: "
                   "process.env['URL']! } };",
                   u"drizzle.config.ts"_s, {{u"DB"_s, u"from-process"_s}, {u"SECRET"_s, u"x"_s}});
    QVERIFY2(config, qPrintable(said(config)));
    QCOMPARE(config->out, u"from-process"_s);
    QCOMPARE(config->credentials->url, u"postgres://h/d"_s);
    QCOMPARE(config->environmentRead, (QStringList{u"DB"_s, u"URL"_s}));
}

void TestDrizzleConfig::dotenvOfItsOwn()
{
    const QTemporaryDir folder;
    write(folder.filePath(u".env"_s), "A=1\n");
    write(folder.filePath(u".env.test"_s), "A=2\nB=3\n");
    const auto config = configFrom(
        folder, "import 'dotenv/config';\nimport { config } from 'dotenv';\nconfig({ path: '.env.test' "
                "});\nconfig({ path: '.env.none' });\nexport default { dialect: 'postgresql', out: "
                "`${process.env.A} ${process.env.B}` };");
    QVERIFY2(config, qPrintable(said(config)));
    QCOMPARE(config->out, u"1 3"_s);
}

void TestDrizzleConfig::credentials_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<Credentials>("expected");
    QTest::addColumn<QString>("fault");
    QTest::newRow("address") << QByteArray("{ url: 'u' }") << Credentials{.url = u"u"_s} << QString();
    QTest::newRow("pieces")
        << QByteArray("{ host: 'h', port: '5433', user: 'u', password: 'p', database: 'd', ssl: 'require' }")
        << Credentials{.host = u"h"_s,
                       .port = 5433,
                       .user = u"u"_s,
                       .password = u"p"_s,
                       .database = u"d"_s,
                       .ssl = "\"require\""}
        << QString();
    QTest::newRow("pieces of an address")
        << QByteArray("(u => ({ host: u.hostname, port: Number(u.port), database: u.pathname.slice(1), user: "
                      "u.username, ssl: u.searchParams.get('ssl') === 'y' }))"
                      "(new URL('postgres://me:x@h.org:99/d?ssl=y'))")
        << Credentials{.host = u"h.org"_s, .port = 99, .user = u"me"_s, .database = u"d"_s, .ssl = "true"}
        << QString();
    QTest::newRow("variable that is not set")
        << QByteArray("{ url: process.env.NONE! }") << Credentials{} << u"dbCredentials.host"_s;
    QTest::newRow("empty address") << QByteArray("{ url: '' }") << Credentials{} << u"dbCredentials.url"_s;
    QTest::newRow("odd port") << QByteArray("{ host: 'h', database: 'd', port: 'x' }")
                              << Credentials{.host = u"h"_s, .database = u"d"_s} << u"dbCredentials.port"_s;
}

void TestDrizzleConfig::credentials()
{
    QFETCH(QByteArray, values);
    QFETCH(Credentials, expected);
    QFETCH(QString, fault);
    const QTemporaryDir folder;
    const auto config =
        configFrom(folder, "export default { dialect: 'postgresql', dbCredentials: " + values + " };");
    QVERIFY2(config, qPrintable(said(config)));
    QVERIFY(config->credentials == expected);
    QCOMPARE(config->credentialsFault.has_value(), !fault.isEmpty());
    QVERIFY(fault.isEmpty() || config->credentialsFault->message.contains(fault));
}

/// Where the file leaves them out; what it says itself counts, even when it is wrong.
void TestDrizzleConfig::credentialsOfEnvironment()
{
    const QTemporaryDir folder;
    const QByteArray without = "export default { dialect: 'postgresql' };";
    const auto with = [&](const QMap<QString, QString> &environment, const QByteArray &text) {
        return configFrom(folder, text, u"drizzle.config.ts"_s, environment).value();
    };
    const QMap<QString, QString> pieces{{u"DB_HOST"_s, u"db"_s},      {u"DB_PORT"_s, u"5433"_s},
                                        {u"DB_USERNAME"_s, u"ann"_s}, {u"DB_PASSWORD"_s, u"secret"_s},
                                        {u"DB_NAME"_s, u"shop"_s},    {u"DB_SSL"_s, u"require"_s}};
    const Credentials expected{.host = u"db"_s,
                               .port = 5433,
                               .user = u"ann"_s,
                               .password = u"secret"_s,
                               .database = u"shop"_s,
                               .ssl = "\"require\""};
    QCOMPARE(with(pieces, without).credentials, expected);
    QVERIFY(with(pieces, without).credentialsOfEnvironment);
    auto both = pieces;
    both.insert(u"DATABASE_URL"_s, u"postgres://x"_s);
    QCOMPARE(with(both, without).credentials, Credentials{.url = u"postgres://x"_s});
    QVERIFY(!with({{u"DB_HOST"_s, u"db"_s}}, without).credentials);
    QVERIFY(!with({{u"DATABASE_URL"_s, QString()}}, without).credentials);

    const auto own =
        with(both, "export default { dialect: 'postgresql', dbCredentials: { url: 'postgres://own' } };");
    QCOMPARE(own.credentials, Credentials{.url = u"postgres://own"_s});
    QVERIFY(!own.credentialsOfEnvironment);
    const auto wrong =
        with(both, "export default { dialect: 'postgresql', dbCredentials: { url: undefined } };");
    QVERIFY(wrong.credentialsFault);
    QVERIFY(!wrong.credentialsOfEnvironment);
}

/// Without a process, with the place of what is wrong.
void TestDrizzleConfig::plainJson()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"drizzle.config.json"_s);
    ProjectFiles files(folder.path());
    const auto read = [&](const QByteArray &text) {
        write(path, text);
        return readConfig(path, {}, files, {.program = u"/nowhere"_s, .cached = false});
    };
    QCOMPARE(read(R"({"dialect": "postgresql", "out": "there"})")->out, u"there"_s);
    QCOMPARE(said(read("{\n  \"dialect\": x\n}")).section(u' ', 0, 0), u"drizzle.config.json:2:14:"_s);
    QCOMPARE(said(read("[]")), u"drizzle.config.json: The configuration is not an object"_s);
}

void TestDrizzleConfig::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    for (const auto *dialect : {"mysql", "sqlite", "turso", "singlestore", "gel"}) {
        QTest::newRow(dialect) << QByteArray("export default { dialect: '") + dialect + "' };"
                               << u"another database \\(dialect “%1”\\)"_s.arg(QLatin1StringView(dialect));
    }
    QTest::newRow("no dialect") << QByteArray("export default {};") << u"does not say its “dialect”"_s;
    QTest::newRow("unknown dialect") << QByteArray("export default { dialect: 'pg' };")
                                     << u"has to be “postgresql”, not “pg”"_s;
    QTest::newRow("function") << QByteArray("export default () => ({ dialect: 'postgresql' });")
                              << u"is a function"_s;
    QTest::newRow("number") << QByteArray("export default 7;") << u"is not an object"_s;
    QTest::newRow("wrong out") << QByteArray("export default { dialect: 'postgresql', out: 7 };")
                               << u"“out” .* a text"_s;
    QTest::newRow("wrong prefix")
        << QByteArray("export default { dialect: 'postgresql', migrations: { prefix: 'x' } };")
        << u"“migrations.prefix” .* one of index, timestamp"_s;
    QTest::newRow("wrong casing") << QByteArray("export default { dialect: 'postgresql', casing: 'kebab' };")
                                  << u"“casing” .* one of"_s;
    QTest::newRow("throws") << QByteArray(
                                   "\n\nif (!process.env.NEEDED) throw new Error('NEEDED is not set');")
                            << u"^drizzle.config.ts:3:\\d+: NEEDED is not set"_s;
}

void TestDrizzleConfig::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    const auto config = configFrom(folder, text);
    QVERIFY2(!config, qPrintable(said(config)));
    QVERIFY2(said(config).contains(QRegularExpression(message)), qPrintable(said(config)));
    QVERIFY2(said(config).startsWith(u"drizzle.config.ts:"_s), qPrintable(said(config)));
}

void TestDrizzleConfig::chosen()
{
    const QTemporaryDir folder;
    QCOMPARE(defaultConfigPath(folder.path()), QString());
    for (const auto &name : {u"drizzle.config.mjs"_s, u"drizzle.config.json"_s, u"drizzle.config.js"_s,
                             u"drizzle-dev.config.ts"_s})
        write(folder.filePath(name), {});
    QCOMPARE(defaultConfigPath(folder.path()), folder.filePath(u"drizzle.config.js"_s));
    QCOMPARE(configPaths(folder.path()).size(), 4);
}

void TestDrizzleConfig::schemaFilesInOrder()
{
    const QTemporaryDir folder;
    for (const auto *name : {"s/root.ts", "s/Zed.ts", "s/_x.ts", "s/A.ts", "s/a10.ts", "s/a9.ts", "s/b/A.ts",
                             "s/b/z.ts", "s/.hidden.ts", "s/c.js"})
        write(folder.filePath(QString::fromLatin1(name)), {});
    const auto found = [&](const QStringList &patterns) {
        auto files = schemaFiles(patterns, folder.path());
        for (auto &file : files)
            file = file.mid(folder.path().size() + 3);
        return files.join(u' ');
    };
    QCOMPARE(found({u"./s/**/*.ts"_s}), u"_x.ts A.ts a10.ts a9.ts b/A.ts b/z.ts root.ts Zed.ts"_s);
    QCOMPARE(found({u"./s"_s}), u".hidden.ts A.ts Zed.ts _x.ts a10.ts a9.ts c.js root.ts"_s);
    QCOMPARE(found({u"s/{root,Zed}.ts"_s, u"./s/root.ts"_s, u"./s/c.*"_s}), u"root.ts Zed.ts c.js"_s);
    QCOMPARE(found({u"./s/a[0-9].ts"_s, u"./s/a?0.ts"_s, u"none.ts"_s}), u"a9.ts a10.ts"_s);
}

QTEST_GUILESS_MAIN(TestDrizzleConfig)
#include "tst_drizzleconfig.moc"
