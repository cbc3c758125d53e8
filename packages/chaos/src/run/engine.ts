import * as z from "zod";

const runSchema = z.object({
  id: z.string(),
  functionId: z.string(),
  status: z.enum(["Queued", "Running", "Completed", "Failed", "Cancelled", "Skipped"]),
  queuedAt: z.number(),
});

const stepSchema = z.object({ name: z.string(), status: z.string(), dueAt: z.number().optional() });
const pageSchema = z.object({ rows: z.array(runSchema), next: z.string().optional() });
const detailSchema = runSchema.extend({ steps: z.array(stepSchema) });

type Run = z.infer<typeof runSchema>;

/** A run that should end by itself soon. */
export interface OpenRun {
  runId: string;
  functionId: string;
  /** What it is at, as `send-email retrying`. */
  at: string;
  queuedAt: number;
}

const notBegun = "not begun";

/**
 * Whether it only waits for its turn at the vendor's pace: alerts go one in nine seconds, so a bad night's last ones come long
 * after it, and keep nobody else waiting.
 */
export function isPaced({ functionId, at }: OpenRun): boolean {
  return functionId === "operations-alert-on-failure" && at === notBegun;
}

/** A wait that ends later than this, in milliseconds, is meant: for a decision, a day, a worker to be back. */
const soon = 60_000;
const settledSteps = ["completed", "failed", "cancelled"];

/** The runs that are not over and do not wait for a day to come or a person to act. */
export async function openRuns(engineUrl: string, now = Date.now()): Promise<OpenRun[]> {
  const open: OpenRun[] = [];
  for (const run of await runsWith(engineUrl, "Queued")) open.push(openRun(run, notBegun));
  for (const run of await runsWith(engineUrl, "Running")) {
    const { steps, status } = detailSchema.parse(await read(`${engineUrl}/dashboard/api/runs/${run.id}`));
    if (status !== "Running") continue;
    const pending = steps.filter((step) => !settledSteps.includes(step.status));
    const waiting = pending.filter(
      (step) =>
        step.status === "invoking" ||
        (["sleeping", "waiting"].includes(step.status) && (step.dueAt ?? 0) > now + soon),
    );
    if (pending.length > 0 && waiting.length === pending.length) continue;
    open.push(
      openRun(run, pending.map((step) => `${step.name} ${step.status}`).join(", ") || "between steps"),
    );
  }
  return open;
}

function openRun({ id, functionId, queuedAt }: Run, at: string): OpenRun {
  return { runId: id, functionId, at, queuedAt };
}

export async function runsWith(engineUrl: string, status: Run["status"]): Promise<Run[]> {
  const found: Run[] = [];
  for (let before: string | undefined = ""; before !== undefined; ) {
    const after = before === "" ? "" : `&before=${encodeURIComponent(before)}`;
    const { rows, next } = pageSchema.parse(
      await read(`${engineUrl}/dashboard/api/runs?status=${status}${after}`),
    );
    found.push(...rows);
    before = next;
  }
  return found;
}

async function read(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`The engine answered ${answer.status} to ${new URL(url).pathname}.`);
  return answer.json();
}
