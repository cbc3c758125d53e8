import { fileURLToPath } from "node:url";
import { defineEvent, previousVersion } from "@org/events";
import { createMemoryStore } from "@org/local-engine";
import { createTestEngine, type TestClientOptions } from "@org/local-engine/test";
import { Inngest, type InngestFunction } from "inngest";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { workflowClient } from "../../src/client.ts";
import { readSource } from "../graph/read-source.ts";
import { type ReleasedFunction, strandedBy } from "./compare.ts";
import * as next from "./versions/next.ts";
import * as previous from "./versions/previous.ts";

const began = Date.parse("2026-11-01T00:00:00Z");
const hour = 3_600_000;

type Version = Record<string, (world: previous.World) => InngestFunction.Any>;

/** A version of the app, and what its steps did. */
function versionOf(functions: Version, did: string[]) {
  return (options: TestClientOptions) => {
    const inngest = new Inngest({ id: "shop", ...options });
    const world = { inngest, did: (what: string) => void did.push(what) };
    return { client: inngest, functions: Object.values(functions).map((create) => create(world)) };
  };
}

interface Deployment {
  /** Sent once the next version is there, as the outbox does with what it held. */
  sentAfterwards?: { name: string; data: { orderId: string } }[];
  /** The previous version's worker dies after this step, so that the release comes between two steps. */
  diesAfter?: string;
}

/** Begins runs on the previous version, deploys the next over them, and lets eight days pass. */
async function deploy(before: Version, after: Version, { sentAfterwards = [], diesAfter }: Deployment = {}) {
  const did: string[] = [];
  const store = createMemoryStore();
  const old = createTestEngine({ apps: [versionOf(before, did)], store, now: began });
  if (diesAfter) old.faults.crashAfterStep({ stepId: diesAfter });
  await old.send({ name: "order.placed", data: { orderId: "ord_1" } });
  await (diesAfter ? old.runUntilIdle() : old.advance("1h"));
  const doneBefore = did.splice(0);
  await old.close();
  const engine = createTestEngine({ apps: [versionOf(after, did)], store, now: began + hour });
  for (const event of sentAfterwards) await engine.send(event);
  await engine.advance("8d");
  const runs = engine.runs();
  await engine.close();
  return { doneBefore, did, run: runs[0], runs: runs.length };
}

/** What the gate reads of a function: its steps from the source, as `pnpm workflows graph` does. */
function graphOf(version: "previous" | "next", id: string, event = "order.placed"): ReleasedFunction {
  const file = fileURLToPath(new URL(`./versions/${version}.ts`, import.meta.url));
  const { steps } = readSource(file, id);
  return { id, app: "shop", triggers: [{ event }], waitsFor: [], emits: [], steps };
}

const verdicts = (id: string, event?: string) =>
  strandedBy([graphOf("previous", id)], [graphOf("next", id, event)]).map(
    ({ subject, what }) => `${subject} ${what}`,
  );

describe("a release over runs under way", () => {
  it("that renames a step repeats its effect, as the gate says", async () => {
    const { doneBefore, did, run } = await deploy({ renamed: previous.renamed }, { renamed: next.renamed });
    expect(verdicts("renamed")).toEqual(["shop/renamed:take-money removed"]);
    expect([doneBefore, did]).toEqual([["money taken"], ["money taken", "thanks said"]]);
    expect(run?.status).toBe("Completed");
  });

  it("that adds a step has it run once, and repeats nothing", async () => {
    const { did, run } = await deploy({ added: previous.added }, { added: next.added });
    expect(verdicts("added")).toEqual([]);
    expect([did, run?.status]).toEqual([["weighed", "handed over"], "Completed"]);
  });

  it("that comes between two steps has each of them run once", async () => {
    const between = { diesAfter: "pack" };
    const { doneBefore, did } = await deploy({ added: previous.added }, { added: next.added }, between);
    expect([doneBefore, did]).toEqual([["packed"], ["weighed", "handed over"]]);
  });

  it("that removes a function leaves the work of its runs undone", async () => {
    const { did, run } = await deploy({ removed: previous.removed }, { added: next.added });
    expect(strandedBy([graphOf("previous", "removed")], []).map(({ what }) => what)).toEqual(["removed"]);
    expect(did).toEqual([]);
    expect(run?.status).not.toBe("Completed");
  });

  it("that keeps a function with a condition that never holds ends its runs and starts none", async () => {
    const late = { sentAfterwards: [{ name: "order.placed", data: { orderId: "ord_2" } }] };
    const { did, run } = await deploy({ removed: previous.removed }, { removed: next.removed }, late);
    expect([did, run?.status]).toEqual([["rating asked for"], "Completed"]);
  });

  it("that changes a trigger fails the runs it began, and starts none for events sent for the old one", async () => {
    const late = { sentAfterwards: [{ name: "order.placed", data: { orderId: "ord_2" } }] };
    const changed = await deploy(
      { retriggered: previous.retriggered },
      { retriggered: next.retriggered },
      late,
    );
    expect(verdicts("retriggered", "order.sealed")).toEqual(["shop/retriggered@order.placed trigger"]);
    expect([changed.did, changed.run?.status]).toEqual([[], "Failed"]);
    expect(changed.run?.error?.message).toBe("Event not found in triggers: order.placed");
    expect(changed.runs).toBe(1);
  });

  it("that shortens a wait leaves the runs in it the time that they began with", async () => {
    expect(verdicts("shortened")).toEqual(["shop/shortened:wait-for-money wait"]);
    const { did, run } = await deploy({ shortened: previous.shortened }, { shortened: next.shortened });
    expect(did).toEqual(["closed unpaid"]);
    const waited = run?.steps.find(({ id }) => id === "wait-for-money");
    expect(waited?.endedAt?.getTime()).toBe(began + 7 * 24 * hour);
  });

  it("that changes an event's shape with an upcaster gives runs under way, and events sent before, the new one", async () => {
    expect(await deployNewShape()).toEqual(["10 before", "30 after", "30 after"]);
  });
});

/** The event once carried a weight in another unit; one run sleeps over the release and one event is received after it. */
async function deployNewShape(): Promise<string[]> {
  const described = {
    name: "order.weighed",
    category: "order",
    owner: "orders",
    kind: "fact",
    summary: "For tests.",
  } as const;
  const oldShape = z.object({ weight: z.number() });
  const before = defineEvent({
    ...described,
    version: "2026-01-01.01",
    data: oldShape,
    examples: [{ weight: 10 }, { weight: 20 }],
  });
  const after = defineEvent({
    ...described,
    version: "2026-02-01.01",
    data: z.object({ grams: z.number() }),
    examples: [{ grams: 10 }, { grams: 20 }],
    previous: previousVersion({
      version: "2026-01-01.01",
      data: oldShape,
      upcast: ({ weight }) => ({ grams: weight * 3 }),
    }),
  });
  const did: string[] = [];
  const oldApp = (options: TestClientOptions) => {
    const client = workflowClient("shop", options);
    const weigh = client.createFunction({ id: "weigh", triggers: [before] }, async ({ event, step }) => {
      await step.run("note", () => void did.push(`${event.data.weight} before`));
      await step.sleep("wait-a-day", "1d");
    });
    return { client, functions: [weigh] };
  };
  const newApp = (options: TestClientOptions) => {
    const client = workflowClient("shop", options);
    const weigh = client.createFunction({ id: "weigh", triggers: [after] }, async ({ event, step }) => {
      await step.run("note", () => undefined);
      await step.sleep("wait-a-day", "1d");
      await step.run("ship", () => void did.push(`${event.data.grams} after`));
    });
    return { client, functions: [weigh] };
  };
  const inOutbox = { name: "order.weighed", v: "2026-01-01.01", data: { weight: 10 } };
  const store = createMemoryStore();
  const old = createTestEngine({ apps: [oldApp], store, now: began });
  await old.send(inOutbox);
  await old.advance("1h");
  await old.close();
  const engine = createTestEngine({ apps: [newApp], store, now: began + hour });
  await engine.send(inOutbox);
  await engine.advance("2d");
  await engine.close();
  return did;
}
