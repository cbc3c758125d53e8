import type { AttemptRecord, FunctionConfig, StepRecord } from "../core/records.ts";
import { nextAttemptAt } from "../core/retry.ts";
import { groupBy } from "./group-by.ts";
import { errorLiteral, type Failure, literal } from "./test-literals.ts";
import { outputJson } from "./views.ts";

interface Answer {
  at: number;
  stepId: string;
  /** `value: …` or `error: …`. */
  text: string;
}

/** Steps whose answers are a mock's: what ran in the app, and what a model was asked. */
const mocked = new Set(["StepRun", "AIGateway"]);

/** What each try of each step answered, as mocks in the order in which they were tried. */
export function mockLines(config: FunctionConfig | undefined, steps: readonly StepRecord[]): string[] {
  const answers = steps.filter(({ op }) => mocked.has(op)).flatMap((step) => answersOf(config, step));
  const counts = groupBy(answers, ({ stepId }) => stepId);
  return answers
    .toSorted((a, b) => a.at - b.at)
    .map(({ stepId, text }) => {
      const times = (counts.get(stepId)?.length ?? 0) > 1 ? ", times: 1" : "";
      return `engine.mockStep({ functionId, stepId: ${JSON.stringify(stepId)}, ${text}${times} });`;
    });
}

function answersOf(config: FunctionConfig | undefined, step: StepRecord): Answer[] {
  const failures = step.attempts.flatMap((attempt, place) => {
    const failure = failureOf(config, step, attempt, step.attempts[place + 1]);
    return failure ? [{ at: attempt.startedAt, text: `error: ${errorLiteral(failure)}` }] : [];
  });
  const output = outputJson(step);
  const value = output === undefined ? [] : [{ at: lastBegin(step), text: `value: ${literalOf(output)}` }];
  return [...failures, ...value].map((answer) => ({ ...answer, stepId: step.name }));
}

function lastBegin({ attempts, startedAt }: StepRecord): number {
  return attempts.at(-1)?.startedAt ?? startedAt;
}

function literalOf(json: string): string {
  return literal(JSON.parse(json));
}

function failureOf(
  config: FunctionConfig | undefined,
  step: StepRecord,
  { attempt, endedAt, error }: AttemptRecord,
  next: AttemptRecord | undefined,
): Failure | undefined {
  if (!error) return undefined;
  const { name, message } = error;
  const nextAt = next?.startedAt ?? (step.status === "retrying" ? step.dueAt : undefined);
  if (nextAt === undefined) {
    const isFinal = attempt + 1 < (config?.maxAttempts ?? 1);
    return { name, message, ...(isFinal ? { isFinal } : {}) };
  }
  return { name, message, ...retryAfter(attempt, endedAt, nextAt) };
}

/** The wait that was asked for, where it was not the usual one; whole seconds, as the protocol tells it. */
function retryAfter(attempt: number, endedAt: number, nextAt: number): { retryAfter?: number } {
  const usual = nextAttemptAt(attempt, 0);
  const wait = nextAt - endedAt;
  if (Math.abs(wait - usual) <= usual / 10) return {};
  return { retryAfter: Math.max(1, Math.floor(wait / 1_000)) * 1_000 };
}
