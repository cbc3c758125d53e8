import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { forgetAddress } from "./forget-address.ts";

const { mohallaMart } = await testStores();
const { addresses, users } = mohallaMart;
const forget = forgetAddress(mohallaMart);
const userId = "user_1";

await users.add({ userId, name: "Asha", email: "asha@example.com" });

it("is no longer offered, however often it is asked for", async () => {
  await addresses.save(userId, { name: "Asha", phone: "+919876543210", line1: "Flat 4B", pinCode: "560038" });
  const [{ addressId = "" } = {}] = await addresses.list({ userId });
  expect(await forget({ userId: "user_2", addressId })).toEqual({ ok: true, forgotten: false });
  expect(await addresses.list({ userId })).toHaveLength(1);
  expect(await forget({ userId, addressId })).toEqual({ ok: true, forgotten: true });
  expect(await forget({ userId, addressId })).toEqual({ ok: true, forgotten: false });
  expect(await addresses.list({ userId })).toEqual([]);
});

it.each(["", "x".repeat(101)])("that is called %j is refused", async (addressId) => {
  expect(await forget({ userId, addressId })).toMatchObject({
    ok: false,
    message: "There is no such address. Open your account again.",
  });
});
