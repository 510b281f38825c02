import { pgSequence } from "drizzle-orm/pg-core";

export const s = pgSequence("s", { maxValue: 20, cycle: false });
