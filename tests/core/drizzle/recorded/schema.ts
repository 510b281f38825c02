import { sql } from 'drizzle-orm'
import * as p from 'drizzle-orm/pg-core'

export const shop = p.pgSchema('shop')
export const mood = p.pgEnum('mood', ['low', 'it\'s ok', 'high'])
export const level = shop.enum('level', ['one', 'two'])
export const counter = p.pgSequence('counter', { startWith: 10, increment: 5, maxValue: 1000, cycle: true })
export const reader = p.pgRole('reader', { createDb: true, inherit: false })
export const people = p.pgTable('people', {
  '10': p.integer('10'),
  '2': p.integer('2'),
  id: p.integer('id').primaryKey().generatedAlwaysAsIdentity({ startWith: 7, cache: 3 }),
  name: p.varchar('name', { length: 40 }).notNull().default('ünnamed "x" \\ \n end').unique(),
  mood: mood('mood').default('low'),
  level: level('level').array().default([]),
  data: p.jsonb('data').default({ a: [1, 2.5, 1e21], b: null }),
  rate: p.doublePrecision('rate').default(1e-7),
  big: p.bigint('big', { mode: 'number' }).default(9007199254740991),
  flag: p.boolean('flag').default(false),
  made: p.timestamp('made', { withTimezone: true, precision: 3 }).defaultNow(),
  upper: p.text('upper').generatedAlwaysAs(sql`upper("name")`),
  bossId: p.integer('boss_id').references((): p.AnyPgColumn => people.id, { onDelete: 'set null' }),
}, t => [
  p.index('people_expr').using('btree', sql`lower(${t.name})`, t.made.desc().nullsFirst()).where(sql`${t.flag}`).with({ fillfactor: '70' }),
  p.uniqueIndex().on(t.mood, t.rate).concurrently(),
  p.index('people_ops').using('gin', t.data.op('jsonb_path_ops')),
  p.unique('people_two').on(t.mood, t.big).nullsNotDistinct(),
  p.check('people_rate', sql`${t.rate} > 0`),
  p.pgPolicy('people_read', { to: [reader, 'public'], for: 'select', using: sql`true` }),
]).enableRLS()
export const items = shop.table('items', {
  a: p.integer('a').notNull(), b: p.integer('b').notNull(), c: p.integer('c'),
}, t => [
  p.primaryKey({ columns: [t.a, t.b] }),
  p.foreignKey({ columns: [t.c], foreignColumns: [people.id] }).onUpdate('cascade'),
])
export const outside = p.pgTable('outside', { id: p.integer('id') })
export const v1 = p.pgView('v1').with({ securityInvoker: true, checkOption: 'local' }).as(qb => qb.select().from(people).where(sql`${people.flag}`))
export const m1 = shop.materializedView('m1', { n: p.text('n') }).using('heap').with({ fillfactor: 80, autovacuumEnabled: false }).tablespace('pg_default').withNoData().as(sql`select name from people`)
export const ex = p.pgView('ex', { id: p.integer('id') }).existing()
