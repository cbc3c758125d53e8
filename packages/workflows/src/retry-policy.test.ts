import { createRequire } from "node:module";
import { IntegrationError } from "@org/integrations/error";
import { createTestEngine } from "@org/local-engine/test";
import type { StepFailures } from "@org/stores/step-failures/port";
import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, it, onTestFinished } from "vitest";
import { workflowClient } from "./client.ts";
import {
  defaultRetries,
  RetryPolicy,
  retries,
  retryDelay,
  retryJitter,
  toInngestError,
} from "./retry-policy.ts";

/** Inngest's CommonJS build has classes of its own, as another installed version would. */
const otherCopy: typeof import("inngest") = createRequire(import.meta.url)("inngest");

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe("retryDelay", () => {
  it("waits 1 s, 5 s and 15 s, then 30 s doubling up to 5 min", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 20].map(retryDelay)).toEqual([
      1_000, 5_000, 15_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000,
    ]);
  });
});

describe("retryJitter", () => {
  const runs = Array.from({ length: 3_000 }, (_none, number) => `01M6D8AXA0H9ZQCV2SK02D${number}`);

  it.each([
    [0, 1],
    [1, 3],
    [2, 8],
    [3, 15],
    [20, 60],
  ])("adds whole seconds to the wait after attempt %i, up to %i, spread evenly", (attempt, most) => {
    const seconds = runs.map((runId) => retryJitter(attempt, runId) / 1_000);
    expect(new Set(seconds)).toEqual(new Set(Array.from({ length: most + 1 }, (_none, each) => each)));
    const mean = seconds.reduce((total, each) => total + each) / runs.length;
    expect(Math.abs(mean - most / 2)).toBeLessThan(0.1 * most);
  });

  it("is the same for a run and an attempt each time, and another for the next attempt", () => {
    expect(runs.map((runId) => retryJitter(3, runId))).toEqual(runs.map((runId) => retryJitter(3, runId)));
    expect(runs.map((runId) => retryJitter(3, runId))).not.toEqual(
      runs.map((runId) => retryJitter(4, runId)),
    );
  });
});

describe("toInngestError", () => {
  /** Of a run whose jitter is nothing at the attempts of these tests. */
  const runId = "run_51";

  const failure = { port: "email", vendor: "resend" };

  it("does not try a final or an ambiguous failure again", () => {
    for (const kind of ["final", "ambiguous"] as const) {
      const error = toInngestError(new IntegrationError("refused", { ...failure, kind }), 0, runId);
      expect(error).toBeInstanceOf(NonRetriableError);
    }
  });

  it("waits as long as the vendor asks when that is longer than the policy", () => {
    const limited = new IntegrationError("slow down", {
      ...failure,
      kind: "retryable",
      status: 429,
      retryAfter: 42_000,
    });
    expect(toInngestError(limited, 0, runId)).toMatchObject({ name: "RetryAfterError", retryAfter: "42" });
    expect(toInngestError(limited, 5, runId)).toMatchObject({ name: "RetryAfterError", retryAfter: "120" });
    const waits = ["run_1", "run_2", "run_3", "run_4"].map((other) => toInngestError(limited, 5, other));
    expect(new Set(waits.map((wait) => Object(wait).retryAfter)).size).toBeGreaterThan(1);
  });

  it("drops the cause, which may quote personal data, and keeps where the error came from", () => {
    const original = new Error("insert failed", {
      cause: new Error("Key (email)=(asha@example.com) exists"),
    });
    const translated = toInngestError(original, 1, runId);
    expect(translated).toBeInstanceOf(RetryAfterError);
    expect(translated.cause).toBeUndefined();
    expect(translated.stack).toBe(original.stack);
  });

  it("leaves an error alone that already says when to retry", () => {
    const own = new RetryAfterError("come back", "1h");
    expect(toInngestError(own, 0, runId)).toBe(own);
  });

  it("leaves errors of another copy of the SDK alone", () => {
    expect(otherCopy.NonRetriableError).not.toBe(NonRetriableError);
    for (const own of [new otherCopy.NonRetriableError("no"), new otherCopy.RetryAfterError("later", "1h")])
      expect(toInngestError(own, 0, runId)).toBe(own);
  });

  it("recognises a port's error of another copy of its package", async () => {
    const url = new URL("../node_modules/@org/integrations/dist/error.js?copy", import.meta.url).href;
    const copy: typeof import("@org/integrations/error") = await import(/* @vite-ignore */ url);
    const refused = new copy.IntegrationError("refused", { ...failure, kind: "final" });
    expect(refused).not.toBeInstanceOf(IntegrationError);
    expect(toInngestError(refused, 0, runId)).toBeInstanceOf(NonRetriableError);
    const passing = new copy.IntegrationError("away", { ...failure, kind: "retryable" });
    expect(toInngestError(passing, 0, runId)).toBeInstanceOf(RetryAfterError);
  });
});

describe("a function with the policy", () => {
  it.each([
    ["a step gives up", "step", 1],
    ["it gives up itself", "function", 1],
    ["nothing says that it is for good", "other", 4],
  ])(
    "ends after as many attempts as it should when %s, with errors of another copy",
    async (_when, where, attempts) => {
      let tried = 0;
      const fail = () => {
        tried += 1;
        throw where === "other" ? new Error("passing") : new otherCopy.NonRetriableError("for good");
      };
      const engine = createTestEngine({
        apps: [
          (options) => {
            const client = workflowClient("app", { ...options, logger: silent });
            const gives = client.createFunction(
              { id: "fails", triggers: [{ event: "go" }], retries: 3 },
              ({ step }) => (where === "function" ? fail() : step.run("fail", fail)),
            );
            return { client, functions: [gives] };
          },
        ],
      });
      await engine.send({ name: "go", data: {} });
      await engine.advance("1h");
      expect(engine.run("fails").status).toBe("Failed");
      expect(tried).toBe(attempts);
      await engine.close();
    },
  );
});

describe("a function whose failures are counted", () => {
  /** Counts as the store does. */
  function countedFailures() {
    const seen = new Map<string, { failures: number; attempt: number }>();
    return {
      async add({ runId, step, attempt }: { runId: string; step: string; attempt: number }) {
        const { failures, attempt: last } = seen.get(runId + step) ?? { failures: 0, attempt: -1 };
        const count = attempt > last ? failures + 1 : failures;
        seen.set(runId + step, { failures: count, attempt: Math.max(attempt, last) });
        return count;
      },
    };
  }

  function start(stepFailures: Pick<StepFailures, "add">, options: object = { retries: defaultRetries }) {
    const tries: number[] = [];
    const engine = createTestEngine({
      apps: [
        (clientOptions) => {
          const client = workflowClient("app", { ...clientOptions, logger: silent, stepFailures });
          const work = client.createFunction(
            { id: "work", triggers: [{ event: "go" }], ...options },
            ({ step, attempt }) =>
              step.run("work", () => {
                tries.push(attempt);
              }),
          );
          return { client, functions: [work] };
        },
      ],
    });
    onTestFinished(() => engine.close());
    return { engine, tries };
  }
  const work = { functionId: "work", stepId: "work" };

  it.each([
    ["as the product does", retries(3, "Why."), 21_000, 33_000],
    [
      "as it says itself, the last for all that follow",
      retries(3, "Why.", [2_000, 60_000]),
      122_000,
      183_000,
    ],
  ])("waits %s", async (_how, options, least, most) => {
    const { engine } = start(countedFailures(), options);
    engine.faults.failStep({ ...work, attempts: 3 });
    const began = engine.now().getTime();
    await engine.send({ name: "go", data: {} });
    await engine.advance("1h");
    const waited = Number(engine.run("work").steps[0]?.endedAt) - began;
    expect(waited).toBeGreaterThanOrEqual(least);
    expect(waited).toBeLessThanOrEqual(most);
  });

  it("has all its retries left after its worker was lost more often than it may fail", async () => {
    const { engine } = start(countedFailures());
    engine.faults.loseAnswer({ ...work, times: 6 });
    await engine.send({ name: "go", data: {} });
    await engine.advance("9m");
    engine.faults.failStep({ ...work, attempts: 3 });
    await engine.advance("1h");
    expect(engine.run("work").status).toBe("Completed");
  });

  it.each([
    [{ retries: defaultRetries }, 3],
    [retries(5, "Why."), 5],
  ])("fails for good when it has failed as often as it may, and no sooner: %j", async (options, most) => {
    for (const attempts of [most, most + 1]) {
      const { engine } = start(countedFailures(), options);
      engine.faults.failStep({ ...work, attempts });
      await engine.send({ name: "go", data: {} });
      await engine.advance("3h");
      expect(engine.run("work").status).toBe(attempts === most ? "Completed" : "Failed");
    }
  });

  it("fails for no answer of 429, which uses up none of its retries, until the engine's end of over an hour", async () => {
    const limited = new IntegrationError("slow down", {
      ...{ port: "email", vendor: "resend", kind: "retryable", status: 429, retryAfter: 2_000 },
    });
    const { engine } = start(countedFailures());
    engine.faults.failStep({ ...work, attempts: 16, error: limited });
    await engine.send({ name: "go", data: {} });
    await engine.advance("50m");
    engine.faults.failStep({ ...work, attempts: 3 });
    await engine.advance("1h");
    expect(engine.run("work").status).toBe("Completed");

    const { engine: second } = start(countedFailures());
    second.faults.failStep({ ...work, attempts: 100, error: limited });
    await second.send({ name: "go", data: {} });
    await second.advance("1h");
    expect(second.run("work").status).toBe("Running");
    await second.advance("1h");
    expect(second.run("work").status).toBe("Failed");
  });

  it("goes on trying while nobody can count, as long as the engine does", async () => {
    const away = { add: () => Promise.reject(new Error("the database is away")) };
    const { engine } = start(away);
    engine.faults.failStep({ ...work, attempts: 10 });
    await engine.send({ name: "go", data: {} });
    await engine.advance("1h");
    expect(engine.run("work").status).toBe("Completed");
    const { engine: second } = start(away);
    second.faults.failStep({ ...work, attempts: 100 });
    await second.send({ name: "go", data: {} });
    await second.advance("3h");
    expect(second.run("work").status).toBe("Failed");
  });
});

it("does not run a function again for an invocation that failed, when another copy of the SDK runs it", async () => {
  let runs = 0;
  const engine = createTestEngine({
    apps: [
      (options) => {
        const client = new otherCopy.Inngest({
          ...{ id: "app", ...options, logger: silent, middleware: [RetryPolicy] },
        });
        const nobody = otherCopy.referenceFunction({ functionId: "nobody" });
        const asks = client.createFunction(
          { id: "asks", triggers: [{ event: "go" }], retries: 3 },
          ({ step }) => {
            runs += 1;
            return step.invoke("ask", { function: nobody });
          },
        );
        return { client, functions: [asks] };
      },
    ],
  });
  await engine.send({ name: "go", data: {} });
  await engine.advance("1h");
  expect(engine.run("asks").status).toBe("Failed");
  // Once up to the invocation, and once to be told that it failed.
  expect(runs).toBe(2);
  await engine.close();
});

it("keeps the reason beside an unusual number of retries, where the engine is not told of it", () => {
  const client = workflowClient("app");
  const patient = client.createFunction(
    { id: "patient", triggers: [{ event: "go" }], ...retries(20, "It is owed.") },
    () => {},
  );
  expect(patient.opts).toMatchObject({ retries: 20, retriesReason: "It is owed." });
});
