import { sql } from "drizzle-orm";
import { bigint, check, index, primaryKey, text } from "drizzle-orm/pg-core";
import { residents, tenOcean } from "./ten-ocean.ts";
import { posts, topics } from "./ten-ocean-community.ts";

const topicId = () =>
  text("topic_id")
    .notNull()
    .references(() => topics.topicId);
const residentId = () =>
  text("user_id")
    .notNull()
    .references(() => residents.userId, { onDelete: "cascade" });

/** What residents chose for a topic; whoever wrote in one follows it without a row. */
export const topicChoices = tenOcean.table(
  "topic_choices",
  { topicId: topicId(), userId: residentId(), choice: text().$type<"following" | "muted">().notNull() },
  (table) => [
    primaryKey({ columns: [table.topicId, table.userId] }),
    check("topic_choices_choice", sql`${table.choice} in ('following', 'muted')`),
  ],
);

/** Up to which post a resident has read a topic. */
export const topicReadings = tenOcean.table(
  "topic_readings",
  { topicId: topicId(), userId: residentId(), position: bigint({ mode: "number" }).notNull() },
  (table) => [primaryKey({ columns: [table.topicId, table.userId] })],
);

/** Who is to hear of a post, and in which message they did; without one they still wait for it. */
export const postTellings = tenOcean.table(
  "post_tellings",
  {
    postId: text("post_id")
      .notNull()
      .references(() => posts.postId),
    userId: residentId(),
    topicId: topicId(),
    toldIn: text("told_in"),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index("post_tellings_waiting").on(table.topicId, table.userId).where(sql`told_in is null`),
    index("post_tellings_by_message").on(table.toldIn),
  ],
);

/** While there is a row, its resident was told of the topic a moment ago and hears no more of it. */
export const tellingWindows = tenOcean.table(
  "telling_windows",
  { topicId: topicId(), userId: residentId(), openedBy: text("opened_by").notNull() },
  (table) => [
    primaryKey({ columns: [table.topicId, table.userId] }),
    index("telling_windows_by_opener").on(table.openedBy),
  ],
);
