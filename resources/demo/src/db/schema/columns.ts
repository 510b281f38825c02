import { customType, timestamp } from "drizzle-orm/pg-core";

export const bytea = customType<{ data: Uint8Array }>({
  dataType: () => "bytea",
});

export const tsvector = customType<{ data: string }>({
  dataType: () => "tsvector",
});

/** A point in time; all of them carry a zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/** Kept current by the trigger of the same name, whoever writes. */
export const updatedAt = () => instant("updated_at").notNull().defaultNow();
