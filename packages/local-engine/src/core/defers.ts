import type { Core } from "./core.ts";
import { acceptEvent } from "./events.ts";
import type { RunRecord } from "./records.ts";
import type { Operation } from "./reports.ts";
import { putRun } from "./runs.ts";
import type { ActiveRun } from "./state.ts";

/** Notes that `defer()` was called: the function it names is started when this run has ended. */
export function addDefer(core: Core, run: ActiveRun, operation: Operation): "waiting" {
  const { record } = run;
  if (record.defers?.[operation.id]) return "waiting";
  const { fn_slug: functionId, input, meta } = operation.opts ?? {};
  const deferred = { functionId: String(functionId), input: input ?? {}, ...(meta == null ? {} : { meta }) };
  record.defers = { ...record.defers, [operation.id]: deferred };
  putRun(core, run);
  return "waiting";
}

/** Notes that the handle of a `defer()` was told to abort. */
export function abortDefer(core: Core, run: ActiveRun, operation: Operation): "waiting" {
  const target = String(operation.opts?.target_hashed_id ?? "");
  const deferred = run.record.defers?.[target];
  if (deferred) {
    run.record.defers = { ...run.record.defers, [target]: { ...deferred, aborted: true } };
    putRun(core, run);
  }
  return "waiting";
}

/** Starts what a run deferred, however it ended. */
export function startDeferred(core: Core, record: RunRecord): void {
  for (const { functionId, input, meta, aborted } of Object.values(record.defers ?? {})) {
    if (aborted) continue;
    const _inngest = { fn_slug: functionId, parent_fn_slug: record.functionId, parent_run_id: record.id };
    const data = { ...(typeof input === "object" ? input : {}), _inngest };
    acceptEvent(core, { name: "inngest/deferred.schedule", data, meta });
  }
}

/** What the SDK is told about the run's defers, by the hash of their ids, so that it does not report them again. */
export function defersJson(record: RunRecord): string {
  return JSON.stringify(Object.fromEntries(Object.keys(record.defers ?? {}).map((id) => [id, {}])));
}
