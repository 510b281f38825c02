#include "models/project/projectmodel.h"
#include "tests/models/project/projectfolder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using State = ProjectModel::State;

namespace {

constexpr int patience = 60'000;

const QByteArray config = "import { defineConfig } from 'drizzle-kit';\n"
                          "export default defineConfig({\n"
                          "    dialect: 'postgresql',\n"
                          "    schema: './src/*.ts',\n"
                          "    dbCredentials: { url: process.env.DATABASE_URL ?? 'postgresql:///nowhere' },\n"
                          "});\n";

QByteArray schemaWith(const QByteArray &tables)
{
    return "import { integer, pgTable } from 'drizzle-orm/pg-core';\n" + tables;
}

const QByteArray users = "export const users = pgTable('users', { id: integer('id').primaryKey() });\n";

class Project : public test::ProjectFolder
{
public:
    Project()
    {
        write(u"drizzle.config.ts"_s, config);
        write(u"src/schema.ts"_s, schemaWith(users));
    }
};

drizzle::Evaluator evaluator()
{
    return {.program = QStringLiteral(SQUALL_EVALUATE), .milliseconds = patience};
}

QStringList tablesOf(const ProjectModel &model)
{
    QStringList names;
    if (model.schema()) {
        for (const auto &[key, table] : model.schema()->snapshot.tables)
            names << table.name;
    }
    return names;
}

} // namespace

class TestProjectModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qunsetenv("DATABASE_URL"); }
    void reads();
    void readsAgainWhatIsSaved();
    void keepsTheLastGoodSchema();
    void keepsWhatABrokenConfigurationSaid();
    void noticesNewFiles();
    void switchesEnvironments();
    void saysWhereThereIsNone();
    void chosenValuesComeFirst();
    void findsTheWorkingDirectoryAbove();
    void cancels();
    void endsWithTheChildRunning();
    void readsTheHistory();
    void closes();
};

void TestProjectModel::reads()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    QSignalSpy opened(&model, &ProjectModel::opened);
    QCOMPARE(model.state(), State::None);
    model.open(project.path());
    QCOMPARE(model.state(), State::Reading);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
    QCOMPARE(model.state(), State::Read);
    QCOMPARE(model.name(), u"shop"_s);
    QCOMPARE(tablesOf(model), QStringList{u"users"_s});
    QVERIFY(model.connection());
    QCOMPARE(model.connection()->database, u"nowhere"_s);
    QVERIFY(model.history());
}

void TestProjectModel::readsAgainWhatIsSaved()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    for (const auto &name : {"posts"_ba, "tags"_ba}) {
        project.write(u"src/schema.ts"_s,
                      schemaWith(users + "export const x = pgTable('" + name + "', { id: integer() });\n"));
        QTRY_COMPARE_WITH_TIMEOUT(tablesOf(model).value(1), QString::fromLatin1(name), patience);
    }
}

void TestProjectModel::keepsTheLastGoodSchema()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    const auto good = model.schema();
    project.write(u"src/schema.ts"_s,
                  schemaWith("export const users = pgTable('users', { id: integer( });\n"));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Fault, patience);
    QCOMPARE(model.schema(), good);
    QVERIFY2(model.fault().message.startsWith(u"src/schema.ts:2:"), qPrintable(model.fault().message));
    QVERIFY2(model.faultPlace().startsWith(u"schema.ts:2:"), qPrintable(model.faultPlace()));
    QVERIFY(!model.fault().hint.isEmpty());
    // The connection needs no schema.
    QVERIFY(model.connection());

    project.write(u"src/schema.ts"_s, schemaWith(users));
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    QCOMPARE(model.faultPlace(), QString());
}

void TestProjectModel::keepsWhatABrokenConfigurationSaid()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    project.write(u"drizzle.config.ts"_s, "export default { dialect: 'mysql' };");
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Fault, patience);
    QVERIFY2(model.fault().message.contains(u"mysql"), qPrintable(model.fault().message));
    QVERIFY(model.connection());
    QCOMPARE(tablesOf(model), QStringList{u"users"_s});
    project.write(u"drizzle.config.ts"_s, config);
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
}

void TestProjectModel::noticesNewFiles()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    project.write(u"src/more.ts"_s,
                  schemaWith("export const posts = pgTable('posts', { id: integer() });\n"));
    QTRY_COMPARE_WITH_TIMEOUT(tablesOf(model).size(), 2, patience);
    project.remove(u"src/more.ts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tablesOf(model).size(), 1, patience);
    project.write(u".env.test"_s, "DATABASE_URL=postgresql:///tests");
    QTRY_COMPARE_WITH_TIMEOUT(model.environments(), QStringList{u".env.test"_s}, patience);
}

void TestProjectModel::switchesEnvironments()
{
    const Project project;
    project.write(u".env"_s, "DATABASE_URL=postgresql:///dev");
    project.write(u".env.production"_s, "DATABASE_URL=postgresql://db.example.com/shop");
    ProjectModel model;
    model.setEvaluator(evaluator());
    QSignalSpy opened(&model, &ProjectModel::opened);
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
    QCOMPARE(model.environmentShown(), u".env"_s);
    QCOMPARE(model.connection()->database, u"dev"_s);

    const auto schema = model.schema();
    model.setEnvironment(u".env.production"_s);
    QCOMPARE(model.schema(), schema);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 2, patience);
    QCOMPARE(model.environmentShown(), u".env.production"_s);
    QCOMPARE(model.connection()->host, u"db.example.com"_s);

    model.setEnvironment(u".env"_s);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 3, patience);
    QCOMPARE(model.connection()->database, u"dev"_s);
}

/// drizzle-kit's way for `.env`: the process has the last word. Not against a file that somebody chose.
void TestProjectModel::chosenValuesComeFirst()
{
    const Project project;
    project.write(u".env"_s, "DATABASE_URL=postgresql:///dev");
    project.write(u".env.test"_s, "DATABASE_URL=postgresql:///tests");
    qputenv("DATABASE_URL", "postgresql:///shell");
    ProjectModel model;
    model.setEvaluator(evaluator());
    QSignalSpy opened(&model, &ProjectModel::opened);
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
    QCOMPARE(model.connection()->database, u"shell"_s);
    model.setEnvironment(u".env.test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 2, patience);
    QCOMPARE(model.connection()->database, u"tests"_s);
    qunsetenv("DATABASE_URL");
}

void TestProjectModel::saysWhereThereIsNone()
{
    const Project project;
    const test::ProjectFolder empty;
    ProjectModel model;
    model.setEvaluator(evaluator());
    QSignalSpy failed(&model, &ProjectModel::openFailed);
    model.open(empty.path());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(model.state(), State::None);
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    model.open(empty.path());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, patience);
    QCOMPARE(model.state(), State::Read);
    QCOMPARE(tablesOf(model), QStringList{u"users"_s});
}

void TestProjectModel::findsTheWorkingDirectoryAbove()
{
    const test::ProjectFolder project;
    project.write(u"packages/db/drizzle.config.ts"_s,
                  "export default { dialect: 'postgresql', schema: './packages/db/src/*.ts' };");
    project.write(u"packages/db/src/schema.ts"_s, schemaWith(users));
    ProjectModel model;
    model.setEvaluator(evaluator());
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    QCOMPARE(tablesOf(model), QStringList{u"users"_s});
    QCOMPARE(model.place().directory, QFileInfo(project.path()).canonicalFilePath());
}

void TestProjectModel::cancels()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    project.write(u"src/schema.ts"_s, "for (;;);");
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Reading, patience);
    model.cancel();
    QCOMPARE(model.state(), State::Read);
    QCOMPARE(tablesOf(model), QStringList{u"users"_s});
}

void TestProjectModel::endsWithTheChildRunning()
{
    const Project project;
    project.write(u"src/schema.ts"_s, "for (;;);");
    QElapsedTimer running;
    {
        ProjectModel model;
        model.setEvaluator(evaluator());
        model.open(project.path());
        QTest::qWait(300); // until the child is at it
        running.start();
    }
    // Long before the child would have been stopped for taking too long.
    QVERIFY(QThreadPool::globalInstance()->waitForDone(patience / 2));
    QVERIFY(running.elapsed() < patience / 2);
}

void TestProjectModel::readsTheHistory()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), State::Read, patience);
    QCOMPARE(model.history()->problems().size(), size_t(0));
    project.write(u"drizzle/0000_first.sql"_s, "create table users (id integer primary key);");
    QTRY_COMPARE_WITH_TIMEOUT(model.history()->problems().size(), size_t(1), patience);
    QCOMPARE(model.history()->problems().front().kind, drizzle::HistoryProblem::Kind::NoJournal);
}

void TestProjectModel::closes()
{
    const Project project;
    ProjectModel model;
    model.setEvaluator(evaluator());
    QSignalSpy schemas(&model, &ProjectModel::schemaChanged);
    model.open(project.path());
    QTRY_COMPARE_WITH_TIMEOUT(schemas.count(), 1, patience);
    model.close();
    QCOMPARE(schemas.count(), 2);
    QCOMPARE(model.state(), State::None);
    QVERIFY(!model.schema());
    QVERIFY(!model.connection());
}

QTEST_GUILESS_MAIN(TestProjectModel)
#include "tst_projectmodel.moc"
