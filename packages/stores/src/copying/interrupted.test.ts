import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { functions } from "../convex/functions.ts";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import { testDatabase } from "../testing/database.ts";
import { storesCommand } from "./command.ts";
import { copiedTables } from "./tables.ts";
import { everyRow, fill } from "./testing/filled.ts";

const bridge = await convexBridge();
const { pool, url: databaseUrl } = await testDatabase();
const addresses = { databaseUrl, convexUrl: bridge.url, convexServiceKey: testServiceKey };
const toConvex = ["copy", "--from", "postgres", "--to", "convex"];
/** A process begins and hundreds of calls are answered, on a machine that may be busy. */
const timeout = 240_000;

/** The calls before the first write, and those of a third of the tables. */
const callsUntilKilled = 5 + copiedTables.length / 3;

it("a copy that is killed in the middle goes on, and writes each row once, in its order", {
  timeout,
}, async () => {
  await fill(pool);
  const child = spawn(process.execPath, [join(import.meta.dirname, "cli.ts"), ...toConvex], {
    env: { DATABASE_URL: databaseUrl, CONVEX_URL: bridge.url, CONVEX_SERVICE_KEY: testServiceKey },
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await expect.poll(bridge.calls, { timeout, interval: 1 }).toBeGreaterThan(callsUntilKilled);
  child.kill("SIGKILL");
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
  const known = await bridge.deployment.callsOf("test").query(functions.copying.progress, {});
  const written = known.reduce((sum, { copied }) => sum + copied, 0);
  expect(written).toBeGreaterThan(0);
  expect(known.find(({ table }) => table === "outbox")).toMatchObject({ copied: 0, state: "copying" });
  const again = await storesCommand([...toConvex, "--json"], addresses, () => undefined);
  expect(again, again.text).toMatchObject({ code: 0 });
  const report: { written: number; tables: { source: number }[] } = JSON.parse(again.text);
  expect(report.written).toBe(report.tables.reduce((sum, { source }) => sum + source, 0) - written);
  const before = await everyRow(pool);
  await storesCommand(["clear", "--store", "postgres", "--yes"], addresses, () => undefined);
  await storesCommand(["copy", "--from", "convex", "--to", "postgres"], addresses, () => undefined);
  expect(await everyRow(pool)).toEqual(before);
});
