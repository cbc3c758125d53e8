import { randomUUID } from "node:crypto";
import { cron } from "inngest";
import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

/** Events, triggers and schedules. */
export function describeEvents({ needs, start, isVirtual }: Suite): void {
  needs({ wait: "25h" })("takes an event id only once in 24 hours, under one name", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "order", triggers: [{ event: "order.created" }, { event: "order.updated" }] },
        async () => {},
      ),
    ]);
    const first = await engine.send({ name: "order.created", id: "ord_1", data: {} });
    const second = await engine.send({ name: "order.created", id: "ord_1", data: {} });
    expect(second.ids).toEqual(first.ids);
    await engine.send({ name: "order.updated", id: "ord_1", data: {} });
    expect(await engine.runs()).toHaveLength(2);
    await engine.advance("25h");
    await engine.send({ name: "order.created", id: "ord_1", data: {} });
    expect(await engine.runs()).toHaveLength(3);
  });

  it("gives handlers the event with its id, version and time", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "echo", triggers: [{ event: "go" }] }, async ({ event }) => event),
    ]);
    const id = `mine-${randomUUID()}`;
    await engine.send({ name: "go", id, v: "2026-11-01.01", data: { a: [1, { b: null }] } });
    expect((await engine.run("echo")).output).toEqual({
      name: "go",
      id,
      v: "2026-11-01.01",
      data: { a: [1, { b: null }] },
      ts: isVirtual ? engine.now().getTime() : expect.any(Number),
    });
  });

  needs({ wait: "1h" })("starts a run at the event's future time", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "later", triggers: [{ event: "go" }] }, async () => "ran"),
    ]);
    await engine.send({ name: "go", ts: engine.now().getTime() + 3_600_000 });
    expect((await engine.run("later")).status).toBe("Queued");
    await engine.advance("1h");
    expect((await engine.run("later")).output).toBe("ran");
  });

  it("matches triggers by expression and by prefix, each function once", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "big", triggers: [{ event: "order.paid", if: "event.data.total > 100" }] },
        async () => {},
      ),
      inngest.createFunction(
        { id: "any", triggers: [{ event: "order.*" }, { event: "order.paid" }] },
        async () => {},
      ),
    ]);
    await engine.send([
      { name: "order.paid", data: { total: 50 } },
      { name: "order.paid", data: { total: 150.5 } },
    ]);
    await engine.send({ name: "order.sent" });
    expect(await engine.runs({ functionId: "big" })).toHaveLength(1);
    expect(await engine.runs({ functionId: "any" })).toHaveLength(3);
  });

  needs({ wait: "2d" })("runs on a schedule in its time zone", async () => {
    const times: string[] = [];
    let clock: () => Date = () => new Date(0);
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "nightly", triggers: [cron("TZ=Asia/Kolkata 30 9 * * *")] },
        async ({ event }) => {
          times.push(`${clock().toISOString()} ${event.name}`);
        },
      ),
    ]);
    clock = engine.now;
    await engine.advance("2d");
    expect(times).toEqual([
      "2026-11-01T04:00:00.000Z inngest/scheduled.timer",
      "2026-11-02T04:00:00.000Z inngest/scheduled.timer",
    ]);
  });
}
