import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startTestBench } from "./test-bench.ts";
import { missingParts } from "./workflow-files.ts";

/** A folder of workflows, as it is described: paths to contents. */
function room(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "workflows-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const whole = {
  "shop/orders/pack-order.ts": "inngest.createFunction(",
  "shop/orders/pack-order.test.ts": "",
  "shop/orders/pack-order.scenario.ts": "",
  "shop/orders/faults.test.ts": "",
  "shop/orders/find-order.ts": "",
  "shop/orders/workflows.ts": 'export { packOrder } from "./pack-order.ts";',
};

it("has every workflow with its test and its scenario, listed and served", async () => {
  const { functionIds } = await startTestBench();
  expect(missingParts(functionIds)).toEqual([]);
});

it("asks for nothing more", () => {
  expect(missingParts(new Set(["pack-order"]), room(whole))).toEqual([]);
});

it.each([
  ["shop/orders/pack-order.test.ts", "has no test: write shop/orders/pack-order.test.ts."],
  ["shop/orders/pack-order.scenario.ts", "has no scenario: write shop/orders/pack-order.scenario.ts"],
  ["shop/orders/faults.test.ts", "copy another faults.test.ts to shop/orders."],
  [
    "shop/orders/workflows.ts",
    'is not listed: add `export { … } from "./pack-order.ts";` to shop/orders/workflows.ts.',
  ],
])("says what to add when %s is missing", (path, message) => {
  const { [path]: _, ...rest } = Object.fromEntries(Object.entries(whole));
  expect(missingParts(new Set(["pack-order"]), room(rest))).toEqual([expect.stringContaining(message)]);
});

it("says so when a scenario has no workflow, when a domain is not served, and when a file has another name", () => {
  const { "shop/orders/pack-order.ts": workflow, ...rest } = whole;
  expect(missingParts(new Set(), room(rest))).toEqual([
    "shop/orders/pack-order.scenario.ts is of no workflow: write shop/orders/pack-order.ts, or delete it.",
  ]);
  expect(missingParts(new Set(), room(whole))).toEqual([
    "shop/orders/pack-order.ts is listed but not served: name its domain in the product's index.ts.",
  ]);
  const renamed = room({ ...whole, "shop/orders/pack.ts": workflow });
  expect(missingParts(new Set(["pack-order", "pack-it"]), renamed)).toContain(
    "pack-it is served, but no file has its name.",
  );
});
