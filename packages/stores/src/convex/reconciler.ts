import type { EventToSend } from "@org/events";
import {
  type DueEvent,
  dailyLook,
  type Look,
  type LookOptions,
  lookInto,
  waitAfter,
} from "../outbox/findings.ts";
import type { Reconciler } from "../outbox/port.ts";
import { type AnyReconcilerOptions, reconcilerOver } from "../outbox/reconciler.ts";
import type { ConvexDeployment } from "./deployment.ts";
import { outboxRows } from "./emitting.ts";
import { functions } from "./functions.ts";

/** How many events one look takes; fewer where they are long. */
const mostAtOnce = 100;
/** How long a look keeps others away from what it took: for sending all of it one by one, and the calls around that. */
const lease = 120_000;

export interface ConvexReconcilerOptions extends AnyReconcilerOptions {
  deployment: ConvexDeployment;
}

/** Looks for what accepted events in Convex started. What one that died had taken is looked at again two minutes later. */
export function createConvexReconciler({ deployment, ...options }: ConvexReconcilerOptions): Reconciler {
  return reconcilerOver((look) => lookOnce(deployment, look), options);
}

interface TakenEvent extends DueEvent {
  lookFrom: number;
}

async function lookOnce(deployment: ConvexDeployment, options: LookOptions): Promise<Look> {
  const { mutation } = deployment.callsOf("reconciler");
  const { lostAfter } = options;
  const { events: rows, hasMore } = await mutation(functions.looks.take, {
    lostAfter,
    limit: mostAtOnce,
    lease,
  });
  const events = rows.map(({ payload, traces, ...row }): TakenEvent => {
    const ends = traces.map(({ functionId, ended }) => [functionId, ended]);
    return { ...row, payload: sentEvent(payload), traces: Object.fromEntries(ends) };
  });
  const found = await lookInto(events, options);
  // A row is due once its bound has passed since `lookFrom`: the bound is taken off what has to pass from now.
  const from = Date.now() - lostAfter;
  const findings = events.map((event) => {
    const row = { id: event.id, isLost: found.lost.includes(event) };
    if (found.traced.includes(event)) return { ...row, found: "traced" as const };
    if (found.resent.includes(event))
      return { ...row, found: "resent" as const, lookFrom: from + waitAfter(event, lostAfter) };
    if (found.patient.includes(event)) return { ...row, found: "waits" as const, lookFrom: from + lostAfter };
    if (found.givenUp.includes(event)) return { ...row, found: "waits" as const, lookFrom: from + dailyLook };
    return { ...row, found: "untouched" as const, lookFrom: event.lookFrom };
  });
  if (findings.length > 0) await mutation(functions.looks.book, { findings, events: outboxRows(found.told) });
  return { ...found.look, hasMore };
}

/** Holds because the adapters alone write payloads, from events. */
function sentEvent(payload: string): EventToSend {
  return JSON.parse(payload);
}
