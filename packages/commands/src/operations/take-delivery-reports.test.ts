import type { DeliveryReport } from "@org/integrations/delivery-reports/port";
import { referenceOf } from "@org/integrations/message-reference";
import { expect, it } from "vitest";
import { doubtfulText } from "../testing/doubtful-text.ts";
import { testStores } from "../testing/test-stores.ts";
import { takeDeliveryReports } from "./take-delivery-reports.ts";

const stores = await testStores();
const take = takeDeliveryReports(stores);
const at = "2026-11-01T10:00:00.000Z";
const report: DeliveryReport = {
  messageId: "SM1",
  channel: "sms",
  state: "delivered",
  address: "+919800000001",
  endsAddress: false,
  at,
};

it("books what was reported, before its message is recorded as well", async () => {
  expect(await take([report])).toEqual({ ok: true, taken: 1 });
  const { deliveries } = stores.mohallaMart;
  const key = await doubtfulText(stores, "ord_1");
  const [delivery] = await deliveries.list({ subject: "ord_1" });
  if (!delivery) throw new Error("The text is not recorded.");
  await deliveries.record({ ...delivery, status: "sent", messageId: "SM1" });
  expect(await deliveries.get(key)).toMatchObject({ report: { state: "delivered", at } });
});

it("nothing is booked of nothing", async () => {
  expect(await take([])).toEqual({ ok: true, taken: 0 });
});

it("a report about a text in doubt is the proof that it was sent", async () => {
  const key = await doubtfulText(stores, "ord_2");
  await take([{ ...report, messageId: "r2", reference: referenceOf(key) }]);
  expect(await stores.mohallaMart.deliveries.get(key)).toMatchObject({
    status: "sent",
    messageId: "r2",
    report: { state: "delivered" },
  });
  expect(await stores.doubts.get(key)).toBeUndefined();
});

it("tells of a message that did not arrive, once, and not of one that did", async () => {
  const before = (await stores.emittedEvents()).length;
  const lost = { ...report, messageId: "SM_lost", state: "undelivered" } as const;
  await take([{ ...report, messageId: "SM_there" }, lost, lost]);
  await take([lost]);
  expect((await stores.emittedEvents()).slice(before)).toEqual([
    {
      name: "operations/message.undelivered",
      data: expect.objectContaining({ messageId: "SM_lost", channel: "sms", state: "undelivered" }),
    },
  ]);
});

it("keeps a number from texts by its owner's word, until they take it back", async () => {
  const word = { channel: "sms", address: "+919800000008" } as const;
  const stop = { ...word, messageId: "SM_stop", wants: false };
  await take([stop]);
  expect(await stores.suppressions.find("sms", word.address)).toMatchObject({ reason: "opted-out" });
  await take([{ ...word, messageId: "SM_start", wants: true }]);
  await take([stop]);
  expect(await stores.suppressions.find("sms", word.address)).toBeUndefined();
});
