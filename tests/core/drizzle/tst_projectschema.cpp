#include "tests/core/drizzle/evaluatedproject.h"

#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

const QByteArray tables = R"(import { relations } from 'drizzle-orm';
import { pgEnum, pgSchema, pgTable, pgView, bigint, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const mood = pgEnum('mood', ['calm', 'stormy']);
export const users = pgTable('users', {
  id: uuid('id').primaryKey().$defaultFn(() => crypto.randomUUID()),
  fullName: text('full_name', { enum: ['Ann', 'Bob'] }).notNull(),
  tags: text().array(),
  size: bigint({ mode: 'bigint' }),
  seen: timestamp().$onUpdate(() => new Date()),
  more: jsonb(),
  mood: mood(),
  invitedBy: uuid('invited_by'),
});
const blog = pgSchema('blog');
export { blog };
export
const posts = blog.table('posts', { id: integer().primaryKey(), author: uuid().notNull(), editor: uuid() });
export const names = pgView('names').as((qb) => qb.select({ label: users.fullName }).from(users));
)";

QString said(const Result<ProjectSchema> &result)
{
    return result ? QString() : result.error().message;
}

/// `one users(invited_by) -> users(id)`
QString shown(const Relation &relation)
{
    const auto side = [](const RelationSide &each) {
        return each.table + u'(' + each.columns.join(u',') + u')';
    };
    auto text = relation.kind == Relation::Kind::One ? u"one "_s : u"many "_s;
    text += relation.key + u": "_s + side(relation.from) + u" -> "_s + side(relation.to);
    if (relation.through)
        text += u" through %1(%2 | %3)"_s.arg(relation.through->table, relation.through->from.join(u','),
                                              relation.through->to.join(u','));
    return text + (relation.optional ? u" optional"_s : QString());
}

QStringList shown(const std::vector<Relation> &relations)
{
    QStringList all;
    for (const auto &each : relations)
        all += shown(each);
    return all;
}

} // namespace

/// What a project's files say beside the snapshot: names in the program, what values are to it, and
/// relations.
class TestProjectSchema : public QObject
{
    Q_OBJECT

private slots:
    void names();
    void places();
    void columns();
    void casing();
    void relations();
    void relationsWithFaults();
    void definedRelations();
};

void TestProjectSchema::names()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, tables);
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    QCOMPARE(result->tables.find(u"public.users"_s)->name, u"users"_s);
    QCOMPARE(result->tables.find(u"blog.posts"_s)->name, u"posts"_s);
    QCOMPARE(result->enums.find(u"public.mood"_s)->name, u"mood"_s);
    const auto *view = result->views.find(u"public.names"_s);
    QVERIFY(view);
    QCOMPARE(view->name, u"names"_s);
    QCOMPARE(view->columns.find(u"full_name"_s)->key, u"label"_s);
    QVERIFY(result->filesRead.contains(QFileInfo(project.pathOf(u"schema.ts"_s)).canonicalFilePath()));
}

/// Where a table is declared, not where it is passed on.
void TestProjectSchema::places()
{
    EvaluatedProject project;
    project.write(u"tables.ts"_s, tables);
    project.write(u"made.ts"_s, "import { pgTable, text } from 'drizzle-orm/pg-core';\n"
                                "const make = (name: string) => pgTable(name, { a: text() });\n"
                                "export const { first } = { first: make('first') };\n"
                                "export default make('second');\n");
    project.write(u"schema.ts"_s, "export { users as people } from './tables';\nexport * from './made';\n"
                                  "export { default as second } from './made';\n");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    const auto real = [&](const QString &name) {
        return QFileInfo(project.pathOf(name)).canonicalFilePath();
    };
    const auto *users = result->tables.find(u"public.users"_s);
    QCOMPARE(users->name, u"people"_s);
    QCOMPARE(users->place, (SourcePlace{.file = real(u"tables.ts"_s), .line = 5}));
    QCOMPARE(result->tables.find(u"public.second"_s)->place,
             (SourcePlace{.file = real(u"made.ts"_s), .line = 4}));
    const auto *first = result->tables.find(u"public.first"_s);
    QCOMPARE(first->name, u"first"_s);
    QCOMPARE(first->place.line, 0);
}

void TestProjectSchema::columns()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, tables);
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    const auto &columns = result->tables.find(u"public.users"_s)->columns;
    QCOMPARE(*columns.find(u"id"_s),
             (DeclaredColumn{.key = u"id"_s, .value = ValueKind::String, .defaultByApp = true}));
    QCOMPARE(
        *columns.find(u"full_name"_s),
        (DeclaredColumn{.key = u"fullName"_s, .value = ValueKind::String, .values = {u"Ann"_s, u"Bob"_s}}));
    QCOMPARE(*columns.find(u"tags"_s), (DeclaredColumn{.key = u"tags"_s, .value = ValueKind::String}));
    QCOMPARE(*columns.find(u"size"_s), (DeclaredColumn{.key = u"size"_s, .value = ValueKind::BigInt}));
    QCOMPARE(*columns.find(u"seen"_s),
             (DeclaredColumn{.key = u"seen"_s, .value = ValueKind::Date, .updatedByApp = true}));
    QCOMPARE(*columns.find(u"more"_s), (DeclaredColumn{.key = u"more"_s, .value = ValueKind::Json}));
    QVERIFY(columns.find(u"mood"_s)->values.isEmpty()); // the enum has them
}

/// The keys are the program's, whatever the columns are called in the database.
void TestProjectSchema::casing()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, R"(import { pgTable, text } from 'drizzle-orm/pg-core';
import { relations } from 'drizzle-orm';
export const users = pgTable('users', { fullName: text().primaryKey(), bestFriend: text() });
export const r = relations(users, ({ one }) => ({
  friend: one(users, { fields: [users.bestFriend], references: [users.fullName] }) }));
)");
    ProjectFiles files(project.pathOf(u"."_s));
    const auto result =
        evaluateSchema({.entries = {project.pathOf(u"schema.ts"_s)}, .casing = u"snake_case"_s}, files,
                       {.program = QStringLiteral(SQUALL_EVALUATE), .cached = false});
    QVERIFY2(result, qPrintable(said(result)));
    QCOMPARE(result->tables.find(u"public.users"_s)->columns.find(u"full_name"_s)->key, u"fullName"_s);
    QCOMPARE(shown(result->relations),
             QStringList{u"one friend: public.users(best_friend) -> public.users(full_name) optional"_s});
}

void TestProjectSchema::relations()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, tables + R"(
export const ofUsers = relations(users, ({ one, many }) => ({
  written: many(posts, { relationName: 'author' }),
  edited: many(posts, { relationName: 'editor' }),
  invitedBy: one(users, { fields: [users.invitedBy], references: [users.id] }),
}));
export const ofPosts = relations(posts, ({ one }) => ({
  author: one(users, { fields: [posts.author], references: [users.id], relationName: 'author' }),
  editor: one(users, { fields: [posts.editor], references: [users.id], relationName: 'editor' }),
}));
)");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    const QStringList expected{
        u"one author: blog.posts(author) -> public.users(id)"_s,
        u"one editor: blog.posts(editor) -> public.users(id) optional"_s,
        u"many written: public.users(id) -> blog.posts(author)"_s,
        u"many edited: public.users(id) -> blog.posts(editor)"_s,
        u"one invitedBy: public.users(invited_by) -> public.users(id) optional"_s,
    };
    QCOMPARE(shown(result->relations), expected);
    QCOMPARE(result->relations[0].name, u"author"_s);
    QCOMPARE(result->relations[0].place.line, 26);
    for (const auto &each : result->relations)
        QVERIFY2(sentence(each).isEmpty(), qPrintable(sentence(each)));
}

/// drizzle-kit does not look at them, so they keep nobody from a migration; but it is said.
void TestProjectSchema::relationsWithFaults()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, tables + R"(
export const a = relations(users, ({ one, many }) => ({
  written: many(posts),
  nowhere: many(users, { relationName: 'nobody' }),
  uneven: one(posts, { fields: [users.id, users.fullName], references: [posts.author] }),
}));
export const b = relations(posts, ({ one }) => ({
  author: one(users, { fields: [posts.author], references: [users.id] }),
  editor: one(users, { fields: [posts.editor], references: [users.id] }),
}));
export const c = relations(posts, () => { throw new Error('not today'); });
)");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    QCOMPARE(result->snapshot.tables.size(), 2U);
    QStringList sentences;
    for (const auto &each : result->relations)
        sentences += sentence(each);
    const QStringList expected{
        u"The relation “public.users.written” fits more than one of blog.posts: name both sides of each"_s,
        u"The relation “public.users.nowhere” does not say its columns, and neither does public.users: give "
        u"one "
        "of them its fields and references"_s,
        u"The relation “public.users.uneven” needs as many columns on one side as on the other"_s,
        {},
        {},
        u"The relations of “blog.posts” cannot be read: not today"_s,
    };
    QCOMPARE(sentences, expected);
}

/// A drizzle-orm 1.0 in so far as its relations are made: the values that `defineRelations()` returns.
void TestProjectSchema::definedRelations()
{
    EvaluatedProject project;
    project.write(u"schema.ts"_s, tables + R"(
import * as orm from 'drizzle-orm';
const column = (value: any) => ({ _: { column: value } });
(orm as any).defineRelations ??= () => {};
export const all = {
  users: { table: users, name: 'users', relations: {
    written: { relationType: 'many', targetTable: posts, alias: 'w',
               sourceColumns: [column(users.id)], targetColumns: [column(posts.author)] },
    friends: { relationType: 'many', targetTable: users, throughTable: posts,
               sourceColumns: [column(users.id)], targetColumns: [column(users.id)],
               through: { source: [column(posts.author)], target: [column(posts.editor)] } },
  } },
  posts: { table: posts, name: 'posts', relations: {
    author: { relationType: 'one', targetTable: users, optional: false,
              sourceColumns: [column(posts.author)], targetColumns: [column(users.id)] },
  } },
};
export const again = { users: all.users };
)");
    const auto result = project.evaluate();
    QVERIFY2(result, qPrintable(said(result)));
    const QStringList expected{
        u"many written: public.users(id) -> blog.posts(author)"_s,
        u"many friends: public.users(id) -> public.users(id) through blog.posts(author | editor)"_s,
        u"one author: blog.posts(author) -> public.users(id)"_s,
    };
    QCOMPARE(shown(result->relations), expected);
}

QTEST_GUILESS_MAIN(TestProjectSchema)
#include "tst_projectschema.moc"
