import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./src/db/schema/*.ts",
  out: "./drizzle",
  schemaFilter: ["public", "billing"],
  // Partitioned by month, which the schema language cannot say: made by a custom migration.
  tablesFilter: ["!events", "!events_*"],
  dbCredentials: {
    url: process.env.DATABASE_URL ?? "postgresql:///coaching",
  },
  strict: true,
  verbose: true,
});
