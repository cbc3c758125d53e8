import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { userCreated } from "@org/events/mohallamart/user-created";
import { userDeleted } from "@org/events/mohallamart/user-deleted";
import { expect, it } from "vitest";
import { failToWelcome } from "../../testing/fail-to-welcome.ts";
import { partnerMessages } from "../../testing/partner-messages.ts";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const { userId } = asha;
const functionId = "remove-user-data";
const inAYear = "2027-11-02T00:00:00Z";

/** A user with an order, a cached profile and two sessions. */
async function knownUser(bench: TestBench): Promise<string[]> {
  await placeOrder(bench);
  await bench.engine.send(userCreated.create(asha));
  await bench.settle();
  return [await bench.sessions.open(userId, inAYear), await bench.sessions.open(userId, inAYear)];
}

const deletion = () => userDeleted.create({ userId, reason: "requested" });
const close = ({ mohallaMart }: TestBench) => mohallaMart.users.close(userId, { emit: [deletion()] });

it("erases the person everywhere, signs them out, tells every partner, and keeps the order", async () => {
  const bench = await startTestBench();
  const tokens = await knownUser(bench);
  await bench.subscribeDevice(userId);
  expect(await bench.cache.get(`user:${userId}`)).toBeDefined();
  await close(bench);
  await bench.settle();

  const { users, preferences, orders } = bench.mohallaMart;
  expect(await users.get(userId)).toBeUndefined();
  expect(await preferences.get(userId)).toBeUndefined();
  expect(await bench.cache.get(`user:${userId}`)).toBeUndefined();
  for (const token of tokens) expect(await bench.sessions.use(token)).toBeUndefined();
  expect(await orders.get("ord_1")).toMatchObject({
    customer: { name: "", email: "", phone: undefined },
    lines: [{ quantity: 2 }],
  });
  for (const partner of ["crm", "accounting", "delivery"] as const) {
    expect(partnerMessages(bench, partner).at(-1)).toMatchObject({
      type: "user.deleted",
      data: { userId, reason: "requested" },
    });
  }
  await expect(
    bench.push.send({ userId, title: "Hello", body: "Hello", key: "hello" }),
  ).rejects.toMatchObject({
    code: "no_device",
  });
  await bench.engine.advance("1h");
  expect(bench.engine.run(functionId)).toHaveCompleted();
});

it("erases what was under way when the account was closed", async () => {
  const bench = await startTestBench();
  await knownUser(bench);
  await close(bench);
  await bench.settle();
  const view = { userId, sessionId: "visit_1", event: "page.viewed", properties: {} };
  await bench.engine.send(analyticsTrack.create(view));
  await bench.engine.advance("10m");
  const { analytics } = bench.mohallaMart;
  expect(await analytics.features({ limit: 10 })).toMatchObject([{ userId }]);

  await bench.engine.advance("1h");
  expect(await analytics.features({ limit: 10 })).toEqual([]);
});

it("forgets failed runs that hold the person's data", async () => {
  const bench = await startTestBench();
  await failToWelcome(bench);
  expect(JSON.stringify(await bench.deadLetters.list())).toContain(asha.email);
  await close(bench);
  await bench.settle();

  expect(await bench.deadLetters.list()).toEqual([]);
});

it("keeps an order's failed runs, which may have left something undone", async () => {
  const bench = await startTestBench();
  // The confirmation and the shopkeeper's email are one request.
  bench.vendors.failNext("resend", { status: 422 });
  await placeOrder(bench);
  await bench.settle();
  await close(bench);
  await bench.settle();

  const about = (key: string) => ({ name: "notification.emailRequested", data: { about: "ord_1", key } });
  expect(await bench.deadLetters.list()).toMatchObject([
    {
      workflow: "deliver-email",
      events: [about("order-confirmation:ord_1:email"), about("new-order:ord_1:sk_998:email")],
    },
  ]);
});

it("tells the other partners when one does not answer, then fails, and a replay tells that one", async () => {
  const bench = await startTestBench();
  await knownUser(bench);
  bench.engine.faults.failStep({ functionId, stepId: "tell-partner:crm", attempts: 11 });
  await close(bench);
  await bench.settle();
  await bench.engine.advance("2h");

  const told = () =>
    (["crm", "accounting", "delivery"] as const).filter((partner) =>
      partnerMessages(bench, partner).some(({ type }) => type === "user.deleted"),
    );
  expect(bench.engine.run(functionId)).toHaveFailed(/not told of it: crm/);
  expect(told()).toEqual(["accounting", "delivery"]);

  await bench.engine.send({ ...deletion(), id: "again" });
  await bench.engine.advance("2h");
  expect(told()).toEqual(["crm", "accounting", "delivery"]);
});

it("erases an account that something else than the web app asks to delete", async () => {
  const bench = await startTestBench();
  await knownUser(bench);
  await bench.engine.send(userDeleted.create({ userId, reason: "inactive" }));
  await bench.engine.advance("1h");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await bench.mohallaMart.users.get(userId)).toBeUndefined();
});
