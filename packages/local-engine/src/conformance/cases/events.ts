import { randomUUID } from "node:crypto";
import { cron } from "inngest";
import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

/** Events, triggers and schedules. */
export function describeEvents({ needs, start, isVirtual }: Suite): void {
  needs({ wait: "25h" })("starts a function once in 24 hours for an event's id, under any name", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "order", triggers: [{ event: "order.created" }, { event: "order.updated" }] },
        async () => {},
      ),
      inngest.createFunction({ id: "other", triggers: [{ event: "order.updated" }] }, async () => {}),
    ]);
    const count = async (functionId: string) => (await engine.runs({ functionId })).length;
    const first = await engine.send({ name: "order.created", id: "ord_1", data: {} });
    const second = await engine.send({ name: "order.created", id: "ord_1", data: {} });
    expect(second.ids).not.toEqual(first.ids);
    expect((await engine.events({ name: "order.created" })).map(({ id }) => id)).toHaveLength(2);
    expect([await count("order"), await count("other")]).toEqual([1, 0]);
    await engine.send({ name: "order.updated", id: "ord_1", data: {} });
    expect([await count("order"), await count("other")]).toEqual([1, 1]);
    await engine.advance("25h");
    await engine.send({ name: "order.created", id: "ord_1", data: {} });
    expect([await count("order"), await count("other")]).toEqual([2, 1]);
  });

  it("answers a wait with an event that comes again under its id", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "waits", triggers: [{ event: "go" }] }, async ({ step }) => {
        const answer = await step.waitForEvent("answer", { event: "answered", timeout: "5s" });
        return answer?.id ?? null;
      }),
    ]);
    await engine.send({ name: "answered", id: "once", data: {} });
    await engine.send({ name: "go", data: {} });
    await engine.send({ name: "answered", id: "once", data: {} });
    expect((await engine.run("waits")).output).toBe("once");
  });

  it("gives handlers the event with its id, version, time and a user", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "echo", triggers: [{ event: "go" }] }, async ({ event }) => event),
    ]);
    const id = `mine-${randomUUID()}`;
    const data = { a: [1, { b: null }] };
    await engine.send({ name: "go", id, v: "2026-11-01.01", data: { ...data, _inngest: { forged: true } } });
    expect((await engine.run("echo")).output).toEqual({
      name: "go",
      id,
      v: "2026-11-01.01",
      data,
      user: {},
      ts: isVirtual ? engine.now().getTime() : expect.any(Number),
    });
  });

  it("takes an empty id for none", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "echo", triggers: [{ event: "go" }] }, async ({ event }) => event.id),
    ]);
    const first = await engine.send({ name: "go", id: "" });
    const second = await engine.send({ name: "go", id: "" });
    expect(first.ids).not.toEqual(second.ids);
    expect((await engine.runs()).map((run) => run.output)).toEqual([...first.ids, ...second.ids]);
  });

  it.each([
    ["a time before 1980", { name: "go", ts: 1 }],
    ["a time after 2100", { name: "go", ts: 5e12 }],
    ["a time that is no whole number", { name: "go", ts: 1_793_491_200_000.5 }],
    ["an empty name", { name: "" }],
    ["a reserved name", { name: "inngest/function.failed" }],
    ["a reserved name in capitals", { name: "INNGEST/function.failed" }],
  ])("refuses %s, and stores nothing of the request", async (_what, event) => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "any", triggers: [{ event: "go" }, { event: "fine" }] }, async () => {}),
    ]);
    await expect(engine.send([{ name: "fine" }, event])).rejects.toThrow("refuse");
    await engine.runUntilIdle();
    expect(await engine.runs()).toEqual([]);
    expect(await engine.events({ name: "fine" })).toEqual([]);
  });

  needs({ wait: "1s" })(
    "puts the replacement character in place of half a character, in events and in results",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction({ id: "echo", triggers: [{ event: "go" }] }, async ({ event, step }) => {
          const half = await step.run("half", () => "half \udc00");
          await step.sleep("nap", 1);
          return [event.data, await step.run("again", () => half)];
        }),
      ]);
      await engine.send({ name: "go", data: { text: "half \ud83d", "key \ud83d": "whole 😀 \\ud83d" } });
      await engine.advance("1s");
      expect((await engine.run("echo")).output).toEqual([
        { text: "half \ufffd", "key \ufffd": "whole 😀 \\ud83d" },
        "half \ufffd",
      ]);
    },
  );

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
    const schedule = "TZ=Asia/Kolkata 30 9 * * *";
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "nightly", triggers: [cron(schedule)] }, async ({ event }) => {
        times.push(`${clock().toISOString()} ${event.name}`);
        return event.data;
      }),
    ]);
    clock = engine.now;
    await engine.advance("2d");
    expect(times).toEqual([
      "2026-11-01T04:00:00.000Z inngest/scheduled.timer",
      "2026-11-02T04:00:00.000Z inngest/scheduled.timer",
    ]);
    expect((await engine.runs())[0]?.output).toEqual({
      cron: schedule,
      fireAt: "2026-11-01T04:00:00Z",
      scheduledAt: "2026-11-01T04:00:00Z",
    });
  });

  needs({ wait: "135d" })(
    "has no run at a time that a clock change skips, and two at one that comes twice",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "twice", triggers: [cron("TZ=America/New_York 30 1 1 11 *")] },
          async ({ event }) => event.data.fireAt,
        ),
        inngest.createFunction(
          { id: "skipped", triggers: [cron("TZ=America/New_York 30 2 14,15 3 *")] },
          async ({ event }) => event.data.fireAt,
        ),
      ]);
      await engine.advance("135d");
      const times = async (functionId: string) =>
        (await engine.runs({ functionId })).map(({ output }) => output);
      expect(await times("twice")).toEqual(["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"]);
      expect(await times("skipped")).toEqual(["2027-03-15T06:30:00Z"]);
    },
  );

  needs({ wait: "3h" })("takes descriptors, and runs every so often", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "often", triggers: [{ cron: "@every 90m" }] }, async () => {}),
      inngest.createFunction({ id: "hourly", triggers: [{ cron: "@hourly" }] }, async () => {}),
    ]);
    await engine.advance("3h");
    expect(await engine.runs({ functionId: "often" })).toHaveLength(2);
    expect(await engine.runs({ functionId: "hourly" })).toHaveLength(3);
  });
}
