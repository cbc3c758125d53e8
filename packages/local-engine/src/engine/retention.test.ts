import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Store } from "../core/store.ts";
import { readRegistration } from "../protocol/registration.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createSqliteStore } from "../store/sqlite-store.ts";
import { createVirtualClock } from "./clock.ts";
import { createEngine } from "./engine.ts";
import { retentionOf } from "./pruner.ts";

const registration = {
  url: "http://app.test/",
  appName: "app",
  functions: [
    {
      id: "app-work",
      triggers: [{ event: "go" }],
      steps: { step: { runtime: { url: "http://app.test/" } } },
    },
  ],
};

async function keepsTheNewest(store: Store): Promise<void> {
  const engine = createEngine({
    store,
    clock: createVirtualClock(0),
    retention: { maxRuns: 20, maxEvents: 30, maxAge: 1_000_000 },
    transport: async () => ({
      status: 200,
      header: (name) => (name === "x-inngest-sdk" ? "js" : undefined),
      body: "1",
    }),
  });
  await engine.register(readRegistration(registration, 0));
  let newest = "";
  for (let batch = 0; batch < 6; batch++) {
    const ids = await engine.send(Array.from({ length: 250 }, (_value, n) => ({ name: "go", data: { n } })));
    newest = ids.at(-1) ?? "";
    await engine.idle();
  }
  const limit = 10_000;
  expect(engine.runs({ limit }).length).toBeLessThanOrEqual(20 + 600);
  expect(engine.events({ limit }).length).toBeLessThanOrEqual(2 * (20 + 600) + 30);
  expect(engine.runsOfEvent(newest)).toMatchObject([{ status: "Completed" }]);
  engine.close();
}

it("memory stays bounded over many runs", () => keepsTheNewest(createMemoryStore()));

it("the state file stays bounded over many runs", async () => {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-retention-"));
  await keepsTheNewest(createSqliteStore({ folder }));
  rmSync(folder, { recursive: true, force: true });
});

it("no byte of what is pruned stays in the state's files, while the engine goes on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-forgotten-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const words = "asha@example.com";
  const clock = createVirtualClock(0);
  const engine = createEngine({
    store: createSqliteStore({ folder }),
    clock,
    retention: retentionOf(14),
    transport: async ({ body }) => ({
      status: 200,
      header: (name) => (name === "x-inngest-sdk" ? "js" : undefined),
      body: JSON.stringify({ answer: JSON.parse(body).event.data.text ?? "" }),
    }),
  });
  const isFound = () => readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(words));
  await engine.register(readRegistration(registration, 0));
  // One that fits into a row, and one that goes over pages.
  for (const text of [words, words.repeat(2_000)]) await engine.send([{ name: "go", data: { text } }]);
  await engine.idle();
  expect(isFound()).toBe(true);
  clock.set(15 * 86_400_000);
  await engine.send([{ name: "go", data: {} }]);
  await engine.idle();
  expect(engine.runs()).toHaveLength(1);
  expect(isFound()).toBe(false);
  engine.close();
  expect(isFound()).toBe(false);
});
