import { deliveryReports, suppressions } from "../../schema/delivery-reports.ts";
import { runsInDoubt } from "../../schema/doubts.ts";
import { deadLetters, deliveries, logBatches, sendLedger } from "../../schema/platform.ts";
import { stepFailures } from "../../schema/step-failures.ts";
import { copied, nameOf } from "../copied-table.ts";
import { derived, type Field, json, millisecondsOf, same, time, timestampOf } from "../fields.ts";

const ofMarketplace = "t.app = 'mohallamart'";

/** When it failed and its run, as the deployment's lists are ordered. */
const position: Field = {
  read: (row) => `${new Date(millisecondsOf(row.failed_at) ?? 0).toISOString()} ${row.run_id}`,
  write: (value) => ({ failed_at: timestampOf(Date.parse(String(value).split(" ")[0] ?? "")) }),
};

/** While the marketplace is in Convex, its batches have even numbers in the archive; those after them are greater. */
const number: Field = {
  read: (row) => Number(row.number),
  write: (value) => ({ number: 2 * Number(value) }),
};

export const messageTables = [
  copied({
    name: "sendLedger",
    table: sendLedger,
    // Alerts are booked in Postgres, wherever the marketplace is kept.
    mine: "t.key not like 'alert:%'",
    fields: {
      key: same("key"),
      state: same("state"),
      holder: same("holder"),
      attempts: same("attempts"),
      startedAt: time("started_at"),
      settledAt: time("settled_at"),
      result: same("result"),
      lastError: same("last_error"),
      toldAt: time("told_at"),
    },
  }),
  copied({
    name: "deliveries",
    table: deliveries,
    // The association's people get what is asked for by notifications, under keys of theirs.
    mine: "t.recipient <> 'resident' and not (t.recipient = 'admin' and t.key like 'notification:%')",
    fields: {
      key: same("key"),
      subject: same("subject"),
      workflow: same("workflow"),
      recipient: same("recipient"),
      channel: same("channel"),
      status: same("status"),
      messageId: same("message_id"),
      reason: same("reason"),
      recordedAt: time("recorded_at"),
      doubtSince: time("doubt_since"),
      runId: same("run_id"),
      asked: same("asked"),
      toldAt: time("told_at"),
    },
  }),
  copied({
    name: "runsInDoubt",
    table: runsInDoubt,
    mine: ofMarketplace,
    fields: {
      runId: same("run_id"),
      app: same("app"),
      workflow: same("workflow"),
      events: same("events"),
    },
  }),
  // Nobody knows from a report which product's message it is of, so both stores have all of them.
  copied({
    name: "deliveryReports",
    table: deliveryReports,
    isShared: true,
    fields: {
      messageId: same("message_id"),
      channel: same("channel"),
      state: same("state"),
      at: time("at"),
      receivedAt: time("received_at"),
    },
  }),
  copied({
    name: "suppressions",
    table: suppressions,
    isShared: true,
    fields: {
      channel: same("channel"),
      addressHash: same("address_hash"),
      reason: same("reason"),
      since: time("since"),
    },
  }),
  copied({
    name: "deadLetters",
    table: deadLetters,
    mine: ofMarketplace,
    fields: {
      runId: same("run_id"),
      app: same("app"),
      workflow: same("workflow"),
      events: same("events"),
      error: json("error"),
      attempts: same("attempts"),
      replayOf: same("replay_of"),
      replays: same("replays"),
      nextReplayAt: time("next_replay_at"),
      position,
      status: same("status"),
      settledAt: time("settled_at"),
      replayRunId: same("replay_run_id"),
    },
  }),
  copied({
    name: "openLetters",
    table: deadLetters,
    from: `(select app, workflow, count(*)::float8 as open from ${nameOf(deadLetters)} t
      where status = 'open' and ${ofMarketplace} group by app, workflow)`,
    order: ["app", "workflow"],
    also: { app: "t.app", workflow: "t.workflow", open: "t.open" },
    fields: { app: same("app"), workflow: same("workflow"), open: derived((row) => Number(row.open)) },
  }),
  // Whose run it was is not kept beside it; each row counts the attempts of one step.
  copied({
    name: "stepFailures",
    table: stepFailures,
    isShared: true,
    fields: {
      runId: same("run_id"),
      step: same("step"),
      attempt: same("attempt"),
      failures: same("failures"),
      failedAt: time("failed_at"),
    },
  }),
  copied({
    name: "logBatches",
    table: logBatches,
    isShared: true,
    beside: ["number"],
    fields: { log: same("log"), number, from: time("from"), ids: same("ids") },
  }),
];
