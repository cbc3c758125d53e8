import { expect, it, vi } from "vitest";
import { createReadiness, type Dependency, databaseDependency, marketplaceDependency } from "./readiness.ts";

function fixture(dependencies: Record<string, Dependency>, deadline?: number) {
  const log = { info: vi.fn(), warn: vi.fn() };
  const clock = { now: 0 };
  const readiness = createReadiness({
    dependencies,
    log,
    now: () => clock.now,
    ...(deadline && { deadline }),
  });
  return { readiness, clock, log };
}

const needed = (ask: Dependency["ask"]): Dependency => ({ isNeeded: true, ask });
const spared = (ask: Dependency["ask"]): Dependency => ({ isNeeded: false, ask });

it("tells each part with how long it took", async () => {
  const { readiness, clock } = fixture({
    database: needed(async () => {
      clock.now += 12;
      return "ok";
    }),
  });
  expect(await readiness.check()).toEqual({
    status: "ready",
    dependencies: { database: { status: "ok", milliseconds: 12, needed: true } },
  });
});

it("asks each part once a second, however many want to know", async () => {
  const ask = vi.fn<Dependency["ask"]>(async () => "ok");
  const { readiness, clock } = fixture({ database: needed(ask) });
  await Promise.all(Array.from({ length: 50 }, () => readiness.check()));
  clock.now = 999;
  await readiness.check();
  expect(ask).toHaveBeenCalledTimes(1);
  clock.now = 1_000;
  await readiness.check();
  expect(ask).toHaveBeenCalledTimes(2);
});

it("is unready without a part that is needed, and ready without any other", async () => {
  const failing = async () => {
    throw new Error("redis://user:secret@cache.example refused the connection");
  };
  const without = async (dependencies: Record<string, Dependency>) => {
    const { readiness } = fixture(dependencies);
    const report = await readiness.check();
    expect(JSON.stringify(report)).not.toMatch(/secret|example/);
    return [report.status, report.dependencies.part?.status];
  };
  expect(await without({ part: needed(failing) })).toEqual(["unready", "away"]);
  expect(await without({ part: spared(failing) })).toEqual(["ready", "away"]);
  expect(await without({ part: needed(async () => "slow") })).toEqual(["ready", "slow"]);
});

it("gives up on a part that does not answer, and puts no second question to it meanwhile", async () => {
  let answer: (status: "ok") => void = () => {};
  const promise = new Promise<"ok">((resolve) => {
    answer = resolve;
  });
  const ask = vi.fn<Dependency["ask"]>(() => promise);
  const { readiness, clock } = fixture({ database: needed(ask) }, 1);
  expect((await readiness.check()).status).toBe("unready");
  clock.now = 5_000;
  expect((await readiness.check()).status).toBe("unready");
  expect(ask).toHaveBeenCalledTimes(1);
  answer("ok");
  await promise;
  clock.now = 10_000;
  expect((await readiness.check()).status).toBe("ready");
});

it("logs that a part is away and that it is back, once each", async () => {
  let status: "ok" | "away" = "away";
  const { readiness, clock, log } = fixture({ cache: spared(async () => status) });
  await readiness.check();
  clock.now = 2_000;
  await readiness.check();
  status = "ok";
  clock.now = 4_000;
  await readiness.check();
  expect(log.warn).toHaveBeenCalledExactlyOnceWith({ dependency: "cache", milliseconds: 0 }, "it is away");
  expect(log.info).toHaveBeenCalledExactlyOnceWith({ dependency: "cache", milliseconds: 0 }, "it is back");
});

it("takes the database's own word", async () => {
  const away = databaseDependency({ check: async () => ({ status: "unavailable", database: "away" }) });
  expect([away.isNeeded, await away.ask()]).toEqual([true, "away"]);
});

it("without the marketplace's own database a process is not ready, and where it has none it is not told of", async () => {
  expect(marketplaceDependency(undefined)).toEqual({});
  const { readiness } = fixture(
    marketplaceDependency(async () => {
      throw new Error("wrong-key");
    }),
  );
  expect(await readiness.check()).toMatchObject({
    status: "unready",
    dependencies: { marketplace: { status: "away", needed: true } },
  });
});
