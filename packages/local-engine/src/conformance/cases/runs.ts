import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

/** Runs, steps, retries and their errors. */
export function describeRuns({ needs, start }: Suite): void {
  it("runs each step once and returns the handler's value", async () => {
    const effects: string[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "order", triggers: [{ event: "order.created" }] },
        async ({ event, step }) => {
          const first = await step.run("first", () => effects.push("first"));
          const second = await step.run("second", () => {
            effects.push("second");
            return { total: event.data.total };
          });
          return { first, second };
        },
      ),
    ]);
    await engine.send({ name: "order.created", data: { total: 5 } });
    expect(effects).toEqual(["first", "second"]);
    expect(await engine.run("order")).toMatchObject({
      status: "Completed",
      output: { first: 1, second: { total: 5 } },
    });
  });

  needs({ wait: "1s", steps: true })("tells steps with the same id apart", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "loop", triggers: [{ event: "go" }] }, async ({ step }) => {
        const values: number[] = [];
        for (let round = 0; round < 3; round++) values.push(await step.run("same", () => round * 10));
        await step.sleep("rest", "1s");
        return values;
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("1s");
    expect((await engine.run("loop")).output).toEqual([0, 10, 20]);
    expect((await engine.run("loop")).steps.filter((step) => step.id === "same")).toHaveLength(3);
  });

  needs({ wait: "15s" }).each([{ checkpointing: false }, { checkpointing: { bufferedSteps: 3 } }])(
    "runs the same with %j",
    async (options) => {
      const effects: string[] = [];
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "work", triggers: [{ event: "go" }], retries: 1, ...options },
          async ({ step }) => {
            let sum = 0;
            for (const id of ["a", "b", "c", "d", "e"]) {
              sum += await step.run(id, () => effects.push(id));
            }
            const [left, right] = await Promise.all([
              step.run("left", () => 10),
              step.run("right", () => 20),
            ]);
            await step.run("fails-once", () => {
              if (effects.push("try") === 6) throw new Error("once");
            });
            return sum + left + right;
          },
        ),
      ]);
      await engine.send({ name: "go" });
      await engine.advance("15s");
      expect(effects).toEqual(["a", "b", "c", "d", "e", "try", "try"]);
      expect(await engine.run("work")).toMatchObject({ status: "Completed", output: 45 });
    },
  );

  needs({ wait: "10m", steps: true })(
    "repeats a failing step on Inngest's schedule with growing attempt numbers",
    async () => {
      const tries: { attempt: number; at: string }[] = [];
      let clock: () => Date = () => new Date(0);
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "flaky", triggers: [{ event: "go" }], retries: 3 },
          async ({ step, attempt }) =>
            step.run("call", () => {
              tries.push({ attempt, at: clock().toISOString().slice(11, 19) });
              if (tries.length < 4) throw new Error("not yet");
              return "done";
            }),
        ),
      ]);
      clock = engine.now;
      await engine.send({ name: "go" });
      await engine.advance("10m");
      expect(tries).toEqual([
        { attempt: 0, at: "00:00:00" },
        { attempt: 1, at: "00:00:15" },
        { attempt: 2, at: "00:00:45" },
        { attempt: 3, at: "00:01:45" },
      ]);
      expect(await engine.run("flaky")).toMatchObject({
        status: "Completed",
        output: "done",
        steps: [{ attempts: 4 }],
      });
    },
  );

  needs({ wait: "5m", steps: true })("gives every step its own attempts", async () => {
    const failures = { a: 2, b: 2 };
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "two", triggers: [{ event: "go" }], retries: 2 }, async ({ step }) => {
        await step.run("a", () => {
          if (failures.a-- > 0) throw new Error("a");
        });
        await step.run("b", () => {
          if (failures.b-- > 0) throw new Error("b");
        });
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("5m");
    expect(await engine.run("two")).toMatchObject({
      status: "Completed",
      steps: [{ attempts: 3 }, { attempts: 3 }],
    });
  });

  needs({ wait: "2h" })("waits as long as RetryAfterError asks", async () => {
    let tries = 0;
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "busy", triggers: [{ event: "go" }] }, async ({ step }) =>
        step.run("call", () => {
          if (tries++ === 0) throw new RetryAfterError("busy", "2h");
        }),
      ),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("119m");
    expect(tries).toBe(1);
    await engine.advance("1m");
    expect(tries).toBe(2);
  });

  needs({ wait: "1d" })("does not repeat after a NonRetriableError, inside a step or outside", async () => {
    let tries = 0;
    const fail = () => {
      tries++;
      throw new NonRetriableError("wrong for good");
    };
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "in-step", triggers: [{ event: "in" }] }, async ({ step }) =>
        step.run("call", fail),
      ),
      inngest.createFunction({ id: "outside", triggers: [{ event: "out" }] }, async () => fail()),
    ]);
    await engine.send([{ name: "in" }, { name: "out" }]);
    await engine.advance("1d");
    expect(tries).toBe(2);
    for (const id of ["in-step", "outside"]) {
      expect(await engine.run(id)).toMatchObject({ status: "Failed", error: { message: "wrong for good" } });
    }
  });

  needs({ wait: "1d", steps: true })("repeats the function body when it throws outside a step", async () => {
    const attempts: number[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "body", triggers: [{ event: "go" }], retries: 2 },
        async ({ step, attempt }) => {
          await step.run("kept", () => 1);
          attempts.push(attempt);
          throw new Error("broken");
        },
      ),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("1d");
    expect(attempts).toEqual([0, 1, 2]);
    expect(await engine.run("body")).toMatchObject({ status: "Failed", steps: [{ attempts: 1 }] });
  });

  needs({ wait: "1h", steps: true })("lets the handler catch a step's final error", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "careful", triggers: [{ event: "go" }], retries: 1 }, async ({ step }) => {
        try {
          await step.run("charge", () => {
            throw new TypeError("card refused");
          });
        } catch (error) {
          return step.run("refund", () => (error instanceof Error ? error.message : ""));
        }
        return "charged";
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("1h");
    const run = await engine.run("careful");
    expect(run).toMatchObject({ status: "Completed", output: "card refused" });
    expect(run.steps).toMatchObject([
      { id: "charge", status: "failed", attempts: 2 },
      { id: "refund", status: "completed" },
    ]);
  });

  needs({ wait: "1d" })("runs onFailure once, with the event and the error", async () => {
    const told: unknown[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction(
        {
          id: "doomed",
          triggers: [{ event: "go" }],
          retries: 0,
          onFailure: async ({ event, error, step }) => {
            await step.run("tell", () => told.push([event.data.event.data, error.message]));
          },
        },
        async () => {
          throw new Error("no stock");
        },
      ),
    ]);
    await engine.send({ name: "go", data: { orderId: "ord_1" } });
    await engine.advance("1d");
    expect(told).toEqual([[{ orderId: "ord_1" }, "no stock"]]);
    expect((await engine.run("doomed-failure")).status).toBe("Completed");
  });

  it("emits lifecycle events, but not for runs that they started", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "good", triggers: [{ event: "good" }] }, async () => "fine"),
      inngest.createFunction({ id: "bad", triggers: [{ event: "bad" }], retries: 0 }, async () => {
        throw new Error("oh");
      }),
      inngest.createFunction(
        { id: "watch", triggers: [{ event: "inngest/function.finished" }] },
        async ({ event }) => event.data,
      ),
    ]);
    await engine.send({ name: "good", data: { a: 1 } });
    await engine.send({ name: "bad" });
    const [first] = await engine.events({ name: "inngest/function.finished" });
    expect(first?.data).toMatchObject({
      function_id: "app-good",
      result: "fine",
      event: { name: "good", data: { a: 1 } },
    });
    expect(await engine.events({ name: "inngest/function.finished" })).toHaveLength(2);
    expect(await engine.events({ name: "inngest/function.failed" })).toHaveLength(1);
    expect(await engine.runs({ functionId: "watch" })).toHaveLength(2);
  });
}
