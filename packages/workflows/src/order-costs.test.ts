import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { costsOf, type OrderCosts } from "./testing/order-costs.ts";
import { placeOrder, placePrepaidOrder } from "./testing/place-order.ts";

// What one order costs, from its event to its last message: docs/scaling.md reckons with it. `ORDER_COSTS=write` writes it there.

const page = fileURLToPath(new URL("../../../docs/scaling.md", import.meta.url));

/** What stands between two marks of the page. */
function block(name: "measured" | "reckoned") {
  const [begin, end] = [`<!-- ${name}: begin -->\n`, `<!-- ${name}: end -->\n`];
  return {
    read(): string {
      const [, rest = ""] = readFileSync(page, "utf8").split(begin);
      return rest.split(end)[0] ?? "";
    },
    write(table: string): void {
      const [before = "", rest = ""] = readFileSync(page, "utf8").split(begin);
      writeFileSync(page, `${before}${begin}${table}${end}${rest.split(end)[1] ?? ""}`);
    },
  };
}

function tableOf(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [["", ...columns], ["---", ...columns.map(() => "---")], ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`.replaceAll("|  |", "| |")).join("");
}

const rounded = (figure: number, to: number) => Math.round(figure / to) * to;

function measuredTable(costs: Record<string, OrderCosts>): string {
  const row = (name: string, of: (costs: OrderCosts) => number) => [name, ...Object.values(costs).map(of)];
  const vendors = new Set(Object.values(costs).flatMap(({ vendors }) => Object.keys(vendors)));
  return tableOf(Object.keys(costs), [
    row("events", ({ events }) => events),
    row("bytes of events, about", ({ eventBytes }) => rounded(eventBytes, 100)),
    row("runs", ({ runs }) => runs),
    row("steps", ({ steps }) => steps),
    ...[...vendors].toSorted().map((name) => row(`calls of ${name}`, ({ vendors }) => vendors[name] ?? 0)),
    row("statements of the database, about", ({ statements }) => rounded(statements, 5)),
  ]);
}

const rates = { "1 order a minute": 1, "100 a minute": 100, "10,000 a minute": 10_000 };

/** What an hour of prepaid orders asks for in a second, by the table of what was measured. */
function reckonedTable(measured: ReadonlyMap<string, readonly number[]>): string {
  const row = (name: string, of: string, against: string, share = 1) => {
    const cost = (measured.get(of)?.at(-1) ?? Number.NaN) * share;
    const figures = Object.values(rates).map((rate) => Number(((cost * rate) / 60).toPrecision(2)));
    return [name, ...figures.map((figure) => figure.toLocaleString("en-GB")), against];
  };
  return tableOf(
    [...Object.keys(rates), "what stands against it"],
    [
      row("events", "events", ""),
      row("events, kB", "bytes of events, about", "", 1 / 1000),
      row("runs", "runs", "the engine's plan; self-hosted one server"),
      row("steps", "steps", "the workers' processors"),
      row("statements", "statements of the database, about", "the database"),
      row("calls of Razorpay", "calls of razorpay", "not published; 429 is waited for"),
      row("texts", "calls of twilio", "Twilio: 100 a second is assumed, a single number may do far less"),
      row("calls of each partner", "calls of delivery", "the partner"),
    ],
  );
}

/** The figures of a table, by what they are of. */
function figuresIn(text: string): Map<string, number[]> {
  const rows = [...text.matchAll(/^\| ([^|]+?) \| ([\d |]+) \|$/gm)];
  return new Map(rows.map(([, name = "", figures = ""]) => [name, figures.split("|").map(Number)]));
}

it("docs/scaling.md reckons with what an order costs", async () => {
  const measured = measuredTable({
    "paid in cash": await costsOf(placeOrder),
    prepaid: await costsOf(placePrepaidOrder),
  });
  if (process.env.ORDER_COSTS === "write") {
    block("measured").write(measured);
    return block("reckoned").write(reckonedTable(figuresIn(measured)));
  }
  const [known, now] = [figuresIn(block("measured").read()), figuresIn(measured)];
  expect([...known.keys()]).toEqual([...now.keys()]);
  for (const [name, figures] of now) {
    // How many events share a batch depends on the machine, and so do a few statements.
    const tolerance = name.endsWith("about") ? 0.1 : 0;
    for (const [index, figure] of figures.entries()) {
      const difference = Math.abs(figure - (known.get(name)?.[index] ?? 0));
      expect(
        difference,
        `${name}: measured ${figures}. ORDER_COSTS=write writes it into ${page}`,
      ).toBeLessThanOrEqual(figure * tolerance);
    }
  }
  expect(block("reckoned").read()).toBe(reckonedTable(known));
}, 120_000);
