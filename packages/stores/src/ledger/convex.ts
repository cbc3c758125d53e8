import { randomUUID } from "node:crypto";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { type LedgerEntries, type LedgerOptions, ledgerOver, lostAfter } from "./once.ts";
import type { SendLedger } from "./port.ts";

/** The send ledger in Convex: one document per key, changed in one mutation each time. */
export function convexLedger(deployment: ConvexDeployment, options: LedgerOptions = {}): SendLedger {
  const entries = ledgerEntries(deployment, options.staleAfter ?? lostAfter);
  return ledgerOver(entries, { ...options, vendor: "convex" });
}

function ledgerEntries(deployment: ConvexDeployment, staleAfter: number): LedgerEntries {
  const { query, mutation } = deployment.callsOf("ledger");
  const { ledger } = functions;
  return {
    claim: (key, holder) => mutation(ledger.claim, { key, holder }),

    async settled(key) {
      const entry = await mutation(ledger.settled, { key, staleAfter });
      if (entry === null) return undefined;
      const { state, startedAt, result } = entry;
      return { key, state, startedAt: new Date(startedAt), result: resultFrom(result) };
    },

    async settle(key, holder, { state, result, lastError }) {
      const outcome = { state, result: JSON.stringify(result), lastError: lastError ?? undefined };
      await mutation(ledger.settle, { key, holder, ...outcome });
    },

    async get(key) {
      const entry = await query(ledger.get, { key });
      if (entry === null) return undefined;
      const { state, attempts, startedAt, lastError } = entry;
      return { key, state, attempts, startedAt: new Date(startedAt).toISOString(), lastError };
    },

    resolve: (key, outcome) =>
      mutation(ledger.resolve, {
        key,
        holder: randomUUID(),
        staleAfter,
        state: outcome.state,
        result: outcome.state === "sent" ? JSON.stringify(outcome.result) : undefined,
      }),
  };
}

function resultFrom(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
