import type { EventToSend } from "@org/events";
import { tenOceanCatalogue } from "@org/events/ten-ocean";
import { outboxRow } from "../../convex/emitting.ts";
import { eventTraces } from "../../schema/event-traces.ts";
import { outbox } from "../../schema/platform.ts";
import { type CopiedTable, copied, nameOf } from "../copied-table.ts";
import {
  type Document,
  derived,
  type Fields,
  millisecondsOf,
  type Row,
  rowOf,
  same,
  time,
  timestampOf,
} from "../fields.ts";

const names = tenOceanCatalogue.definitions.map(({ event }) => `'${event}'`).join(", ");
/** The association's events stay; what is of neither product goes by the marketplace's outbox. */
const isOfTenOcean = (row: string) => `${row}.name in (${names})`;

/** An earlier one of its key waits as well. */
const isBehind = `(t.accepted_at is null and exists (select from ${nameOf(outbox)} b
  where b.ordering_key = t.ordering_key and b.accepted_at is null and b.position < t.position))`;

function stageOf(row: Row): "accepted" | "behind" | "retry" | "fresh" {
  if (row.accepted_at !== null) return "accepted";
  if (row.is_behind) return "behind";
  return row.next_attempt_at === null ? "fresh" : "retry";
}

/** From when it is looked at; nobody looks before the engine has it, or once all of it was seen. */
function lookFromOf(row: Row): number | undefined {
  if (row.accepted_at === null || row.traced_at !== null) return undefined;
  return millisecondsOf(row.look_at) ?? millisecondsOf(row.accepted_at);
}

/** Of the event's data, as whoever appends one in Convex works it out. */
function toldOf(row: Row) {
  const event: EventToSend = JSON.parse(String(row.payload));
  return outboxRow({ id: "", name: event.name, data: event.data }, event);
}

const fields: Fields = {
  id: same("id"),
  name: same("name"),
  orderingKey: same("ordering_key"),
  userId: derived((row) => toldOf(row).userId),
  sessionId: derived((row) => toldOf(row).sessionId),
  subjects: derived((row) => toldOf(row).subjects),
  payload: same("payload"),
  stage: derived(stageOf),
  isAccepted: derived((row) => row.accepted_at !== null),
  acceptedAt: time("accepted_at"),
  // A relay's claim ends with the copy: whoever made it is stopped.
  holder: derived(() => undefined),
  nextAt: derived((row) => (stageOf(row) === "retry" ? millisecondsOf(row.next_attempt_at) : undefined)),
  attempts: same("attempts"),
  lastError: same("last_error"),
  lostSince: time("lost_since"),
  resends: same("resends"),
  lookFrom: derived(lookFromOf),
  tracedAt: time("traced_at"),
  createdAt: time("created_at"),
};

function toRows(document: Document) {
  const { stage, nextAt, lookFrom, acceptedAt } = document;
  const waits = {
    next_attempt_at: stage === "retry" ? timestampOf(nextAt) : null,
    look_at: lookFrom === acceptedAt ? null : timestampOf(lookFrom),
  };
  return [{ table: nameOf(outbox), row: { ...rowOf(fields, document), ...waits } }];
}

export const outboxTables: readonly CopiedTable[] = [
  {
    ...copied({
      name: "outbox",
      table: outbox,
      order: ["position"],
      mine: `not (${isOfTenOcean("t")})`,
      beside: ["position"],
      also: { is_behind: isBehind },
      fields,
    }),
    toRows,
  },
  copied({
    name: "eventTraces",
    table: eventTraces,
    mine: `not exists (select from ${nameOf(outbox)} o where o.id = t.event_id and ${isOfTenOcean("o")})`,
    fields: {
      eventId: same("event_id"),
      functionId: same("function_id"),
      ended: same("ended"),
      seenAt: time("seen_at"),
    },
  }),
];

/** Which events a source still has to send. */
export const waitingInPostgres = `select count(*)::float8 as count from ${nameOf(outbox)} t
  where t.accepted_at is null and not (${isOfTenOcean("t")})`;

/** What the copy's relay and reconciler do from now on, those of this database leave alone. */
export const handOver = `update ${nameOf(outbox)} t
  set accepted_at = coalesce(t.accepted_at, now()), traced_at = now(), look_at = null, lost_since = null,
    last_error = 'Handed over to Convex.'
  where (t.accepted_at is null or t.traced_at is null) and not (${isOfTenOcean("t")})`;
