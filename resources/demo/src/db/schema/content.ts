import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { bytea, createdAt, instant, tsvector, updatedAt } from "./columns";
import { notificationKind } from "./enums";
import { workouts } from "./workouts";

export const posts = pgTable(
  "posts",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: varchar("title", { length: 255 }).notNull(),
    slug: text("slug").notNull(),
    body: text("body").notNull(),
    published: boolean("published").notNull().default(false),
    publishedAt: instant("published_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    search: tsvector("search").generatedAlwaysAs(
      sql`setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)`,
    ),
  },
  (t) => [
    unique("posts_author_slug_key").on(t.authorId, t.slug),
    index("posts_author_id_idx").on(t.authorId),
    index("posts_published_at_idx").on(t.publishedAt.desc().nullsLast()).where(sql`${t.published}`),
    index("posts_search_idx").using("gin", t.search),
    check("posts_published_has_time", sql`not ${t.published} or ${t.publishedAt} is not null`),
  ],
);

export const tags = pgTable("tags", {
  id: smallint("id").primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull().unique(),
});

export const postTags = pgTable(
  "post_tags",
  {
    postId: uuid("post_id")
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    tagId: smallint("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.postId, t.tagId] }), index("post_tags_tag_id_idx").on(t.tagId)],
);

export const postLikes = pgTable(
  "post_likes",
  {
    postId: uuid("post_id")
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.postId, t.userId] }), index("post_likes_user_id_idx").on(t.userId)],
);

export const attachments = pgTable(
  "attachments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    postId: uuid("post_id").references(() => posts.id, { onDelete: "cascade" }),
    workoutId: bigint("workout_id", { mode: "number" }).references(() => workouts.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull().default("application/octet-stream"),
    content: bytea("content").notNull(),
    sizeBytes: integer("size_bytes").generatedAlwaysAs(sql`octet_length(content)`),
    createdAt: createdAt(),
  },
  (t) => [
    index("attachments_post_id_idx").on(t.postId),
    index("attachments_workout_id_idx").on(t.workoutId),
    check("attachments_one_owner", sql`num_nonnulls(${t.postId}, ${t.workoutId}) = 1`),
  ],
);

export const notifications = pgTable(
  "notifications",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: notificationKind("kind").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
    readAt: instant("read_at"),
  },
  (t) => [index("notifications_unread_idx").on(t.userId, t.createdAt.desc()).where(sql`${t.readAt} is null`)],
);
