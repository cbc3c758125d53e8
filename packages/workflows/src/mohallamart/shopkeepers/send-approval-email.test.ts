import { expect, it } from "vitest";
import { meena, openShop } from "../../testing/open-shop.ts";
import { startTestBench } from "../../testing/test-bench.ts";

it("tells the shopkeeper where to sign in", async () => {
  const bench = await startTestBench();
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("send-approval-email")).toHaveCompleted();
  const [welcome] = bench.vendors
    .outbox()
    .filter(({ to, channel }) => to === meena.email && channel === "email");
  expect(welcome?.html).toContain("https://mohallamart.test/sign-in");
});

it("keeps the shop open when its keeper cannot be told, and the sender's run says so", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422 });
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("deliver-email")).toHaveFailed(/shop-approved about sk_meena/);
  expect(await bench.mohallaMart.shops.get(meena.shopId)).toMatchObject({ listed: true });
});
