import { afterAll, beforeAll, expect, it } from "vitest";
import { act } from "../acts/act.ts";
import type { Act } from "../history/history.ts";
import { customerOf } from "../history/market-acts.ts";
import { type City, startCity } from "../world/city.ts";
import { type CityServer, startServer } from "../world/database.ts";
import { dayLong } from "./invariant.ts";
import { createInvariants } from "./invariants.ts";

let server: CityServer;
let city: City;
const look = createInvariants();

const shop = "sk_city00";
const productId = "prod_s0p0";
const morning: Act[] = [
  { kind: "apply-to-sell", shopkeeperId: shop, shopName: "City Shop" },
  { kind: "approve-shop", shopkeeperId: shop },
  { kind: "save-product", shop, productId, name: "Product 0 0", price: 50, available: 20 },
  { kind: "order", orderId: "ord_c1", customer: 1, shop, items: [[productId, 2]], payment: "pays" },
];

beforeAll(async () => {
  server = await startServer();
  city = await startCity({ server, seed: 1, released: true });
  for (const doing of morning) {
    expect(await act(city, doing), doing.kind).toBe("ok");
    await city.settle();
  }
  await city.advanceTo(5 * 60);
});

afterAll(async () => {
  await city.stop();
  await server.stop();
});

/** Which invariants see what was broken, in a transaction of the test's that is taken back by what is given. */
async function broken(damage: string, repair: string): Promise<string[]> {
  await city.pool.query(damage);
  const breaches = await look(city, { day: 0, last: true });
  await city.pool.query(repair);
  return [...new Set(breaches.map(({ invariant }) => invariant))];
}

it("a city in which all is well has no breach", async () => {
  expect(await look(city, { day: 0, last: true })).toEqual([]);
});

it.each([
  [
    "stock",
    "update mohallamart.products set stock = stock + 1 where product_id = 'prod_s0p0'",
    "update mohallamart.products set stock = stock - 1 where product_id = 'prod_s0p0'",
  ],
  [
    "reserved",
    "update mohallamart.products set reserved = 1, stock = stock + 1 where product_id = 'prod_s0p0'",
    "update mohallamart.products set reserved = 0, stock = stock - 1 where product_id = 'prod_s0p0'",
  ],
  [
    "money",
    "update mohallamart.orders set payment_status = 'due'",
    "update mohallamart.orders set payment_status = 'captured'",
  ],
  [
    "outbox",
    "insert into platform.outbox (id, name, payload) values ('stuck', 'order.created', '{}')",
    "delete from platform.outbox where id = 'stuck'",
  ],
  [
    "digests",
    `insert into ten_ocean.digests (period, since, until)
     values ('weekly', '2026-10-01', '2026-10-08'), ('weekly', '2026-10-09', '2026-10-16')`,
    "delete from ten_ocean.digests where until < '2026-10-20'",
  ],
  [
    "seats",
    `with event as (insert into ten_ocean.community_events
       (event_id, title, description, location, starts_at, capacity, created_by)
       values ('evt_full', 'Full', '', 'Roof', '2027-01-01', 1, 'admin_001') returning event_id)
     insert into ten_ocean.rsvps (event_id, user_id, response, seats, seated, answered_at)
     select event_id, 'user_maya', 'going', 2, true, now() from event`,
    "delete from ten_ocean.rsvps; delete from ten_ocean.community_events",
  ],
  [
    "consent",
    `with note as (insert into mohallamart.notifications (notification_id, user_id, type, title, body)
       select 'note', user_id, 'product.priceDrop', '', '' from mohallamart.users where email like 'customer%'
       returning notification_id)
     insert into platform.deliveries (key, subject, workflow, recipient, channel, status)
     select 'notification:' || notification_id || ':sms', '', 'send-notification', 'customer', 'sms', 'sent' from note`,
    "delete from platform.deliveries where key like 'notification:note:%'; delete from mohallamart.notifications",
  ],
])("%s: its breach is seen, and no other is", async (invariant, damage, repair) => {
  if (invariant === "consent") await wantsNoTexts();
  expect(await broken(damage, repair)).toEqual([invariant]);
});

async function wantsNoTexts(): Promise<void> {
  await city.pool.query("update mohallamart.preferences set by_sms = false");
}

it("a run that failed without a fault, and one that failed again after its replay", async () => {
  const letter = {
    ...{ runId: "run_1", app: "mohallamart", workflow: "process-order", events: [] },
    ...{ error: { name: "Error", message: "It broke." }, failedAt: new Date(city.now()).toISOString() },
  };
  await city.ports.deadLetters.record(letter);
  await city.ports.deadLetters.record({ ...letter, runId: "run_2", replayOf: "run_0" });
  const breaches = await look(city, { day: 0, last: true });
  expect(breaches.map(({ about }) => about).toSorted()).toEqual([
    "process-order (run_1) failed without a fault: It broke.",
    "process-order (run_2) failed again after its replay: It broke.",
  ]);
  await city.pool.query("delete from platform.dead_letters");
});

it("somebody who is gone and of whom something is left", async () => {
  const ghost = customerOf(77);
  city.memory.gone.push({ ...ghost, at: city.now() - 2 * dayLong });
  const damage = `update mohallamart.shops set description = 'Ask ${ghost.email}' where shop_id = 'shop_789'`;
  expect(await broken(damage, "update mohallamart.shops set description = ''")).toEqual(["erased"]);
});

it("a message that leaves twice, and a product that search does not find", async () => {
  const email = city.ports.emailOf("mohallamart");
  const message = { to: "asha@example.com", subject: "Twice", text: "Twice.", html: "<p>Twice.</p>" };
  await email.send({ ...message, key: "one" });
  await email.send({ ...message, key: "two" });
  await city.ports.search.delete(productId);
  const invariants = (await look(city, { day: 0, last: true })).map(({ invariant }) => invariant);
  expect(invariants).toEqual(["one-message", "search"]);
});
