import { expect, it } from "vitest";
import { dispute } from "../../testing/bank.ts";
import { asha, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench } from "../../testing/test-bench.ts";

it.each([
  ["won", "it stands"],
  ["lost", "gives it back to you"],
  ["closed", "nothing that you have to do"],
] as const)("tells the customer that their bank asks, and that the dispute was %s", async (end, text) => {
  const bench = await startTestBench();
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");
  for (const status of ["open", "open", "under-review", end] as const) {
    await dispute(bench, orderId, status);
    await bench.settle();
    await bench.engine.advance("3m");
  }
  const emails = bench.vendors.outbox().filter(({ to }) => to === asha.email);
  expect(emails.slice(1).map(({ subject }) => subject)).toEqual([
    `Your bank asks about a payment of yours: order ${orderId}`,
    expect.stringMatching(/^Your bank has (decided|closed)/),
  ]);
  expect(emails.at(-1)?.text?.replaceAll(/\s+/g, " ")).toContain(text);
  expect(await bench.mohallaMart.money.disputes(orderId)).toMatchObject([{ status: end }]);
});
