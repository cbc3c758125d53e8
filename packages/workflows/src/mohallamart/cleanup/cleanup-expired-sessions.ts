import { cleanupExpiredSessions as cleanupAsked } from "@org/events/mohallamart/cleanup-expired-sessions";
import { durationOf } from "@org/stores/duration";
import { sessionsUnusedFor } from "@org/stores/retention";
import type { ExpiredSessions } from "@org/stores/sessions/port";
import { cron, type InngestFunction, NonRetriableError } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { batchesPerRun } from "./batches-per-run.ts";

/** Sessions in one deletion. */
const batchSize = 1_000;

type Ports = Uses<{ inngest: true; sessionSources: true; brand: true }>;

/**
 * Deletes sessions that expired or were not used for long, wherever sessions are kept, and what else expires unused, as
 * registrations that nobody confirmed: every night, and when asked to.
 *
 * A place that cannot be reached does not keep the others from being cleaned; the run then fails at its end.
 */
export function cleanupExpiredSessions({ inngest, sessionSources, ...ports }: Ports): InngestFunction.Any {
  const { timeZone } = brandOf(ports);
  return inngest.createFunction(
    {
      id: "cleanup-expired-sessions",
      triggers: [cron(`TZ=${timeZone} 15 3 * * *`), cleanupAsked],
      retries: defaultRetries,
      // Two at once would only step over each other's rows.
      concurrency: { limit: 1 },
    },
    async ({ event, step }) => {
      const olderThan = "olderThan" in event.data ? event.data.olderThan : sessionsUnusedFor;
      const unusedSince = new Date(eventTime(event).getTime() - durationOf(olderThan)).toISOString();
      const removeBatch = (source: string, sessions: ExpiredSessions, batch: number) =>
        step.run(`remove-expired:${source}:${batch}`, () =>
          sessions.removeExpired({ unusedSince, limit: batchSize }),
        );

      const outcomes: Record<string, SourceOutcome> = {};
      for (const [source, sessions] of Object.entries(sessionSources)) {
        outcomes[source] = await removeAll((batch) => removeBatch(source, sessions, batch));
      }
      const failed = Object.entries(outcomes).filter(([, { failure }]) => failure !== undefined);
      if (failed.length > 0) {
        const reasons = failed.map(([source, { failure }]) => `${source} (${failure})`).join(", ");
        throw new NonRetriableError(`Expired sessions could not be removed from ${reasons}.`);
      }
      return { unusedSince, outcomes };
    },
  );
}

interface SourceOutcome {
  removed: number;
  /** False when there is more, which the next run takes. */
  finished: boolean;
  failure?: string;
}

async function removeAll(removeBatch: (batch: number) => Promise<number>): Promise<SourceOutcome> {
  let removed = 0;
  try {
    for (let batch = 1; batch <= batchesPerRun; batch += 1) {
      const inBatch = await removeBatch(batch);
      removed += inBatch;
      if (inBatch < batchSize) return { removed, finished: true };
    }
    return { removed, finished: false };
  } catch (error) {
    return { removed, finished: false, failure: error instanceof Error ? error.message : String(error) };
  }
}
