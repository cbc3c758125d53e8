import { orderCreated } from "@org/events/mohallamart";
import { beforeEach, expect, it } from "vitest";
import { databaseOn } from "../database.ts";
import { testDatabase } from "../testing/database.ts";
import { emittedEvents } from "../testing/emitted.ts";
import { appendEvents } from "./append.ts";
import { postgresOutbox } from "./postgres.ts";

const { pool } = await testDatabase();
const outbox = postgresOutbox(pool);

beforeEach(() => pool.query("truncate platform.outbox"));

const created = (orderId: string) =>
  orderCreated.create({
    orderId,
    userId: "user_1",
    shopId: "shop_1",
    items: [{ productId: "prod_1", quantity: 1 }],
    total: 19.99,
  });

it("it takes the place of the engine's client: one event or many, ids in order", async () => {
  const event = created("ord_1");
  expect(await outbox.send(event)).toEqual({ ids: ["order.created:ord_1"] });
  expect(await outbox.send([created("ord_2"), created("ord_3")])).toEqual({
    ids: ["order.created:ord_2", "order.created:ord_3"],
  });
  expect(await outbox.send([])).toEqual({ ids: [] });
  expect((await emittedEvents(pool))[0]).toEqual(event);
});

it.each([{}, { id: "" }])(
  "an event with no id, as in %j, gets one, which travels with it",
  async (identity) => {
    const event = { name: "product.outOfStock", v: "1", data: {}, ...identity };
    const { ids } = await outbox.send([event, event]);
    expect(ids).toEqual([expect.stringMatching(/^\w{26}$/), expect.stringMatching(/^\w{26}$/)]);
    expect(await emittedEvents(pool)).toMatchObject(ids.map((id) => ({ id })));
  },
);

it("an id that is there already is not appended again", async () => {
  await outbox.send(created("ord_1"));
  await outbox.send([created("ord_1"), created("ord_2"), created("ord_2")]);
  expect((await emittedEvents(pool)).map(({ id }) => id)).toEqual([
    "order.created:ord_1",
    "order.created:ord_2",
  ]);
});

it("events end with the transaction they were appended in", async () => {
  const append = databaseOn(pool).transaction(async (transaction) => {
    await appendEvents(transaction, [created("ord_1")]);
    throw new Error("rolled back");
  });
  await expect(append).rejects.toThrow("rolled back");
  expect(await emittedEvents(pool)).toEqual([]);
});

it("any string that JSON can hold survives", async () => {
  const data = { text: "\u0000 null, \ud83d\ude00 pair, \ud800 half, ₹ and '\"\\" };
  await outbox.send({ name: "test", v: "1", data });
  expect(await emittedEvents(pool)).toMatchObject([{ data }]);
});

it("its state says how much waits", async () => {
  expect(await outbox.state()).toEqual({ pending: 0, oldestPendingAge: 0, failing: [], lost: [] });
  await outbox.send([created("ord_1"), created("ord_2"), created("ord_3")]);
  await pool.query(`update platform.outbox set accepted_at = '2026-01-01' where id like '%ord_1';
    update platform.outbox set created_at = now() - interval '1 hour'`);
  const { pending, oldestPendingAge } = await outbox.state();
  expect(pending).toBe(2);
  expect(oldestPendingAge).toBeGreaterThanOrEqual(3_600_000 - 5_000);
});
