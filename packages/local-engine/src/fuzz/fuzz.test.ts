import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeDifference, fuzz, replay } from "./fuzz.ts";
import { generateProgram } from "./generate.ts";
import { type Node, type Program, stepNames } from "./program.ts";
import { parseRegressions, readRegressions } from "./regressions.ts";
import { shrink } from "./shrink.ts";
import { difference, type Trace } from "./trace.ts";

/** Each hour plays other functions; after all windows they have been 10,000. */
const count = Number(process.env.FUZZ_COUNT ?? 60);
const windows = Math.ceil(10_000 / count);
const from = Number(process.env.FUZZ_SEED ?? (Math.floor(Date.now() / 3_600_000) % windows) * count);

const plain: Program = {
  checkpointing: false,
  retries: 0,
  optimizeParallelism: true,
  body: [],
  children: [],
  script: [],
};

describe("the engine over HTTP and the test engine do what the model of the protocol says", () => {
  it(`for the functions of the seeds ${from} to ${from + count - 1}`, { timeout: 300_000 }, async () => {
    const differences = await fuzz({ from, count });
    expect(differences.map(describeDifference).join("\n\n")).toBe("");
  });

  it("for every program that once differed", async () => {
    const differences = await replay(readRegressions().map(({ program }) => program));
    expect(differences.map(describeDifference).join("\n\n")).toBe("");
  });
});

const groupsIn = (nodes: readonly Node[]): number[] =>
  nodes.flatMap((node) => {
    if (node.kind === "try") return groupsIn(node.body);
    if (node.kind === "group") return [node.branches.length, ...node.branches.flatMap(groupsIn)];
    return [];
  });

describe("the programs", () => {
  const programs = Array.from({ length: 2_000 }, (_value, seed) => generateProgram(seed));

  it("are the same for the same seed", () => {
    expect(generateProgram(7)).toEqual(programs[7]);
  });

  it("have up to 30 steps and 4 branches, and everything that a function may do", () => {
    const steps = programs.map(({ body }) => stepNames(body).length);
    expect([Math.min(...steps), Math.max(...steps)]).toEqual([1, 30]);
    expect(Math.max(...programs.flatMap(({ body }) => groupsIn(body)))).toBe(4);
    const text = JSON.stringify(programs);
    for (const kind of ["run", "repeat", "sleep", "wait", "invoke", "send", "throw", "try", "group"])
      expect(text).toContain(`{"kind":"${kind}"`);
    for (const how of ["error", "final", "after"]) expect(text).toContain(`"how":"${how}"`);
    for (const part of [
      '"combine":"race","raceMode":true',
      '"combine":"all","raceMode":true',
      '"does":"cancel"',
    ])
      expect(text).toContain(part);
  });
});

it("finds a difference, and makes its program small", async () => {
  const isWrong = (candidate: Program) => JSON.stringify(candidate).includes('"invoke"');
  const seeds = Array.from({ length: 100 }, (_value, seed) => seed);
  const program = seeds.map(generateProgram).find((drawn) => isWrong(drawn) && drawn.script.length > 0);
  if (!program) throw new Error("none of a hundred programs invokes");
  const small = await shrink(program, async (candidate) => isWrong(candidate));
  expect(small).toMatchObject({ ...plain, body: [{ kind: "invoke" }], children: [expect.anything()] });
});

it("sees where two traces part, in a line, in a run or in the events", () => {
  const trace: Trace = { runs: [{ key: "main#0", lines: ["@0 asks", "Completed null"] }], events: { go: 1 } };
  expect(difference(trace, structuredClone(trace))).toBeUndefined();
  const others: Trace[] = [
    { ...trace, runs: [{ key: "main#0", lines: ["@0 asks", "@0 asks", "Completed null"] }] },
    { ...trace, runs: [...trace.runs, { key: "c0#0", lines: [] }] },
    { ...trace, events: { go: 1, e0: 1 } },
    { ...trace, events: {} },
  ];
  for (const other of others)
    expect(difference(trace, other)).toMatch(/expected\n {4}run main#0[\s\S]*actual\n {4}run main#0/);
});

it("keeps the model apart from the engine: what it is made of imports nothing else", () => {
  const files = [
    ...globSync("model/*.ts", { cwd: import.meta.dirname }),
    "body.ts",
    "program.ts",
    "trace.ts",
  ];
  const imported = files.flatMap((file) => {
    const source = readFileSync(join(import.meta.dirname, file), "utf8");
    return [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, path = ""]) =>
      join(dirname(file), path),
    );
  });
  expect(imported.filter((path) => !files.includes(path))).toEqual([]);
  expect(imported.length).toBeGreaterThan(10);
});

it("refuses a kept program that is none, and says where", () => {
  const program = { ...plain, body: [{ kind: "run" }] };
  expect(() => parseRegressions([{ seed: 1, about: "Why.", program }])).toThrow(/program\.body\[0\]\.id/);
});

it("shows the seed, the program and both traces", () => {
  const text = describeDifference({ seed: 3, program: plain, found: "  expected\n  actual" });
  expect(text).toBe(
    `the program of seed 3 differs; made small it is\n  ${JSON.stringify(plain)}\n  expected\n  actual`,
  );
});
