import "@org/local-engine/vitest";
import { createTestEngine } from "@org/local-engine/test";
import type { SentEvent } from "@org/stores/outbox/port";
import type { InngestFunction } from "inngest";
import { expect, it, onTestFinished } from "vitest";
import { type WorkflowClient, workflowClient } from "./client.ts";

const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

interface Play {
  work(client: WorkflowClient): InngestFunction.Any;
  /** Keeps nothing this often. */
  failures?: number;
}

/** An app of one function, and another that hears of `sent`. */
function start({ work, failures = 0 }: Play) {
  const calls: SentEvent[][] = [];
  let left = failures;
  const sentEvents = {
    async keep(events: readonly SentEvent[]) {
      if (left-- > 0) throw new Error("the database is away");
      calls.push([...events]);
    },
  };
  const clients: WorkflowClient[] = [];
  const engine = createTestEngine({
    apps: [
      (options) => {
        const client = workflowClient("app", { ...options, logger: silent, sentEvents });
        clients.push(client);
        const hears = client.createFunction(
          { id: "hears", triggers: [{ event: "sent" }] },
          async ({ event }) => event.id,
        );
        return { client, functions: [work(client), hears] };
      },
    ],
  });
  onTestFinished(() => engine.close());
  return { engine, calls, clients, kept: () => calls.flat() };
}

const event = (data: Record<string, unknown>, id?: string) => ({ name: "sent", data, ...(id && { id }) });
const sends = (client: WorkflowClient) =>
  client.createFunction({ id: "work", triggers: [{ event: "go" }] }, async ({ step }) => {
    await step.sendEvent("tell", [event({ n: 0 }), event({ n: 1 }, "mine"), event({ n: 2 })]);
    await step.sendEvent("tell-again", event({ n: 3 }));
  });

it("each event of a step is kept as it is sent, in one call, with the id that it has or one of its run and step", async () => {
  const { engine, calls } = start({ work: sends });
  await engine.send({ name: "go", data: {} });
  await engine.runUntilIdle();
  expect(calls.map((events) => events.length)).toEqual([3, 1]);
  const runId = engine.run("work").id;
  const [first, second, third] = calls[0] ?? [];
  expect(first).toMatchObject({ name: "sent", data: { n: 0 }, ts: undefined });
  expect(first?.id).toMatch(new RegExp(`^${runId}:[0-9a-f]{40}:0$`));
  expect(second?.id).toBe("mine");
  expect(third?.id).toBe(first?.id.replace(/0$/, "2"));
  const received = engine.runs({ functionId: "hears" }).map(({ output }) => String(output));
  const ids = calls.flat().map(({ id }) => id);
  expect(received.toSorted()).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(4);
});

it("a step that is tried again keeps and sends the same ids, and starts nothing twice", async () => {
  const { engine, kept } = start({ work: sends });
  engine.faults.loseAnswer({ functionId: "work", stepId: "tell", times: 2 });
  await engine.send({ name: "go", data: {} });
  await engine.advance("1h");
  expect(engine.run("work")).toHaveCompleted();
  expect(kept().length).toBeGreaterThan(4);
  expect(new Set(kept().map(({ id }) => id)).size).toBe(4);
  expect(engine.runs({ functionId: "hears" })).toHaveLength(4);
});

it("sends nothing that cannot be kept, and tries again", async () => {
  const { engine, kept } = start({ work: sends, failures: 2 });
  await engine.send({ name: "go", data: {} });
  expect(engine.runs({ functionId: "hears" })).toEqual([]);
  await engine.advance("1m");
  expect(engine.run("work")).toHaveCompleted();
  expect(kept()).toHaveLength(4);
  expect(engine.runs({ functionId: "hears" })).toHaveLength(4);
});

it("what a step sends through the client is kept as well, each event under its own id", async () => {
  const { engine, kept } = start({
    work: (client) =>
      client.createFunction({ id: "work", triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("send-two", async () => {
          await client.send(event({ n: 0 }));
          await client.send(event({ n: 1 }));
        });
      }),
  });
  await engine.send({ name: "go", data: {} });
  await engine.runUntilIdle();
  expect(new Set(kept().map(({ id }) => id)).size).toBe(2);
  expect(engine.runs({ functionId: "hears" })).toHaveLength(2);
});

it("steps that send at the same time do not share ids", async () => {
  const { engine, kept } = start({
    work: (client) =>
      client.createFunction({ id: "work", triggers: [{ event: "go" }] }, async ({ step }) => {
        await Promise.all([1, 2, 3].map((n) => step.sendEvent(`tell:${n}`, event({ n }))));
      }),
  });
  await engine.send({ name: "go", data: {} });
  await engine.runUntilIdle();
  expect(new Set(kept().map(({ id }) => id)).size).toBe(3);
  expect(engine.runs({ functionId: "hears" })).toHaveLength(3);
});

it("what is sent outside of functions is not kept: the outbox has it", async () => {
  const { engine, clients, kept } = start({ work: sends });
  await engine.runUntilIdle();
  await clients[0]?.send(event({ n: 0 }));
  await engine.runUntilIdle();
  expect(engine.events({ name: "sent" })).toHaveLength(1);
  expect(kept()).toEqual([]);
});
