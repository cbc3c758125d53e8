import type { EventData } from "@org/events";
import { cleanupOldLogs as cleanupAsked } from "@org/events/mohallamart/cleanup-old-logs";
import type { Archive } from "@org/integrations/archive/port";
import { durationOf } from "@org/stores/duration";
import type { LogBatch, LogName, OldLogs } from "@org/stores/logs/port";
import { logsKeptFor } from "@org/stores/retention";
import { cron, type InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { toNdjson } from "../../ndjson.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { batchesPerRun } from "./batches-per-run.ts";

type Source = NonNullable<EventData<typeof cleanupAsked>["sources"]>[number];

/** What each source of the event stands for. The inventory log is not among them: it is the proof of what stock moved. */
const logsOf: Record<Source, LogName[]> = {
  logs: ["dead-letters", "deliveries", "delivery-reports", "notifications", "outbox", "send-ledger"],
  analytics: ["analytics-events"],
};

/** Rows in one file and one deletion. */
const batchSize = 2_000;

type Ports = Uses<{ inngest: true; oldLogs: true; archive: "put"; brand: true }>;

/**
 * Moves old logs and analytics events into the archive: every week, and when asked to; never what is younger than
 * `logsKeptFor`, whatever an event asks for. Counts and reports stay.
 *
 * Each batch is archived, and deleted in the step after. A run that ends between the two leaves its batch begun, and
 * the next run archives that same batch, under the same name, before any other.
 */
export function cleanupOldLogs({ inngest, oldLogs, archive, ...ports }: Ports): InngestFunction.Any {
  const { timeZone } = brandOf(ports);
  return inngest.createFunction(
    {
      id: "cleanup-old-logs",
      triggers: [cron(`TZ=${timeZone} 45 3 * * 0`), cleanupAsked],
      retries: defaultRetries,
      // A batch is archived and deleted by one run.
      concurrency: { limit: 1 },
    },
    async ({ event, step }) => {
      const { olderThan, sources } = askedFor(event.data);
      const before = new Date(eventTime(event).getTime() - olderThan).toISOString();
      const archived: Partial<Record<LogName, number>> = {};
      let batches = 0;
      for (const log of sources.flatMap((source) => logsOf[source])) {
        archived[log] = 0;
        for (let batch = 1; batches < batchesPerRun; batch += 1) {
          const moved = await step.run(`archive:${log}:${batch}`, () =>
            archiveBatch({ oldLogs, archive }, { log, before, limit: batchSize }),
          );
          if (!moved) break;
          await step.run(`delete:${log}:${batch}`, () => oldLogs.remove(moved));
          archived[log] += moved.rows;
          batches += 1;
        }
      }
      return { before, archived, finished: batches < batchesPerRun };
    },
  );
}

function askedFor(data: Partial<EventData<typeof cleanupAsked>>): { olderThan: number; sources: Source[] } {
  const { olderThan = logsKeptFor, sources = ["logs", "analytics"] } = data;
  return {
    olderThan: Math.max(durationOf(olderThan), durationOf(logsKeptFor)),
    sources: [...new Set(sources)],
  };
}

/** @returns the batch that is in the archive now; null when nothing is that old. */
async function archiveBatch(
  { oldLogs, archive }: Pick<Ports, "oldLogs" | "archive">,
  options: Parameters<OldLogs["begin"]>[0],
): Promise<LogBatch | null> {
  const batch = await oldLogs.begin(options);
  if (!batch) return null;
  const rows = await oldLogs.read(batch);
  if (rows) await archive.put(fileOf(batch), await toNdjson(rows), { once: true });
  return batch;
}

/** As `logs/outbox/2026-11-01-000001.ndjson.gz`: the oldest row's day, and the batch's number. */
function fileOf({ log, from, number }: LogBatch): Parameters<Archive["put"]>[0] {
  return `logs/${log}/${from.slice(0, 10)}-${String(number).padStart(6, "0")}.ndjson.gz`;
}
