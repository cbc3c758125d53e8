import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { catalogues } from "../../src/catalogues.ts";
import { packageFolder } from "../../src/internal/cli/package-folder.ts";
import { eventSlug } from "../../src/internal/event-slug.ts";
import { orderCreated } from "../../src/mohallamart/order-created.ts";
import { described } from "./describe.ts";

it("says above an event's declaration when it is emitted, its fields with their limits, and an example", () => {
  const declared = described("export declare const orderCreated: 1;\n", orderCreated);
  expect(declared).toContain(" * A customer placed an order;");
  expect(declared).toContain(" * `order.created`, version 2026-11-01.01: a fact of the team orders.");
  expect(declared).toContain(" * - `items[].quantity`: `integer`, `1..1000`");
  expect(declared).toContain(" * - `correlationId?`: `string`, `length 1..256`");
  expect(declared).toContain(' *   "orderId": "ord_456",');
  expect(declared).toMatch(/ \*\/\nexport declare const orderCreated: 1;\n$/);
});

it("ends no comment early, and describes nothing where nothing is declared", () => {
  const declared = described("export declare const one: 1;", { ...orderCreated, summary: "of */ all" });
  expect(declared.match(/\*\//g)).toHaveLength(1);
  expect(() => described("export {};", orderCreated)).toThrow("declare no event");
});

it("is in every event's built declarations, once", async () => {
  for (const { name, definitions } of catalogues) {
    for (const { event, version } of definitions) {
      const file = join(packageFolder, "dist", name, `${eventSlug(name, event)}.d.ts`);
      const parts = (await readFile(file, "utf8")).split(`\`${event}\`, version ${version}:`);
      expect([event, parts.length]).toEqual([event, 2]);
    }
  }
});
