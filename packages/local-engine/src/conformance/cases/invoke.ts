import { type Inngest, type InngestFunction, invoke, referenceFunction } from "inngest";
import { expect, it } from "vitest";
import * as z from "zod";
import type { Suite } from "../suite.ts";

type Settings = Omit<InngestFunction.Options, "id" | "triggers" | "retries">;

const asked = invoke(z.object({ n: z.number() }));

/** One function that is invoked, under these settings, and one that invokes it for each event `go`. */
function parentAndChild(settings: Settings, timeout?: string) {
  return (inngest: Inngest) => {
    const child = inngest.createFunction(
      { id: "child", triggers: [asked], retries: 0, ...settings },
      async ({ event, events, step }) => {
        await step.run("work", () => event.data.n);
        return events.map(({ data }) => data.n);
      },
    );
    const parent = inngest.createFunction(
      { id: "parent", triggers: [{ event: "go" }] },
      ({ event, step }) => {
        const options = { function: child, data: { n: Number(event.data.n) } };
        return step
          .invoke("ask", timeout === undefined ? options : { ...options, timeout })
          .catch((error: Error) => error.message);
      },
    );
    return [child, parent];
  };
}

const ask = (...numbers: number[]) => numbers.map((n) => ({ name: "go", data: { n } }));

/** What an invoked function is told, what becomes of an invoke, and that an invoked function's flow control holds. */
export function describeInvoke({ needs, start }: Suite): void {
  it("tells an invoked function who invoked it", async () => {
    const engine = await start((inngest) => {
      const child = inngest.createFunction(
        { id: "child", triggers: [invoke(z.looseObject({}))] },
        ({ event }) => [event.name, event.data],
      );
      return [
        child,
        inngest.createFunction({ id: "parent", triggers: [{ event: "go" }] }, ({ step }) =>
          step.invoke("ask", { function: child, data: { a: 1 }, timeout: "1h" }),
        ),
      ];
    });
    const sentAt = engine.now().getTime();
    await engine.send({ name: "go" });
    const parent = await engine.run("parent");
    const [name, data] = Array.isArray(parent.output) ? parent.output : [];
    expect(name).toBe("inngest/function.invoked");
    expect(data).toMatchObject({ a: 1, _inngest: { fn_id: "app-child", source_fn_v: expect.any(Number) } });
    const { correlation_id, expire, ...meta } = Object(data)._inngest;
    expect(correlation_id).toMatch(new RegExp(`^${parent.id}\\.[0-9a-f]{40}$`));
    expect(expire).toBeGreaterThanOrEqual(sentAt + 3_600_000);
    for (const field of ["source_app_id", "source_fn_id", "gid", "name"]) {
      expect(meta[field], field).toEqual(expect.stringMatching(/./));
    }
  });

  needs({ wait: "2s" })("says in the official words what became of an invoke", async () => {
    const engine = await start((inngest) => {
      const slow = inngest.createFunction({ id: "slow", triggers: [] }, ({ step }) =>
        step.sleep("long", "1d"),
      );
      const words = (error: Error) => [error.name, error.message];
      return [
        slow,
        inngest.createFunction({ id: "late", triggers: [{ event: "go" }] }, ({ step }) =>
          step.invoke("ask", { function: slow, timeout: "2s" }).catch(words),
        ),
        inngest.createFunction({ id: "nobody", triggers: [{ event: "go" }] }, ({ step }) =>
          step.invoke("ask", { function: referenceFunction({ functionId: "not-there" }) }).catch(words),
        ),
      ];
    });
    await engine.send({ name: "go" });
    await engine.advance("2s");
    expect((await engine.run("late")).output).toEqual([
      "InngestInvokeTimeoutError",
      "Timed out waiting for invoked function to complete",
    ]);
    expect((await engine.run("nobody")).output).toEqual([
      "Error",
      expect.stringMatching(/^could not find function/),
    ]);
  });

  needs({ wait: "12s" })(
    "puts invoked runs through the function's debounce: one runs, the others wait on",
    async () => {
      const engine = await start(
        parentAndChild({ debounce: { period: "2s", key: "event.data.lacking" } }, "8s"),
      );
      await engine.send(ask(1, 2, 3));
      await engine.advance("4s");
      expect(await engine.runs({ functionId: "child" })).toHaveLength(1);
      const statuses = (await engine.runs({ functionId: "parent" })).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual(["Completed", "Running", "Running"]);
      await engine.advance("8s");
      const late = "Timed out waiting for invoked function to complete";
      const outputs = (await engine.runs({ functionId: "parent" })).map(({ output }) => output);
      expect(outputs.filter((output) => output === late)).toHaveLength(2);
    },
  );

  needs({ wait: "8s" })(
    "does not run an invoked function over its rate limit, and the invoke waits",
    async () => {
      const engine = await start(parentAndChild({ rateLimit: { limit: 1, period: "1h" } }, "6s"));
      await engine.send(ask(1, 2));
      expect(await engine.runs({ functionId: "child" })).toHaveLength(1);
      expect(await engine.runs({ functionId: "parent", status: "Running" })).toHaveLength(1);
      await engine.advance("8s");
      expect(await engine.runs({ functionId: "parent", status: "Completed" })).toHaveLength(2);
    },
  );

  needs({ wait: "12s" })("throttles invoked runs, and each invoke gets the result of its own", async () => {
    const engine = await start(parentAndChild({ throttle: { limit: 1, period: "5s" } }));
    await engine.send(ask(1, 2));
    expect(await engine.runs({ functionId: "parent", status: "Completed" })).toHaveLength(1);
    await engine.advance("7s");
    const outputs = (await engine.runs({ functionId: "parent" })).map(({ output }) => output);
    expect(outputs).toEqual([[1], [2]]);
  });

  needs({ wait: "3s" })(
    "collects invoked runs into batches, and answers every invoke of a batch",
    async () => {
      const engine = await start(parentAndChild({ batchEvents: { maxSize: 2, timeout: "2s" } }));
      await engine.send(ask(1, 2, 3));
      await engine.advance("3s");
      expect(await engine.runs({ functionId: "child" })).toHaveLength(2);
      const outputs = (await engine.runs({ functionId: "parent" })).map(({ output }) => output);
      const texts = outputs.map((output) => JSON.stringify(output)).toSorted();
      const [alone, ...both] = texts.toSorted((a, b) => a.length - b.length);
      expect(JSON.parse(alone ?? "[]")).toHaveLength(1);
      expect(new Set(both).size).toBe(1);
      expect(JSON.parse(`[${alone},${both[0]}]`).flat().toSorted()).toEqual([1, 2, 3]);
    },
  );

  it("runs once when it is invoked twice under one idempotency key", async () => {
    const engine = await start(parentAndChild({ idempotency: "string(event.data.n)" }));
    await engine.send(ask(1, 1, 2));
    expect(await engine.runs({ functionId: "child" })).toHaveLength(2);
    expect(await engine.runs({ functionId: "parent", status: "Running" })).toHaveLength(1);
  });

  needs({ wait: "1h" })("keeps a singleton single when it is invoked", async () => {
    const engine = await start((inngest) => {
      const child = inngest.createFunction(
        { id: "child", triggers: [], singleton: { mode: "skip" } },
        ({ step }) => step.sleep("long", "1h"),
      );
      const parent = inngest.createFunction({ id: "parent", triggers: [{ event: "go" }] }, ({ step }) =>
        step.invoke("ask", { function: child }),
      );
      return [child, parent];
    });
    await engine.send(ask(1, 2));
    expect(await engine.runs({ functionId: "child" })).toHaveLength(1);
    await engine.advance("1h");
    const statuses = (await engine.runs({ functionId: "parent" })).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(["Completed", "Running"]);
  });

  needs({ wait: "5s" })("puts off an invoked run of negative priority", async () => {
    const engine = await start(parentAndChild({ priority: { run: "-2" } }));
    await engine.send(ask(1));
    expect((await engine.run("child")).status).toBe("Queued");
    await engine.advance("5s");
    expect((await engine.run("parent")).output).toEqual([1]);
  });
}
