import { expect, it } from "vitest";
import { doubtfulText } from "../testing/doubtful-text.ts";
import { testStores } from "../testing/test-stores.ts";
import { resendMessage } from "./resend-message.ts";

const stores = await testStores();
const resend = resendMessage(stores);
const operatorId = "admin_001";

it("asks the worker to run again what sent the message, once", async () => {
  const key = await doubtfulText(stores, "ord_1");
  expect(await resend({ key, operatorId })).toEqual({ ok: true, key });
  expect(await resend({ key, operatorId })).toMatchObject({ ok: false, code: "not-in-doubt" });
  expect(await stores.emittedEvents()).toMatchObject([
    {
      name: "operations/message.resend-requested",
      data: { key, runId: "run_ord_1", requestedBy: operatorId },
    },
  ]);
});

it("of two operators one is followed", async () => {
  const key = await doubtfulText(stores, "ord_2");
  const before = (await stores.emitted()).length;
  const outcomes = await Promise.all([resend({ key, operatorId }), resend({ key, operatorId: "admin_002" })]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await stores.emitted()).length).toBe(before + 1);
});

it("asks for nothing where there is nothing to send, and says why", async () => {
  const withoutRun = await doubtfulText(stores, "ord_3", { run: undefined });
  const before = await stores.emitted();
  const refusals = [
    [withoutRun, "run-not-kept", expect.stringContaining("is not kept")],
    ["order-confirmation:ord_none:sms", "not-in-doubt", expect.stringContaining("no doubt")],
    ["no key", "damaged", expect.stringContaining("no doubt")],
  ] as const;
  for (const [key, code, message] of refusals) {
    expect(await resend({ key, operatorId })).toMatchObject({ ok: false, code, message });
  }
  expect(await stores.emitted()).toEqual(before);
});
