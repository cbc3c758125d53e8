import type { Core } from "./core.ts";
import type { JobRecord } from "./records.ts";
import { nextAttemptAt } from "./retry.ts";
import type { ActiveRun } from "./state.ts";
import { leaveLine, makeReady } from "./throttle-lines.ts";

/** When the attempt after this one is due. */
export function retryAt(core: Core, attempt: number, retryAfter: string | undefined): number {
  return nextAttemptAt(attempt, core.now(), retryAfter, core.retryInterval, core.ahead());
}

/** When a call that could be made at `dueAt` is due: a priority below zero puts each call off. */
export function delayed({ record }: ActiveRun, dueAt: number): number {
  return dueAt + (record.delay ?? 0);
}

/** Queues a call of the run, or of one of its steps. */
export function addJob(core: Core, run: ActiveRun, job: Omit<JobRecord, "id" | "runId">): JobRecord {
  const record = { ...job, id: core.newId(), runId: run.record.id, dueAt: delayed(run, job.dueAt) };
  run.jobs.set(record.id, record);
  core.state.put("jobs", record.id, record);
  scheduleJob(core, run, record);
  return record;
}

/** Puts the job in line if it is due, and otherwise sets its timer. */
export function scheduleJob(core: Core, run: ActiveRun, job: JobRecord): void {
  if (job.unreachable || job.lost) core.gone.set(job.id, { run, job });
  else core.gone.delete(job.id);
  if (job.dueAt <= core.now()) makeReady(core, run, job);
  else {
    const payload = { kind: "job" as const, runId: run.record.id, jobId: job.id };
    core.state.timers.set({ id: `job:${job.id}`, order: job.dueAt, payload });
  }
}

export function removeJob(core: Core, run: ActiveRun, jobId: string): void {
  const job = run.jobs.get(jobId);
  if (job) leaveLine(core, job);
  run.jobs.delete(jobId);
  if (run.discoveryJobId === jobId) delete run.discoveryJobId;
  core.dispatcher.withdraw(jobId);
  core.gone.delete(jobId);
  core.state.timers.remove(`job:${jobId}`);
  core.state.remove("jobs", jobId);
}

/** Queues the first call of a run. */
export function queueStart(
  core: Core,
  run: ActiveRun,
  start: Pick<JobRecord, "dueAt" | "throttleKey">,
): void {
  run.discoveryJobId = addJob(core, run, { attempt: 0, ...start }).id;
}
