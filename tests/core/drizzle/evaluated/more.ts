import { index, pgTable, text, vector } from 'drizzle-orm/pg-core';

export const zMore = pgTable('zmore', { a: text() });
export const aMore = pgTable('more', { v: vector({ dimensions: 3 }) }, (t) => [
  index().using('hnsw', t.v.op('vector_l2_ops')),
]);
