#include "tests/core/drizzle/evaluatedproject.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

const QByteArray imports = "import { pgTable, text } from 'drizzle-orm/pg-core';\n";

QString said(const Result<ProjectSchema> &result)
{
    return result ? u"tables: "_s + QString::number(result->snapshot.tables.size()) : result.error().message;
}

} // namespace

/// The fence and the loader: what a project may do, and how it ends when it does more.
class TestEvaluator : public QObject
{
    Q_OBJECT

private slots:
    void fails_data();
    void fails();
    void modules_data();
    void modules();
    void links();
    void typeScriptBeyondSucrase();
    void largeFile();
    void oddTexts_data();
    void oddTexts();
    void ownErrorsHavePlaces_data();
    void ownErrorsHavePlaces();
    void invalidUtf8();
    void endlessLoop();
    void endlessMemory();
    void pollutedPrototypes();
    void ownDrizzle();
    void installedDrizzle();
    void changedDrizzle();
    void sameNames();
};

void TestEvaluator::fails_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("message");

    QTest::newRow("files") << QByteArray("const fs = 1;\nrequire('fs');")
                           << u"^schema.ts:2:8: .*“fs” of Node"_s;
    QTest::newRow("a process, later")
        << QByteArray("import('node:child_process');") << u"“node:child_process” of Node"_s;
    QTest::newRow("imported file system")
        << QByteArray("import { readFileSync } from 'node:fs';\nreadFileSync('/etc/passwd');")
        << u"^schema.ts:1:1: .*“node:fs” of Node"_s;
    QTest::newRow("exit") << QByteArray("\n  process.exit(0);") << u"^schema.ts:2:15: process.exit\\(\\)"_s;
    QTest::newRow("timer") << QByteArray("setTimeout(() => {}, 1);")
                           << u"^schema.ts:1:11: setTimeout\\(\\)"_s;
    QTest::newRow("network") << QByteArray("fetch('http://localhost');") << u"fetch\\(\\) is not available"_s;
    QTest::newRow("deep recursion") << QByteArray("function f(): number { return 1 + f(); }\nf();")
                                    << u"^schema.ts:1:.*RangeError: Maximum call stack"_s;
    QTest::newRow("a thrown text") << QByteArray("throw 'no';") << u"^schema.ts: no was thrown"_s;
    QTest::newRow("a thrown nothing")
        << QByteArray("throw undefined;") << u"^schema.ts: undefined was thrown"_s;
    QTest::newRow("a thrown trap") << QByteArray(
                                          "throw { get message() { throw 1; }, get stack() { throw 2; } };")
                                   << u"cannot be shown"_s;
    QTest::newRow("a thrown error") << QByteArray("type A = {\n  a: string;\n};\nconst n: A = null!;   n.a;")
                                    << u"^schema.ts:4:2[4-7]: TypeError: "_s;
    QTest::newRow("a thrown null") << QByteArray("throw null;") << u"^schema.ts: null was thrown"_s;
    QTest::newRow("an export that throws") << QByteArray("Object.defineProperty(exports, 'a', { enumerable: "
                                                         "true, get() { throw new Error('peek'); } });")
                                           << u"^schema.ts:1:.*peek"_s;
    QTest::newRow("a trap that is exported")
        << QByteArray("import { pgTable } from 'drizzle-orm/pg-core';\npgTable;\n"
                      "export const p = new Proxy({}, { getPrototypeOf() { throw new Error('trapped'); } });")
        << u"^schema.ts:3:.*trapped"_s;
    QTest::newRow("a text without end")
        << QByteArray("let s = 'x';\nfor (;;) s += s;") << u"^schema.ts:.*Out of memory"_s;
    QTest::newRow("deep data")
        << QByteArray("import { pgTable, text } from 'drizzle-orm/pg-core';\n"
                      "const top: any = {}; let o = top; for (let i = 0; i < 1e5; ++i) o = o.o = {};\n"
                      "export const t = pgTable('t', { a: text().default(top) });")
        << u"RangeError: Maximum call stack"_s;
    QTest::newRow("await outside of functions")
        << QByteArray("const a = 1;\nconst b = await Promise.resolve(a);\nb;")
        << u"^schema.ts:2:\\d+: A file that is evaluated cannot “await” outside of functions"_s;
    QTest::newRow("exit by another way")
        << QByteArray("new Function('return process')().exit(1);") << u"process.exit\\(\\) was called"_s;
    QTest::newRow("the evaluator's own realm")
        << QByteArray("(require as any).constructor('return native')();") << u"Can't find variable: native"_s;
    QTest::newRow("syntax") << QByteArray("const a = 1;\nconst b = = 2;")
                            << u"^schema.ts:2:11: Expression expected"_s;
    QTest::newRow("unknown module") << QByteArray("import x from './nowhere';\nx;")
                                    << u"^schema.ts:1:1: The module “./nowhere” cannot be found"_s;
    QTest::newRow("unknown package") << QByteArray("\nimport x from 'nobody';\nx;")
                                     << u"^schema.ts:2:1: The module “nobody” cannot be found"_s;
    QTest::newRow("rejected promise") << QByteArray("Promise.reject(new Error('later'));") << u"later"_s;
    QTest::newRow("the secrets of the machine")
        << QByteArray("import x from '/etc/passwd';\nx;") << u"outside of the project"_s;
    QTest::newRow("a place within a loop")
        << QByteArray("for (let i = 0; i < 3; ++i) null[i];") << u"^schema.ts:1:.*TypeError"_s;
}

void TestEvaluator::fails()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, message);
    EvaluatedProject project;
    project.write(u"schema.ts"_s, schema);
    const auto result = project.evaluate();
    QVERIFY2(!result, qPrintable(said(result)));
    QVERIFY2(result.error().message.contains(QRegularExpression(message)), qPrintable(said(result)));
}

void TestEvaluator::modules_data()
{
    QTest::addColumn<QByteArray>("import");
    QTest::newRow("without ending") << QByteArray("./lib/names");
    QTest::newRow("with the ending of the result") << QByteArray("./lib/names.js");
    QTest::newRow("with its own ending") << QByteArray("./lib/names.ts");
    QTest::newRow("folder") << QByteArray("./lib");
    QTest::newRow("path of tsconfig") << QByteArray("@/names");
    QTest::newRow("path of an extended tsconfig, whole") << QByteArray("the-names");
    QTest::newRow("base of tsconfig") << QByteArray("lib/names");
    QTest::newRow("package with main") << QByteArray("plain");
    QTest::newRow("file of a package") << QByteArray("plain/other");
    QTest::newRow("package with conditions") << QByteArray("modern");
    QTest::newRow("pattern of a package") << QByteArray("modern/parts/a");
    QTest::newRow("package of modules only") << QByteArray("esm");
    QTest::newRow("scoped package above") << QByteArray("@up/above");
    QTest::newRow("own import") << QByteArray("#names");
    QTest::newRow("JSON") << QByteArray("./lib/names.json");
    QTest::newRow("cyclic") << QByteArray("./cycle/a");
}

void TestEvaluator::modules()
{
    QFETCH(QByteArray, import);
    EvaluatedProject project;
    project.write(u"package.json"_s, R"({"imports": {"#names": "./lib/names.ts"}})");
    project.write(u"tsconfig.json"_s, R"({ // as editors write it
        "extends": "./base", "compilerOptions": {"baseUrl": ".", "paths": {"@/*": ["nowhere/*", "lib/*"], /* and */
        "the-names": ["./lib/names.ts"],}},})");
    project.write(u"base.json"_s, R"({"compilerOptions": {"strict": true}})");
    project.write(u"lib/names.ts"_s, "const name: string = 'found'; export { name };");
    project.write(u"lib/index.ts"_s, "export * from './names';");
    project.write(u"lib/names.json"_s, R"({"name": "found"})");
    project.write(
        u"cycle/a.ts"_s,
        "import { other } from './b';\nexport const name = 'found';\nexport const use = () => other;");
    project.write(u"cycle/b.ts"_s, "import { name } from './a';\nexport const other = () => name;");
    project.write(u"node_modules/plain/package.json"_s, R"({"main": "lib"})");
    project.write(u"node_modules/plain/lib/index.js"_s, "exports.name = require('../other').name;");
    project.write(u"node_modules/plain/other.js"_s, "module.exports = { name: 'found' };");
    project.write(
        u"node_modules/modern/package.json"_s,
        R"({"exports": {".": {"types": "./x.d.ts", "import": "./a.mjs", "require": "./b.cjs", "default": "./c.js"},
                      "./parts/*": {"default": "./p/*.js"}}})");
    project.write(u"node_modules/modern/b.cjs"_s, "exports.name = 'found';");
    project.write(u"node_modules/modern/p/a.js"_s, "exports.name = 'found';");
    project.write(u"node_modules/esm/package.json"_s,
                  R"({"type": "module", "exports": {"import": "./index.js"}})");
    project.write(u"node_modules/esm/index.js"_s, "export const name = 'found';");
    project.write(u"../package.json"_s, R"({"workspaces": ["app"]})");
    project.write(u"../node_modules/@up/above/index.js"_s, "exports.name = 'found';");
    project.write(u"schema.ts"_s, imports + "import { name } from '" + import +
                                      "';\nexport const t = pgTable(name, { a: text() });");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    QVERIFY(result->snapshot.tables.contains(u"public.found"_s));
}

/// pnpm's links lead to other folders of the project; one that leads out of it is not followed.
void TestEvaluator::links()
{
    EvaluatedProject project;
    project.write(u"node_modules/.pnpm/names@1/node_modules/names/index.js"_s,
                  "exports.name = require('needed');");
    project.write(u"node_modules/.pnpm/names@1/node_modules/needed/index.js"_s, "module.exports = 'found';");
    QVERIFY(QFile::link(u".pnpm/names@1/node_modules/names"_s, project.pathOf(u"node_modules/names"_s)));
    project.write(u"schema.ts"_s,
                  imports + "import { name } from 'names';\nexport const t = pgTable(name, { a: text() });");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    QVERIFY(result->snapshot.tables.contains(u"public.found"_s));

    QVERIFY(QFile::link(u"/etc/passwd"_s, project.pathOf(u"passwords.ts"_s)));
    project.write(u"../outside.ts"_s, "export const name = 'outside';");
    QVERIFY(QFile::link(project.beside(u"outside.ts"_s), project.pathOf(u"inside.ts"_s)));
    for (const auto *name : {"./passwords", "./inside", "../outside"}) {
        project.write(u"schema.ts"_s, "\nimport { name } from '" + QByteArray(name) + "';\nname;");
        const auto refused = project.evaluate();
        QVERIFY2(!refused && refused.error().code == Error::Code::Unsupported, qPrintable(said(refused)));
        QVERIFY2(refused.error().message.startsWith(u"schema.ts:2:1: "_s), qPrintable(said(refused)));
        QVERIFY2(refused.error().message.contains(u"outside of the project"_s), qPrintable(said(refused)));
    }
}

void TestEvaluator::typeScriptBeyondSucrase()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, imports + R"(
namespace Names { export const table = 'spaced'; }
function noted(target: unknown) { return target as any; }
@noted class Thing { constructor(readonly name: string) {} }
enum Kind { A = 'a' }
const email = 'me@example.org' satisfies string;
export const url = import.meta.url;
export const t = pgTable(Names.table, { [Kind.A]: text().default(new Thing(email).name) });
)");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    const auto *table = result->snapshot.tables.find(u"public.spaced"_s);
    QVERIFY(table);
    QCOMPARE(table->columns.begin()->second.defaultValue->text, QByteArray("\"'me@example.org'\""));
}

void TestEvaluator::oddTexts_data()
{
    QTest::addColumn<QByteArray>("schema");

    const QByteArray table = "export const t = pgTable('t', { a: text() });\n";
    QTest::newRow("a mark at the beginning") << QByteArray("\xef\xbb\xbf" + imports + table);
    QTest::newRow("line breaks of Windows") << QByteArray(imports + table).replace("\n", "\r\n");
    QTest::newRow("a first line for a shell") << "#!/usr/bin/env tsx\n" + imports + table;
    QTest::newRow("a flood of words")
        << imports + table + "for (let i = 0; i < 50000; ++i) console.log('word', i, { i });";
    QTest::newRow("large words") << imports + table +
                                        "for (let i = 0; i < 100; ++i) console.log('x'.repeat(1e6));";
    QTest::newRow("an object that answers everything")
        << imports + table + "export const p: any = new Proxy({}, { get: () => p });";
    QTest::newRow("itself") << imports + table + "export * as self from './schema';";
    QTest::newRow("a cycle") << imports + table + "import * as other from './cycle'; export { other };";
}

/// Nothing that a person or a program would write without harm gets in the way.
void TestEvaluator::oddTexts()
{
    QFETCH(QByteArray, schema);
    EvaluatedProject project;
    project.write(u"schema.ts"_s, schema);
    project.write(u"cycle.ts"_s, "import { t } from './schema';\nexport const later = () => t;");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    QVERIFY(result->snapshot.tables.contains(u"public.t"_s));
}

void TestEvaluator::ownErrorsHavePlaces_data()
{
    QTest::addColumn<QByteArray>("table"); // from the third line on
    QTest::addColumn<QString>("message");

    QTest::newRow("two uniques")
        << QByteArray("export const t = pgTable('t', { a: text().unique('u'), b: text().unique('u') });")
        << u"schema.ts:3:1: The table “t” has more than one unique constraint named “u”"_s;
    QTest::newRow("two checks")
        << QByteArray("export const t = pgTable('t', { a: text() }, () => [check('c', sql`1`), check('c', "
                      "sql`2`)]);")
        << u"schema.ts:3:1: The table “t” has more than one check constraint named “c”"_s;
    QTest::newRow("two indexes")
        << QByteArray("export const s = pgTable('s', { a: text() }, (t) => [index('i').on(t.a)]);\n"
                      "export const t = pgTable('t', { a: text() }, (t) => [index('i').on(t.a)]);")
        << u"schema.ts:4:1: More than one index of the schema “public” is named “i”: of “s” and “t”"_s;
    QTest::newRow("an index without a name")
        << QByteArray("\nexport const t = pgTable('t', { a: text() }, (t) => [index().on(sql`lower(a)`)]);")
        << u"schema.ts:4:1: An index of the table “t” is made of an expression and has no name: give it one"_s;
    QTest::newRow("a default with a parameter")
        << QByteArray("export const t = pgTable('t', { a: text().default(sql`${5}`) });")
        << u"schema.ts:3:1: The default of “a” refers to a parameter, which a default in SQL cannot"_s;
    QTest::newRow("two views")
        << QByteArray("export const v = pgView('v', {}).as(sql`select 1`);\nexport const w = v;")
        << u"schema.ts:3:1: The view “public.v” is exported more than once, or there are two of that name"_s;
}

/// What drizzle-kit says without a place.
void TestEvaluator::ownErrorsHavePlaces()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, message);
    EvaluatedProject project;
    project.write(u"schema.ts"_s,
                  "import { check, index, pgTable, pgView, text } from 'drizzle-orm/pg-core';\n"
                  "import { sql } from 'drizzle-orm';\n" +
                      table);
    QCOMPARE(said(project.evaluate()), message);
}

void TestEvaluator::largeFile()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, "// " + QByteArray(50LL * 1024 * 1024, 'x'));
    const auto result = project.evaluate();
    QVERIFY2(said(result).contains(u"schema.ts is larger than 16 MiB"_s), qPrintable(said(result)));
}

void TestEvaluator::invalidUtf8()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, "export const a = '\xff\xfe';");
    const auto result = project.evaluate();
    QVERIFY2(said(result).contains(u"schema.ts is not valid UTF-8"_s), qPrintable(said(result)));
}

void TestEvaluator::endlessLoop()
{
    for (const auto *loop : {"for (;;) try { for (;;); } catch {}", "for (;;) /(a+)+b/.test('a'.repeat(60));",
                             "const spin = () => { Promise.resolve().then(spin); }; spin();"}) {
        EvaluatedProject project;
        project.write(u"schema.ts"_s, "import './inner';");
        project.write(u"inner.ts"_s, loop);
        const auto result = project.evaluate({.milliseconds = 2000});
        QVERIFY2(!result && result.error().code == Error::Code::Timeout, qPrintable(said(result)));
        QVERIFY2(said(result).contains(u"did not end within 2 s"_s), qPrintable(said(result)));
    }
    EvaluatedProject project;
    project.write(u"schema.ts"_s, "for (let i = 0; ; ++i) try { require('./nothing' + i); } catch {}");
    const auto result = project.evaluate(); // as it is by default
    QVERIFY2(said(result).contains(u"did not end within 10 s"_s), qPrintable(said(result)));
}

void TestEvaluator::endlessMemory()
{
    for (const auto *bomb : {"new Array(100000).fill(all.length)", "new Uint8Array(1 << 26).fill(1)",
                             "'x'.repeat(1e8) + all.length"}) {
        EvaluatedProject project;
        project.write(u"schema.ts"_s, "const all: any[] = [];\nfor (;;) all.push(" + QByteArray(bomb) + ");");
        const auto result = project.evaluate({.milliseconds = 60'000}); // a busy machine fills slowly
        QVERIFY2(!result && result.error().code == Error::Code::Unsupported, qPrintable(said(result)));
        QVERIFY2(said(result).contains(u"more than 512 MiB of memory"_s), qPrintable(said(result)));
    }
}

/// What a project does to its own realm is not seen in the evaluator's.
void TestEvaluator::pollutedPrototypes()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, imports + R"(
export const t = pgTable('t', { a: text().notNull() });
Array.prototype.push = () => { throw new Error('push'); };
Array.prototype.find = () => { throw new Error('find'); };
JSON.stringify = () => '{}';
Object.prototype['toJSON'] = () => 'polluted';
Object.prototype['path'] = '/etc/passwd';
String.prototype.replace = () => '/etc/passwd';
Object.defineProperty(Object.prototype, 'get', { value: () => 1 });
globalThis.Map = undefined as any;
)");
    const auto result = project.evaluate();
    // The serialiser calls drizzle-orm, which is the project's: that may fail, but must answer in its own
    // words.
    QVERIFY2(result || !result.error().message.contains(u"passwd"_s), qPrintable(said(result)));
    QVERIFY2(result || result.error().code == Error::Code::Parse, qPrintable(said(result)));
}

void TestEvaluator::ownDrizzle()
{
    EvaluatedProject project;
    project.write(u"node_modules/drizzle-orm/package.json"_s,
                  R"({"exports": {"./pg-core": "./pg-core.js"}})");
    project.write(u"node_modules/drizzle-orm/pg-core.js"_s,
                  "exports.text = () => 0;\nexports.pgTable = () => { throw new Error('my own'); };");
    project.write(u"schema.ts"_s, imports + "export const t = pgTable('t', { a: text() });");
    const auto result = project.evaluate();
    QVERIFY2(said(result).contains(QRegularExpression(u"^schema.ts:2:\\d+: my own"_s)),
             qPrintable(said(result)));
}

/// With the packages that npm has installed: the same snapshot as by the bundled one, from the project's own
/// files.
void TestEvaluator::installedDrizzle()
{
    const QTemporaryDir folder(QStringLiteral(SQUALL_NODE_PACKAGES "/project-XXXXXX"));
    for (const auto *name : {"015-indexes", "018-generated", "028-view-queries", "031-row-level-security"}) {
        const auto recorded =
            QStringLiteral(SQUALL_CONFORMANCE) + u'/' + QString::fromLatin1(name) + u"/v1/schema.ts"_s;
        const auto installed = folder.filePath(u"schema.ts"_s);
        QFile::remove(installed);
        QVERIFY(QFile::copy(recorded, installed));
        const auto evaluated = [](const QString &path, ProjectFiles &files) {
            return evaluateSchema({.entries = {path}}, files,
                                  {.program = QStringLiteral(SQUALL_EVALUATE), .cached = false});
        };
        ProjectFiles with(folder.path());
        ProjectFiles without(QFileInfo(recorded).path());
        const auto result = evaluated(installed, with);
        QVERIFY2(result, qPrintable(said(result)));
        QVERIFY(result->snapshot == evaluated(recorded, without)->snapshot);
        QVERIFY(!with.filesRead().filter(u"/node_modules/drizzle-orm/pg-core/"_s).isEmpty());
        QVERIFY(without.filesRead().filter(u"/node_modules/"_s).isEmpty());
    }
}

/// The same package with one file patched is not the one that comes with Squall.
void TestEvaluator::changedDrizzle()
{
    EvaluatedProject project;
    const auto from = QStringLiteral(SQUALL_NODE_PACKAGES "/node_modules/drizzle-orm/");
    QDirIterator files(from, {u"*.cjs"_s, u"package.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        project.write(u"node_modules/drizzle-orm/"_s + file.fileName().mid(from.size()), file.readAll());
    }
    project.write(u"schema.ts"_s, imports + "export const t = pgTable('t', { a: text() });");
    const auto typeOf = [&] {
        const auto result = project.evaluate();
        return result ? result->snapshot.tables.find(u"public.t"_s)->columns.find(u"a"_s)->type
                      : said(result);
    };
    QCOMPARE(typeOf(), u"text"_s);
    QFile file(project.pathOf(u"node_modules/drizzle-orm/pg-core/columns/text.cjs"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto text = file.readAll();
    QVERIFY(text.contains("return \"text\";"));
    project.write(u"node_modules/drizzle-orm/pg-core/columns/text.cjs"_s,
                  text.replace("return \"text\";", "return \"citext\";"));
    QCOMPARE(typeOf(), u"citext"_s);
}

/// Of several files of a name the one that tsx takes.
void TestEvaluator::sameNames()
{
    EvaluatedProject project;
    for (const auto *name : {"n", "m", "index"}) {
        project.write(u"lib/%1.ts"_s.arg(QLatin1StringView(name)), "export const name = 'ts';");
        project.write(u"lib/%1.js"_s.arg(QLatin1StringView(name)), "exports.name = 'js';");
    }
    project.write(u"schema.ts"_s,
                  imports + "import { name } from './lib/n';\nimport { name as m } from './lib/m.js';\n"
                            "import { name as d } from './lib';\n"
                            "export const t = pgTable([name, m, d].join(), { a: text() });");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    QVERIFY(result->snapshot.tables.contains(u"public.ts,ts,js"_s));
}

QTEST_GUILESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
