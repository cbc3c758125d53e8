import { Inngest } from "inngest";
import { expect, it } from "vitest";
import { expectedTraces } from "./expected-traces.ts";
import { startTestBench } from "./testing/test-bench.ts";

const client = new Inngest({ id: "market", isDev: true });
const done = async () => undefined;
const pack = client.createFunction({ id: "pack", triggers: [{ event: "order.created" }] }, done);
const charge = client.createFunction(
  { id: "charge", triggers: [{ event: "order.created", if: "event.data.payment == 'prepaid'" }] },
  done,
);
const confirm = client.createFunction(
  {
    id: "confirm",
    triggers: [{ event: "order.created", if: "event.data.payment != 'prepaid'" }, { event: "order.paid" }],
    throttle: { limit: 1, period: "1s" },
  },
  done,
);
const index = client.createFunction(
  { id: "index", triggers: [{ event: "order.created" }], debounce: { period: "2s" } },
  done,
);
const nightly = client.createFunction({ id: "nightly", triggers: [{ cron: "0 4 * * *" }] }, done);
const unit = client.createFunction(
  { id: "unit", triggers: [{ event: "moved", if: "'unit' in event.data.awaiting" }] },
  done,
);

const expected = expectedTraces([{ client, functions: [pack, charge, confirm, index, nightly, unit] }]);
const idsOf = (name: string, data: Record<string, unknown> = {}) =>
  expected({ name, v: "1", data }).map(({ functionId }) => functionId);

it.each([
  ["order.created", { payment: "prepaid" }, ["market-pack", "market-charge"]],
  ["order.created", { payment: "cash" }, ["market-pack", "market-confirm"]],
  ["order.created", {}, ["market-pack", "market-confirm"]],
  ["order.paid", {}, ["market-confirm"]],
  ["moved", { awaiting: ["unit"] }, ["market-unit"]],
  ["moved", { awaiting: ["email"] }, []],
  ["moved", {}, []],
  ["seen", {}, []],
])("%s with %j starts %j", (name, data, functions) => {
  expect(idsOf(name, data)).toEqual(functions);
});

it("says which of them wait for their turn", () => {
  expect(expected({ name: "order.paid", v: "1", data: {} })).toEqual([
    { functionId: "market-confirm", isHeldBack: true },
  ]);
});

/** What is lost of these is not found by its trace, and why that is no harm. */
const untraceable: Record<string, string> = {
  "product.created": "joined with later ones of its product; the nightly re-index finds what search lacks",
  "operations/message.in-doubt": "joined with others; find-messages-in-doubt looks every four hours",
};

it("every event that starts something is traced by a function that can drop none of them, or is listed", async () => {
  const bench = await startTestBench();
  const listened = new Set<string>();
  const traced = new Set<string>();
  for (const workflow of bench.served.flatMap(({ functions }) => functions)) {
    const { triggers = [], debounce, rateLimit, singleton, idempotency } = workflow.opts;
    for (const trigger of triggers) {
      const { event }: Record<string, unknown> = { ...trigger };
      if (typeof event !== "string" || event.startsWith("inngest/")) continue;
      listened.add(event);
      if (!debounce && !rateLimit && !singleton && !idempotency) traced.add(event);
    }
  }
  expect([...listened].filter((name) => !traced.has(name)).toSorted()).toEqual(
    Object.keys(untraceable).toSorted(),
  );
});
