#include "core/drizzle/config.h"
#include "core/drizzle/evaluateschema.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <future>
#include <vector>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

using Environment = QMap<QString, QString>;

const QByteArray schema = "import { pgTable, text } from 'drizzle-orm/pg-core';\n"
                          "import { name } from './name';\n"
                          "export const t = pgTable(name, { a: text() });\n";

/// A project, a home folder, and an evaluator that notes how often it was started.
class Home
{
public:
    Home()
    {
        qputenv("XDG_CACHE_HOME", QFile::encodeName(m_folder.filePath(u"cache"_s)));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(u"data"_s)));
        write(u"app/package.json"_s, "{}");
        write(u"app/schema.ts"_s, schema);
        write(u"app/name.ts"_s, "export const name = 'first';");
        write(u"evaluate"_s, "#!/bin/sh\necho started >>" + QFile::encodeName(pathOf(u"log"_s)) +
                                 "\nexec " SQUALL_EVALUATE "\n");
        QFile::setPermissions(pathOf(u"evaluate"_s), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    }

    QString pathOf(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(pathOf(name)).path());
        QFile file(pathOf(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    Result<ProjectSchema> evaluate(const Environment &environment = {}, const QString &casing = {})
    {
        ProjectFiles files(pathOf(u"app"_s));
        const EvaluationRequest request{
            .entries = {pathOf(u"app/schema.ts"_s)}, .environment = environment, .casing = casing};
        return evaluateSchema(request, files, {.program = pathOf(u"evaluate"_s)});
    }

    Result<Config> config(const Environment &environment)
    {
        ProjectFiles files(pathOf(u"app"_s));
        return readConfig(pathOf(u"app/drizzle.config.ts"_s), environment, files,
                          {.program = pathOf(u"evaluate"_s)});
    }

    /// How often the program was started since this was asked.
    int starts()
    {
        QFile log(pathOf(u"log"_s));
        const auto lines = log.open(QIODevice::ReadOnly) ? static_cast<int>(log.readAll().count('\n')) : 0;
        log.close();
        log.remove();
        return lines;
    }

    QStringList kept() const
    {
        const QDir folder(pathOf(u"cache/squall/evaluations"_s));
        QStringList paths;
        for (const auto &name : folder.entryList(QDir::Files))
            paths += folder.filePath(name);
        return paths;
    }

private:
    QTemporaryDir m_folder;
};

QString tableOf(const Result<ProjectSchema> &result)
{
    return result ? result->snapshot.tables.begin()->second.name : result.error().message;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

using Change = std::function<void(Home &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

/// What is taken from an earlier evaluation, and what is not.
class TestEvaluationCache : public QObject
{
    Q_OBJECT

private slots:
    void startsNothingForTheSame();
    void sees_data();
    void sees();
    void environment();
    void wholeEnvironment();
    void unsteady_data();
    void unsteady();
    void failuresAreNotKept();
    void rubbish();
    void noSecretInClear();
    void manyAtOnce();
};

void TestEvaluationCache::startsNothingForTheSame()
{
    Home home;
    const auto first = home.evaluate();
    QCOMPARE(tableOf(first), u"first"_s);
    QCOMPARE(home.starts(), 1);
    const auto second = home.evaluate();
    QCOMPARE(home.starts(), 0);
    QVERIFY(*first == *second);
    QVERIFY(!first->filesRead.isEmpty());
    home.write(u"app/beside.ts"_s, "nothing that matters");
    QCOMPARE(tableOf(home.evaluate()), u"first"_s);
    QCOMPARE(home.starts(), 0);
}

void TestEvaluationCache::sees_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("table");
    const auto row = [](const char *name, const Change &change, const QString &table) {
        QTest::newRow(name) << change << table;
    };
    row(
        "another text", [](Home &home) { home.write(u"app/name.ts"_s, "export const name = 'other';"); },
        u"other"_s);
    row(
        "a text of the same size and time",
        [](Home &home) {
            const auto path = home.pathOf(u"app/name.ts"_s);
            const auto time = QFileInfo(path).lastModified();
            home.write(u"app/name.ts"_s, "export const name = 'fir5t';");
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite) &&
                    file.setFileTime(time, QFileDevice::FileModificationTime));
        },
        u"fir5t"_s);
    row(
        "a file that was looked for",
        [](Home &home) {
            QFile::rename(home.pathOf(u"app/name.ts"_s), home.pathOf(u"app/name.js"_s));
            QCOMPARE(tableOf(home.evaluate()), u"first"_s);
            home.starts();
            home.write(u"app/name.ts"_s, "export const name = 'better';");
        },
        u"better"_s);
    row(
        "a package of its own",
        [](Home &home) {
            home.write(u"app/node_modules/drizzle-orm/index.js"_s, "throw new Error('mine');");
            home.write(u"app/node_modules/drizzle-orm/pg-core.js"_s, "throw new Error('mine');");
        },
        u": mine"_s);
    row(
        "a configuration of TypeScript",
        [](Home &home) {
            home.write(u"app/tsconfig.json"_s,
                       R"({"compilerOptions": {"paths": {"drizzle-orm/pg-core": ["./mine"]}}})");
            home.write(u"app/mine.ts"_s, "throw new Error('mine');");
        },
        u"mine.ts:1:16: mine"_s);
    row(
        "a link that leads elsewhere",
        [](Home &home) {
            home.write(u"app/a.ts"_s, "export const name = 'a';");
            home.write(u"app/b.ts"_s, "export const name = 'b';");
            const auto link = home.pathOf(u"app/name.ts"_s);
            QVERIFY(QFile::remove(link) && QFile::link(u"a.ts"_s, link));
            QCOMPARE(tableOf(home.evaluate()), u"a"_s);
            home.starts();
            QVERIFY(QFile::remove(link) && QFile::link(u"b.ts"_s, link));
        },
        u"b"_s);
    row(
        "another evaluator",
        [](Home &home) {
            QFile program(home.pathOf(u"evaluate"_s));
            QVERIFY(program.open(QIODevice::Append) && program.write("# newer\n") > 0);
        },
        u"first"_s);
}

void TestEvaluationCache::sees()
{
    QFETCH(Change, change);
    QFETCH(QString, table);
    Home home;
    QVERIFY(home.evaluate());
    home.starts();
    change(home);
    QVERIFY2(tableOf(home.evaluate()).endsWith(table), qPrintable(tableOf(home.evaluate())));
    QVERIFY(home.starts() > 0);
}

/// Only variables that were read count, those that were not set among them.
void TestEvaluationCache::environment()
{
    Home home;
    home.write(
        u"app/name.ts"_s,
        "export const name = process.env.NAME ?? (Object.hasOwn(process.env, 'MORE') ? 'more' : 'none');");
    QCOMPARE(tableOf(home.evaluate()), u"none"_s);
    QCOMPARE(tableOf(home.evaluate({{u"OTHER"_s, u"x"_s}})), u"none"_s);
    QCOMPARE(home.starts(), 1);
    QCOMPARE(tableOf(home.evaluate({{u"MORE"_s, u""_s}})), u"more"_s);
    QCOMPARE(tableOf(home.evaluate({{u"NAME"_s, u"set"_s}})), u"set"_s);
    QCOMPARE(tableOf(home.evaluate({{u"NAME"_s, u"new"_s}})), u"new"_s);
    QCOMPARE(home.starts(), 3);
    QCOMPARE(tableOf(home.evaluate({{u"NAME"_s, u"new"_s}}, u"snake_case"_s)), u"new"_s);
    QCOMPARE(home.starts(), 1);
}

void TestEvaluationCache::wholeEnvironment()
{
    Home home;
    home.write(u"app/name.ts"_s, "export const name = Object.keys(process.env).join('_') || 'none';");
    QCOMPARE(tableOf(home.evaluate({{u"A"_s, u"1"_s}})), u"A"_s);
    QCOMPARE(tableOf(home.evaluate({{u"A"_s, u"1"_s}})), u"A"_s);
    QCOMPARE(home.starts(), 1);
    QCOMPARE(tableOf(home.evaluate({{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}})), u"A_B"_s);
    QCOMPARE(home.starts(), 1);
}

void TestEvaluationCache::unsteady_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("starts"); // of three evaluations

    QTest::newRow("the time") << QByteArray("new Date().getTime() > 0 ? 'a' : 'b'") << 3;
    QTest::newRow("the time, called") << QByteArray("Date().length > 0 ? 'a' : 'b'") << 3;
    QTest::newRow("now") << QByteArray("Date.now() > 0 ? 'a' : 'b'") << 3;
    QTest::newRow("now, by another way")
        << QByteArray("new (new Date(0).constructor as any)().getTime() > 0 ? 'a' : 'b'") << 3;
    QTest::newRow("a time that was written") << QByteArray("new Date('2020-01-01').toISOString()") << 1;
    QTest::newRow("chance") << QByteArray("'t' + Math.random()") << 3;
    QTest::newRow("an identifier") << QByteArray("crypto.randomUUID()") << 3;
    QTest::newRow("chance that does not matter") << QByteArray("Math.random() < 2 ? 'a' : 'b'") << 2;
    QTest::newRow("chance in a function that is not called")
        << QByteArray("(() => Math.random()) ? 'a' : 'b'") << 1;
}

void TestEvaluationCache::unsteady()
{
    QFETCH(QByteArray, name);
    QFETCH(int, starts);
    Home home;
    home.write(u"app/name.ts"_s, "export const name = " + name + ';');
    for (int i = 0; i < 3; ++i) {
        const auto result = home.evaluate();
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    }
    QCOMPARE(home.starts(), starts);
}

void TestEvaluationCache::failuresAreNotKept()
{
    Home home;
    home.write(u"app/name.ts"_s, "throw new Error('no');");
    QVERIFY(!home.evaluate());
    QVERIFY(!home.evaluate());
    QCOMPARE(home.starts(), 2);
    QVERIFY(home.kept().isEmpty());
}

/// Whatever lies in the folder, and whatever became of the key: the result is right.
void TestEvaluationCache::rubbish()
{
    Home home;
    QCOMPARE(tableOf(home.evaluate()), u"first"_s);
    const auto kept = home.kept();
    QCOMPARE(kept.size(), 1);
    const auto whole = contents(kept.first());
    home.starts();
    auto flipped = whole;
    flipped[flipped.size() - 1] = static_cast<char>(~flipped.back());
    for (const auto &text : {QByteArray(), QByteArray("rubbish"), whole.left(40),
                             whole.left(whole.size() / 2), flipped, whole + 'x', QByteArray(1000, '\xff')}) {
        QFile file(kept.first());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        QCOMPARE(tableOf(home.evaluate()), u"first"_s);
        QCOMPARE(home.starts(), 1);
    }
    for (const auto &key : {QByteArray("short"), QByteArray(32, 'k')}) {
        home.write(u"data/squall/evaluations.key"_s, key);
        QCOMPARE(tableOf(home.evaluate()), u"first"_s);
        QCOMPARE(tableOf(home.evaluate()), u"first"_s);
        QCOMPARE(home.starts(), 1);
    }
    QVERIFY(QDir(home.pathOf(u"cache/squall"_s)).removeRecursively());
    home.write(u"cache/squall"_s, "no folder");
    QCOMPARE(tableOf(home.evaluate()), u"first"_s);
    QCOMPARE(home.starts(), 1);
}

void TestEvaluationCache::noSecretInClear()
{
    Home home;
    home.write(u"app/drizzle.config.ts"_s, "console.log(process.env.DATABASE_URL);\n"
                                           "export default { dialect: 'postgresql', schema: './schema.ts',\n"
                                           "  dbCredentials: { url: process.env.DATABASE_URL } };");
    const Environment environment{{u"DATABASE_URL"_s, u"postgres://ann:opensesame@host/db"_s}};
    for (int i = 0; i < 2; ++i) {
        const auto config = home.config(environment);
        QVERIFY(config);
        QCOMPARE(config->credentials->url, environment.first());
    }
    QCOMPARE(home.starts(), 1);
    const auto kept = home.kept();
    QCOMPARE(kept.size(), 1);
    const auto text = contents(kept.first());
    QVERIFY(!text.isEmpty());
    for (const auto &secret : {u"opensesame"_s, u"ann"_s}) {
        const auto *const wide = reinterpret_cast<const char *>(secret.constData());
        QVERIFY(!text.contains(secret.toUtf8()));
        QVERIFY(!text.contains(QByteArray(wide, 2 * secret.size())));
    }
    QCOMPARE(QFileInfo(kept.first()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

/// Several programs at the same project: each gets the right answer, and the last one's is kept whole.
void TestEvaluationCache::manyAtOnce()
{
    Home home;
    std::vector<std::future<QString>> all(4);
    for (auto &each : all)
        each = std::async(std::launch::async, [&home] { return tableOf(home.evaluate()); });
    for (auto &each : all)
        QCOMPARE(each.get(), u"first"_s);
    home.starts();
    QCOMPARE(tableOf(home.evaluate()), u"first"_s);
    QCOMPARE(home.starts(), 0);
}

QTEST_GUILESS_MAIN(TestEvaluationCache)
#include "tst_evaluationcache.moc"
