import { eq, gt, sql } from 'drizzle-orm';
import {
  bigint, boolean, check, customType, date, foreignKey, index, integer, jsonb, numeric, pgEnum, pgPolicy, pgRole,
  pgSchema, pgSequence, pgTable, pgTableCreator, pgView, point, primaryKey, serial, smallint, text, timestamp, unique,
  uniqueIndex, uuid, varchar,
} from 'drizzle-orm/pg-core';

export * from './more';

export const zTable = pgTable('z', {
  id: serial().primaryKey(),
  firstName: text().notNull().unique(),
  someURL2: varchar({ length: 20 }).default("a'b\\n"),
  day: date({ mode: 'date' }).default(new Date(0)),
  exact: timestamp({ withTimezone: true, precision: 3 }).default(new Date(0)),
  plain: timestamp().default(new Date(0)),
  spelled: timestamp({ mode: 'string', precision: 2 }),
  days: date({ mode: 'date' }).array().default([new Date(0)]),
  times: timestamp().array().default([new Date(0)]),
  price: numeric({ precision: 10, scale: 2 }).default('1.5'),
  xy: point({ mode: 'xy' }).default({ x: 1, y: 2 }),
  tuple: point({ mode: 'tuple' }).default([1, 2]),
  object: jsonb().default({ a: "x'y" }),
  objects: jsonb().array().default([{ a: 1 }]),
  nothing: text().default(null as any),
  nested: text().array().array().default([['a', 'b"c'], []]),
  flags: boolean().array().default([true, false]),
}, (t) => [
  index().on(t.firstName.desc(), t.someURL2.asc().nullsFirst()),
  uniqueIndex().on(t.day),
  index('lowered').on(sql`lower(${t.firstName})`),
  index('partial').on(t.exact).where(sql`${t.firstName} is not null`),
  index('gin').using('gin', t.object.op('jsonb_path_ops')).with({ fillfactor: 70 }).concurrently(),
  unique().on(t.firstName, t.someURL2).nullsNotDistinct(),
  check('with_parameter', gt(t.id, 5)),
  check('filled', sql`${t.firstName} <> ''`),
  pgPolicy('reading', { to: ['b', 'a', role], for: 'select', using: sql`true` }),
]);

export const role = pgRole('maker', { createDb: true });
export const there = pgRole('there').existing();
export const linked = pgPolicy('linked', { as: 'restrictive', to: 'public', withCheck: sql`${zTable.id} > 1` }).link(zTable);
const hidden = pgTable('hidden', { id: integer().primaryKey() });
export const linkedOut = pgPolicy('linked_out', {}).link(hidden);

enum Letter { A = 'a', B = 'b' }
export const letter = pgEnum('letter', Letter);
export const shop = pgSchema('shop');
export const size = shop.enum('size', ['s']);

export const child = shop.table('child', {
  zId: integer().references(() => zTable.id, { onDelete: 'cascade' }),
  otherId: integer(),
  letter: letter().default(Letter.A),
  sizes: size().array().array(3),
  three: integer().generatedAlwaysAs(sql`1 + 2`),
  upper: text().generatedAlwaysAs((): any => sql`upper(${child.word})`),
  word: text('word'),
  down: smallint().generatedByDefaultAsIdentity({ increment: -2 }),
  named: bigint({ mode: 'number' }).generatedAlwaysAsIdentity({ name: 'my_seq', startWith: 5 }),
  hidden: integer().references(() => hidden.id),
}, (t) => ({
  pk: primaryKey({ columns: [t.zId, t.otherId] }),
  fk: foreignKey({ columns: [t.otherId, t.zId], foreignColumns: [zTable.id, zTable.id] }).onUpdate('set null'),
  10: index().on(t.word),
  2: index('second').on(t.word),
}));

export const countdown = pgSequence('countdown', { increment: -1, cycle: true });
export const tickets = shop.sequence('tickets', { startWith: '3', maxValue: 10, cache: 4 });

export const filtered = pgView('filtered').as((qb) =>
  qb.select({ id: zTable.id, loud: sql<string>`upper(${zTable.firstName})`.as('loud'), name: zTable.firstName })
    .from(zTable).where(eq(zTable.firstName, "it's")));
export const written = pgView('written', { a: text().notNull(), bC: integer() })
  .with({ checkOption: 'local', securityInvoker: true }).as(sql`select 1`);
export const existing = pgView('existing', { a: text() }).existing();
export const kept = shop.materializedView('kept').using('heap').with({ fillfactor: 80, autovacuumEnabled: true })
  .withNoData().as((qb) => qb.select().from(child));

export default pgTableCreator((name) => 'pre_' + name)('made', { '7': text('7'), b: text('b'), '3': text('three') }).enableRLS();
export const $d = pgTable('dollar', {
  a: uuid().defaultRandom(),
  self: integer().references((): any => $d.n),
  n: integer().unique('nn', { nulls: 'not distinct' }),
});
const citext = customType<{ data: string }>({ dataType: () => 'citext' });
export const { q: renamed } = { q: pgTable('renamed', { a: citext() }) };
