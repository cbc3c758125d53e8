import { invokedPriority, mainPriority, type Program } from "../program.ts";
import { type Agenda, createAgenda } from "./agenda.ts";
import { createRun, type ModelFunction, type ModelRun } from "./run.ts";

/** A call to make: one that asks what comes next, or one that runs the step `target`. */
export interface Job {
  run: ModelRun;
  target?: string;
  attempt: number;
}

/** Everything that a program's play consists of. Times are whole seconds since its start. */
export interface World {
  readonly program: Program;
  readonly agenda: Agenda;
  /** In the order in which they began; the first is the program's own. */
  readonly runs: ModelRun[];
  readonly waits: { run: ModelRun; id: string; event: string }[];
  /** How many events of each name there were. */
  readonly events: Record<string, number>;
  queue: Job[];
  now: number;
}

export function createWorld(program: Program): World {
  return { program, agenda: createAgenda(), runs: [], waits: [], events: {}, queue: [], now: 0 };
}

export function countEvent(world: World, event: string): void {
  world.events[event] = (world.events[event] ?? 0) + 1;
}

export function startRun(
  world: World,
  name: string,
  definition: ModelFunction,
  invokedBy?: ModelRun["invokedBy"],
): void {
  const number = world.runs.filter(({ key }) => key.startsWith(`${name}#`)).length;
  const priority = invokedBy ? invokedPriority(invokedBy.id) : mainPriority;
  const run = createRun(`${name}#${number}`, definition, 1_000 * world.now - priority, invokedBy);
  world.runs.push(run);
  ask(world, run);
}

/** The SDK is asked what comes next, once, however many reasons there are. */
export function ask(world: World, run: ModelRun): void {
  if (run.asking === "now") run.askAgain = true;
  if (run.asking !== "no") return;
  run.asking = "queued";
  world.queue.push({ run, attempt: 0 });
}

/** Seconds before the second, third… attempt. */
const backoff = [15, 30];

/** Makes a call again, on the usual schedule or after the seconds that were asked for. */
export function retry(world: World, job: Job, after: number | undefined): void {
  const again = { ...job, attempt: job.attempt + 1 };
  if (job.target === undefined) job.run.asking = "queued";
  world.agenda.put(world.now + (after ?? backoff[job.attempt] ?? 60), () => {
    if (job.run.status === "Running") world.queue.push(again);
  });
}
