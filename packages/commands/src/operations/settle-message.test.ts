import { expect, it } from "vitest";
import { doubtfulText } from "../testing/doubtful-text.ts";
import { testStores } from "../testing/test-stores.ts";
import { settleMessage } from "./settle-message.ts";

const stores = await testStores();
const settle = settleMessage(stores);
const operatorId = "admin_001";

it("a message that arrived is sent, once, and nothing more is done about it", async () => {
  const key = await doubtfulText(stores, "ord_1");
  expect(await settle({ key, operatorId })).toEqual({ ok: true, key });
  expect(await stores.mohallaMart.deliveries.get(key)).toMatchObject({ status: "sent" });
  expect(await settle({ key, operatorId })).toMatchObject({ ok: false, code: "not-in-doubt" });
  expect(await stores.emitted()).toEqual([]);
});

it.each([
  ["order-confirmation:ord_none:sms", "not-in-doubt"],
  ["no key \u0000", "damaged"],
  ["", "damaged"],
])("%j is refused", async (key, code) => {
  expect(await settle({ key, operatorId })).toMatchObject({ ok: false, code });
});
