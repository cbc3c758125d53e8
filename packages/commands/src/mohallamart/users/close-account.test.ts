import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { closeAccount } from "./close-account.ts";

const stores = await testStores();
const { users } = stores.mohallaMart;
const close = closeAccount({ users });

it("closes an account once, and tells it once", async () => {
  await users.add({ userId: "user_1", name: "Asha", email: "asha@example.com" });
  expect(await close({ userId: "user_1" })).toEqual({ ok: true, userId: "user_1" });
  expect(await close({ userId: "user_1" })).toMatchObject({ ok: false, code: "closed-before" });
  expect(await users.get("user_1")).toBeUndefined();
  expect(await stores.emittedEvents()).toMatchObject([
    { name: "user.deleted", data: { userId: "user_1", reason: "requested" } },
  ]);
});
