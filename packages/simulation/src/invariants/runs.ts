import type { City } from "../world/city.ts";
import { dayLong, type Invariant } from "./invariant.ts";

/** Longer than anything waits: a registration two weeks, an event as long as people plan ahead. */
const longestWait = 45 * dayLong;

/** Every run has ended, or waits for something, and for nothing for ever. */
export const nothingRunsForEver: Invariant = ({ engine, now }) =>
  (["Queued", "Running"] as const).flatMap((status) =>
    engine.runs({ status }).flatMap(({ id, functionId, steps }) => {
      const waits = steps.some((step) => step.status === "sleeping" || step.status === "waiting");
      const began = steps[0]?.startedAt.getTime() ?? now();
      if (waits && began > now() - longestWait) return [];
      return [`${functionId} (${id}) is still ${waits ? "waiting" : status.toLowerCase()}`];
    }),
  );

/** No run fails on a day on which nothing went wrong, and none again once an operator has had it replayed. */
export const failuresHaveTheirCause: Invariant = async (city) => {
  const open = await city.ports.deadLetters.list({ status: "open", limit: 1000 });
  return open.map(({ runId, workflow, error, replayOf }) => {
    const when = replayOf
      ? "failed again after its replay"
      : `failed${city.faults.lastFaultAt() < city.now() - dayLong ? " without a fault" : " and was not replayed"}`;
    return `${workflow} (${runId}) ${when}: ${error.message}`;
  });
};

/** Has the operator replay what failed during the day, as they do in the morning. */
export async function replayFailures({ ports, operations }: City): Promise<number> {
  const open = await ports.deadLetters.list({ status: "open", limit: 1000 });
  for (const { runId } of open) await operations.replayRun({ runId, operatorId: "admin_001" });
  return open.length;
}
