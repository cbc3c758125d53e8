import { sql } from "drizzle-orm";
import { platformTables } from "./platform.ts";
import { byUser, type ExportedTables, exported } from "./tables.ts";

const profile = [
  exported(
    "ten_ocean.residents",
    "user_id email first_name last_name unit_id phone status standing registered_at link_generation",
    byUser,
  ),
  exported(
    "ten_ocean.verifications",
    "user_id round purpose unit_id status opened_at decided_at reason",
    byUser,
  ),
  exported(
    "ten_ocean.registrations",
    "user_id email first_name last_name unit_id requested_at expires_at",
    ({ userId, email }) => sql`(user_id = ${userId} or email = ${email})`,
  ),
  exported(
    "ten_ocean.email_changes",
    "user_id change_id new_email old_confirmed_at new_confirmed_at expires_at",
    byUser,
  ),
  exported("ten_ocean.preferences", "user_id digest quiet_from quiet_to", byUser),
  exported("ten_ocean.preference_kinds", "user_id kind by_email by_push timing", byUser),
  exported(
    "ten_ocean.notifications",
    "notification_id user_id resident_id kind title body path by_email by_push held_for_digest created_at read_at",
    byUser,
  ),
];

const forum = [
  exported("ten_ocean.topics", "topic_id title user_id created_at last_post_at", byUser),
  exported(
    "ten_ocean.posts",
    "post_id topic_id user_id body reply_to mentions ever_mentioned opening created_at edited_at deleted_at deletion_reason position",
    byUser,
  ),
  exported("ten_ocean.topic_choices", "topic_id user_id choice", byUser),
  exported("ten_ocean.topic_readings", "topic_id user_id position", byUser),
  exported("ten_ocean.post_tellings", "post_id user_id topic_id told_in", byUser),
  exported("ten_ocean.telling_windows", "topic_id user_id opened_by", byUser),
];

const house = [
  exported(
    "ten_ocean.maintenance_requests",
    "request_id number user_id unit_id area category priority description status assignee_id scheduled_for created_at resolved_at resolved_by resolution closed_at closure",
    byUser,
  ),
  exported(
    "ten_ocean.maintenance_entries",
    "entry_id request_id position at kind by status priority assignee_id scheduled_for text",
    ({ userId }) =>
      sql`("by" = ${userId} or request_id in (select request_id from ten_ocean.maintenance_requests where user_id = ${userId}))`,
  ),
  exported("ten_ocean.rsvps", "event_id user_id response seats seated answered_at revision position", byUser),
];

const link = "The secret of a link in a message: whoever has it acts for the person.";
const others = "They are somebody else's, who is given them.";
const staff = "Who of the house decided: somebody else's.";
const shared = platformTables(() => sql`recipient in ('resident', 'admin')`);

export const tenOceanExport: ExportedTables = {
  tables: [...profile, ...forum, ...house, ...shared.tables],
  leftOut: [
    { table: "ten_ocean.unsubscribe_tokens", why: link },
    { table: "ten_ocean.registrations", columns: ["token"], why: link },
    { table: "ten_ocean.email_changes", columns: ["old_token", "new_token"], why: link },
    { table: "ten_ocean.verifications", columns: ["decided_by"], why: staff },
    { table: "ten_ocean.posts", columns: ["deleted_by"], why: staff },
    { table: "ten_ocean.posts", rows: "Others' posts that mention the person.", why: others },
    {
      table: "ten_ocean.notifications",
      rows: "What others were told of the person, or of what they wrote.",
      why: others,
    },
    {
      table: "ten_ocean.maintenance_requests",
      rows: "Others' requests that the person was put in charge of.",
      why: others,
    },
    { table: "ten_ocean.removed_residents", why: "Ids of accounts that are closed; this one is open." },
    { table: "ten_ocean.admins", why: "Of those who work for the house, whom it tells." },
    ...shared.leftOut,
  ],
};
