import { describe, expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { findPeople, findPerson, subjectOf } from "./find-people.ts";
import type { Person } from "./person.ts";

const stores = await testStores();
const { mohallaMart, tenOcean } = stores;
const shop = { shopId: "shop_1", name: "Corner", area: "Indiranagar", description: "All." };
const someone = { name: "Asha Rao", email: "asha@example.com" };
const none = { emit: [] };

await mohallaMart.users.add({ userId: "user_1", ...someone });
await mohallaMart.staff.add({ staffId: "admin_1", ...someone });
await mohallaMart.shopkeepers.apply(
  { applicantId: "user_1", shopkeeper: { shopkeeperId: "sk_1", shopId: "shop_1", ...someone }, shop },
  none,
);
await tenOcean.residents.register(
  { userId: "user_1", email: someone.email, firstName: "Maya", lastName: "" },
  none,
);
await tenOcean.admins.add({ adminId: "admin_1", name: "Maria", email: someone.email, role: "admin" });
await tenOcean.admins.add({
  adminId: "admin_2",
  name: "Sam",
  email: "sam@example.com",
  role: "floor-captain",
  floor: 4,
});

const customer = { role: "customer", id: "user_1", ...someone };
const admin = { role: "admin", id: "admin_1", ...someone };

describe("people with an address", () => {
  it("are those of the product, in any case", async () => {
    expect(await findPeople(stores, "mohallamart", "ASHA@example.com")).toEqual([customer, admin]);
    expect(await findPeople(stores, "ten-ocean", "asha@EXAMPLE.com")).toEqual([
      { role: "association-admin", id: "admin_1", name: "Maria", email: someone.email },
    ]);
    expect(await findPeople(stores, "mohallamart", "sam@example.com")).toEqual([]);
  });

  it("include a shopkeeper once they have access to the dashboard", async () => {
    const roles = async () =>
      (await findPeople(stores, "mohallamart", someone.email)).map(({ role }) => role);
    expect(await roles()).toEqual(["customer", "admin"]);
    await mohallaMart.shopkeepers.grantDashboardAccess("sk_1");
    expect(await roles()).toEqual(["customer", "shopkeeper", "admin"]);
    expect(await findPerson(stores, "sk_1")).toMatchObject({ role: "shopkeeper", shopId: "shop_1" });
  });

  it.each([
    ["resident", true],
    ["suspended", false],
    ["alumni", false],
  ] as const)("whose standing is %s: resident %s", async (standing, isResident) => {
    await tenOcean.residents.changeStanding("user_1", standing, none);
    const roles = (await findPeople(stores, "ten-ocean", someone.email)).map(({ role }) => role);
    expect(roles.includes("resident")).toBe(isResident);
    expect((await findPerson(stores, "ten-ocean:user_1")) !== undefined).toBe(isResident);
  });
});

describe("a session's subject", () => {
  it("leads back to its person, also where the products share an id", async () => {
    const found: Person[] = [
      ...(await findPeople(stores, "mohallamart", someone.email)),
      ...(await findPeople(stores, "ten-ocean", someone.email)),
      ...(await findPeople(stores, "ten-ocean", "sam@example.com")),
    ];
    expect(new Set(found.map(subjectOf)).size).toBe(found.length);
    for (const person of found) expect(await findPerson(stores, subjectOf(person))).toEqual(person);
    expect(await findPerson(stores, "ten-ocean:admin_2")).toMatchObject({ role: "floor-captain", floor: 4 });
  });

  it.each(["", "user_9", "admin_2", "sk_9", "ten-ocean:", "ten-ocean:sk_1", "one-of:user_1,admin_1"])(
    "%j is nobody",
    async (subject) => {
      expect(await findPerson(stores, subject)).toBeUndefined();
    },
  );
});
