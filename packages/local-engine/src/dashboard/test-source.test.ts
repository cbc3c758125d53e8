import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { busy, carrier, downFor, outages, refused, shop } from "../testing/shop.ts";
import { startVirtualStage } from "../testing/virtual-stage.ts";

const run = promisify(execFile);
const start = "2026-11-01T00:00:00Z";
/** In the package, so that the files find it by its name. */
const packageFolder = join(import.meta.dirname, "../..");
let folder: string;
const written: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(packageFolder, ".copied-tests-"));
  copyFileSync(join(import.meta.dirname, "../testing/shop.ts"), join(folder, "shop.ts"));
});
beforeEach(() => outages.clear());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Stage = Awaited<ReturnType<typeof startVirtualStage>>;

/** Writes the tests of all runs of a function, as the page gives them. */
async function copyAsTest(
  { timed, request }: Stage,
  functionId: string,
  name = functionId,
): Promise<string[]> {
  const sources: string[] = [];
  for (const [position, { id }] of timed.runs({ functionId }).entries()) {
    const response = await request(`/runs/${id}/test`);
    expect(response.status).toBe(200);
    const source = await response.text();
    const file = join(folder, `${name}-${position}.test.ts`);
    writeFileSync(file, source);
    written.push(file);
    sources.push(source);
  }
  return sources;
}

const open = () => startVirtualStage([shop, carrier], start);
const order = { name: "order.placed", data: { orderId: "ord_1" } };

describe("a run as a test", () => {
  it("has the answers of its steps, their failures and the waits between tries", async () => {
    const stage = await open();
    downFor("the bank", 1, busy);
    await stage.timed.send(order);
    await stage.timed.advance("8d");
    downFor("the bank", 1);
    await stage.timed.send(order);
    await stage.timed.advance("8d");
    downFor("the bank", 1, refused);
    await stage.timed.send(order);
    expect(stage.timed.runs({ functionId: "charge" }).map(({ status }) => status)).toEqual([
      "Completed",
      "Completed",
      "Failed",
    ]);
    const [first, second, third] = await copyAsTest(stage, "shop-charge");
    expect(first).toMatch(/new RetryAfterError\("come back later", \d+000\)/);
    expect(second).toContain('new Error("the bank is down"), times: 1');
    expect(third).toContain('new NonRetriableError("card_declined")');
  });

  it("has the events that it waited for, the waits that ended without, and what a person skipped", async () => {
    const stage = await open();
    const { timed, engine } = stage;
    await timed.send({ name: "cart.left", data: { cartId: "came" } });
    await timed.advance("1h");
    await timed.send(order);
    await timed.advance("8d");
    await timed.send({ name: "cart.left", data: { cartId: "never" } });
    await timed.advance("8d");
    await timed.send({ name: "cart.left", data: { cartId: "by hand" } });
    await timed.advance("2h");
    const open_ = timed.runs({ functionId: "remind", status: "Running" })[0];
    await engine.endWait(open_?.id ?? "", open_?.steps[0]?.hash ?? "", { orderId: "mine" });
    await timed.advance("3h");
    await engine.skipSleep(
      open_?.id ?? "",
      timed.runs({ status: "Running", functionId: "remind" })[0]?.steps[1]?.hash ?? "",
    );
    await timed.runUntilIdle();
    await timed.send({ name: "cart.left", data: { cartId: "emptied" } });
    await timed.advance("1h");
    await timed.send({ name: "cart.emptied", data: { cartId: "emptied" } });
    await timed.send({ name: "cart.left", data: { cartId: "still" } });
    const ended = timed.runs({ functionId: "remind" });
    expect(ended.map(({ status }) => status)).toEqual([
      "Completed",
      "Completed",
      "Completed",
      "Cancelled",
      "Running",
    ]);
    expect(ended[2]?.output).toMatchObject({ ordered: "mine" });
    await timed.cancel(ended[4]?.id ?? "");
    await copyAsTest(stage, "shop-remind");
  });

  it("has stand-ins for the functions that it invoked", async () => {
    const stage = await open();
    await stage.timed.send({ name: "quote.asked", data: {} });
    await stage.timed.advance("15m");
    downFor("the price list", 10);
    await stage.timed.advance("1d");
    expect(stage.timed.run("quote").output).toMatchObject({
      first: { of: "ord_1" },
      second: "the price list is down",
      third: expect.any(String),
    });
    await copyAsTest(stage, "shop-quote");
  });

  it("has what a model answered and the signals that came", async () => {
    const stage = await open();
    await stage.timed.send({ name: "refund.asked", data: {} });
    await stage.timed.advance("1h");
    await stage.timed.signal("refund/ord_1", { by: "Asha" });
    await stage.timed.advance("2h");
    expect(stage.timed.run("approve").output).toMatchObject({ clerk: { by: "Asha" }, manager: null });
    const [source] = await copyAsTest(stage, "shop-approve");
    expect(source).toMatch(/await engine\.signal\("refund\/ord_1", \{\s+"by": "Asha"\s+\}\);/);
    expect(source).toMatch(/mockStep\(\{ functionId, stepId: "advise", value: \{/);
  });

  it("begins as it began: by a schedule, with a batch, invoked, or again", async () => {
    const stage = await open();
    await stage.timed.send([1, 2].map((n) => ({ name: "parcel.ready", data: { n } })));
    await stage.timed.advance("3h");
    await stage.engine.invoke("shop-price", { orderId: "by hand" });
    await stage.timed.advance("1h");
    await stage.engine.rerun(stage.timed.run("collect").id);
    await stage.timed.runUntilIdle();
    await copyAsTest(stage, "shop-report");
    await copyAsTest(stage, "shop-collect");
    await copyAsTest(stage, "shop-price");
    expect(written.filter((file) => /(report|collect|price)-\d/.test(file))).toHaveLength(4);
  });

  it("is refused for a run that nobody knows, and for one that has not begun", async () => {
    const stage = await open();
    expect((await stage.request("/runs/none/test")).status).toBe(404);
    await stage.post("/functions/shop-charge/pause", { runs: "hold" });
    await stage.timed.send(order);
    const refusal = await stage.request(`/runs/${stage.timed.run("charge").id}/test`);
    expect([refusal.status, await refusal.text()]).toEqual([409, expect.stringContaining("has not begun")]);
  });

  it("passes, and its types are right", { timeout: 120_000 }, async () => {
    expect(written.length).toBeGreaterThanOrEqual(14);
    const bin = (name: string) =>
      join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), name);
    writeFileSync(join(folder, "vitest.config.ts"), "export default { test: { isolate: false } };\n");
    const tests = await run(process.execPath, [bin("vitest.mjs"), "run", "--root", folder], {
      env: { ...process.env, NO_COLOR: "1" },
    }).catch((error: { stdout: string; stderr: string }) => error);
    expect(tests.stdout + tests.stderr).toMatch(
      new RegExp(`Test Files +${written.length} passed[\\s\\S]* Tests +${written.length} passed`),
    );
    const config = { extends: "../tsconfig.json", include: ["*.ts"], compilerOptions: { noEmit: true } };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const types = await run(process.execPath, [tsc, "-p", folder]).catch(
      (error: { stdout: string }) => error,
    );
    expect(types.stdout).toBe("");
    expect(readFileSync(written[0] ?? "", "utf8")).not.toContain("undefined");
  });
});
