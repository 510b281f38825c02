#include "core/drizzle/hints.h"
#include "core/drizzle/history.h"
#include "core/drizzle/renamewords.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

using About = RenameQuestion::About;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Table tableOf(const QString &name, const QStringList &columns = {u"id"_s}, const QString &schema = {})
{
    Table table{.name = name, .schema = schema};
    for (const auto &column : columns)
        table.columns.set(column, {.name = column, .type = u"text"_s});
    return table;
}

Snapshot withTables(const std::vector<Table> &tables)
{
    auto snapshot = emptySnapshot();
    for (const auto &table : tables)
        snapshot.tables.set((table.schema.isEmpty() ? u"public"_s : table.schema) + u'.' + table.name, table);
    return snapshot;
}

/// Asks, and answers each question with the candidate of that number; -1 creates.
struct Asked
{
    QStringList questions;
    diff::Renames renames;
};

Asked askAll(const Snapshot &from, const Snapshot &to, QList<int> answers)
{
    Asked asked;
    const auto renames = askRenames(from, to, [&](const RenameQuestion &question) -> Result<RenameAnswer> {
        asked.questions << questionText(question) + u' ' + optionTitles(question).join(u" | "_s);
        const int answer = answers.isEmpty() ? -1 : answers.takeFirst();
        return answer < 0 ? RenameAnswer() : RenameAnswer(std::size_t(answer));
    });
    if (renames)
        asked.renames = *renames;
    return asked;
}

} // namespace

class TestRenameQuestions : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedPrompt_data();
    void everyRecordedPrompt();
    void everyRecordedHint_data();
    void everyRecordedHint();
    void nothingIsAskedWhenOneListIsEmpty();
    void columnsOfATableThatMoved();
    void whatIsInARenamedSchemaGoesWithIt();
    void candidatesAreUsedUp();
    void viewsThatChangeTheirKindAreMadeAnew();
    void linkedPolicies();
    void anErrorEndsTheAsking();
    void hintsThatCannotBeRead_data();
    void hintsThatCannotBeRead();
    void hintsThatFitNothing();
    void openQuestionsAsJson();

private:
    static void addSteps();
};

namespace {

/// A recorded step that asked something, and the snapshots around it.
struct Step
{
    QJsonArray prompts;
    QByteArray hints;
    Snapshot from;
    Snapshot to;
};

std::optional<Step> readStep(const QString &folder, const QString &version)
{
    const auto status = QJsonDocument::fromJson(contents(folder + u"/expected/status.json"_s));
    const auto hints = QJsonDocument::fromJson(contents(folder + u"/answers.json"_s));
    const auto history = History::read(folder + u"/expected/drizzle"_s);
    auto from = emptySnapshot();
    std::size_t made = 0;
    for (const auto &each : status[u"steps"_s].toArray()) {
        if (!each[u"tag"_s].isString())
            continue;
        const auto to = *history->snapshots().at(made++).snapshot;
        if (each[u"v"_s].toString() == version)
            return Step{each[u"prompts"_s].toArray(),
                        QJsonDocument(hints[version].toArray()).toJson(QJsonDocument::Compact), from, to};
        from = to;
    }
    return std::nullopt;
}

} // namespace

Q_DECLARE_METATYPE(Step)

void TestRenameQuestions::addSteps()
{
    QTest::addColumn<Step>("step");
    const QDir cases(QStringLiteral(SQUALL_CONFORMANCE));
    for (const auto &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const auto folder = cases.filePath(name);
        const auto status = QJsonDocument::fromJson(contents(folder + u"/expected/status.json"_s));
        for (const auto &each : status[u"steps"_s].toArray()) {
            const auto version = each[u"v"_s].toString();
            if (const auto step = readStep(folder, version))
                QTest::newRow(qPrintable(name + u' ' + version)) << *step;
        }
    }
}

void TestRenameQuestions::everyRecordedPrompt_data()
{
    addSteps();
}

void TestRenameQuestions::everyRecordedPrompt()
{
    QFETCH(const Step, step);
    QJsonArray asked;
    const auto renames =
        askRenames(step.from, step.to, [&](const RenameQuestion &question) -> Result<RenameAnswer> {
            const int chosen = step.prompts.at(asked.size())[u"chosen"_s].toInt();
            asked.append(QJsonObject{{u"question"_s, questionText(question)},
                                     {u"options"_s, QJsonArray::fromStringList(optionTitles(question))},
                                     {u"chosen"_s, chosen}});
            return chosen > 0 ? RenameAnswer(std::size_t(chosen - 1)) : RenameAnswer();
        });
    QVERIFY(renames.ok());
    QCOMPARE(asked, step.prompts);
}

void TestRenameQuestions::everyRecordedHint_data()
{
    addSteps();
}

void TestRenameQuestions::everyRecordedHint()
{
    QFETCH(const Step, step);
    auto hints = Hints::read(step.hints);
    QVERIFY(hints.ok());
    int at = 0;
    const auto renames =
        askRenames(step.from, step.to, [&](const RenameQuestion &question) -> Result<RenameAnswer> {
            const auto answer = hints->answer(question);
            if (!answer)
                return answer.error();
            const auto chosen = (*answer).value_or(RenameAnswer());
            const int recorded = step.prompts.at(at++)[u"chosen"_s].toInt();
            if (recorded != (chosen ? int(*chosen) + 1 : 0))
                return Error{.message = questionText(question)};
            return chosen;
        });
    QVERIFY2(renames.ok(), renames ? "" : qPrintable(renames.error().message));
    QCOMPARE(hints->unused(), QStringList());
}

void TestRenameQuestions::nothingIsAskedWhenOneListIsEmpty()
{
    const auto before = withTables({tableOf(u"a"_s), tableOf(u"b"_s)});
    const auto after = withTables({tableOf(u"a"_s)});
    QCOMPARE(askAll(before, after, {}).questions, QStringList());
    QCOMPARE(askAll(after, before, {}).questions, QStringList());
}

void TestRenameQuestions::columnsOfATableThatMoved()
{
    const auto before = withTables({tableOf(u"people"_s, {u"id"_s, u"title"_s})});
    auto after = withTables({tableOf(u"persons"_s, {u"id"_s, u"name"_s}, u"app"_s)});
    after.schemas.set(u"app"_s, u"app"_s);
    const auto asked = askAll(before, after, {0, 0});
    QCOMPARE(
        asked.questions,
        QStringList({u"Is app.persons table created or renamed from another table? app.persons | people › "
                     "app.persons"_s,
                     u"Is name column in persons table created or renamed from another column? name | title "
                     "› name"_s}));
    const diff::Renames expected{
        {{Kind::Table, u"public"_s, u"people"_s}, {Kind::Table, u"app"_s, u"persons"_s}},
        {{Kind::Column, u"public"_s, u"people"_s, u"title"_s},
         {Kind::Column, u"app"_s, u"persons"_s, u"name"_s}},
    };
    QCOMPARE(asked.renames, expected);
}

void TestRenameQuestions::whatIsInARenamedSchemaGoesWithIt()
{
    auto before =
        withTables({tableOf(u"a"_s, {u"id"_s, u"x"_s}, u"crm"_s), tableOf(u"b"_s, {u"id"_s}, u"crm"_s)});
    before.schemas.set(u"crm"_s, u"crm"_s);
    before.views.set(u"crm.v"_s, {.name = u"v"_s, .schema = u"crm"_s});
    before.views.set(u"crm.w"_s, {.name = u"w"_s, .schema = u"crm"_s});
    auto after =
        withTables({tableOf(u"a"_s, {u"id"_s, u"y"_s}, u"sales"_s), tableOf(u"c"_s, {u"id"_s}, u"sales"_s)});
    after.schemas.set(u"sales"_s, u"sales"_s);
    after.views.set(u"sales.v"_s, {.name = u"v"_s, .schema = u"sales"_s});
    after.views.set(u"sales.x"_s, {.name = u"x"_s, .schema = u"sales"_s});
    const auto asked = askAll(before, after, {0, 0, 0, 0});
    QCOMPARE(asked.questions.size(), 4);
    QCOMPARE(asked.questions[3],
             u"Is sales.x view created or renamed from another view? sales.x | crm.w › sales.x"_s);
    QCOMPARE(asked.questions[1],
             u"Is sales.c table created or renamed from another table? sales.c | sales.b › sales.c"_s);
    const diff::Renames expected{
        {{Kind::Schema, {}, u"crm"_s}, {Kind::Schema, {}, u"sales"_s}},
        {{Kind::Table, u"crm"_s, u"b"_s}, {Kind::Table, u"sales"_s, u"c"_s}},
        {{Kind::Column, u"crm"_s, u"a"_s, u"x"_s}, {Kind::Column, u"sales"_s, u"a"_s, u"y"_s}},
        {{Kind::View, u"crm"_s, u"w"_s}, {Kind::View, u"sales"_s, u"x"_s}},
    };
    QCOMPARE(asked.renames, expected);
    // Created instead, nothing is in the new schema that was in the old one.
    QCOMPARE(askAll(before, after, {-1, 0}).questions.value(1),
             u"Is sales.a table created or renamed from another table? sales.a | crm.a › sales.a | crm.b › "
             "sales.a"_s);
}

void TestRenameQuestions::candidatesAreUsedUp()
{
    const auto before = withTables({tableOf(u"a"_s), tableOf(u"b"_s)});
    const auto after = withTables({tableOf(u"c"_s), tableOf(u"d"_s), tableOf(u"e"_s)});
    const auto asked = askAll(before, after, {1, 0, 0});
    QCOMPARE(asked.questions,
             QStringList({u"Is c table created or renamed from another table? c | a › c | b › c"_s,
                          u"Is d table created or renamed from another table? d | a › d"_s}));
    QCOMPARE(asked.renames.value({Kind::Table, u"public"_s, u"b"_s}).name, u"c"_s);
    QCOMPARE(asked.renames.value({Kind::Table, u"public"_s, u"a"_s}).name, u"d"_s);
}

void TestRenameQuestions::viewsThatChangeTheirKindAreMadeAnew()
{
    auto before = emptySnapshot();
    before.views.set(u"public.v"_s, {.name = u"v"_s, .schema = u"public"_s});
    auto after = emptySnapshot();
    after.views.set(u"public.w"_s, {.name = u"w"_s, .schema = u"public"_s, .materialized = true});
    const auto asked = askAll(before, after, {0});
    QCOMPARE(asked.questions.size(), 1);
    QVERIFY(asked.renames.isEmpty());
}

void TestRenameQuestions::linkedPolicies()
{
    auto before = emptySnapshot();
    before.policies.set(u"p"_s, {.name = u"p"_s, .on = u"\"auth\".\"us\"\"ers\""_s});
    auto after = emptySnapshot();
    after.policies.set(u"q"_s, {.name = u"q"_s, .on = u"\"auth\".\"us\"\"ers\""_s});
    const auto asked = askAll(before, after, {0});
    QCOMPARE(asked.questions,
             QStringList(u"Is q policy created or renamed from another policy? q | p › q"_s));
    const ObjectId old{Kind::Policy, u"auth"_s, u"us\"ers"_s, u"p"_s};
    QCOMPARE(asked.renames.value(old), (ObjectId{Kind::Policy, u"auth"_s, u"us\"ers"_s, u"q"_s}));
    after.policies.find(u"q"_s)->on = u"\"auth\".\"others\""_s;
    QVERIFY(askAll(before, after, {0}).renames.isEmpty());
}

void TestRenameQuestions::anErrorEndsTheAsking()
{
    int asked = 0;
    const auto renames =
        askRenames(withTables({tableOf(u"a"_s)}), withTables({tableOf(u"b"_s), tableOf(u"c"_s)}),
                   [&](const RenameQuestion &) -> Result<RenameAnswer> {
                       ++asked;
                       return Error{.code = Error::Code::Cancelled, .message = u"no"_s};
                   });
    QVERIFY(!renames.ok());
    QCOMPARE(asked, 1);
}

void TestRenameQuestions::hintsThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("no JSON") << QByteArray("[{]") << QString();
    QTest::newRow("no list") << QByteArray("{}") << u"$: "_s;
    QTest::newRow("no object") << QByteArray("[1]") << u"$[0]: "_s;
    QTest::newRow("no type") << QByteArray("[{}]") << u"$[0]: "_s;
    QTest::newRow("another type") << QByteArray(R"([{"type":"drop"}])") << u"$[0].type: "_s;
    QTest::newRow("another kind") << QByteArray(R"([{"type":"create","kind":"trigger"}])")
                                  << u"$[0].kind: "_s;
    QTest::newRow("no entity") << QByteArray(R"([{"type":"create","kind":"table"}])") << u"$[0]: "_s;
    QTest::newRow("too few names") << QByteArray(R"([{"type":"create","kind":"table","entity":["a"]}])")
                                   << u"$[0].entity: "_s;
    QTest::newRow("no name") << QByteArray(R"([{"type":"create","kind":"role","entity":[1]}])")
                             << u"$[0].entity: "_s;
    QTest::newRow("a key too many") << QByteArray(
                                           R"([{"type":"create","kind":"role","entity":["a"],"to":["b"]}])")
                                    << u"$[0].to: "_s;
    QTest::newRow("a later one")
        << QByteArray(
               R"([{"type":"create","kind":"role","entity":["a"]},{"type":"rename","kind":"role","to":["b"]}])")
        << u"$[1]: "_s;
}

void TestRenameQuestions::hintsThatCannotBeRead()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, place);
    const auto hints = Hints::read(json);
    QVERIFY(!hints.ok());
    QVERIFY2(hints.error().message.startsWith(place), qPrintable(hints.error().message));
    QVERIFY(hints.error().position > 0);
}

void TestRenameQuestions::hintsThatFitNothing()
{
    auto hints = *Hints::read(R"([{"type":"rename","kind":"table","from":["public","x"],"to":["","b"]},
                                  {"type":"create","kind":"table","entity":["public","z"]}])");
    const RenameQuestion question{About::Table,
                                  {{Kind::Table, u"public"_s, u"b"_s}, u"b"_s},
                                  {{{Kind::Table, u"public"_s, u"a"_s}, u"a"_s}}};
    const auto answer = hints.answer(question);
    QVERIFY(!answer.ok());
    QVERIFY(answer.error().message.startsWith(u"$[0].from"));
    QVERIFY(answer.error().hint.contains(u"a"));
    RenameQuestion column{About::Column,
                          {{Kind::Column, u"public"_s, u"renamed"_s, u"new"_s}, u"new"_s},
                          {{{Kind::Column, u"public"_s, u"table"_s, u"x"_s}, u"x"_s}}};
    auto more = *Hints::read(R"([{"type":"rename","kind":"column","from":["public","other","x"],
                                  "to":["public","renamed","new"]}])");
    QVERIFY(!more.answer(column).ok());
    QCOMPARE(hints.unused().size(), 1);
    QVERIFY(hints.unused().front().startsWith(u"$[1]"));
}

void TestRenameQuestions::openQuestionsAsJson()
{
    QByteArray text;
    {
        JsonWriter writer([&](const QByteArray &piece) { text += piece; });
        writeMissingHints({{About::Column,
                            {{Kind::Column, u"public"_s, u"t"_s, u"new"_s}, u"new"_s},
                            {{{Kind::Column, u"public"_s, u"t"_s, u"old"_s}, u"old"_s}}}},
                          writer);
    }
    const auto expected = QJsonDocument::fromJson(R"({"status":"missing_hints","unresolved":[
        {"type":"rename_or_create","kind":"column","entity":["public","t","new"],
         "candidates":[["public","t","old"]]}]})");
    QCOMPARE(QJsonDocument::fromJson(text), expected);
}

QTEST_GUILESS_MAIN(TestRenameQuestions)
#include "tst_renamequestions.moc"
