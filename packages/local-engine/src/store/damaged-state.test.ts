import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { EventRecord, JobRecord, RunRecord, StepRecord } from "../core/records.ts";
import type { Change, Store } from "../core/store.ts";
import { createRandom } from "../test/random.ts";
import { createSqliteStore } from "./sqlite-store.ts";
import { StateDamagedError } from "./state-damaged.ts";

const names = ["engine.db", "engine.db-wal", "engine.db-commits"];
const numbers = Array.from({ length: 60 }, (_value, index) => String(index).padStart(2, "0"));
let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "local-engine-damaged-"));
  folder = join(parent, "state");
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

const file = (name: string) => join(folder, name);

/** A run in progress with its event, a step and a job. */
function workOf(n: string): Change[] {
  const text = `${n} `.repeat(100);
  const event: EventRecord = {
    id: `event-${n}`,
    name: "go",
    ts: 1,
    receivedAt: 1,
    json: JSON.stringify({ text }),
  };
  const run: RunRecord = {
    id: `run-${n}`,
    functionId: "work",
    appId: "app",
    status: "Running",
    eventIds: [event.id],
    queuedAt: 1,
    attempts: [],
    parallel: false,
    requestVersion: 2,
    rank: 1,
    concurrencyKeys: [],
  };
  const step: StepRecord = {
    runId: run.id,
    id: `step-${n}`,
    op: "StepRun",
    name: "step",
    displayName: "step",
    status: "completed",
    memo: JSON.stringify({ data: text }),
    order: 0,
    attempts: [],
    startedAt: 1,
    endedAt: 1,
  };
  const job: JobRecord = { id: `job-${n}`, runId: run.id, attempt: 0, dueAt: 1 };
  return [
    { table: "events", key: event.id, row: event },
    { table: "runs", key: run.id, row: run },
    { table: "steps", key: `${run.id}/${step.id}`, row: step },
    { table: "jobs", key: job.id, row: job },
  ];
}

/** The folder as an engine leaves it that is killed: half of its work in the file, the rest in the log. */
function leaveState(): void {
  const original = join(parent, "original");
  const first = createSqliteStore({ folder: original });
  for (const n of numbers.slice(0, 30)) first.commit(workOf(n));
  first.close();
  const second = createSqliteStore({ folder: original });
  for (const n of numbers.slice(30)) second.commit(workOf(n));
  mkdirSync(folder);
  for (const name of names) copyFileSync(join(original, name), file(name));
  second.close();
}

/** What of the work a store finds, as ids. */
function found(store: Store): string[] {
  const { runs, jobs } = store.load();
  return [
    ...runs.flatMap(({ run, steps }) => [
      run.id,
      ...run.eventIds.flatMap((id) => store.event(id)?.id ?? []),
      ...steps.map(({ id }) => id),
    ]),
    ...jobs.map(({ id }) => id),
  ].sort();
}

const everything = numbers.flatMap((n) => [`run-${n}`, `event-${n}`, `step-${n}`, `job-${n}`]).sort();

/** The bytes of files as one text each, which compare fast. */
const contentsOf = (paths: string[]) =>
  paths.map((path) => (existsSync(path) ? readFileSync(path, "latin1") : undefined));
const contents = () => contentsOf(names.map(file));

function refusal(): StateDamagedError {
  try {
    createSqliteStore({ folder }).close();
  } catch (error) {
    if (StateDamagedError.isInstance(error)) return error;
    throw error;
  }
  return expect.fail("the state was taken");
}

function setVersion(version: number): void {
  const database = new DatabaseSync(file("engine.db"));
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}

it("takes up what a killed engine left", () => {
  leaveState();
  const store = createSqliteStore({ folder });
  expect(found(store)).toEqual(everything);
  store.close();
});

const damages: [what: string, damage: () => void, message: RegExp][] = [
  [
    "is no database",
    () => writeFileSync(file("engine.db"), "no database at all ".repeat(500)),
    /cannot be read/,
  ],
  [
    "is damaged inside",
    () => writeFileSync(file("engine.db"), readFileSync(file("engine.db")).fill(0x5a, 4_096, 16_384)),
    /cannot be read/,
  ],
  ["is cut to nothing", () => truncateSync(file("engine.db")), /missing or empty/],
  ["is gone", () => rmSync(file("engine.db")), /missing or empty/],
  ["was cut in the middle", () => truncateSync(file("engine.db"), 20_001), /cannot be read|lacks/],
  ["lost its log", () => rmSync(file("engine.db-wal")), /lacks the last 30 of 60 acknowledged writes/],
  ["has a log that was cut", () => truncateSync(file("engine.db-wal"), 100_000), /lacks the last \d+ of 60/],
  ["has a log with a changed byte", () => flip("engine.db-wal", 60_000), /lacks the last \d+ of 60/],
  ["a newer engine wrote", () => setVersion(99), /newer engine .*version 99, this engine knows 4/],
];

function flip(name: string, position: number): void {
  const bytes = readFileSync(file(name));
  bytes[position] = (bytes[position] ?? 0) ^ 0xff;
  writeFileSync(file(name), bytes);
}

it.each(damages)("refuses a state that %s, says what to do and changes nothing", (_what, damage, message) => {
  leaveState();
  damage();
  const before = contents();
  const error = refusal();
  expect(error.message).toMatch(message);
  expect(error.message).toContain(file("engine.db"));
  expect(error.message).toContain("--damaged-state discard");
  expect(contents()).toEqual(before);
  expect(refusal().message).toBe(error.message);
});

it.each(damages)("begins anew when it is told to and the state %s, and keeps it aside", (_what, damage) => {
  leaveState();
  damage();
  const before = contents();
  const told: string[] = [];
  const store = createSqliteStore({
    folder,
    damagedState: "discard",
    onKeptAside: (path) => told.push(path),
  });
  expect(found(store)).toEqual([]);
  store.commit(workOf("00"));
  store.close();
  expect(told).toHaveLength(1);
  const kept = names.map((name) => name.replace("engine.db", told[0] ?? ""));
  expect(contentsOf(kept)).toEqual(before);
  const again = createSqliteStore({ folder });
  expect(found(again)).toHaveLength(4);
  again.close();
});

it("goes on without the writes that are missing when it is told to, and keeps a copy", () => {
  leaveState();
  truncateSync(file("engine.db-wal"), 100_000);
  expect(refusal().lossOnly).toBe(true);
  const store = createSqliteStore({ folder, damagedState: "accept-loss" });
  const left = found(store);
  expect(left.length).toBeGreaterThanOrEqual(30 * 4);
  expect(everything).toEqual(expect.arrayContaining(left));
  store.close();
  expect(readdirSync(folder).filter((name) => name.includes("unreadable"))).toHaveLength(3);
  createSqliteStore({ folder }).close();
});

it("does not go on with a state that cannot be read, also when told to accept a loss", () => {
  leaveState();
  truncateSync(file("engine.db"));
  expect(() => createSqliteStore({ folder, damagedState: "accept-loss" })).toThrow(StateDamagedError);
});

it("takes up a state that the version before wrote", () => {
  leaveState();
  rmSync(file("engine.db-commits"));
  const database = new DatabaseSync(file("engine.db"));
  database.exec("DROP TABLE commits; PRAGMA user_version = 1");
  database.close();
  const store = createSqliteStore({ folder });
  expect(found(store)).toEqual(everything);
  store.commit(workOf("60"));
  store.close();
});

it("refuses tables without a version", () => {
  leaveState();
  setVersion(0);
  expect(refusal().message).toMatch(/older engine/);
});

it("refuses a run in progress whose event is gone", () => {
  leaveState();
  const database = new DatabaseSync(file("engine.db"));
  database.exec("DELETE FROM events WHERE id = 'event-07'");
  database.close();
  expect(refusal().message).toMatch(/event event-07 of the run run-07 is missing/);
});

const trials = Math.max(60, Number(process.env.CRASH_KILLS ?? 0));
const seed = Number(process.env.CRASH_SEED ?? 1);

it(`never loses anything silently when ${trials} states are cut at a random byte`, {
  timeout: 30_000 + trials * 200,
}, () => {
  leaveState();
  const intact = contents();
  const random = createRandom(seed);
  for (let trial = 0; trial < trials; trial++) {
    const [name = "", bytes] = random() < 0.5 ? ["engine.db", intact[0]] : ["engine.db-wal", intact[1]];
    restore(intact);
    const size = Math.floor(random() * (bytes?.length ?? 0));
    truncateSync(file(name), size);
    expect(`${name} cut to ${size}: ${verdict()}`).toMatch(/refused$|complete$/);
  }
});

it(`never loses anything silently when ${trials} states have changed bytes`, {
  timeout: 30_000 + trials * 200,
}, () => {
  leaveState();
  const intact = contents();
  const random = createRandom(seed + 1);
  for (let trial = 0; trial < trials; trial++) {
    const [name = "", bytes] = random() < 0.5 ? ["engine.db", intact[0]] : ["engine.db-wal", intact[1]];
    restore(intact);
    const position = Math.floor(random() * (bytes?.length ?? 0));
    for (let offset = 0; offset < 1 + random() * 8; offset++)
      flip(name, Math.min(position + offset, (bytes?.length ?? 1) - 1));
    expect(`${name} at ${position}: ${verdict()}`).toMatch(/refused$|complete$/);
  }
});

function restore(intact: (string | undefined)[]): void {
  for (const [position, name] of names.entries()) writeFileSync(file(name), intact[position] ?? "", "latin1");
}

function verdict(): string {
  try {
    const store = createSqliteStore({ folder });
    const left = found(store);
    store.close();
    const lost = everything.filter((id) => !left.includes(id));
    return lost.length === 0 ? "complete" : `lost ${lost.join(" ")}`;
  } catch (error) {
    return StateDamagedError.isInstance(error) ? "refused" : String(error);
  }
}
