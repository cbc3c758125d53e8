import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { catalogues } from "../../src/catalogues.ts";
import { packageFolder } from "../../src/internal/cli/package-folder.ts";
import { eventSlug } from "../../src/internal/event-slug.ts";
import { orderCreated } from "../../src/mohallamart/order-created.ts";
import { described, splitTypes } from "./describe.ts";
import { contractSource } from "./field-sources.ts";

const source = contractSource(join(packageFolder, "src/mohallamart/order-created.ts"), "orderCreated");
const printed = `export declare const orderCreated: import("../index.ts").EventDefinition<"order.created", {}, "order", {
    occurredAt: string;
    items: {
        quantity: number;
    }[];
    total: number;
}>;
`;
const textOf = (lines: readonly { text: string }[]) => lines.map(({ text }) => text).join("\n");

it("says above an event's declaration when it is emitted, its fields with their limits, and an example", () => {
  const declared = textOf(described(printed, orderCreated, source));
  expect(declared).toContain(" * A customer placed an order;");
  expect(declared).toContain(" * `order.created`, version 2026-11-01.01: a fact of the team orders.");
  expect(declared).toContain(" * - `items[].quantity`: `integer`, `1..1000`");
  expect(declared).toContain(" * - `correlationId?`: `string`, `length 1..256`");
  expect(declared).toContain(' *   "orderId": "ord_456",');
  expect(declared).toMatch(/ \*\/\nexport declare const orderCreated: EventDefinition<"order.created", /);
});

it("says above each field what it is, in which unit and limits, and an example", () => {
  const declared = textOf(described(printed, orderCreated, source));
  expect(declared).toContain(
    "    /**\n     * Rupees with at most two decimals. `number`, `0..10000000000`\n     * @example 120\n     */\n    total: number;",
  );
  expect(declared).toContain("     * Pieces of a product in one order. `integer`, `1..1000`");
});

it("ends no comment early, and describes nothing where nothing is declared", () => {
  const declared = textOf(described(printed, { ...orderCreated, summary: "of */ all" }, source));
  expect(declared).toContain("of *\\/ all");
  expect(declared).not.toContain("of */ all");
  expect(() => described("export {};", orderCreated, source)).toThrow("declare no event");
});

it("parts types where a comma stands between them, and nowhere else", () => {
  expect(splitTypes('"a,<b", { c: [1, 2]; d: (e: 1, f: 2) => void }, g')).toEqual([
    '"a,<b"',
    "{ c: [1, 2]; d: (e: 1, f: 2) => void }",
    "g",
  ]);
});

it("is in every event's built declarations, once, with a place in the sources and words for each field", async () => {
  for (const { name, definitions } of catalogues) {
    for (const { event, version } of definitions) {
      const file = join(packageFolder, "dist", name, `${eventSlug(name, event)}.d.ts`);
      const declared = await readFile(file, "utf8");
      const parts = declared.split(`\`${event}\`, version ${version}:`);
      expect([event, parts.length]).toEqual([event, 2]);
      expect(declared).toContain(`//# sourceMappingURL=${eventSlug(name, event)}.d.ts.map`);
      const [, data = ""] = /export type New\w+ = \{\n([\s\S]*?)\n\}/.exec(declared) ?? [];
      const bare = data
        .split("\n")
        .filter((line, place, all) => /^ +[\w"]+\??: /.test(line) && !all[place - 1]?.endsWith("*/"));
      expect([event, bare]).toEqual([event, []]);
      const nothingSaid = data.split("\n").filter((line) => /^ +(\/\*)?\*+ `/.test(line));
      expect([event, nothingSaid]).toEqual([event, []]);
    }
  }
});
