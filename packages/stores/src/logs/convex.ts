import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import type { LogBatch, OldLogs } from "./port.ts";
import { redactedRow } from "./redactions.ts";

/** What one call reads and deletes at most; a batch may be smaller than was asked for. */
const mostAtOnce = 500;

/** The old rows of the marketplace in Convex. */
export function convexOldLogs(deployment: ConvexDeployment): OldLogs {
  const { query, mutation } = deployment.callsOf("logs");
  const { logs } = functions;
  return {
    async begin({ log, before, limit }) {
      const most = Math.min(limit, mostAtOnce);
      const batch = await mutation(logs.begin, { log, before: Date.parse(before), limit: most });
      return batch === null ? undefined : batchFrom(log, batch);
    },

    async read({ log, number }) {
      const rows = await query(logs.read, { log, number });
      return rows === null ? undefined : rows.map((text) => redactedRow(log, JSON.parse(text)));
    },

    async remove({ log, number }) {
      await mutation(logs.remove, { log, number });
    },
  };
}

function batchFrom(log: LogBatch["log"], batch: { number: number; from: number; rows: number }): LogBatch {
  return { ...batch, log, from: new Date(batch.from).toISOString() };
}
