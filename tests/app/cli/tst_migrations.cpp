#include "core/drizzle/history.h"
#include "tests/app/cli/running.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace squall;
using namespace squall::test;
using namespace Qt::StringLiterals;

namespace {

const auto oneColumn = R"(import { pgTable, integer } from 'drizzle-orm/pg-core';
export const people = pgTable('people', { id: integer().primaryKey() });
)";
const auto twoColumns = R"(import { pgTable, integer, text } from 'drizzle-orm/pg-core';
export const people = pgTable('people', { id: integer().primaryKey(), writer: text(), junk: text() });
)";
const auto renamedColumn = R"(import { pgTable, integer, text } from 'drizzle-orm/pg-core';
export const people = pgTable('people', { id: integer().primaryKey(), author: text() });
)";
const auto usualConfig = R"(import { defineConfig } from 'drizzle-kit';
export default defineConfig({ dialect: 'postgresql', schema: './schema.ts', out: './out' });
)";

/// A project with a configuration and a schema, and `squall` in it.
class Project
{
public:
    explicit Project(const QByteArray &schema = oneColumn)
    {
        write(u"drizzle.config.ts"_s, usualConfig);
        write(u"schema.ts"_s, schema);
    }

    QString at(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(at(name)).path());
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files(const QString &folder = u"out"_s) const
    {
        return QDir(at(folder)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    drizzle::History history() const { return *drizzle::History::read(at(u"out"_s)); }

    void prepare(QProcess &process, const QStringList &arguments, const QStringList &environment = {}) const
    {
        process.setWorkingDirectory(m_folder.path());
        process.setEnvironment(cleanEnvironment() + QStringList{u"NO_COLOR=1"_s} + environment);
        process.setProgram(QStringLiteral(SQUALL_PROGRAM));
        process.setArguments(arguments);
    }
    Outcome squall(const QStringList &arguments, const QStringList &environment = {}) const
    {
        QProcess process;
        prepare(process, arguments, environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start();
        if (!process.waitForFinished())
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    void generate(const QString &name) const
    {
        const auto outcome = squall({u"generate"_s, u"--name"_s, name});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    }

private:
    QTemporaryDir m_folder;
};

constexpr int patience = 30'000;

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void writesMigrationsOneAfterTheOther();
    void optionsInPlaceOfTheConfiguration();
    void variablesOfTheProject();
    void customMigration();
    void mistakes_data();
    void mistakes();
    void projectsThatFail_data();
    void projectsThatFail();
    void whatIsDeprecated();
    void openQuestions();
    void hintsAnswer();
    void answersAsJson();
    void asksAtATerminal();
    void givingUpChangesNothing();
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();
    void optionalForms();
    void checkTellsAndMends();
    void checkFindsALostSnapshot_data();
    void checkFindsALostSnapshot();
    void checkAdopts();
    void upgrades();
    void drops();
    void dropsWhatIsChosen();
    void exportsSql();
};

void TestMigrations::writesMigrationsOneAfterTheOther()
{
    const Project project;
    const auto first = project.squall({u"generate"_s, u"--name=start"_s});
    QCOMPARE(first.err, QString());
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.out,
             u"No config path provided, using default 'drizzle.config.ts'\nReading config file '"_s +
                 QFileInfo(project.at(u"drizzle.config.ts"_s)).canonicalFilePath() +
                 u"'\n1 tables\npeople 1 columns 0 indexes 0 fks\n\n"
                 "[✓] Your SQL migration file ➜ out/0000_start.sql 🚀\n"_s);
    QCOMPARE(project.read(u"out/0000_start.sql"_s),
             QByteArray("CREATE TABLE \"people\" (\n\t\"id\" integer PRIMARY KEY NOT NULL\n);\n"));
    project.write(u"schema.ts"_s, twoColumns);
    project.generate(u"more"_s);
    QCOMPARE(project.read(u"out/0001_more.sql"_s),
             QByteArray("ALTER TABLE \"people\" ADD COLUMN \"writer\" text;--> statement-breakpoint\n"
                        "ALTER TABLE \"people\" ADD COLUMN \"junk\" text;"));
    const auto before = project.read(u"out/meta/_journal.json"_s);
    const auto nothing = project.squall({u"generate"_s, u"--config"_s, u"drizzle.config.ts"_s});
    QCOMPARE(nothing.exitCode, 0);
    QVERIFY(nothing.out.endsWith(u"No schema changes, nothing to migrate 😴\n"));
    QCOMPARE(project.read(u"out/meta/_journal.json"_s), before);
    QVERIFY(project.history().problems().empty());
}

void TestMigrations::optionsInPlaceOfTheConfiguration()
{
    const Project project(R"(import { pgTable, integer } from 'drizzle-orm/pg-core';
export const people = pgTable('people', { userId: integer(), other: integer() });
export const more = pgTable('more', { userId: integer() });
)");
    const auto outcome = project.squall(
        {u"generate"_s, u"--dialect=postgresql"_s, u"--schema"_s, u"./schema.ts"_s, u"--out"_s, u"here"_s,
         u"--casing=snake_case"_s, u"--breakpoints=false"_s, u"--prefix"_s, u"unix"_s, u"--name"_s, u"x"_s});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(!outcome.out.contains(u"Reading config file"));
    const auto sql = project.files(u"here"_s);
    QCOMPARE(sql.size(), 1);
    QVERIFY(QRegularExpression(u"^\\d{10}_x\\.sql$"_s).match(sql.front()).hasMatch());
    const auto text = project.read(u"here/"_s + sql.front());
    QVERIFY(text.contains("\"user_id\""));
    QVERIFY(!text.contains("statement-breakpoint"));
}

void TestMigrations::variablesOfTheProject()
{
    const Project project;
    project.write(u"drizzle.config.ts"_s,
                  "export default { dialect: 'postgresql', schema: './schema.ts', out: process.env.WHERE };");
    project.write(u".env"_s, "WHERE=usual\n");
    project.write(u".env.test"_s, "WHERE=\"for tests\"\n");
    QCOMPARE(project.squall({u"generate"_s, u"--name"_s, u"x"_s}).exitCode, 0);
    QCOMPARE(project.squall({u"generate"_s, u"--name"_s, u"x"_s, u"--env-file"_s, u".env.test"_s}).exitCode,
             0);
    QCOMPARE(project.squall({u"generate"_s, u"--name"_s, u"x"_s}, {u"WHERE=outside"_s}).exitCode, 0);
    for (const auto &folder : {u"usual"_s, u"for tests"_s, u"outside"_s})
        QCOMPARE(project.files(folder), QStringList(u"0000_x.sql"_s));
    const auto missing = project.squall({u"generate"_s, u"--env-file"_s, u".env.none"_s});
    QCOMPARE(missing.exitCode, 1);
    QVERIFY(missing.err.contains(u".env.none"));
}

void TestMigrations::customMigration()
{
    const Project project;
    project.generate(u"start"_s);
    const auto outcome = project.squall({u"generate"_s, u"--custom"_s, u"--name"_s, u"mine"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.endsWith(u"Prepared empty file for your custom SQL migration!\n"
                                 "[✓] Your SQL migration file ➜ out/0001_mine.sql 🚀\n"_s));
    QCOMPARE(project.read(u"out/0001_mine.sql"_s),
             QByteArray("-- Custom SQL migration file, put your code below! --"));
    QVERIFY(project.history().problems().empty());
    QCOMPARE(project.squall({u"generate"_s}).exitCode, 0);
    QCOMPARE(project.files().size(), 2);
}

void TestMigrations::mistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &arguments, const QString &expected) {
        QTest::newRow(name) << arguments << expected;
    };
    row("both groups", {u"generate"_s, u"--config"_s, u"drizzle.config.ts"_s, u"--out"_s, u"x"_s},
        u"You can't use both --config and other cli options for generate command"_s);
    row("both groups of check", {u"check"_s, u"--config=drizzle.config.ts"_s, u"--out=x"_s},
        u"You can't use both --config and other cli options for check command"_s);
    row("no such configuration", {u"generate"_s, u"--config"_s, u"other.ts"_s},
        u"other.ts file does not exist"_s);
    row("no such option", {u"generate"_s, u"--nope"_s}, u"nope"_s);
    row("no truth", {u"generate"_s, u"--custom=perhaps"_s}, u"--custom cannot be 'perhaps'"_s);
    row("no such prefix", {u"generate"_s, u"--prefix"_s, u"roman"_s}, u"timestamp"_s);
    row("no such output", {u"generate"_s, u"--output"_s, u"xml"_s}, u"text, json"_s);
    row("another database", {u"generate"_s, u"--schema=schema.ts"_s, u"--dialect=mysql"_s}, u"mysql"_s);
    row("no dialect", {u"generate"_s, u"--schema=schema.ts"_s}, u"dialect"_s);
    row("no schema", {u"generate"_s, u"--dialect=postgresql"_s}, u"schema"_s);
    row("no schema file", {u"generate"_s, u"--dialect=postgresql"_s, u"--schema=none.ts"_s},
        u"No schema file in none.ts was found"_s);
    row("no name of a file", {u"generate"_s, u"--name"_s, u"../x"_s}, u"../x"_s);
    row("hints that are none", {u"generate"_s, u"--hints"_s, u"[{\"type\": \"x\"}]"_s}, u"$[0].type"_s);
    row("hints with a place", {u"generate"_s, u"--hints"_s, u"[\n{]"_s}, u"Line 2"_s);
    row("no such file of hints", {u"generate"_s, u"--hints-file"_s, u"none.json"_s}, u"none.json"_s);
    row("hints twice", {u"generate"_s, u"--hints"_s, u"[]"_s, u"--hints-file"_s, u"x"_s}, u"--hints-file"_s);
    row("a stray word", {u"generate"_s, u"now"_s}, u"now"_s);
    row("adopting without mending", {u"check"_s, u"--adopt"_s}, u"--fix"_s);
    row("another format", {u"export"_s, u"--sql=false"_s}, u"SQL"_s);
}

void TestMigrations::mistakes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, expected);
    const Project project;
    const auto outcome = project.squall(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(expected), qPrintable(outcome.err));
    QVERIFY(project.files().isEmpty());
}

void TestMigrations::projectsThatFail_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a schema that throws")
        << u"schema.ts"_s << QByteArray("throw new Error('no schema today');") << u"no schema today"_s;
    QTest::newRow("a schema that is no program")
        << u"schema.ts"_s << QByteArray("export const = ;") << u"schema.ts:1"_s;
    QTest::newRow("a configuration that is no program")
        << u"drizzle.config.ts"_s << QByteArray("export default {") << u"drizzle.config.ts"_s;
    QTest::newRow("a file where the folder is") << u"out"_s << QByteArray("x") << u"out"_s;
    QTest::newRow("rubbish in the journal")
        << u"out/meta/_journal.json"_s << QByteArray("\x00\xff\x01", 3) << u"_journal.json"_s;
    QTest::newRow("rubbish among the snapshots")
        << u"out/meta/0000_snapshot.json"_s << QByteArray("{}") << u"0000_snapshot.json"_s;
    QTest::newRow("drizzle 1.0") << u"out/20260101000000_x/migration.sql"_s << QByteArray("select 1")
                                 << u"drizzle 1.0"_s;
}

void TestMigrations::projectsThatFail()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    const Project project;
    project.write(file, text);
    const auto outcome = project.squall({u"generate"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(expected), qPrintable(outcome.err));
    QVERIFY(QDir(project.at(u"out"_s)).entryList({u"*.sql"_s}, QDir::Files).isEmpty());
    const auto json = project.squall({u"generate"_s, u"--output"_s, u"json"_s});
    QCOMPARE(json.exitCode, 1);
    QCOMPARE(QJsonDocument::fromJson(json.out.toUtf8())[u"status"_s].toString(), u"error"_s);
}

void TestMigrations::whatIsDeprecated()
{
    for (const auto &name :
         {u"generate:pg"_s, u"check:pg"_s, u"up:pg"_s, u"introspect:pg"_s, u"push:sqlite"_s}) {
        const auto outcome = run({name});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.startsWith(
            u"This command is deprecated, please use updated '%1' command"_s.arg(name.section(u':', 0, 0))));
    }
    QCOMPARE(run({u"generate:oracle"_s}).exitCode, 1);
    QCOMPARE(run({u"inspect:pg"_s}).exitCode, 1);
}

void TestMigrations::openQuestions()
{
    const Project project(twoColumns);
    project.generate(u"start"_s);
    project.write(u"schema.ts"_s, renamedColumn);
    const auto outcome = project.squall({u"generate"_s, u"--output=json"_s});
    QCOMPARE(outcome.exitCode, 2);
    const auto expected = QJsonDocument::fromJson(R"({"status":"missing_hints","unresolved":[
        {"type":"rename_or_create","kind":"column","entity":["public","people","author"],
         "candidates":[["public","people","writer"],["public","people","junk"]]}]})");
    QCOMPARE(QJsonDocument::fromJson(outcome.out.toUtf8()), expected);
    QVERIFY(
        outcome.err.contains(u"Is author column in people table created or renamed from another column?"));
    QVERIFY(outcome.err.contains(u"--hints"));
    QCOMPARE(project.files(), QStringList(u"0000_start.sql"_s));
    QCOMPARE(project.squall({u"generate"_s}).exitCode, 2);
}

void TestMigrations::hintsAnswer()
{
    const Project project(twoColumns);
    project.generate(u"start"_s);
    project.write(u"schema.ts"_s, renamedColumn);
    project.write(u"wrong.json"_s, R"([{"type":"rename","kind":"column","from":["public","people","x"],
                                        "to":["public","people","author"]}])");
    const auto wrong = project.squall({u"generate"_s, u"--hints-file"_s, u"wrong.json"_s});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.err.contains(u"$[0].from") && wrong.err.contains(u"writer"), qPrintable(wrong.err));
    const auto hints = uR"([{"type":"rename","kind":"column","from":["public","people","writer"],
                             "to":["public","people","author"]},
                            {"type":"create","kind":"table","entity":["public","nowhere"]}])"_s;
    const auto outcome = project.squall({u"generate"_s, u"--hints"_s, hints, u"--name"_s, u"renamed"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.err.contains(u"$[1]"), qPrintable(outcome.err));
    QCOMPARE(
        project.read(u"out/0001_renamed.sql"_s),
        QByteArray("ALTER TABLE \"people\" RENAME COLUMN \"writer\" TO \"author\";--> statement-breakpoint\n"
                   "ALTER TABLE \"people\" DROP COLUMN \"junk\";"));
}

void TestMigrations::answersAsJson()
{
    const Project project;
    const auto made = project.squall({u"generate"_s, u"--output"_s, u"json"_s, u"--name"_s, u"a"_s});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(made.out.toUtf8()),
             QJsonDocument::fromJson(
                 R"({"status":"ok","dialect":"postgresql","migration_path":"out/0000_a.sql"})"));
    const auto nothing = project.squall({u"generate"_s, u"--output"_s, u"json"_s});
    QCOMPARE(nothing.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(nothing.out.toUtf8()),
             QJsonDocument::fromJson(R"({"status":"no_changes","dialect":"postgresql"})"));
}

void TestMigrations::asksAtATerminal()
{
    const Project project(twoColumns);
    project.generate(u"start"_s);
    project.write(u"schema.ts"_s, renamedColumn);
    Terminal terminal;
    QProcess process;
    project.prepare(process, {u"generate"_s, u"--name"_s, u"renamed"_s});
    terminal.give(process);
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("~ junk › author   rename column"), patience);
    QVERIFY(terminal.shown().contains(
        "\r\nIs author column in people table created or renamed from another column?\r\n"
        "❯ + author          create column\r\n"
        "  ~ writer › author rename column\r\n"
        "  ~ junk › author   rename column"));
    QVERIFY(!terminal.showsWhatIsTyped());
    // Up from the first one is the last one, and down is the first again.
    terminal.type("\x1b[A\x1bOB\x1b[B");
    QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("❯ ~ writer › author rename column"), patience);
    terminal.type("\r");
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(terminal.shown().contains("~ writer › author column will be renamed\r\n"
                                      "--- all columns conflicts in people table resolved ---\r\n"));
    QVERIFY(terminal.showsWhatIsTyped());
    QVERIFY(project.read(u"out/0001_renamed.sql"_s).contains("RENAME COLUMN \"writer\" TO \"author\""));
}

void TestMigrations::givingUpChangesNothing()
{
    const Project project(twoColumns);
    project.generate(u"start"_s);
    project.write(u"schema.ts"_s, renamedColumn);
    for (const auto &key : {QByteArray("\x03"), QByteArray("\x04"), QByteArray()}) {
        Terminal terminal;
        QProcess process;
        project.prepare(process, {u"generate"_s});
        terminal.give(process);
        process.start();
        QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("rename column"), patience);
        if (key.isEmpty())
            process.terminate();
        else
            terminal.type(key);
        QVERIFY(process.waitForFinished(patience));
        if (key.isEmpty())
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        else
            QCOMPARE(process.exitCode(), 1);
        QVERIFY(terminal.showsWhatIsTyped());
        QVERIFY(terminal.shown().contains("\x1b[?25h"));
        QCOMPARE(project.files(), QStringList(u"0000_start.sql"_s));
    }
}

void TestMigrations::killedAtAnyMoment_data()
{
    QTest::addColumn<bool>("first");
    QTest::newRow("the first migration") << true;
    QTest::newRow("a later one") << false;
}

void TestMigrations::killedAtAnyMoment()
{
    QFETCH(const bool, first);
    const Project project;
    if (!first)
        project.generate(u"start"_s);
    for (int i = 0; i < 25; ++i) {
        if (first)
            QDir(project.at(u"out"_s)).removeRecursively();
        QProcess process;
        project.prepare(process, {u"generate"_s, u"--custom"_s, u"--name"_s, u"k%1"_s.arg(i)});
        process.start();
        QVERIFY(process.waitForStarted());
        // From before it does anything to after it is done; which of them is met does not matter.
        process.waitForFinished(i);
        process.kill();
        process.waitForFinished();
        const auto history = project.history();
        for (const auto &problem : history.problems()) {
            using Problem = drizzle::HistoryProblem::Kind;
            QVERIFY(problem.kind == Problem::UnknownFile || problem.kind == Problem::UnknownSnapshot);
        }
        if (!history.problems().empty())
            QCOMPARE(project.squall({u"check"_s, u"--fix"_s, u"--adopt"_s}).exitCode, 0);
        QVERIFY(project.history().problems().empty());
    }
    QDir(project.at(u"out"_s)).removeRecursively();
    project.generate(u"last"_s);
    QVERIFY(project.history().problems().empty());
}

void TestMigrations::optionalForms()
{
    const Project project(R"(import { pgTable, pgEnum, integer } from 'drizzle-orm/pg-core';
export const mood = pgEnum('mood', ['good']);
export const people = pgTable('people', { id: integer().primaryKey(), mood: mood() });
)");
    const auto outcome = project.squall(
        {u"generate"_s, u"--name"_s, u"add_people"_s, u"--idempotent"_s, u"--header"_s, u"--down"_s});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const auto sql = project.read(u"out/0000_add_people.sql"_s);
    QVERIFY(sql.startsWith("-- Migration: 0000_add_people\n-- Created: "));
    QVERIFY(sql.contains("-- Description: add people\n\nDO $$ BEGIN\n CREATE TYPE \"public\".\"mood\""));
    QVERIFY(sql.contains("CREATE TABLE IF NOT EXISTS \"people\""));
    const auto back = project.read(u"out/0000_add_people.down.sql"_s);
    QVERIFY2(back.contains("DROP TABLE IF EXISTS \"people\" CASCADE;"), back.constData());
    QVERIFY(back.contains("DROP TYPE IF EXISTS \"public\".\"mood\";"));
    QVERIFY(project.history().problems().empty());
}

void TestMigrations::checkTellsAndMends()
{
    const Project project;
    project.generate(u"start"_s);
    QCOMPARE(project.squall({u"generate"_s, u"--custom"_s, u"--name=b"_s}).exitCode, 0);
    const auto good = project.squall({u"check"_s});
    QCOMPARE(good.exitCode, 0);
    QVERIFY(good.out.endsWith(u"Everything's fine 🐶🔥\n"));
    const auto journal = project.read(u"out/meta/_journal.json"_s);
    project.write(u"out/meta/_journal.json"_s, QByteArray(journal).replace("\"idx\": 1", "\"idx\": 0"));
    const auto bad = project.squall({u"check"_s, u"--out"_s, u"out"_s});
    QCOMPARE(bad.exitCode, 1);
    QVERIFY(bad.out.contains(u"0001_b.sql has the number of 0000_start"));
    QVERIFY(bad.out.contains(u"squall check --fix"));
    const auto before = project.read(u"out/meta/_journal.json"_s);
    QCOMPARE(project.squall({u"check"_s, u"--fix"_s, u"--dry-run"_s}).exitCode, 0);
    QCOMPARE(project.read(u"out/meta/_journal.json"_s), before);
    const auto mended = project.squall({u"check"_s, u"--fix"_s});
    QVERIFY2(mended.exitCode == 0, qPrintable(mended.out + mended.err));
    QCOMPARE(project.read(u"out/meta/_journal.json"_s), journal);
    QVERIFY(QFile::remove(project.at(u"out/0001_b.sql"_s)));
    const auto doubt = project.squall({u"check"_s, u"--fix"_s});
    QCOMPARE(doubt.exitCode, 1);
    QVERIFY(doubt.err.contains(u"0001_b.sql"));
}

void TestMigrations::checkFindsALostSnapshot_data()
{
    QTest::addColumn<bool>("oursWasKept");
    QTest::addColumn<bool>("schemaHasMore");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("ours is left") << true << false
                                  << QStringList{u"0000_start.sql"_s, u"0001_ours.sql"_s,
                                                 u"0002_theirs.sql"_s};
    QTest::newRow("theirs is left") << false << false
                                    << QStringList{u"0000_start.sql"_s, u"0001_theirs.sql"_s,
                                                   u"0002_ours.sql"_s};
    QTest::newRow("the schema has more than both") << true << true << QStringList();
}

void TestMigrations::checkFindsALostSnapshot()
{
    QFETCH(const bool, oursWasKept);
    QFETCH(const bool, schemaHasMore);
    QFETCH(const QStringList, expected);
    const Project project;
    const auto table = [](const QByteArray &columns) {
        return "import { pgTable, integer, text } from 'drizzle-orm/pg-core';\n"
               "export const people = pgTable('people', { id: integer().primaryKey()" +
               columns + " });";
    };
    const auto journal = u"out/meta/_journal.json"_s;
    const auto snapshot = u"out/meta/0001_snapshot.json"_s;
    project.generate(u"start"_s);
    const auto base = project.read(journal);
    project.write(u"schema.ts"_s, table(", a: text(), b: text()"));
    project.generate(u"ours"_s);
    const auto ourSnapshot = project.read(snapshot);
    const auto ourJournal = *drizzle::Journal::read(project.read(journal));
    const auto ourSql = project.read(u"out/0001_ours.sql"_s);
    QVERIFY(QFile::remove(project.at(snapshot)) && QFile::remove(project.at(u"out/0001_ours.sql"_s)));
    project.write(journal, base);
    project.write(u"schema.ts"_s, table(", c: text()"));
    project.generate(u"theirs"_s);
    // Merged by hand: the journal has both, and of the snapshots one was kept.
    auto both = ourJournal;
    both.append(project.history().journal().entries().back());
    project.write(journal, both.text());
    project.write(u"out/0001_ours.sql"_s, ourSql);
    if (oursWasKept)
        project.write(snapshot, ourSnapshot);
    project.write(u"schema.ts"_s, table(schemaHasMore ? ", a: text(), b: text(), c: text(), d: text()"
                                                      : ", a: text(), b: text(), c: text()"));
    const auto outcome = project.squall({u"check"_s, u"--fix"_s});
    if (expected.isEmpty()) {
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains(u"0001_snapshot.json"));
        QCOMPARE(project.read(journal), both.text());
        return;
    }
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
    QCOMPARE(project.files(), expected);
    const auto next = project.squall({u"generate"_s});
    QVERIFY2(next.out.contains(u"No schema changes"), qPrintable(next.out + next.err));
}

void TestMigrations::checkAdopts()
{
    const Project project;
    project.generate(u"start"_s);
    project.write(u"out/by_hand.sql"_s, "select 1");
    const auto told = project.squall({u"check"_s, u"--fix"_s});
    QCOMPARE(told.exitCode, 1);
    QVERIFY(told.out.contains(u"by_hand.sql") && told.out.contains(u"--adopt"));
    QCOMPARE(project.squall({u"check"_s, u"--fix"_s, u"--adopt"_s}).exitCode, 0);
    QCOMPARE(project.files(), QStringList({u"0000_start.sql"_s, u"0001_by_hand.sql"_s}));
    QVERIFY(project.squall({u"generate"_s}).out.contains(u"No schema changes"));
}

void TestMigrations::upgrades()
{
    const Project project;
    project.generate(u"start"_s);
    const auto nothing = project.squall({u"up"_s});
    QCOMPARE(nothing.exitCode, 0);
    QVERIFY(nothing.out.endsWith(u"Everything's fine 🐶🔥\n"));
    const auto path = u"out/meta/0000_snapshot.json"_s;
    project.write(path, R"({"version":"6","dialect":"postgresql","id":"n",
        "prevId":"00000000-0000-0000-0000-000000000000","tables":{"public.people":{"name":"people","schema":"",
        "columns":{"id":{"name":"id","type":"integer","primaryKey":true,"notNull":true}},"indexes":{},
        "foreignKeys":{},"compositePrimaryKeys":{},"uniqueConstraints":{}}},
        "enums":{},"schemas":{},"_meta":{"schemas":{},"tables":{},"columns":{}}})");
    const auto refused = project.squall({u"generate"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains(u"squall up"));
    const auto upgraded = project.squall({u"up"_s, u"--dialect=postgresql"_s, u"--out=out"_s});
    QCOMPARE(upgraded.exitCode, 0);
    QCOMPARE(upgraded.out, u"[✓] out/meta/0000_snapshot.json\nEverything's fine 🐶🔥\n"_s);
    QVERIFY(project.squall({u"generate"_s}).out.contains(u"No schema changes"));
}

void TestMigrations::drops()
{
    const Project project;
    const auto none = project.squall({u"drop"_s});
    QCOMPARE(none.exitCode, 0);
    QVERIFY(none.out.endsWith(u"[i] no migration entries found in out/meta/_journal.json\n"));
    project.generate(u"start"_s);
    for (const auto &name : {u"--name=b"_s, u"--name=c"_s})
        QCOMPARE(project.squall({u"generate"_s, u"--custom"_s, name}).exitCode, 0);
    const auto which = project.squall({u"drop"_s});
    QCOMPARE(which.exitCode, 2);
    QVERIFY(which.err.contains(u"0002_c"));
    QCOMPARE(project.squall({u"drop"_s, u"0009_x"_s}).exitCode, 1);
    const auto middle = project.squall({u"drop"_s, u"0001_b"_s});
    QCOMPARE(middle.exitCode, 0);
    QVERIFY(middle.err.contains(u"is not the last migration"));
    QVERIFY(middle.out.endsWith(u"[✓] 0001_b migration successfully dropped\n"));
    QVERIFY(project.history().problems().empty());
    QCOMPARE(project.squall({u"drop"_s, u"--out=out"_s, u"--tag"_s, u"0002_c.sql"_s}).exitCode, 0);
    QCOMPARE(project.files(), QStringList(u"0000_start.sql"_s));
    QCOMPARE(project.files(u"out/meta"_s), QStringList({u"0000_snapshot.json"_s, u"_journal.json"_s}));
}

void TestMigrations::dropsWhatIsChosen()
{
    const Project project;
    project.generate(u"start"_s);
    QCOMPARE(project.squall({u"generate"_s, u"--custom"_s, u"--name=b"_s}).exitCode, 0);
    Terminal terminal;
    QProcess process;
    project.prepare(process, {u"drop"_s});
    terminal.give(process);
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        terminal.shown().contains("Please select migration to drop:\r\n  0000_start\r\n❯ 0001_b"), patience);
    terminal.type("\r");
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(project.files(), QStringList(u"0000_start.sql"_s));
}

void TestMigrations::exportsSql()
{
    const Project project(R"(import { pgTable, integer } from 'drizzle-orm/pg-core';
export const people = pgTable('people', { userId: integer() });
)");
    const auto plain = project.squall({u"export"_s});
    QCOMPARE(plain.err, QString());
    QCOMPARE(plain.out, u"CREATE TABLE \"people\" (\n\t\"userId\" integer\n);\n\n"_s);
    project.write(u"drizzle.config.ts"_s,
                  "export default { dialect: 'postgresql', schema: './schema.ts', casing: 'snake_case' };");
    QVERIFY(project.squall({u"export"_s, u"--sql"_s}).out.contains(u"\"user_id\" integer"));
    QVERIFY(project.squall({u"export"_s, u"--dialect=postgresql"_s, u"--schema=schema.ts"_s})
                .out.contains(u"\"userId\" integer"));
    QVERIFY(project.files().isEmpty());
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
