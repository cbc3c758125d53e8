import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { liftSuppression } from "./lift-suppression.ts";

const { suppressions } = await testStores();
const lift = liftSuppression({ suppressions });
const operatorId = "admin_001";

it("lets an address be written to again, over that channel, once", async () => {
  const address = "asha@example.com";
  await suppressions.add({ channel: "email", address, reason: "bounced" });
  expect(await lift({ channel: "sms", address, operatorId })).toMatchObject({ code: "not-suppressed" });
  expect(await lift({ channel: "email", address: " Asha@Example.com ", operatorId })).toEqual({ ok: true });
  expect(await suppressions.find("email", address)).toBeUndefined();
  expect(await lift({ channel: "email", address, operatorId })).toMatchObject({
    ok: false,
    code: "not-suppressed",
    fields: { address: expect.any(String) },
  });
});

it.each(["", "asha", "98765", "+91 98765"])("%j is no address", async (address) => {
  expect(await lift({ channel: "sms", address, operatorId })).toMatchObject({
    ok: false,
    code: "invalid",
    fields: { address: expect.stringContaining("Enter an email address") },
  });
});
