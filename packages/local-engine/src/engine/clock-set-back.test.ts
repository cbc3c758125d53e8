import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Store } from "../core/store.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createSqliteStore } from "../store/sqlite-store.ts";
import { answerOf, done, startBareEngine } from "../testing/bare-engine.ts";
import { createSystemClock } from "./clock.ts";

const hour = 3_600_000;
const noon = Date.UTC(2026, 10, 1, 12);

/** A computer whose clock can be set; time passes when it is told to. */
function createComputer() {
  const computer = { elapsed: 0, setBy: 0 };
  const clocks = {
    wall: () => noon + computer.elapsed + computer.setBy,
    elapsed: () => computer.elapsed,
  };
  return {
    clocks,
    pass: (milliseconds: number) => {
      computer.elapsed += milliseconds;
    },
    set: (milliseconds: number) => {
      computer.setBy += milliseconds;
    },
  };
}

async function start(
  functions: Record<string, object>,
  store: Store = createMemoryStore(),
  computer = createComputer(),
) {
  const clock = createSystemClock(computer.clocks);
  const { engine } = await startBareEngine(functions, {
    store,
    // Its owner lets it do what is due.
    clock: { ...clock, wakeAt() {} },
    transport: async ({ url, body }) => {
      const { event, steps } = JSON.parse(body);
      if (event.name === "sleeps" && Object.keys(steps).length === 0)
        return answerOf(
          JSON.stringify([{ id: "s", op: "Sleep", name: event.data.until ?? "10s" }]),
          206,
          sdk,
        );
      if (event.name === "fails" && JSON.parse(body).ctx.attempt === 0)
        return answerOf('{"name":"Error","message":"no"}', 500, sdk);
      return url.includes("none") ? done : done;
    },
  });
  async function pass(milliseconds: number) {
    computer.pass(milliseconds);
    engine.fireDue();
    await engine.idle();
  }
  const ended = () => engine.countRuns({ status: "Completed" });
  return { engine, pass, set: computer.set, ended, computer };
}

const sdk = new Map([
  ["x-inngest-sdk", "js:test"],
  ["x-inngest-req-version", "2"],
]);

it("ends a sleep in its time", async () => {
  const { engine, pass, set, ended } = await start({ sleeps: {} });
  await engine.send([{ name: "sleeps", data: {} }]);
  await engine.idle();
  set(-hour);
  await pass(9_000);
  expect(ended()).toBe(0);
  await pass(1_000);
  expect(ended()).toBe(1);
});

it("tries again in its time", async () => {
  const { engine, pass, set, ended } = await start({ fails: {} });
  await engine.send([{ name: "fails" }]);
  await engine.idle();
  set(-hour);
  await pass(14_000);
  expect(ended()).toBe(0);
  await pass(1_000);
  expect(ended()).toBe(1);
});

it("lets a throttled line move on", async () => {
  const { engine, pass, set, ended } = await start({ work: { throttle: { limit: 1, period: "10s" } } });
  await engine.send([{ name: "work" }, { name: "work" }, { name: "work" }]);
  await engine.idle();
  set(-hour);
  await pass(10_000);
  expect(ended()).toBe(2);
  await pass(10_000);
  expect(ended()).toBe(3);
});

it("starts what is sent afterwards at once, and what is sent for later then", async () => {
  const { engine, pass, set, ended } = await start({ work: {} });
  await pass(1_000);
  set(-hour);
  await pass(1_000);
  await engine.send([{ name: "work" }]);
  await engine.idle();
  expect(ended()).toBe(1);
  const [event] = engine.events({ name: "work" });
  expect(event?.ts).toBe(noon + 2_000 - hour);
  await engine.send([{ name: "work", ts: noon + 2_000 - hour + 60_000 }]);
  await pass(59_000);
  expect(ended()).toBe(1);
  await pass(1_000);
  expect(ended()).toBe(2);
});

it("runs a schedule at the times that the calendar says, each once", async () => {
  const { engine, pass, set } = await start({ nightly: { triggers: [{ cron: "30 * * * *" }] } });
  const times = () => engine.runs({ functionId: "app-nightly" }).length;
  await pass(29 * 60_000);
  set(-hour);
  await pass(60_000);
  // 11:30 by the calendar: a schedule of 11:30 is due, as that of 12:30 will be in an hour.
  expect(times()).toBeLessThanOrEqual(1);
  const before = times();
  await pass(hour);
  expect(times()).toBe(before + 1);
  set(hour);
  await pass(30 * 60_000);
  expect(times()).toBe(before + 1);
  await pass(30 * 60_000);
  expect(times()).toBe(before + 2);
});

it("gives ids in the order of receipt, and goes on so after a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-clock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = await start({ work: {}, sleeps: {} }, createSqliteStore({ folder }));
  const { engine, computer } = first;
  const ids = await engine.send([{ name: "work" }]);
  await first.pass(1_000);
  first.set(-hour);
  ids.push(...(await engine.send([{ name: "work" }])));
  await engine.send([{ name: "sleeps", data: {} }]);
  await engine.idle();
  engine.close();

  const second = await start({ work: {}, sleeps: {} }, createSqliteStore({ folder }), computer);
  ids.push(...(await second.engine.send([{ name: "work" }])));
  await second.engine.idle();
  expect(ids).toEqual(ids.toSorted());
  expect(second.ended()).toBe(3);
  await second.pass(10_000);
  expect(second.ended()).toBe(4);
});
