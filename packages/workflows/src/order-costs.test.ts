import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { onVendorCall } from "@org/integrations/vendor-calls";
import { expect, it, vi } from "vitest";
import { placeOrder, placePrepaidOrder } from "./testing/place-order.ts";
import { startTestBench, type TestBench } from "./testing/test-bench.ts";

// What one order costs, from its event to its last message: docs/scaling.md reckons with it. `ORDER_COSTS=write` writes it there.

const page = fileURLToPath(new URL("../../../docs/scaling.md", import.meta.url));
const [begin, end] = ["<!-- measured: begin -->\n", "<!-- measured: end -->\n"];

interface Costs {
  events: number;
  runs: number;
  vendorCalls: number;
  /** By vendor. */
  vendors: Record<string, number>;
  /** Of the events, as JSON. */
  eventBytes: number;
  statements: number;
}

/** Before the connections that are counted: each of them keeps what it calls. */
async function spyOnStatements() {
  const { pool } = await startTestBench({ schedulesOf: [] });
  const client = await pool.connect();
  client.release();
  return vi.spyOn(Object.getPrototypeOf(client), "query");
}

async function costsOf(place: (bench: TestBench) => Promise<unknown>): Promise<Costs> {
  const statements = await spyOnStatements();
  const bench = await startTestBench({ schedulesOf: [] });
  const vendors: Record<string, number> = {};
  const stop = onVendorCall(({ vendor }) => {
    vendors[vendor] = (vendors[vendor] ?? 0) + 1;
  });
  try {
    statements.mockClear();
    await place(bench);
    await bench.settle();
    const events = bench.engine.events();
    return {
      events: events.length,
      runs: bench.engine.runs().length,
      vendorCalls: Object.values(vendors).reduce((sum, count) => sum + count, 0),
      vendors,
      eventBytes: events.reduce((sum, event) => sum + JSON.stringify(event).length, 0),
      statements: statements.mock.calls.length,
    };
  } finally {
    stop();
    statements.mockRestore();
  }
}

function table(costs: Record<string, Costs>): string {
  const kinds = Object.keys(costs);
  const row = (name: string, of: (costs: Costs) => unknown) =>
    `| ${name} | ${Object.values(costs).map(of).join(" | ")} |`;
  const vendors = [
    ...new Set(Object.values(costs).flatMap(({ vendors }) => Object.keys(vendors))),
  ].toSorted();
  return `${[
    `| | ${kinds.join(" | ")} |`,
    `|---|${kinds.map(() => "---|").join("")}`,
    row("events", ({ events }) => events),
    row("bytes of events, about", ({ eventBytes }) => Math.round(eventBytes / 100) * 100),
    row("runs", ({ runs }) => runs),
    ...vendors.map((vendor) => row(`calls of ${vendor}`, ({ vendors: of }) => of[vendor] ?? 0)),
    row("statements of the database, about", ({ statements }) => Math.round(statements / 10) * 10),
  ].join("\n")}\n`;
}

/** The figures of a table, by what they are of. */
function figuresIn(text: string): Map<string, number[]> {
  const rows = [...text.matchAll(/^\| ([^|]+?) \| ([\d |]+) \|$/gm)];
  return new Map(rows.map(([, name = "", figures = ""]) => [name, figures.split("|").map(Number)]));
}

it("docs/scaling.md reckons with what an order costs", async () => {
  const costs = {
    "paid in cash": await costsOf(placeOrder),
    prepaid: await costsOf(placePrepaidOrder),
  };
  const measured = table(costs);
  const text = readFileSync(page, "utf8");
  const [before = "", rest = ""] = text.split(begin);
  const [written = "", after = ""] = rest.split(end);
  if (process.env.ORDER_COSTS === "write")
    return writeFileSync(page, `${before}${begin}${measured}${end}${after}`);
  const [known, now] = [figuresIn(written), figuresIn(measured)];
  expect([...known.keys()]).toEqual([...now.keys()]);
  for (const [name, figures] of now) {
    // How often the relay looks depends on the machine, and so do the statements.
    const tolerance = name.endsWith("about") ? 0.3 : 0;
    for (const [index, figure] of figures.entries()) {
      const difference = Math.abs(figure - (known.get(name)?.[index] ?? 0));
      expect(
        difference,
        `${name}: measured ${figures}. ORDER_COSTS=write writes it into ${page}`,
      ).toBeLessThanOrEqual(figure * tolerance);
    }
  }
}, 120_000);
