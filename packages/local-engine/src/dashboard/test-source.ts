import type { StepRecord } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";
import type { RunDetail } from "../engine/queries.ts";
import { groupBy } from "./group-by.ts";
import { laterActions, startActions } from "./test-actions.ts";
import { literal, timeLiteral, variableName } from "./test-literals.ts";
import { mockLines } from "./test-mocks.ts";
import { answerLines, standInLines, standInsFor } from "./test-stand-ins.ts";
import { outputJson } from "./views.ts";

/** Milliseconds by which a wait of whole seconds may differ from the one that was. */
const retryTolerance = 1_000;

/**
 * A vitest test that plays a run again on the test engine: its events at their times, and for each step what it
 * answered.
 */
export function createTestSource(engine: Engine, detail: RunDetail): string {
  const body = [...appLines(engine, detail), "", ...testLines(engine, detail)].join("\n");
  return `${[...importLines(detail, body), "", body].join("\n")}\n`;
}

function importLines({ run }: RunDetail, body: string): string[] {
  const fromSdk = ["Inngest", "NonRetriableError", "RetryAfterError"].filter((name) =>
    body.includes(`new ${name}(`),
  );
  return [
    'import { createTestEngine, type TestClientOptions } from "@org/local-engine/test";',
    'import "@org/local-engine/vitest";',
    ...(fromSdk.length === 0 ? [] : [`import { ${fromSdk.join(", ")} } from "inngest";`]),
    'import { expect, it } from "vitest";',
    "// Where your tests make the app: (options) => ({ client, functions }), with `new Inngest({ …, ...options })`.",
    `import { ${variableName(run.appId)} } from "./${run.appId}.ts";`,
  ];
}

/** The app with the run's function alone, so that its events start nothing else, and stand-ins for what it invoked. */
function appLines(engine: Engine, { run, steps }: RunDetail): string[] {
  const standIns = standInsFor(engine, steps);
  const own = standIns.filter(({ appId }) => appId === run.appId).flatMap(standInLines);
  const foreign = groupBy(
    standIns.filter(({ appId }) => appId !== run.appId),
    ({ appId }) => appId,
  );
  return [
    `const functionId = ${JSON.stringify(run.functionId)};`,
    ...standIns.flatMap((standIn) => ["", ...answerLines(standIn)]),
    "",
    "const app = (options: TestClientOptions) => {",
    `  const { client, functions } = ${variableName(run.appId)}(options);`,
    "  const wanted = functions.filter((each) => each.id(client.id) === functionId);",
    ...(own.length === 0
      ? ["  return { client, functions: wanted };"]
      : [
          "  const standIns = [",
          ...indented(own, 4),
          "  ];",
          "  return { client, functions: [...wanted, ...standIns] };",
        ]),
    "};",
    ...[...foreign].flatMap(([appId, some]) => [
      "",
      `const ${variableName(appId)} = (options: TestClientOptions) => {`,
      `  const client = new Inngest({ id: ${JSON.stringify(appId)}, ...options });`,
      "  const functions = [",
      ...indented(some.flatMap(standInLines), 4),
      "  ];",
      "  return { client, functions };",
      "};",
    ]),
  ];
}

function testLines(engine: Engine, detail: RunDetail): string[] {
  const { run, steps } = detail;
  const config = engine.functions().find(({ id }) => id === run.functionId);
  const starts = startActions(detail);
  const begin = (starts[0]?.at ?? run.queuedAt) - (run.cron === undefined ? 0 : retryTolerance);
  const apps = appNames(engine, detail);
  const fetching = fetchLines(steps);
  const title = `${run.functionId} does again what it did in run ${run.id}`;
  const actions = [...starts, ...laterActions(engine, detail, config)];
  const end = Math.max(run.endedAt ?? engine.now(), ...actions.map(({ at }) => at));
  return [
    `it(${JSON.stringify(title)}, async () => {`,
    ...indented(fetching, 2),
    `  const engine = createTestEngine({ apps: [${apps.join(", ")}], now: ${timeLiteral(begin)}${fetching.length === 0 ? "" : ", fetch"} });`,
    ...indented(mockLines(config, steps), 2),
    "",
    "  await engine.runUntilIdle();",
    ...indented(
      actions.flatMap(({ at, lines }) => [...moveLines(at, begin, detail), ...lines]),
      2,
    ),
    ...indented(moveLines(end, begin, detail), 2),
    "",
    "  const run = engine.run(functionId);",
    ...indented(expectLines(detail), 2),
    "});",
  ];
}

function appNames(engine: Engine, { run, steps }: RunDetail): string[] {
  const foreign = standInsFor(engine, steps).filter(({ appId }) => appId !== run.appId);
  return ["app", ...new Set(foreign.map(({ appId }) => variableName(appId)))];
}

/** Moves the time on; after failed tries a little further, since waits between tries are told in whole seconds. */
function moveLines(at: number, begin: number, { run, steps }: RunDetail): string[] {
  const attempts = [...run.attempts, ...steps.flatMap((step) => step.attempts)];
  const failed = attempts.filter(({ error, endedAt }) => error && endedAt < at).length;
  const time = at + failed * retryTolerance;
  return time <= begin ? [] : [`await engine.advanceTo(${timeLiteral(time)});`];
}

/** Answers of `step.fetch`, in order. */
function fetchLines(steps: readonly StepRecord[]): string[] {
  const answers = steps.filter(({ op }) => op === "Gateway").flatMap((step) => outputJson(step) ?? []);
  if (answers.length === 0) return [];
  return [
    `const answers = ${literal(answers.map((json) => JSON.parse(json)))};`,
    "const fetch = async () => {",
    '  const { status_code: status, headers, body } = answers.shift() ?? { status_code: 500, headers: {}, body: "" };',
    "  return new Response(body, { status, headers });",
    "};",
  ];
}

function expectLines({ run, steps }: RunDetail): string[] {
  const result =
    run.status === "Completed"
      ? [`expect(run.output).toEqual(${literal(JSON.parse(run.output ?? "null"))});`]
      : run.status === "Failed"
        ? [`expect(run.error?.message).toBe(${JSON.stringify(run.error?.message ?? "")});`]
        : [];
  const byName = groupBy(steps, ({ name }) => name);
  const lines = [...byName].map(([name, uses]) => expectStep(name, uses));
  const status = run.status === "Queued" ? "Running" : run.status;
  return [`expect(run.status).toBe(${JSON.stringify(status)});`, ...result, ...lines];
}

function expectStep(name: string, uses: StepRecord[]): string {
  const [step] = uses;
  const id = JSON.stringify(name);
  const isRun = uses.every(({ op, status }) => op === "StepRun" && status === "completed");
  if (!isRun || !step) {
    const statuses = uses.map(({ status }) => status).toSorted();
    return `expect(run.steps.filter(({ id }) => id === ${id}).map(({ status }) => status).sort()).toEqual(${JSON.stringify(statuses)});`;
  }
  const counts = uses.length > 1 ? `{ times: ${uses.length} }` : `{ attempts: ${step.attempts.length} }`;
  return `expect(run).toHaveRunStep(${id}, ${counts});`;
}

function indented(lines: string[], by: number): string[] {
  return lines.map((line) => " ".repeat(by) + line);
}
