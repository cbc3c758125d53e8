import type { StepRecord } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";
import { literal, variableName } from "./test-literals.ts";

interface Answer {
  /** Milliseconds that the invoked run took. */
  after: number;
  value?: unknown;
  error?: string;
}

/** A function that answers as the invoked one did. */
interface StandIn {
  appId: string;
  /** Without the app's prefix. */
  id: string;
  answers: Answer[];
}

/** For a run that did not end while the step waited. */
const untilNobodyWaits = 400 * 86_400_000;

/** In place of the functions that a run invoked. */
export function standInsFor(engine: Engine, steps: readonly StepRecord[]): StandIn[] {
  const standIns = new Map<string, StandIn>();
  for (const step of steps.filter(({ op }) => op === "InvokeFunction")) {
    const functionId = String(step.opts?.function_id ?? "");
    const appId = engine.functions().find(({ id }) => id === functionId)?.appId;
    if (appId === undefined) continue;
    const id = functionId.slice(appId.length + 1);
    const standIn = standIns.get(functionId) ?? { appId, id, answers: [] };
    standIn.answers.push(answerOf(engine, step));
    standIns.set(functionId, standIn);
  }
  return [...standIns.values()];
}

function answerOf(engine: Engine, step: StepRecord): Answer {
  const run = step.invokedRunId === undefined ? undefined : engine.run(step.invokedRunId)?.run;
  const endedInTime =
    run?.endedAt !== undefined && (step.endedAt === undefined || run.endedAt <= step.endedAt);
  if (!run || !endedInTime) return { after: untilNobodyWaits };
  const after = (run.endedAt ?? 0) - run.queuedAt;
  if (run.status !== "Completed") return { after, error: run.error?.message ?? run.status };
  return { after, value: JSON.parse(run.output ?? "null") };
}

/** A call of `createFunction` on `client`. */
export function standInLines({ id }: StandIn): string[] {
  return [
    `client.createFunction({ id: ${JSON.stringify(id)}, triggers: [], retries: 0 }, async ({ step }) => {`,
    `  const { after, value, error } = await step.run("answer", () => ${variableName(id)}Answers.shift() ?? { after: 0 });`,
    '  await step.sleep("as-long-as-it-took", after);',
    "  if (error !== undefined) throw new NonRetriableError(error);",
    "  return value;",
    "}),",
  ];
}

export function answerLines({ id, answers }: StandIn): string[] {
  return [
    "/** What the function answered that the run invoked, and after how many milliseconds. */",
    `const ${variableName(id)}Answers: { after: number; value?: unknown; error?: string }[] = ${literal(answers, 0)};`,
  ];
}
