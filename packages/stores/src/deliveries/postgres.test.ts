import { expect, it } from "vitest";
import { postgresDoubts } from "../doubts/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { delivery, deliveryContract } from "./contract.ts";
import { postgresDeliveries } from "./postgres.ts";

const { pool } = await testDatabase();
const deliveries = postgresDeliveries(pool);

deliveryContract("Postgres", { deliveries, reset: () => pool.query("truncate platform.deliveries") });

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

it("says how many messages of a span went which way, by channel", async () => {
  await pool.query("truncate platform.deliveries");
  await deliveries.recordMany([
    delivery("a", { status: "sent", messageId: "msg_a" }),
    delivery("b", { status: "failed", reason: "Refused." }),
    { ...delivery("c", { status: "unknown", reason: "No answer." }), channel: "sms" },
    { ...delivery("d", { status: "sent", messageId: "msg_d" }), channel: "sms" },
    delivery("old", { status: "sent", messageId: "msg_old" }),
  ]);
  await pool.query("update platform.deliveries set recorded_at = '2026-11-01T00:00:00Z' where key <> 'old'");
  await pool.query("update platform.deliveries set recorded_at = '2026-11-02T00:00:00Z' where key = 'old'");
  const span = { from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" };
  expect(await deliveries.perChannel(span)).toEqual([
    { channel: "email", sent: 1, failed: 1, unknown: 0 },
    { channel: "sms", sent: 1, failed: 0, unknown: 1 },
  ]);
  expect(await deliveries.perChannel({ from: span.to, to: span.to })).toEqual([]);
});
