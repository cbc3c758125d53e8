import { beforeEach, expect, it } from "vitest";
import { convexDeadLetters } from "../dead-letters/convex.ts";
import { convexOutbox } from "../outbox/convex.ts";
import { postgresOutbox } from "../outbox/postgres.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { testDatabase } from "../testing/database.ts";
import { cascadesOver, readsOfBoth } from "./cascades-over.ts";
import { type CascadeBench, cascadeContract } from "./contract.ts";
import { convexCascadeReads } from "./convex.ts";
import { postgresCascadeReads } from "./postgres.ts";

const bridge = await convexBridge();
const { pool } = await testDatabase();
const reads = convexCascadeReads(bridge.deployment);
const both = cascadesOver(readsOfBoth(reads, postgresCascadeReads(pool)));
const outbox = convexOutbox(bridge.deployment);

const bench: Omit<CascadeBench, "cascades"> = {
  outbox,
  started: (eventId, functionId) =>
    bridge.run(async ({ db }) => {
      const now = Date.now();
      for (const { _id, id } of await db.query("outbox").collect())
        if (id === eventId) await db.patch(_id, { isAccepted: true, acceptedAt: now, stage: "accepted" });
      await db.insert("eventTraces", { eventId, functionId, ended: false, seenAt: now });
    }),
  record: convexDeadLetters(bridge.deployment).record,
  reset: bridge.empty,
};

cascadeContract("Convex", { cascades: cascadesOver(reads), ...bench });
cascadeContract("Convex and Postgres", { cascades: both, ...bench });

beforeEach(async () => {
  await bridge.empty();
  await pool.query("truncate platform.outbox");
});

const event = (id: string, data: Record<string, unknown>) => ({ id, name: "order.updated", v: "1", data });

it("finds what the association and operations emitted because of a customer's event", async () => {
  await outbox.send(event("order.created:ord_1", { orderId: "ord_1" }));
  const caused = { causationId: "order.created:ord_1", correlationId: "order.created:ord_1" };
  await postgresOutbox(pool).send([event("alert.raised:1", caused), event("other", { orderId: "ord_2" })]);
  for (const about of ["ord_1", "alert.raised:1"])
    expect((await both.find(about)).events.map(({ id }) => id)).toEqual([
      "order.created:ord_1",
      "alert.raised:1",
    ]);
});

it("goes on from call to call to the first event of an outbox that no call reads whole", async () => {
  const filler = "x".repeat(800_000);
  await outbox.send(event("order.created:ord_1", { orderId: "ord_1" }));
  for (let number = 0; number < 6; number += 1) await outbox.send(event(`filler:${number}`, { filler }));
  const before = bridge.calls();
  expect((await reads.eventsMentioning(["ord_1"])).rows.map(({ id }) => id)).toEqual(["order.created:ord_1"]);
  expect(bridge.calls() - before).toBe(3);
});
