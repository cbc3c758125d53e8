import { expect, it } from "vitest";
import { postgresDoubts } from "../doubts/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { delivery, deliveryContract } from "./contract.ts";
import { postgresDeliveries } from "./postgres.ts";

const { pool } = await testDatabase();
const deliveries = postgresDeliveries(pool);

deliveryContract("Postgres", {
  deliveries,
  recordedAt: (key, at) =>
    pool.query("update platform.deliveries set recorded_at = $2 where key = $1", [key, at]),
  reset: () => pool.query("truncate platform.deliveries"),
});

it("what is unknown keeps its run, until its outcome is known", async () => {
  const events = [{ id: "e1", name: "order.created", data: { orderId: "ord_1" }, ts: 1 }];
  const run = { runId: "run_1", app: "mohallamart", workflow: "send-order-confirmation", events };
  const doubts = postgresDoubts(pool);
  await deliveries.record(delivery("doubtful", { status: "unknown", reason: "No answer." }), { run });
  const first = await doubts.get("doubtful");
  expect(first).toMatchObject({ key: "doubtful", runId: "run_1", reason: "No answer." });
  await deliveries.record(delivery("doubtful", { status: "unknown", reason: "Still none." }), {
    run: { ...run, runId: "run_2" },
  });
  expect(await doubts.get("doubtful")).toMatchObject({ since: first?.since, runId: "run_2" });
  await deliveries.record(delivery("doubtful", { status: "sent", messageId: "msg_1" }), { run });
  expect(await doubts.get("doubtful")).toBeUndefined();
  await doubts.clear();
  expect([await doubts.run("run_1"), await doubts.run("run_2")]).toEqual([undefined, undefined]);
});
