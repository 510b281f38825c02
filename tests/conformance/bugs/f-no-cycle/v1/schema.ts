import { pgSequence } from "drizzle-orm/pg-core";

export const s = pgSequence("s", { maxValue: 10, cycle: true });
