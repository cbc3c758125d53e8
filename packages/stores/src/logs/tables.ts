import { inArray, ne, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { deliveryReports } from "../schema/delivery-reports.ts";
import { analyticsEvents } from "../schema/mohallamart-analytics.ts";
import { notifications } from "../schema/mohallamart-users.ts";
import { deadLetters, deliveries, outbox, sendLedger } from "../schema/platform.ts";
import type { LogName } from "./port.ts";

/** Where a log's rows are, which of them are over, and what of them may be archived. */
export interface LogTable {
  table: PgTable;
  id: PgColumn;
  /** When a row was over; rows without this time are not. */
  at: PgColumn;
  /** What else a row must fulfil to be over. */
  over?: SQL;
  /** What the archive gets, by name. */
  columns: Record<string, PgColumn>;
}

export const logTables: Record<LogName, LogTable> = {
  "analytics-events": {
    table: analyticsEvents,
    id: analyticsEvents.eventId,
    at: analyticsEvents.at,
    // Not the user: removing one takes the id out of these rows, and could not in the archive.
    columns: {
      eventId: analyticsEvents.eventId,
      event: analyticsEvents.event,
      sessionId: analyticsEvents.sessionId,
      properties: analyticsEvents.properties,
      at: analyticsEvents.at,
    },
  },
  "dead-letters": {
    table: deadLetters,
    id: deadLetters.runId,
    at: deadLetters.settledAt,
    over: ne(deadLetters.status, "open"),
    columns: {
      runId: deadLetters.runId,
      app: deadLetters.app,
      workflow: deadLetters.workflow,
      events: deadLetters.events,
      error: deadLetters.error,
      attempts: deadLetters.attempts,
      status: deadLetters.status,
      failedAt: deadLetters.failedAt,
      settledAt: deadLetters.settledAt,
      replayOf: deadLetters.replayOf,
      replayRunId: deadLetters.replayRunId,
    },
  },
  deliveries: {
    table: deliveries,
    id: deliveries.key,
    at: deliveries.recordedAt,
    // Somebody has to find out what became of the others.
    over: ne(deliveries.status, "unknown"),
    columns: {
      key: deliveries.key,
      subject: deliveries.subject,
      workflow: deliveries.workflow,
      recipient: deliveries.recipient,
      channel: deliveries.channel,
      status: deliveries.status,
      messageId: deliveries.messageId,
      reason: deliveries.reason,
      recordedAt: deliveries.recordedAt,
    },
  },
  "delivery-reports": {
    table: deliveryReports,
    id: deliveryReports.messageId,
    at: deliveryReports.receivedAt,
    columns: {
      messageId: deliveryReports.messageId,
      channel: deliveryReports.channel,
      state: deliveryReports.state,
      at: deliveryReports.at,
      receivedAt: deliveryReports.receivedAt,
    },
  },
  notifications: {
    table: notifications,
    id: notifications.notificationId,
    at: notifications.readAt,
    // Not what it said, and not to whom.
    columns: {
      notificationId: notifications.notificationId,
      type: notifications.type,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
    },
  },
  outbox: {
    table: outbox,
    id: outbox.id,
    at: outbox.acceptedAt,
    columns: {
      id: outbox.id,
      payload: outbox.payload,
      createdAt: outbox.createdAt,
      acceptedAt: outbox.acceptedAt,
      attempts: outbox.attempts,
    },
  },
  "send-ledger": {
    table: sendLedger,
    id: sendLedger.key,
    at: sendLedger.settledAt,
    // The others wait for their call, or for somebody to find out what became of it.
    over: inArray(sendLedger.state, ["sent", "failed"]),
    columns: {
      key: sendLedger.key,
      state: sendLedger.state,
      attempts: sendLedger.attempts,
      lastError: sendLedger.lastError,
      startedAt: sendLedger.startedAt,
      settledAt: sendLedger.settledAt,
    },
  },
};
