import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { expect, it, vi } from "vitest";
import { placeOrder } from "../place-order.ts";
import { type Production, patience } from "./production.ts";

/** Runs that did not begin, failed or were slow, of a vendor or of ours. */
export function failingRuns(production: () => Production): void {
  const sentTo = (email: string) =>
    production()
      .emulators.outbox()
      .filter(({ to }) => to === email).length;
  /** Of the marketplace's runs: an alert that meets a vendor's fault is not what a runbook is about. */
  const openLetters = async () =>
    (await postgresDeadLetters(production().pool).list({ status: "open" })).filter(
      ({ app }) => app === "mohallamart",
    );

  it("functions-not-starting: the engine knows nothing any more", async () => {
    const { follow, forgetEngine, pool } = production();
    await forgetEngine();
    const sick = await follow("functions-not-starting", "Look");
    expect(sick.text).toContain("The engine knows no app mohallamart");
    expect(sick.code).toBe(1);
    await placeOrder(pool, { orderId: "ord_early", userId: "user_early", email: "early@example.com" });
    await vi.waitUntil(async () => {
      const { rows } = await pool.query("select from platform.outbox where accepted_at is null");
      return rows.length === 0;
    }, patience);
    const synced = await follow("functions-not-starting", "The engine does not know the functions");
    expect(synced).toMatchObject({ code: 0, text: expect.stringMatching(/(registered\n){1}/) });
    expect(await follow("functions-not-starting", "Look")).toMatchObject({ code: 0 });
    const lost = () => follow("functions-not-starting", "The engine does not know the functions", {}, 1);
    await vi.waitUntil(async () => (await lost()).text.includes("ord_early"), patience);
    await placeOrder(pool, { orderId: "ord_late", userId: "user_late", email: "late@example.com" });
    await vi.waitUntil(() => sentTo("late@example.com") === 1, patience);
  });

  it("functions-not-starting: the worker takes no call without a signature", async () => {
    const asked = await production().follow("functions-not-starting", "The engine does not reach the worker");
    expect(asked).toEqual({ code: 0, text: "401\n" });
  });

  it("functions-not-starting: an event that the engine refuses", async () => {
    const { follow, pool } = production();
    const payload = JSON.stringify({ id: "refused_1", name: "", data: {} });
    await pool.query("insert into platform.outbox (id, name, payload) values ('refused_1', 'none', $1)", [
      payload,
    ]);
    const listed = () => follow("functions-not-starting", "The engine refuses an event");
    await vi.waitUntil(async () => (await listed()).text.includes("refused_1"), patience);
    const given = await follow(
      "functions-not-starting",
      "The engine refuses an event",
      { EVENT_ID: "refused_1" },
      1,
    );
    expect(given).toMatchObject({ code: 0, text: expect.stringContaining("refused_1 is given up") });
    expect((await listed()).text).toContain("The engine refuses no event.");
  });

  it("dead-letters: a step that fails is looked at, replayed, or let go", async () => {
    const { emulators, follow, pool } = production();
    /** Of an order's email that is refused. */
    const refused = async (name: string): Promise<{ runId: string; email: string }> => {
      const email = `${name}@example.com`;
      emulators.failNext("resend", { status: 422, about: email });
      await placeOrder(pool, { orderId: `ord_${name}`, userId: `user_${name}`, email });
      const runId = await vi.waitUntil(async () => (await openLetters())[0]?.runId, patience);
      return { runId, email };
    };
    const { runId: RUN_ID, email } = await refused("step");
    const looked = await follow("dead-letters", "Look", { RUN_ID });
    expect(looked).toMatchObject({ code: 0, text: expect.stringContaining("answered 422") });
    expect(looked.text).not.toContain(email);
    expect((await follow("dead-letters", "Replay", { RUN_ID })).code).toBe(0);
    await vi.waitUntil(async () => (await openLetters()).length === 0 && sentTo(email) > 0, patience);
    const again = await refused("unwanted");
    expect(await follow("dead-letters", "Discard", { RUN_ID: again.runId })).toMatchObject({
      code: 0,
      text: expect.stringContaining("is let go"),
    });
    expect(await openLetters()).toEqual([]);
  });

  it("vendor-outage: what was tried goes on by itself, what had given up is replayed, and nothing goes out twice", async () => {
    const { emulators, follow, pool } = production();
    emulators.failNext("resend", { status: 503, times: 2 });
    await placeOrder(pool, { orderId: "ord_short", userId: "user_short", email: "short@example.com" });
    await vi.waitUntil(() => sentTo("short@example.com") > 0, patience);
    emulators.failNext("resend", { status: 401, times: 50 });
    const ill = await follow("vendor-outage", "Meanwhile");
    expect(ill.text).toMatch(/WRONG +email: Resend/);
    await placeOrder(pool, { orderId: "ord_long", userId: "user_long", email: "long@example.com" });
    await vi.waitUntil(async () => (await openLetters()).length > 0, patience);
    emulators.clearFaults("resend");
    expect((await follow("vendor-outage", "Meanwhile")).text).toMatch(/ok +email: Resend/);
    const replayed = await follow("vendor-outage", "Afterwards", { ERROR: "answered 401" });
    expect(replayed).toMatchObject({ code: 0, text: expect.stringMatching(/would be asked[\s\S]*is asked/) });
    await vi.waitUntil(() => sentTo("long@example.com") > 0, patience);
    await vi.waitUntil(async () => (await openLetters()).length === 0, patience);
    expect([sentTo("short@example.com"), sentTo("long@example.com")]).toEqual([1, 1]);
  });

  it("slow-runs: what failed and was tried again is counted", async () => {
    const { follow } = production();
    await vi.waitUntil(async () => /deliver-email/.test((await follow("slow-runs", "Look")).text), patience);
  });
}
