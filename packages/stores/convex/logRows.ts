import type { Doc, Id } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { withKey } from "./deliveryRows.ts";
import { entryOf } from "./doubtRows.ts";
import { withId } from "./outboxRows.ts";
import { isoOf } from "./times.ts";

/** A row that is over, as the archive names its columns. */
export interface OldRow {
  _id: Id<Log["table"]>;
  id: string;
  /** When it was over. */
  at: number;
  columns: Record<string, unknown>;
}

/** How the rows of a log are found: those that are over and older than a time, and one by its id. */
export interface Log {
  table:
    | "analyticsEvents"
    | "deadLetters"
    | "deliveries"
    | "deliveryReports"
    | "notifications"
    | "outbox"
    | "sendLedger";
  /** Each of them is in the order of its age. */
  old(context: QueryCtx, before: number): AsyncIterable<OldRow>[];
  find(context: QueryCtx, id: string): Promise<OldRow | null>;
}

async function* rowsFrom<Row>(rows: AsyncIterable<Row>, from: (row: Row) => OldRow): AsyncIterable<OldRow> {
  for await (const row of rows) yield from(row);
}

/** A time that may be absent, as null as in Postgres. */
const timeOf = (at: number | undefined) => (at === undefined ? null : isoOf(at));

const analyticsEvent = ({
  _id,
  eventId,
  event,
  sessionId,
  properties,
  at,
}: Doc<"analyticsEvents">): OldRow => ({
  ...{ _id, id: eventId, at },
  columns: {
    eventId,
    event,
    sessionId: sessionId ?? null,
    properties: JSON.parse(properties),
    at: isoOf(at),
  },
});

/** A letter's position begins with the time of its failure. */
function deadLetter({ _id, runId, app, workflow, events, error, ...letter }: Doc<"deadLetters">): OldRow {
  const { attempts, status, position, settledAt = 0, replayOf, replayRunId } = letter;
  return {
    ...{ _id, id: runId, at: settledAt },
    columns: {
      ...{ runId, app, workflow, events: JSON.parse(events), error, attempts: attempts ?? null, status },
      failedAt: position.slice(0, "2026-01-01T00:00:00.000Z".length),
      settledAt: isoOf(settledAt),
      ...{ replayOf: replayOf ?? null, replayRunId: replayRunId ?? null },
    },
  };
}

function delivery({ _id, key, subject, workflow, recipient, channel, ...row }: Doc<"deliveries">): OldRow {
  const { status, messageId, reason, recordedAt } = row;
  return {
    ...{ _id, id: key, at: recordedAt },
    columns: {
      ...{ key, subject, workflow, recipient, channel, status },
      ...{ messageId: messageId ?? null, reason: reason ?? null, recordedAt: isoOf(recordedAt) },
    },
  };
}

const report = ({ _id, messageId, channel, state, at, receivedAt }: Doc<"deliveryReports">): OldRow => ({
  // One vendor's ids are unknown to another one.
  ...{ _id, id: `${messageId} ${channel}`, at: receivedAt },
  columns: { messageId, channel, state, at: isoOf(at), receivedAt: isoOf(receivedAt) },
});

const notification = ({
  _id,
  notificationId,
  type,
  createdAt,
  readAt = 0,
}: Doc<"notifications">): OldRow => ({
  ...{ _id, id: notificationId, at: readAt },
  columns: { notificationId, type, createdAt: isoOf(createdAt), readAt: isoOf(readAt) },
});

const event = ({ _id, id, payload, createdAt, acceptedAt = 0, attempts }: Doc<"outbox">): OldRow => ({
  ...{ _id, id, at: acceptedAt },
  columns: {
    ...{ id, payload: JSON.parse(payload), createdAt: isoOf(createdAt) },
    ...{ acceptedAt: isoOf(acceptedAt), attempts },
  },
});

function entry({
  _id,
  key,
  state,
  attempts,
  lastError,
  startedAt,
  settledAt = 0,
}: Doc<"sendLedger">): OldRow {
  return {
    ...{ _id, id: key, at: settledAt },
    columns: {
      ...{ key, state, attempts, lastError: lastError ?? null },
      ...{ startedAt: isoOf(startedAt), settledAt: timeOf(settledAt) },
    },
  };
}

const orNull = <Row>(row: Row | null, from: (row: Row) => OldRow) => row && from(row);

export const logs = {
  "analytics-events": {
    table: "analyticsEvents",
    old: ({ db }, before) => [
      rowsFrom(
        db.query("analyticsEvents").withIndex("byTime", (index) => index.lt("at", before)),
        analyticsEvent,
      ),
    ],
    find: async ({ db }, id) =>
      orNull(
        await db
          .query("analyticsEvents")
          .withIndex("byEvent", (index) => index.eq("eventId", id))
          .unique(),
        analyticsEvent,
      ),
  },
  "dead-letters": {
    table: "deadLetters",
    old: ({ db }, before) =>
      (["replayed", "discarded"] as const).map((status) =>
        rowsFrom(
          db
            .query("deadLetters")
            .withIndex("byAge", (index) =>
              index.eq("status", status).gt("settledAt", 0).lt("settledAt", before),
            ),
          deadLetter,
        ),
      ),
    find: async ({ db }, id) =>
      orNull(
        await db
          .query("deadLetters")
          .withIndex("byRun", (index) => index.eq("runId", id))
          .unique(),
        deadLetter,
      ),
  },
  deliveries: {
    table: "deliveries",
    // Somebody has to find out what became of the others.
    old: ({ db }, before) =>
      (["sent", "failed"] as const).map((status) =>
        rowsFrom(
          db
            .query("deliveries")
            .withIndex("byAge", (index) => index.eq("status", status).lt("recordedAt", before)),
          delivery,
        ),
      ),
    find: async (context, id) => orNull(await withKey(context, id), delivery),
  },
  "delivery-reports": {
    table: "deliveryReports",
    old: ({ db }, before) => [
      rowsFrom(
        db.query("deliveryReports").withIndex("byAge", (index) => index.lt("receivedAt", before)),
        report,
      ),
    ],
    find: async ({ db }, id) => {
      const [messageId = "", channel] = id.split(" ");
      const found = await db
        .query("deliveryReports")
        .withIndex("byMessage", (index) => index.eq("messageId", messageId))
        .take(3);
      return orNull(found.find((each) => each.channel === channel) ?? null, report);
    },
  },
  notifications: {
    table: "notifications",
    old: ({ db }, before) => [
      rowsFrom(
        db.query("notifications").withIndex("byAge", (index) => index.gt("readAt", 0).lt("readAt", before)),
        notification,
      ),
    ],
    find: async ({ db }, id) =>
      orNull(
        await db
          .query("notifications")
          .withIndex("byNotification", (index) => index.eq("notificationId", id))
          .unique(),
        notification,
      ),
  },
  outbox: {
    table: "outbox",
    old: ({ db }, before) => [
      rowsFrom(
        db
          .query("outbox")
          .withIndex("byAcceptance", (index) => index.eq("isAccepted", true).lt("acceptedAt", before)),
        event,
      ),
    ],
    find: async (context, id) => orNull(await withId(context, id), event),
  },
  "send-ledger": {
    table: "sendLedger",
    // The others wait for their call, or for somebody to find out what became of it.
    old: ({ db }, before) =>
      (["sent", "failed"] as const).map((state) =>
        rowsFrom(
          db
            .query("sendLedger")
            .withIndex("byAge", (index) =>
              index.eq("state", state).gt("settledAt", 0).lt("settledAt", before),
            ),
          entry,
        ),
      ),
    find: async (context, id) => orNull(await entryOf(context, id), entry),
  },
} satisfies Record<string, Log>;

export type LogName = keyof typeof logs;
