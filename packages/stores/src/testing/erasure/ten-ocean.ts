import { userRegistered } from "@org/events/ten-ocean";
import { postgresDeadLetters } from "../../dead-letters/postgres.ts";
import { postgresSessions } from "../../sessions/postgres.ts";
import { tenOceanSubject } from "../../sessions/subject.ts";
import { tenOceanStores } from "../../ten-ocean/postgres.ts";
import type { ErasedProduct } from "./contract.ts";
import { platformRows } from "./platform.ts";
import type { Rows, RowsOwner } from "./rows.ts";
import { tenOceanDecisions } from "./ten-ocean-columns.ts";

const at = "2026-11-01T10:00:00Z";
const inAYear = "2099-11-01T10:00:00Z";
const admin = "admin_1";
const by = { publishedBy: admin };

const event = { title: "Party", description: "", location: "Roof", created_by: admin, status: "scheduled" };
const kept = { revision: 0, created_at: at, updated_at: at };

const common: Rows = [
  ["ten_ocean.units", { unit_id: "unit_4B", label: "4B", floor: 4 }],
  ["ten_ocean.admins", { admin_id: admin, name: "Ann", email: "ann@example.com", role: "admin" }],
  ["ten_ocean.community_events", { event_id: "evt_past", ...event, starts_at: at, ...kept }],
  ["ten_ocean.community_events", { event_id: "evt_next", ...event, starts_at: inAYear, ...kept }],
  ["ten_ocean.community_event_changes", { event_id: "evt_next", revision: 1, before: by, after: by }],
  [
    "ten_ocean.announcements",
    {
      announcement_id: "ann_1",
      title: "Water",
      body: "Off.",
      published_by: admin,
      published_at: at,
      urgent: false,
    },
  ],
  ["ten_ocean.digests", { period: "weekly", since: at, until: inAYear, begun_at: at }],
];

function profileOf({ userId, tag, words }: RowsOwner): Rows {
  const names = { first_name: words("first"), last_name: words("last") };
  const email = `${words("email")}@example.com`;
  const standing = { unit_id: "unit_4B", status: "verified", standing: "resident", registered_at: at };
  const decided = { opened_at: at, decided_at: at, decided_by: admin, reason: words("reason") };
  const tokens = { old_token: words("old-token"), new_token: words("new-token"), expires_at: inAYear };
  const ways = { by_email: true, by_push: true, timing: "immediate" };
  return [
    ["ten_ocean.residents", { user_id: userId, email, ...names, phone: words("phone"), ...standing }],
    [
      "ten_ocean.verifications",
      {
        user_id: userId,
        round: 1,
        purpose: "registration",
        unit_id: "unit_4B",
        status: "rejected",
        ...decided,
      },
    ],
    [
      "ten_ocean.registrations",
      { user_id: userId, email, ...names, token: words("token"), requested_at: at, expires_at: inAYear },
    ],
    [
      "ten_ocean.email_changes",
      { user_id: userId, change_id: words("change"), new_email: words("new-email"), ...tokens },
    ],
    ["ten_ocean.preferences", { user_id: userId, digest: "daily", quiet_from: "22:00", quiet_to: "07:00" }],
    ["ten_ocean.preference_kinds", { user_id: userId, kind: "forum", ...ways }],
    ["ten_ocean.unsubscribe_tokens", { user_id: userId, token: words(`token-${tag}`) }],
  ];
}

function listsOf({ userId, tag, words }: RowsOwner): Rows {
  const told = { kind: "forum", by_email: true, by_push: false, held_for_digest: false, created_at: at };
  const own = { user_id: userId, resident_id: userId, title: words("title"), body: words("body") };
  const asked = { user_id: admin, title: words("asked"), body: words("says"), path: "/ten-ocean/admin" };
  const named = `${words("first")} ${words("last")}`;
  return [
    [
      "ten_ocean.notifications",
      { notification_id: `welcome:${userId}`, ...own, path: `/ten-ocean/residents/${userId}`, ...told },
    ],
    [
      "ten_ocean.notifications",
      { ...asked, notification_id: `verification-request:${userId}:1`, ...told, kind: "verification" },
    ],
    [
      "ten_ocean.notifications",
      { ...asked, notification_id: `forum-replies:topic_${tag}:post_${tag}.0:${admin}`, ...told },
    ],
    [
      "ten_ocean.notifications",
      {
        ...told,
        user_id: admin,
        notification_id: `verification-request:user_${tag}:1`,
        title: `${named} is a neighbor`,
        body: `Lives there: ${named}, Ben.`,
        path: "/ten-ocean/admin",
      },
    ],
  ];
}

function forumOf({ userId, tag, words }: RowsOwner): Rows {
  const topicId = `topic_${tag}`;
  const post = { topic_id: topicId, created_at: at, opening: false };
  const wrote = { ...post, user_id: userId, body: words("post"), mentions: [], ever_mentioned: [] };
  const mentions = [userId];
  const removed = { deleted_at: at, deleted_by: admin, deletion_reason: words("deletion") };
  return [
    [
      "ten_ocean.topics",
      { topic_id: topicId, title: words("topic"), user_id: userId, created_at: at, last_post_at: at },
    ],
    ["ten_ocean.posts", { ...wrote, post_id: `post_${tag}` }],
    ["ten_ocean.posts", { ...wrote, post_id: `removed_${tag}`, ...removed }],
    ["ten_ocean.posts", { ...wrote, post_id: `own_${tag}`, deleted_at: at, deleted_by: userId }],
    [
      "ten_ocean.posts",
      {
        ...post,
        post_id: `about_${tag}`,
        user_id: "user_another",
        body: `@[${userId}] knows.`,
        mentions,
        ever_mentioned: mentions,
      },
    ],
    ["ten_ocean.topic_choices", { topic_id: topicId, user_id: userId, choice: "following" }],
    ["ten_ocean.topic_readings", { topic_id: topicId, user_id: userId, position: 1 }],
    [
      "ten_ocean.post_tellings",
      { post_id: `about_${tag}`, user_id: userId, topic_id: topicId, told_in: `about_${tag}.0` },
    ],
    ["ten_ocean.telling_windows", { topic_id: topicId, user_id: userId, opened_by: `about_${tag}.0` }],
  ];
}

function repairsOf({ userId, tag, words }: RowsOwner): Rows {
  const request = {
    request_id: `req_${tag}`,
    user_id: userId,
    area: words("area"),
    category: "plumbing",
    priority: "high",
    description: words("description"),
    status: "resolved",
    assignee_id: userId,
    created_at: at,
    resolved_at: at,
    resolved_by: userId,
    resolution: words("resolution"),
  };
  const entry = { request_id: request.request_id, at };
  return [
    ["ten_ocean.maintenance_requests", request],
    [
      "ten_ocean.maintenance_entries",
      { ...entry, entry_id: `entry_${tag}1`, kind: "commented", by: userId, text: words("comment") },
    ],
    [
      "ten_ocean.maintenance_entries",
      {
        ...entry,
        entry_id: `entry_${tag}2`,
        kind: "assigned",
        by: admin,
        assignee_id: userId,
        text: words("answer"),
      },
    ],
  ];
}

function answersOf({ userId }: RowsOwner): Rows {
  const answer = { user_id: userId, answered_at: at, revision: 1 };
  const seats = { response: "going", seats: 2, seated: true };
  return [
    ["ten_ocean.rsvps", { event_id: "evt_past", ...answer, ...seats, position: 1 }],
    ["ten_ocean.rsvps", { event_id: "evt_next", ...answer, ...seats, position: 2 }],
  ];
}

export const erasedTenOcean: ErasedProduct = {
  name: "ten-ocean",
  schema: "ten_ocean",
  where: "packages/stores/src/testing/erasure/ten-ocean-columns.ts and ten-ocean.ts",
  decisions: tenOceanDecisions,
  common,
  rowsOf: (owner) => [
    ...profileOf(owner),
    ...listsOf(owner),
    ...forumOf(owner),
    ...repairsOf(owner),
    ...answersOf(owner),
    ...platformRows({
      owner,
      app: "ten-ocean-tenant-assc",
      subject: tenOceanSubject(owner.userId),
      recipient: "resident",
      event: {
        name: userRegistered.event,
        data: { userId: owner.userId, firstName: owner.words("event") },
      },
    }),
  ],
  async erase(pool, userId) {
    const { rsvps, residents } = tenOceanStores(pool);
    await rsvps.withdraw({ userId, from: "2026-11-02T00:00:00Z" }, { emit: [] });
    const { theirs } = await residents.remove(userId);
    await postgresSessions(pool).closeAllOf(tenOceanSubject(userId));
    await postgresDeadLetters(pool).forget(userId, { app: "ten-ocean-tenant-assc", theirs });
  },
};
