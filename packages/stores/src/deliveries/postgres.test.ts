import { expect, it } from "vitest";
import { postgresDoubts } from "../doubts/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import type { Delivery } from "./port.ts";
import { postgresDeliveries } from "./postgres.ts";

const { pool } = await testDatabase();
const deliveries = postgresDeliveries(pool);

const delivery = (key: string, outcome: Pick<Delivery, "status" | "messageId" | "reason">): Delivery => ({
  key,
  subject: "ann_1",
  workflow: "send-bulk-email",
  recipient: "resident",
  channel: "email",
  ...outcome,
});

it("many outcomes are recorded and read at once; of a key the last one counts, except that sent stays", async () => {
  await deliveries.recordMany([
    delivery("one", { status: "sent", messageId: "msg_1" }),
    delivery("two", { status: "failed", reason: "Refused." }),
  ]);
  await deliveries.recordMany([
    delivery("one", { status: "failed", reason: "Too late." }),
    delivery("two", { status: "sent", messageId: "msg_2" }),
    delivery("three", { status: "unknown", reason: "No answer." }),
  ]);
  const found = await deliveries.getMany(["one", "two", "three", "four"]);
  expect(found.toSorted((a, b) => a.key.localeCompare(b.key))).toMatchObject([
    { key: "one", status: "sent", messageId: "msg_1", reason: undefined },
    { key: "three", status: "unknown", messageId: undefined, reason: "No answer." },
    { key: "two", status: "sent", messageId: "msg_2", reason: undefined },
  ]);
  expect(await deliveries.get("one")).toMatchObject({ status: "sent", subject: "ann_1" });
});

it("all of many are recorded or none", async () => {
  // A status that the table refuses, as a mistaken caller would have it.
  const wrong: Delivery = JSON.parse(
    JSON.stringify({ ...delivery("six", { status: "sent" }), status: "lost" }),
  );
  const both = [delivery("five", { status: "sent", messageId: "msg_5" }), wrong];
  await expect(deliveries.recordMany(both)).rejects.toMatchObject({ kind: "final" });
  expect(await deliveries.getMany(["five", "six"])).toEqual([]);
});

it("nothing is recorded or read of nothing", async () => {
  await deliveries.recordMany([]);
  expect(await deliveries.getMany([])).toEqual([]);
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

it("a message is found by its vendor's id of it, unless that is of a push to many", async () => {
  await deliveries.recordMany([
    delivery("seven", { status: "sent", messageId: "msg_7" }),
    { ...delivery("eight", { status: "sent", messageId: "msg_8" }), channel: "push" },
    { ...delivery("nine", { status: "sent", messageId: "msg_8" }), channel: "push" },
  ]);
  expect(await deliveries.ofMessage("email", "msg_7")).toMatchObject({ key: "seven" });
  expect(await deliveries.ofMessage("sms", "msg_7")).toBeUndefined();
  expect(await deliveries.ofMessage("push", "msg_8")).toBeUndefined();
  expect(await deliveries.ofMessage("email", "msg_none")).toBeUndefined();
});
