import { drizzle } from "drizzle-orm/node-postgres";
import * as events from "./events";
import * as auth from "./schema/auth";
import * as billing from "./schema/billing";
import * as coaching from "./schema/coaching";
import * as content from "./schema/content";
import * as races from "./schema/races";
import * as relations from "./schema/relations";
import * as shop from "./schema/shop";
import * as tasks from "./schema/tasks";
import * as views from "./schema/views";
import * as workouts from "./schema/workouts";

export const schema = {
  ...auth,
  ...billing,
  ...coaching,
  ...content,
  ...events,
  ...races,
  ...relations,
  ...shop,
  ...tasks,
  ...views,
  ...workouts,
};

export const connect = (url: string) => drizzle(url, { schema });
