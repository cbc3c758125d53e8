import { expect, it } from "vitest";
import { firstProduct } from "../../testing/products.ts";
import { askFor } from "../../testing/requested-emails.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { moveInCustomers } from "../../testing/users.ts";

const functionId = "deliver-bulk-email";

async function askForNews(bench: TestBench, userIds: readonly string[]) {
  const { productId } = firstProduct(bench);
  const news = { template: "product.backInStock", data: { productId }, priority: "bulk" } as const;
  await askFor(
    bench,
    userIds.map((userId) => ({ ...news, key: `test:${userId}`, about: productId, userId })),
  );
}

const emailed = ({ vendors }: TestBench) =>
  vendors.outbox().flatMap(({ to }) => (to.endsWith("@example.com") ? [to] : []));

it("sends what goes to many a hundred in a request, and is not failed by one that is refused", async () => {
  const bench = await startTestBench({ rateLimits: true, schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 100);
  await bench.pool.query("update mohallamart.users set email = 'nobody' where user_id = 'user_n3'");
  await askForNews(bench, userIds);
  await bench.engine.advance("10s");

  expect(bench.engine.runs({ functionId })).toHaveLength(1);
  expect(bench.engine.run(functionId).output).toMatchObject({ sent: 99, failed: 1 });
  expect(new Set(emailed(bench)).size).toBe(99);
});

it("fails when nothing left, so that somebody looks, and it can be run again", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  bench.vendors.failNext("resend", { status: 422 });
  await askForNews(bench, await moveInCustomers(bench, 2));
  await bench.engine.advance("10s");
  const failed = bench.engine.run(functionId);
  expect(failed).toHaveFailed(/2 of 2 emails did not leave/);

  await bench.engine.controls.rerun(failed.id);
  await bench.engine.advance("10s");
  expect(emailed(bench)).toEqual(["n1@example.com", "n2@example.com"]);
});
