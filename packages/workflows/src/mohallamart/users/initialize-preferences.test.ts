import { userCreated } from "@org/events/mohallamart/user-created";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const { userId } = asha;
const defaults = { userId, language: "en-IN", channels: { email: true, sms: true, push: true } };

it("starts a new user in the neighbourhood of the shop they first ordered from", async () => {
  const bench = await startTestBench();
  const { shopId } = await placeOrder(bench);
  await bench.engine.send(userCreated.create(asha));
  await bench.settle();

  const shop = await bench.mohallaMart.shops.get(shopId);
  expect(await bench.mohallaMart.preferences.get(userId)).toEqual({ ...defaults, area: shop?.area });
  expect(bench.engine.events({ name: "user.updated" })).toMatchObject([
    { data: { userId, changed: ["preferences"] } },
  ]);
});

it.each(["hi-IN", "kn-IN"] as const)("starts who ordered in %s first in that language", async (language) => {
  const bench = await startTestBench();
  await placeOrder(bench, { language });
  await placeOrder(bench, { orderId: "ord_2", language: "en-IN" });
  await bench.engine.send(userCreated.create(asha));
  await bench.settle();

  expect(await bench.mohallaMart.preferences.get(userId)).toMatchObject({ ...defaults, language });
});

it("leaves the neighbourhood open for someone who has not ordered", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });
  await bench.settle();

  expect(await bench.mohallaMart.preferences.get(userId)).toEqual(defaults);
});

it("keeps what the user has chosen by then", async () => {
  const bench = await startTestBench();
  const chosen = { userId, language: "kn-IN", channels: { email: true, sms: false, push: false } };
  await bench.mohallaMart.users.add(asha);
  await bench.mohallaMart.preferences.initialize(chosen);
  await bench.engine.send(userCreated.create(asha));

  expect(bench.engine.run("initialize-preferences")).toHaveCompleted();
  expect(await bench.mohallaMart.preferences.get(userId)).toEqual(chosen);
  expect(bench.engine.events({ name: "user.updated" })).toEqual([]);
});

it("has nothing to do for someone who is gone again", async () => {
  const bench = await startTestBench();
  await bench.engine.send(userCreated.create(asha));

  expect(bench.engine.run("initialize-preferences")).toMatchObject({
    status: "Completed",
    output: { preferences: "user is gone" },
  });
});
