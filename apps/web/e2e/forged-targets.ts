import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { loadDemoContent } from "@org/stores/demo-data/load-demo-content";
import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import type { Pool } from "@org/stores/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { emails, moveIn } from "./everybody.ts";

const quiet = { emit: [] };
const shopId = "shop_789";

/** What the forged forms are about. */
export async function makeTargets(pool: Pool): Promise<void> {
  await makeFailures(pool);
  await makeMarket(pool);
  await makeHouse(pool);
}

async function makeFailures(pool: Pool): Promise<void> {
  const failed = {
    app: "mohallamart",
    events: [],
    error: { name: "Error", message: "Refused." },
    failedAt: new Date().toISOString(),
  };
  const deadLetters = postgresDeadLetters(pool);
  for (const [n, workflow] of ["send-flowers", "send-flowers", "send-fruit"].entries())
    await deadLetters.record({ ...failed, workflow, runId: `01FORGED000000000000000${n + 1}` });
  await pool.query(`insert into platform.runs_in_doubt (run_id, app, workflow, events)
    values ('01DOUBT', 'mohallamart', 'deliver-sms', '[]')`);
  await pool.query(`insert into platform.deliveries
      (key, subject, workflow, recipient, channel, status, doubt_since, run_id)
    select 'forged:doubt:' || n, 'ord_forged1', 'deliver-sms', 'customer', 'sms', 'unknown', now(), '01DOUBT'
    from generate_series(1, 2) n`);
  await pool.query(`insert into platform.outbox (id, name, payload, attempts, last_error, next_attempt_at)
    values ('forged:refused', 'forged', '{"name":"forged","data":{}}', 3, '400', now() + interval '1 day')`);
  await pool.query(`insert into platform.outbox (id, name, payload, accepted_at, lost_since)
    values ('forged:lost', 'forged', '{"name":"forged","data":{}}', now(), now())`);
  await postgresSuppressions(pool).add({ channel: "sms", address: "+919845099999", reason: "opted-out" });
}

async function makeMarket(pool: Pool): Promise<void> {
  const { orders, products, shopkeepers, users, notifications } = mohallaMartStores(pool);
  const customer = { userId: "user_forged", name: "Zarina Quadri", email: emails.customer };
  await users.add(customer, quiet);
  await users.add({ userId: "user_other", name: "Other", email: emails["other customer"] }, quiet);
  const described = { category: "Breakfast", unit: "1 piece", description: "As it is.", price: 100 };
  await products.add({ productId: "prod_forged", shopId, name: "Idli", stock: 9, ...described }, quiet);
  await products.update("prod_forged", { picture: "forged" }, quiet);
  for (const orderId of ["ord_forged1", "ord_forged2"]) {
    const items = [{ productId: "prod_forged", quantity: 1 }];
    const order = { orderId, shopId, items, payment: "cash", address: demoAddress } as const;
    await orders.place({ ...order, customer: { ...customer, phone: "+919845077123" } }, quiet);
  }
  for (const n of [1, 2]) {
    const shopkeeper = { shopkeeperId: `sk_forged${n}`, shopId: `shop_forged${n}`, name: "Zarina Quadri" };
    const email = `keeper${n}@example.com`;
    const shop = {
      shopId: shopkeeper.shopId,
      name: `Forged ${n}`,
      area: "Indiranagar",
      description: "Rice.",
    };
    await users.add({ userId: `user_keeper${n}`, name: "Zarina Quadri", email }, quiet);
    await shopkeepers.apply(
      { applicantId: `user_keeper${n}`, shopkeeper: { ...shopkeeper, email }, shop },
      quiet,
    );
  }
  const told = { type: "order.delivered", title: "Here", body: "It is." };
  await notifications.add({ notificationId: "forged:notification", userId: customer.userId, ...told });
}

async function makeHouse(pool: Pool): Promise<void> {
  const stores = tenOceanStores(pool);
  await loadDemoContent(stores, { now: new Date() });
  await moveIn(pool, "user_leaving", "leaving@example.com");
  await stores.residents.changeStanding("user_leaving", "alumni", quiet);
  const nobody = { userId: "user_nowhere", firstName: "Noor", lastName: "", email: "nowhere@example.com" };
  await stores.residents.register(nobody, quiet);
  await stores.verifications.open("user_nowhere");
  await stores.verifications.requestMove("user_chloe", "unit_6A", quiet);
  const announcement = { title: "Hallway painted", body: "On Friday.", floor: 4, publishedBy: "admin_002" };
  await stores.announcements.publish({ announcementId: "ann_forged", ...announcement }, quiet);
  const request = { userId: "user_maya", unitId: "unit_4B", category: "plumbing", priority: "high" } as const;
  await stores.maintenance.create({ requestId: "req_forged2", description: "It drips.", ...request }, quiet);
  const lobby = { ...request, unitId: undefined, area: "Lobby", description: "The lamp is out." };
  await stores.maintenance.create({ ...lobby, requestId: "req_forged3" }, quiet);
  const resolved = { resolvedBy: "admin_001", resolution: "New trap." };
  await stores.maintenance.resolve("req_forged2", resolved, quiet);
  const opening = { postId: "post_forged", body: "Whose cat is this?", mentions: [] };
  await stores.forum.openTopic(
    { topicId: "topic_forged", title: "A cat", userId: "user_maya", opening },
    quiet,
  );
  const notice = {
    notificationId: "forged:notice",
    kind: "verification",
    title: "Hello",
    body: "There.",
    path: "/ten-ocean",
  } as const;
  await stores.notifications.add(notice, [
    { userId: "user_maya", email: true, push: false, heldForDigest: false },
  ]);
}
