import { expect, it } from "vitest";
import { OutOfStockError } from "../mohallamart/orders/errors.ts";
import { mohallaMartStores } from "../mohallamart/postgres.ts";
import { tenOceanStores } from "../ten-ocean/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { loadDemoContent, loadDemoMarket } from "./load-demo-content.ts";
import { loadDemoData } from "./load-demo-data.ts";
import { demoCustomer } from "./mohallamart.ts";

const { pool } = await testDatabase();
const tenOcean = tenOceanStores(pool);
const mohallaMart = mohallaMartStores(pool);
const now = new Date();

it("something goes on in the house, and loading it again changes nothing", async () => {
  await loadDemoData({ mohallaMart, tenOcean });
  expect(await loadDemoContent(tenOcean, { now })).toBe(12);

  const coming = await tenOcean.communityEvents.list({ from: now.toISOString(), to: "2999-01-01T00:00:00Z" });
  expect(coming).toHaveLength(3);
  const [supper] = coming;
  const answers = await tenOcean.rsvps.list({ eventId: supper?.eventId ?? "", response: "going" });
  const seated = answers.filter((answer) => answer.seated).reduce((sum, { seats }) => sum + seats, 0);
  expect([seated, supper?.capacity]).toEqual([7, 8]);

  const statuses = (await tenOcean.maintenance.list()).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(["open", "in-progress", "resolved"]));
  expect(await tenOcean.forum.topics()).toHaveLength(3);
  expect((await tenOcean.forum.findPost("post_demoLaundry3"))?.mentions).toEqual(["user_maya"]);

  await tenOcean.rsvps.answer(
    { eventId: "evt_demoMeeting", userId: "user_maya", response: "declined" },
    { emit: [] },
  );
  expect(await loadDemoContent(tenOcean, { now: new Date(now.getTime() + 86_400_000) })).toBe(0);
  expect(await tenOcean.communityEvents.get("evt_demoRooftop")).toEqual(supper);
  expect(await tenOcean.rsvps.list({ eventId: "evt_demoMeeting", response: "going" })).toEqual([]);
});

it("something goes on in the market, and loading it again changes nothing", async () => {
  const { orders, shopkeepers } = mohallaMart;
  await loadDemoData({ mohallaMart, tenOcean });
  expect(await loadDemoMarket(mohallaMart)).toBe(5);

  const statuses = async () =>
    (await orders.ofCustomer({ userId: demoCustomer.userId })).map(({ orderId, status }) => [
      orderId,
      status,
    ]);
  expect(await statuses()).toEqual([
    ["ord_456", "placed"],
    ["ord_457", "delivered"],
  ]);
  expect((await orders.get("ord_458"))?.status).toBe("shipped");
  expect(await orders.payment("ord_458")).toMatchObject({ status: "captured", amount: 330 });
  expect(await orders.progress("ord_457")).toMatchObject({
    stockTakenAt: expect.any(String),
    confirmation: { email: { status: "sent" }, sms: { status: "sent" } },
    shopkeeper: { status: "sent" },
  });
  expect(await orders.progress("ord_456")).toMatchObject({ confirmation: { email: { status: "pending" } } });
  expect(await shopkeepers.applications({ status: "applied" })).toMatchObject([{ shopkeeperId: "sk_1000" }]);
  expect(await shopkeepers.application("sk_1001")).toMatchObject({ status: "rejected" });

  await orders.advance("ord_456", "packed", { emit: [] });
  expect(await loadDemoMarket(mohallaMart)).toBe(0);
  expect((await orders.get("ord_456"))?.status).toBe("packed");
});

it("an order whose goods were sold since is left out", async () => {
  const place = () => Promise.reject(new OutOfStockError([]));
  const orders = { ...mohallaMart.orders, get: async () => undefined, place };
  expect(await loadDemoMarket({ ...mohallaMart, orders })).toBe(0);
});

it("it is told to nobody", async () => {
  const { rows } = await pool.query("select 1 from platform.outbox");
  expect(rows).toEqual([]);
});
