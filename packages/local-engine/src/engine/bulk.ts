import type { Core } from "../core/core.ts";
import { findEvent, findMark, putMark } from "../core/event-log.ts";
import { limits } from "../core/limits.ts";
import type { RunRecord, RunStatus } from "../core/records.ts";
import { finishRun } from "../core/runs.ts";
import { start } from "../core/starting.ts";
import type { BulkProgress, BulkRequest } from "./bulk-request.ts";

/** The most runs that one request acts on. */
export const mostBulkRuns = 1_000;
const runsPerCommit = 50;

const actionStatuses: Record<BulkRequest["action"], readonly RunStatus[]> = {
  cancel: ["Queued", "Running"],
  replay: ["Completed", "Failed", "Cancelled", "Skipped"],
};

/** The statuses that an action can do something about, of those asked for. */
export function statusesFor({ action, statuses }: Pick<BulkRequest, "action" | "statuses">): RunStatus[] {
  return actionStatuses[action].filter((status) => statuses === undefined || statuses.includes(status));
}

type Act = <Result>(action: (core: Core) => Result) => Promise<Result>;

/** @param act carries out a change; it resolves when that is stored. */
export function createBulk(act: Act) {
  const jobs = new Map<string, { progress: BulkProgress; end: Promise<BulkProgress> }>();

  async function work(request: BulkRequest, progress: BulkProgress): Promise<BulkProgress> {
    try {
      const runs = await act((core) => begin(core, request, progress));
      for (let first = 0; first < runs.length; first += runsPerCommit) {
        const some = runs.slice(first, first + runsPerCommit);
        const done = await act((core) => some.filter((run) => actOn(core, request, run)).length);
        progress.done += done;
        progress.passedOver += some.length - done;
      }
      progress.state = "finished";
    } catch (error) {
      progress.state = "failed";
      progress.error = error instanceof Error ? error.message : String(error);
      jobs.delete(request.id);
    }
    return progress;
  }

  return {
    bulk(request: BulkRequest): Promise<BulkProgress> {
      const known = jobs.get(request.id);
      if (known) return known.end;
      const { id, action } = request;
      const progress: BulkProgress = {
        id,
        action,
        state: "running",
        matching: 0,
        total: 0,
        done: 0,
        passedOver: 0,
      };
      const end = work(request, progress);
      jobs.set(id, { progress, end });
      return end;
    },
    bulkProgress: (id: string): BulkProgress | undefined => jobs.get(id)?.progress,
  };
}

/** Fixes which runs are meant: those there were when the request came first, so that none that it starts is among them. */
function begin(core: Core, request: BulkRequest, progress: BulkProgress): RunRecord[] {
  const before = findMark(core, "bulk", request.id)?.value ?? core.newId();
  remember(core, request.id, before);
  const { id: _id, action: _action, statuses: _statuses, ...range } = request;
  const query = { ...range, statuses: statusesFor(request), before };
  const runs = core.state.store.runs({ ...query, oldestFirst: true, limit: mostBulkRuns });
  progress.matching = core.state.store.countRuns(query);
  progress.total = runs.length;
  const last = runs.at(-1)?.id;
  if (last !== undefined) progress.last = last;
  return runs;
}

function actOn(core: Core, { id, action }: BulkRequest, { id: runId }: RunRecord): boolean {
  if (action === "replay") return replay(core, id, runId);
  const run = core.state.runs.get(runId);
  if (!run) return false;
  const error = { name: "Cancelled", message: "cancelled together with other runs, by request" };
  finishRun(core, run, "Cancelled", { error });
  return true;
}

/** A replay is an ordinary start of the function: its throttle and its singleton rule hold for it. */
function replay(core: Core, requestId: string, runId: string): boolean {
  const key = `${requestId}/${runId}`;
  const original = core.state.store.run(runId);
  const config = original && core.state.functions.get(original.functionId);
  if (!original || !config || core.pauses.find(config.id) || findMark(core, "bulk", key)) return false;
  const events = original.eventIds.flatMap((eventId) => findEvent(core, eventId) ?? []);
  if (events.length < original.eventIds.length) return false;
  const origin = { rerunOf: runId, ...(original.cron === undefined ? {} : { cron: original.cron }) };
  const run = start(core, config, events, origin);
  if (run) remember(core, key, run.record.id);
  return run !== undefined;
}

function remember(core: Core, key: string, value: string): void {
  putMark(core, { kind: "bulk", key, value, expiresAt: core.now() + limits.idempotencyMilliseconds });
}
