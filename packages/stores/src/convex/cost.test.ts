import { beforeEach, expect, it } from "vitest";
import { newOrder, orderEvents, rice, shop, stockEvents } from "../mohallamart/contract/bench.ts";
import { recordingEngine, recordingLog } from "../outbox/testing/engine.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { createConvexRelay } from "./relay.ts";
import { convexStores } from "./stores.ts";

const bridge = await convexBridge();
const { signInCodes, sessions, knownBrowsers, ledger } = convexStores(bridge.deployment);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const marked = (name: string, orderId: string) => ({
  id: `${name}:${orderId}`,
  name,
  v: "1",
  data: { orderId },
});

beforeEach(() => bridge.empty());

async function callsOf(act: () => Promise<unknown>): Promise<number> {
  const before = bridge.calls();
  await act();
  return bridge.calls() - before;
}

it("signing in with a code takes four calls, and a request one", async () => {
  let token = "";
  const signIn = async () => {
    const code = await signInCodes.issue("asha@example.com", inAnHour());
    expect(await signInCodes.redeem("asha@example.com", code)).toBe("right");
    token = await sessions.open("user_1", inAnHour());
    await knownBrowsers.remember("user_1");
  };
  expect(await callsOf(signIn)).toBe(4);
  expect(await callsOf(() => sessions.use(token))).toBe(1);
});

it("a message through the send ledger takes two", async () => {
  const send = () => ledger.once("order-confirmation:ord_1:sms", async () => "SM1");
  expect(await callsOf(send)).toBe(2);
});

it("an order from the form to the door takes fourteen, 20 kB, and no more than five documents a call", async () => {
  const frugal = await convexBridge({ documentsRead: 5 });
  const { orders, inventory, shops, products } = convexStores(frugal.deployment);
  await shops.add(shop);
  await products.add(rice);
  const before = { calls: frugal.calls(), bytes: frugal.bytes() };
  await orders.place(newOrder(), orderEvents);
  await inventory.take("ord_1", stockEvents);
  for (const status of ["packed", "shipped", "delivered"] as const)
    await orders.advance("ord_1", status, { emit: ({ orderId }) => [marked(status, orderId)] });
  for (const _page of ["placed", "packed", "delivered"]) await orders.progress("ord_1");
  await orders.get("ord_1");
  expect(frugal.calls() - before.calls).toBe(14);
  expect(frugal.bytes() - before.bytes).toBeLessThan(20_000);
});

it("events through the relay take two calls a batch, however many they are", async () => {
  const { outbox } = convexStores(bridge.deployment);
  await outbox.send(Array.from({ length: 50 }, (_, n) => marked("order.updated", `ord_${n}`)));
  const engine = recordingEngine();
  const relay = createConvexRelay({ deployment: bridge.deployment, client: engine, log: recordingLog() });
  // A look at what failed, and a last look at each, find nothing.
  expect(await callsOf(() => relay.drain())).toBe(2 + 3);
  expect(engine.accepted()).toHaveLength(50);
});
