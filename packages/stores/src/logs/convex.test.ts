import { personal } from "@org/integrations/contracts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { oldLogContract } from "./contract.ts";
import { convexOldLogs } from "./convex.ts";
import type { LogName } from "./port.ts";

const bridge = await convexBridge();

type Database = Parameters<Parameters<typeof bridge.run>[0]>[0]["db"];

const begun = Date.parse("2026-01-01");

/** Adds a row that was over at this time, or is not. */
const inserts: Record<LogName, (db: Database, id: string, at: number | undefined) => Promise<unknown>> = {
  "analytics-events": (db, eventId, at = Date.now()) =>
    db.insert("analyticsEvents", {
      ...{ eventId, event: "search.performed", userId: "user_1", sessionId: "s_1", at },
      properties: JSON.stringify({ query: personal.text, results: 3 }),
    }),
  "dead-letters": (db, runId, settledAt) =>
    db.insert("deadLetters", {
      ...{ runId, app: "mohallamart", workflow: "w", attempts: 4, settledAt },
      events: JSON.stringify([
        { id: "e", name: "user.created", data: { userId: "user_1", email: personal.email } },
      ]),
      error: { name: "Error", message: "no" },
      position: `2026-01-01T00:00:00.000Z ${runId}`,
      status: settledAt === undefined ? "open" : "discarded",
    }),
  deliveries: (db, key, at = Date.now()) =>
    db.insert("deliveries", {
      ...{ key, subject: "ord_1", workflow: "w", recipient: "customer", channel: "email" },
      ...{ status: "sent", recordedAt: at, asked: 0 },
    }),
  "delivery-reports": (db, messageId, at = Date.now()) =>
    db.insert("deliveryReports", {
      ...{ messageId, channel: "email", state: "delivered", at: begun, receivedAt: at },
    }),
  notifications: (db, notificationId, readAt) =>
    db.insert("notifications", {
      ...{ notificationId, userId: "user_1", type: "t", title: personal.name, body: personal.text },
      ...{ createdAt: begun, isRead: readAt !== undefined, readAt },
    }),
  outbox: (db, id, acceptedAt) =>
    db.insert("outbox", {
      ...{ id, name: "user.created", attempts: 0, resends: 0, createdAt: begun, acceptedAt },
      payload: JSON.stringify({ name: "user.created", data: { userId: "user_1", phone: personal.phone } }),
      isAccepted: acceptedAt !== undefined,
      stage: acceptedAt === undefined ? "fresh" : "accepted",
    }),
  "send-ledger": (db, key, settledAt) =>
    db.insert("sendLedger", {
      ...{ key, holder: "h", attempts: 1, startedAt: begun, settledAt },
      state: settledAt === undefined ? "sending" : "sent",
    }),
};

const ids: Record<LogName, (db: Database) => Promise<string[]>> = {
  "analytics-events": async (db) =>
    (await db.query("analyticsEvents").collect()).map(({ eventId }) => eventId),
  "dead-letters": async (db) => (await db.query("deadLetters").collect()).map(({ runId }) => runId),
  deliveries: async (db) => (await db.query("deliveries").collect()).map(({ key }) => key),
  "delivery-reports": async (db) =>
    (await db.query("deliveryReports").collect()).map(({ messageId }) => messageId),
  notifications: async (db) =>
    (await db.query("notifications").collect()).map(({ notificationId }) => notificationId),
  outbox: async (db) => (await db.query("outbox").collect()).map(({ id }) => id),
  "send-ledger": async (db) => (await db.query("sendLedger").collect()).map(({ key }) => key),
};

oldLogContract("Convex", {
  logs: convexOldLogs(bridge.deployment),
  add: (log, id, at) =>
    bridge.run(({ db }) => inserts[log](db, id, at === null ? undefined : Date.parse(at))),
  left: (log) => bridge.run(async ({ db }) => (await ids[log](db)).toSorted()),
  reset: bridge.empty,
});
