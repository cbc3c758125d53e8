import { notificationSend } from "@org/events/mohallamart/notification-send";
import { messageUndelivered } from "@org/events/operations/message-undelivered";
import { pushIdOf } from "@org/integrations/push/port";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "tell-another-way";

type Channel = "push" | "sms" | "email";

/** Asha, to whom a message went over these channels; what the order itself sends is gone. */
async function benchWithMessage(channels: Channel[], type = "order.shipped") {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.vendors.reset();
  const on = { email: true, sms: true, push: true };
  await bench.mohallaMart.preferences.initialize({ userId: asha.userId, language: "en-IN", channels: on });
  const [{ productId } = { productId: "" }] = bench.products;
  const data: Record<string, string> = type.startsWith("order") ? { orderId } : { productId };
  await bench.engine.send(
    notificationSend.create({ userId: asha.userId, type, channels, data }, { id: "evt_1" }),
  );
  await bench.engine.advance("10s");
  await bench.settle();
  return bench;
}

/** Its vendor reports, as often as it likes. */
async function report(
  bench: TestBench,
  channel: Channel,
  state: "undelivered" | "bounced" | "opted-out" | "complained" = "undelivered",
) {
  const delivery = await bench.mohallaMart.deliveries.get(`notification:evt_1:${channel}`);
  const { messageId = "none" } = delivery ?? {};
  await bench.engine.send(messageUndelivered.create({ messageId, channel, state }));
  await bench.engine.advance("2m");
  await bench.settle();
}

const sentTo = ({ vendors }: TestBench) =>
  vendors
    .outbox()
    .filter(({ to }) => [pushIdOf("mohallamart", asha.userId), asha.phone, asha.email].includes(to))
    .map(({ channel }) => channel);

it.each([
  ["sms", "undelivered", "email"],
  ["sms", "opted-out", "email"],
  ["email", "bounced", "sms"],
] as const)("a message over %s that is %s later goes once over %s", async (channel, state, other) => {
  const bench = await benchWithMessage([channel]);
  expect(sentTo(bench)).toEqual([channel]);
  await report(bench, channel, state);
  expect(sentTo(bench)).toEqual([channel, other]);
  await report(bench, channel, state);
  await report(bench, other);
  expect(sentTo(bench)).toEqual([channel, other]);
  expect(bench.engine.runs({ functionId }).map(({ status }) => status)).not.toContain("Failed");
});

it("what took another channel as well goes over no third one", async () => {
  const bench = await benchWithMessage(["push", "sms"]);
  const before = sentTo(bench);
  await report(bench, "sms");
  expect(bench.engine.run(functionId).output).toEqual({ skipped: "It took another channel as well." });
  expect(sentTo(bench)).toEqual(before);
});

it("a complaint ends there", async () => {
  const bench = await benchWithMessage(["email"]);
  await report(bench, "email", "complained");
  expect(bench.engine.runs({ functionId })).toEqual([]);
});

it("what is promotional takes the other channel only as its reader allows", async () => {
  const bench = await benchWithMessage(["sms"], "product.backInStock");
  const channels = { email: false, sms: true, push: true };
  await bench.mohallaMart.preferences.update(asha.userId, { channels });
  await report(bench, "sms");
  expect(sentTo(bench)).toEqual(["sms"]);
});

it("nobody is told whose account is closed, and of no message that is not a notification", async () => {
  const bench = await benchWithMessage(["sms"]);
  const delivery = await bench.mohallaMart.deliveries.get("notification:evt_1:sms");
  await bench.engine.send(
    messageUndelivered.create({ messageId: "SM_nobodys", channel: "sms", state: "undelivered" }),
  );
  await bench.mohallaMart.users.close(asha.userId, { emit: [] });
  await bench.engine.send(
    messageUndelivered.create({ messageId: delivery?.messageId ?? "", channel: "sms", state: "undelivered" }),
  );
  await bench.engine.advance("2m");
  expect(bench.engine.runs({ functionId }).map(({ output }) => output)).toEqual([
    { skipped: "It is no notification of the marketplace's." },
    { skipped: "The user is gone." },
  ]);
  expect(sentTo(bench)).toEqual(["sms"]);
});
