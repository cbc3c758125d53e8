import { expect, it } from "vitest";
import { meena, openShop } from "../../testing/open-shop.ts";
import { startTestBench } from "../../testing/test-bench.ts";

it("opens the dashboard to the approved shopkeeper", async () => {
  const bench = await startTestBench();
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("grant-dashboard-access")).toHaveCompleted();
  const application = await bench.mohallaMart.shopkeepers.application(meena.shopkeeperId);
  expect(application).toMatchObject({ dashboardAccess: true });
});
