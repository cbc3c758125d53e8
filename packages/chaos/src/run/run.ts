import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPool, type Pool } from "@org/stores/postgres";
import type { ChaosOptions } from "../options.ts";
import { describeFault } from "../plan/faults.ts";
import { drawPlan } from "../plan/plan.ts";
import { createReport, type Report } from "../report/report.ts";
import { type ChaosStack, createChaosStack } from "../stack/start-stack.ts";
import { compare } from "../world/compare.ts";
import { readShelf, readSnapshot } from "../world/read-snapshot.ts";
import type { Snapshot } from "../world/snapshot.ts";
import { type Cast, gatherCast, stockUp } from "./cast.ts";
import { type Drained, describeOpen, drain, type Open } from "./drain.ts";
import { type Journal, openJournal } from "./journal.ts";
import { letPeopleAct } from "./people.ts";
import { replayOpenLetters } from "./replay.ts";
import { mendAll, strike } from "./strike.ts";

export interface RunInput {
  options: ChaosOptions;
  folder: string;
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
  say(line: string): void;
}

/** Replays of what failed in a replay, before it is left to a person. */
const replayRounds = 3;

/** Plays one plan and compares what is left with what people were told. Everything it starts has ended by then. */
export async function runChaos(input: RunInput): Promise<Report> {
  const stack = await createChaosStack(input.folder, input.environment);
  const pool = createPool({ databaseUrl: stack.urls.database });
  try {
    return await play(input, stack, pool);
  } finally {
    await pool.end().catch(() => {});
    await stack.stop();
  }
}

async function play(input: RunInput, stack: ChaosStack, pool: Pool): Promise<Report> {
  const { options, folder, say, signal } = input;
  await open(stack, pool);
  signal.throwIfAborted();
  say("Everything runs; people sign in.");
  const cast = await gatherCast(stack, pool);
  const onWait = (left: Open) => say(`Still open: ${describeOpen(left)}`);
  const rest = (seconds: number) => drain(stack, pool, { seconds, signal, onWait });
  await rest(60);
  const shelf = await readShelf(pool);
  const journal = openJournal(folder);
  const began = Date.now();
  await act(input, stack, cast, journal);
  const worked = Date.now();
  signal.throwIfAborted();
  say(
    `${journal.acts.length} acts, ${journal.faults.length} faults. Everything is mended and comes to rest.`,
  );
  const drained = await rest(options.drain);
  const look = () => readSnapshot(stack, pool, journal.acts, shelf);
  const before = await look();
  const replayBegan = Date.now();
  const after = await replay(before, pool, options.drain, rest, look, say);
  keep(folder, { before, after: after.snapshot });
  const report = createReport({
    options,
    acts: journal.acts,
    faults: journal.faults,
    endedByItself: stack.endedByItself,
    lettersBefore: before.letters,
    findingsBefore: compare(before, journal.acts).findings.length,
    seen: compare(after.snapshot, journal.acts),
    open: (after.drained ?? drained).open,
    took: { work: worked - began, drain: drained.took, replay: Date.now() - replayBegan },
  });
  writeFileSync(join(folder, "report.json"), JSON.stringify(report, null, 2));
  return report;
}

/** Brings everything up in the order in which it is needed, with full shelves. */
async function open({ parts, operate }: ChaosStack, pool: Pool): Promise<void> {
  await Promise.all([parts.postgres.start(), parts.redis.start(), parts.engine.start()]);
  await operate("migrate", "demo-data");
  await stockUp(pool);
  await operate("reindex");
  await Promise.all([parts.worker.start(), parts.web.start(), parts.relay.start()]);
}

/** People act while the plan is carried out; afterwards everything is mended, also when it was given up. */
async function act(
  { options, signal, say }: RunInput,
  stack: ChaosStack,
  cast: Cast,
  journal: Journal,
): Promise<void> {
  let isOver = false;
  const { seed, kills, people: count } = options;
  const people = letPeopleAct({ cast, journal, seed, count }, () => isOver || signal.aborted);
  try {
    await strike({
      stack,
      journal,
      plan: drawPlan(seed, kills),
      signal,
      onFault: ({ number, fault }, total) => {
        say(
          `${number}/${total} ${describeFault(fault)} (${journal.acts.length} acts, ${journal.answered()} acknowledged)`,
        );
      },
    });
  } finally {
    isOver = true;
    await mendAll(stack);
    await people;
  }
}

/** Does what an operator does with what failed for good, until nothing of it is left or it fails again and again. */
async function replay(
  first: Snapshot,
  pool: Pool,
  seconds: number,
  rest: (seconds: number) => Promise<Drained>,
  look: () => Promise<Snapshot>,
  say: (line: string) => void,
): Promise<{ snapshot: Snapshot; drained?: Drained }> {
  let snapshot = first;
  let drained: Drained | undefined;
  for (let round = 1; round <= replayRounds; round++) {
    if (!snapshot.letters.some(({ status }) => status === "open")) break;
    say(`${await replayOpenLetters(pool)} dead letters are replayed.`);
    drained = await rest(seconds);
    snapshot = await look();
  }
  return { snapshot, drained };
}

/** What was seen, for whoever looks into a difference. */
function keep(folder: string, snapshots: Record<string, Snapshot>): void {
  for (const [name, { messages, search, cache, shelf, ...snapshot }] of Object.entries(snapshots)) {
    const maps = { search: [...search], cache: [...cache], shelf: [...shelf] };
    const told = messages.map(({ html: _html, resource: _resource, ...message }) => message);
    writeFileSync(
      join(folder, `${name}.json`),
      JSON.stringify({ ...snapshot, ...maps, messages: told }, null, 1),
    );
  }
}
