import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { createDefer } from "inngest/experimental";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSqliteStore } from "../store/sqlite-store.ts";
import { createTestEngine, type TestClientOptions } from "../test/index.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };
let folder: string;
let effects: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-engine-recovery-"));
  effects = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** An app that waits in every way that the engine has to remember. */
function app(options: TestClientOptions) {
  const inngest = new Inngest({ id: "app", logger: quiet, ...options });
  const effect = (id: string) => () => effects.push(id);
  const child = inngest.createFunction({ id: "child", triggers: [] }, async ({ step }) => {
    await step.sleep("nap", "1h");
    return "from child";
  });
  const deferred = createDefer(inngest, { id: "deferred" }, async ({ event }) => event.data);
  const functions = [
    child,
    inngest.createFunction({ id: "sleeps", triggers: [{ event: "go" }] }, async ({ step }) => {
      await step.run("before", effect("before"));
      await step.sleep("nap", "2d");
      await step.run("after", effect("after"));
    }),
    inngest.createFunction({ id: "waits", triggers: [{ event: "go" }] }, async ({ step }) => {
      const found = await step.waitForEvent("answer", { event: "answer", timeout: "7d", match: "data.key" });
      return found?.data.text;
    }),
    inngest.createFunction({ id: "signalled", triggers: [{ event: "go" }] }, async ({ step, defer }) => {
      defer("later", { function: deferred, data: { key: "k" } });
      const found = await step.waitForSignal("s", { signal: "s", timeout: "7d", onConflict: "fail" });
      return found?.data;
    }),
    deferred,
    inngest.createFunction({ id: "invokes", triggers: [{ event: "go" }] }, async ({ step }) =>
      step.invoke("call", { function: child }),
    ),
    inngest.createFunction({ id: "retries", triggers: [{ event: "go" }] }, async ({ step, attempt }) =>
      step.run("flaky", () => {
        effects.push(`attempt ${attempt}`);
        if (attempt === 0) throw new Error("once");
      }),
    ),
    inngest.createFunction(
      { id: "debounced", triggers: [{ event: "go" }], debounce: { period: "1h" } },
      async () => "settled",
    ),
    inngest.createFunction(
      { id: "batched", triggers: [{ event: "go" }], batchEvents: { maxSize: 9, timeout: "60s" } },
      async ({ events }) => events.length,
    ),
    inngest.createFunction(
      { id: "cancelled", triggers: [{ event: "go" }], cancelOn: [{ event: "stop" }] },
      async ({ step }) => step.sleep("nap", "9d"),
    ),
    inngest.createFunction(
      { id: "expires", triggers: [{ event: "go" }], timeouts: { finish: "3d" } },
      async ({ step }) => step.sleep("nap", "9d"),
    ),
  ];
  return { client: inngest, functions };
}

const open = (now: string | Date) =>
  createTestEngine({ apps: [app], now, store: createSqliteStore({ folder }) });

it("goes on after a restart with everything that it waited for", async () => {
  const first = open("2026-11-01T00:00:00Z");
  await first.send({ name: "go", id: "only-once", data: { key: 1 } });
  await first.close();
  expect(effects.toSorted()).toEqual(["attempt 0", "before"]);

  const second = open("2026-11-01T00:00:10Z");
  await second.send({ name: "go", id: "only-once", data: { key: 1 } });
  await second.advance("1d");
  expect(second.run("invokes").output).toBe("from child");
  expect(second.run("debounced").output).toBe("settled");
  expect(second.run("batched").output).toBe(1);
  expect(second.run("retries").status).toBe("Completed");
  await second.close();

  const third = open("2026-11-02T12:00:00Z");
  expect(await third.signal("s", "signalled")).toBe(third.run("signalled").id);
  expect(third.run("signalled").output).toBe("signalled");
  expect(third.run("deferred").output).toEqual({ key: "k" });
  await third.send([{ name: "answer", data: { key: 1, text: "found" } }, { name: "stop" }]);
  await third.advance("4d");
  expect(third.run("waits").output).toBe("found");
  expect(third.run("cancelled").status).toBe("Cancelled");
  expect(third.run("expires").status).toBe("Cancelled");
  expect(third.run("sleeps").status).toBe("Completed");
  expect(effects.toSorted()).toEqual(["after", "attempt 0", "attempt 1", "before"]);
  await third.close();
});

it("still waits after a restart for all that is pending in a parallel group", async () => {
  const group = (options: TestClientOptions) => {
    const inngest = new Inngest({ id: "app", logger: quiet, ...options });
    const both = inngest.createFunction({ id: "both", triggers: [{ event: "go" }] }, async ({ step }) => {
      const branch = async () => {
        await step.run("first", () => effects.push("first"));
        await step.run("second", () => effects.push("second"));
      };
      await Promise.all([step.sleep("nap", "1h"), branch()]);
      await step.run("last", () => effects.push("last"));
    });
    return { client: inngest, functions: [both] };
  };
  const first = createTestEngine({
    apps: [group],
    now: "2026-11-01T00:00:00Z",
    store: createSqliteStore({ folder }),
  });
  await first.send({ name: "go" });
  await first.close();
  const second = createTestEngine({
    apps: [group],
    now: "2026-11-01T00:59:00Z",
    store: createSqliteStore({ folder }),
  });
  await second.runUntilIdle();
  expect(effects).toEqual(["first"]);
  await second.advance("1m");
  expect(effects).toEqual(["first", "second", "last"]);
  expect(second.run("both").status).toBe("Completed");
  await second.close();
});

it("lets the wait that replaced another have the signal after a restart", async () => {
  const waits = (options: TestClientOptions) => {
    const inngest = new Inngest({ id: "app", logger: quiet, ...options });
    const wait = inngest.createFunction(
      { id: "wait", triggers: [{ event: "go" }] },
      async ({ event, step }) => {
        if (event.data.first) await step.sleep("nap", "1h");
        const found = await step.waitForSignal("s", { signal: "s", timeout: "7d", onConflict: "replace" });
        return found?.data ?? "none";
      },
    );
    return { client: inngest, functions: [wait] };
  };
  const first = createTestEngine({ apps: [waits], now: 0, store: createSqliteStore({ folder }) });
  await first.send({ name: "go", data: { first: true } });
  await first.send({ name: "go", data: { first: false } });
  await first.advance("1h");
  await first.close();
  const second = createTestEngine({ apps: [waits], now: 4_000_000, store: createSqliteStore({ folder }) });
  await second.runUntilIdle();
  await second.signal("s", "mine");
  await second.advance("7d");
  expect(second.runs().map(({ output }) => output)).toEqual(["mine", "none"]);
  await second.close();
});

it("makes calls again that were in flight when the engine ended", async () => {
  let release: () => void = () => {};
  const stuck = new Promise<void>((resolve) => {
    release = resolve;
  });
  let tries = 0;
  const slow = (options: TestClientOptions) => {
    const inngest = new Inngest({ id: "app", logger: quiet, ...options });
    const work = inngest.createFunction({ id: "slow", triggers: [{ event: "go" }] }, async ({ step }) =>
      step.run("work", async () => {
        if (++tries === 1) await stuck;
        return tries;
      }),
    );
    return { client: inngest, functions: [work] };
  };
  const first = createTestEngine({ apps: [slow], hangTimeout: 30, store: createSqliteStore({ folder }) });
  await expect(first.send({ name: "go" })).rejects.toThrow('hangs in step "work"');
  await first.close();
  const second = createTestEngine({ apps: [slow], store: createSqliteStore({ folder }) });
  await second.runUntilIdle();
  expect(second.run("slow")).toMatchObject({ status: "Completed", output: 2 });
  release();
  await second.close();
});

/** A function that starts two at once and then one a minute, each call of it put off for ten seconds. */
function throttledApp(options: TestClientOptions) {
  const inngest = new Inngest({ id: "app", logger: quiet, ...options });
  const throttled = inngest.createFunction(
    {
      id: "throttled",
      triggers: [{ event: "go" }],
      throttle: { limit: 2, period: "2m" },
      priority: { run: "-10" },
    },
    async ({ event }) => effects.push(String(event.data.n)),
  );
  return { client: inngest, functions: [throttled] };
}

it("keeps runs in their throttle's line over a restart, and starts none of them early or twice", async () => {
  const openThrottled = (now: string | Date) =>
    createTestEngine({ apps: [throttledApp], now, store: createSqliteStore({ folder }) });
  const first = openThrottled("2026-11-01T00:00:00Z");
  await first.send([1, 2, 3, 4].map((n) => ({ name: "go", data: { n } })));
  await first.advance("10s");
  expect(effects).toHaveLength(2);
  const stoppedAt = first.now();
  await first.close();

  const second = openThrottled(stoppedAt);
  await second.runUntilIdle();
  expect(effects).toHaveLength(2);
  await second.advance("59s");
  expect(effects).toHaveLength(2);
  await second.advance("1s");
  expect(effects).toHaveLength(3);
  await second.advance("1m");
  expect(effects.toSorted()).toEqual(["1", "2", "3", "4"]);
  await second.close();
});
