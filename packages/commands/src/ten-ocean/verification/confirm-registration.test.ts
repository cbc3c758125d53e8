import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { confirmRegistration } from "./confirm-registration.ts";
import { newResidentId, registerResident } from "./register-resident.ts";

const stores = await testStores();
const { residents, registrations } = stores.tenOcean;
const confirm = confirmRegistration(stores.tenOcean);

/** Somebody fills in the form. @returns the link's secret */
async function filledIn(email: string, userId = newResidentId()) {
  await registerResident(stores.tenOcean)({ userId, email, firstName: "Maya", lastName: "", unitId: "" });
  return { userId, token: (await registrations.get(userId))?.token ?? "none" };
}

it("makes a resident of whoever reads the mailbox, once, with the event", async () => {
  const { userId, token } = await filledIn("maya@example.com");
  expect(await confirm({ token })).toEqual({ ok: true, userId });
  expect(await residents.findByEmail("maya@example.com")).toMatchObject({ userId, status: "pending" });
  expect(await confirm({ token })).toMatchObject({ ok: false, code: "gone" });
  expect(await stores.emitted()).toEqual([
    `user/registration.requested:${userId}`,
    `user/registered:${userId}`,
  ]);
});

it("of an address that was registered meanwhile says so, and changes nothing", async () => {
  const [first, second] = [await filledIn("lee@example.com"), await filledIn("lee@example.com")];
  await confirm(first);
  expect(await confirm(second)).toMatchObject({ code: "gone" });
  const late = await filledIn("lee@example.com");
  const before = await stores.emitted();
  expect(await confirm(late)).toEqual({
    ok: false,
    code: "email-taken",
    message: "You are registered with this address already. Sign in.",
  });
  expect(await residents.get(late.userId)).toBeUndefined();
  expect(await residents.findByEmail("lee@example.com")).toMatchObject({ userId: first.userId });
  expect(await stores.emitted()).toEqual(before);
});

it("of an account that was deleted meanwhile registers nobody", async () => {
  const { userId, token } = await filledIn("rue@example.com");
  await residents.register(
    { userId, email: "other@example.com", firstName: "R", lastName: "" },
    { emit: [] },
  );
  await residents.close(userId, { emit: [] });
  expect(await confirm({ token })).toMatchObject({ code: "gone" });
  expect(await residents.findByEmail("rue@example.com")).toBeUndefined();
});

it.each(["", "x", "__proto__", "x".repeat(43)])("a link with %j is no longer good", async (token) => {
  expect(await confirm({ token })).toMatchObject({
    ok: false,
    code: "gone",
    message: expect.stringContaining("Register again"),
  });
});
