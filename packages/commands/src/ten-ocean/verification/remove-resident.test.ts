import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { confirmRegistration } from "./confirm-registration.ts";
import { registerResident } from "./register-resident.ts";
import { removeResident } from "./remove-resident.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const admin = { id: "admin_1" };
const remove = (userId: string, confirmed = "yes") =>
  removeResident(stores.tenOcean)({ admin, userId, confirmed });
const quiet = { emit: [] };

beforeAll(async () => {
  stores = await testStores();
  const { residents } = stores.tenOcean;
  for (const userId of ["user_1", "user_2", "user_3"]) {
    const email = `${userId}@example.com`;
    await residents.register({ userId, email, firstName: "R", lastName: "" }, quiet);
  }
  await residents.changeStanding("user_1", "alumni", quiet);
  await residents.changeStanding("user_2", "resident", quiet);
});

it("deletes the account of somebody who left, once, with who did it", async () => {
  expect(await remove("user_1", "")).toMatchObject({ code: "invalid" });
  expect(await remove("user_1")).toEqual({ ok: true, userId: "user_1" });
  expect(await remove("user_1")).toMatchObject({ code: "unknown-resident" });
  expect((await stores.emittedEvents()).map(({ name, data }) => [name, data])).toMatchObject([
    ["user/removed", { userId: "user_1", reason: "left", removedBy: "admin_1" }],
  ]);
});

it("deletes nobody who lives here", async () => {
  const before = await stores.emitted();
  expect(await remove("user_2")).toMatchObject({ code: "still-resident" });
  expect(await stores.tenOcean.residents.get("user_2")).toMatchObject({ standing: "resident" });
  expect(await stores.emitted()).toEqual(before);
});

it("deletes an applicant, and refuses what is no resident's id", async () => {
  expect(await remove("user_3")).toMatchObject({ ok: true });
  expect(await remove("admin_1")).toMatchObject({ code: "damaged" });
});

it("a form of a deleted account registers nobody; the address registers anew", async () => {
  const register = registerResident(stores.tenOcean);
  const form = { userId: "user_1", email: "user_1@example.com", firstName: "R", lastName: "", unitId: "" };
  expect(await register(form)).toEqual({
    ok: false,
    code: "account-deleted",
    message: "The account of this form was deleted. Open the portal again to register anew.",
  });
  expect(await register({ ...form, userId: "user_4" })).toEqual({ ok: true, userId: "user_4" });
  const { registrations, residents } = stores.tenOcean;
  const { token = "" } = (await registrations.get("user_4")) ?? {};
  expect(await confirmRegistration({ registrations })({ token })).toEqual({ ok: true, userId: "user_4" });
  expect(await residents.findByEmail(form.email)).toMatchObject({ userId: "user_4", status: "pending" });
});
