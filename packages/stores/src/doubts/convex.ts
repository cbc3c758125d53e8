import { randomUUID } from "node:crypto";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { changesBy } from "../convex/emitting.ts";
import { functions } from "../convex/functions.ts";
import type { SendingRun } from "../deliveries/port.ts";
import { lostAfter as staleAfter } from "../ledger/once.ts";
import type { Doubts, MessageInDoubt } from "./port.ts";

/** The doubts of deliveries and of the send ledger, which settle both of them together. */
export function convexDoubts(deployment: ConvexDeployment): Doubts {
  const calls = deployment.callsOf("doubts");
  const { query, mutation } = calls;
  const change = changesBy(calls);
  const { doubts } = functions;
  return {
    async list({ limit = 200 } = {}) {
      return (await query(doubts.list, { limit, staleAfter })).map(messageInDoubt);
    },

    count: () => query(doubts.count, { staleAfter }),

    async get(key) {
      const found = await query(doubts.get, { key, staleAfter });
      return found === null ? undefined : messageInDoubt(found);
    },

    async run(runId) {
      const found = await query(doubts.run, { runId });
      return found === null ? undefined : { ...found, events: eventsFrom(found.events) };
    },

    async markAsked(runIds) {
      for (const runId of new Set(runIds)) await mutation(doubts.markAsked, { runId });
    },

    async markTold(keys) {
      if (keys.length > 0) await mutation(doubts.markTold, { keys: [...keys], staleAfter });
    },

    settle: (key) => mutation(doubts.settle, { key, staleAfter, holder: randomUUID() }),

    allowAgain: (key, events) => change(doubts.allowAgain, { key, staleAfter, holder: randomUUID() }, events),

    async clear() {
      for (let after: string | null = ""; after !== null; ) after = await mutation(doubts.clear, { after });
    },
  };
}

function messageInDoubt({
  since,
  ...doubt
}: Omit<MessageInDoubt, "since"> & { since: number }): MessageInDoubt {
  // With every field of the port, also where nothing is known.
  const { subject, recipient, channel, workflow, reason, runId } = doubt;
  return {
    ...doubt,
    ...{ subject, recipient, channel, workflow, reason, runId, since: new Date(since).toISOString() },
  };
}

/** Holds because `Deliveries.record` alone writes them. */
function eventsFrom(text: string): SendingRun["events"] {
  return JSON.parse(text);
}
