import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { registerAgain } from "./register-again.ts";
import type { RegistrationReader } from "./registration-access.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const form = { userId: "user_1", firstName: " Maya ", lastName: "Rao", unitId: "unit_4B" };
const again = async (changes: object = {}) => {
  const { tenOcean, registrationLinks } = stores;
  const linkToken = await registrationLinks.tokenOf("user_1");
  return registerAgain({ ...tenOcean, registrationLinks })({ ...form, reader: { linkToken }, ...changes });
};

beforeAll(async () => {
  stores = await testStores();
  const { units, residents, verifications } = stores.tenOcean;
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  const maya = { userId: "user_1", firstName: "Maya", lastName: "", email: "maya@example.com" };
  await residents.register(maya, { emit: [] });
  await verifications.open("user_1");
});

it("is for nobody whose registration waits, and for nobody who is not there", async () => {
  expect(await again()).toMatchObject({ code: "not-open" });
  expect(await again({ userId: "user_9" })).toMatchObject({ code: "not-open" });
  expect(await stores.emitted()).toEqual([]);
});

it("asks again with what they say now, once, after a rejection", async () => {
  const { verifications, residents } = stores.tenOcean;
  await verifications.decide("user_1", { status: "rejected", decidedBy: "admin_1" }, { emit: [] });
  expect(await again({ unitId: "unit_9Z" })).toMatchObject({
    code: "unknown-unit",
    fields: { unitId: expect.stringContaining("unit_9Z") },
  });
  expect(await again({ firstName: "<b>" })).toMatchObject({ code: "invalid" });
  expect(await again({ userId: "admin_1" })).toMatchObject({ code: "damaged" });
  expect(await stores.emitted()).toEqual([]);

  const somebody = { name: "R", email: "r@example.com" };
  const strangers: RegistrationReader[] = [
    {},
    { linkToken: "A".repeat(22) },
    { person: { ...somebody, role: "resident", id: "user_2" } },
    { person: { ...somebody, role: "association-admin", id: "admin_1" } },
  ];
  for (const reader of strangers) expect(await again({ reader })).toMatchObject({ code: "not-open" });
  expect(await stores.emitted()).toEqual([]);

  const outcomes = await Promise.all([again(), again()]);
  expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, userId: "user_1" }]);
  expect(await residents.get("user_1")).toMatchObject({
    firstName: "Maya",
    lastName: "Rao",
    unitId: "unit_4B",
  });
  expect(await stores.emitted()).toEqual(["user/registered:user_1:2"]);
  expect(await stores.emittedEvents()).toMatchObject([
    { data: { email: "maya@example.com", unitId: "unit_4B", round: 2 } },
  ]);
});
