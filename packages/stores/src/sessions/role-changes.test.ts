import { beforeEach, expect, it } from "vitest";
import { mohallaMartStores } from "../mohallamart/postgres.ts";
import { tenOceanStores } from "../ten-ocean/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { postgresSessions } from "./postgres.ts";
import { tenOceanSubject } from "./subject.ts";

const { pool } = await testDatabase();
const mohallaMart = mohallaMartStores(pool);
const tenOcean = tenOceanStores(pool);
const sessions = postgresSessions(pool);
const none = { emit: [] };
const email = "Asha@example.com";
const shop = { shopId: "shop_1", name: "Corner", area: "Indiranagar", description: "All." };

await mohallaMart.users.add({ userId: "user_1", name: "Asha", email });
await mohallaMart.users.add({ userId: "user_2", name: "Ravi", email: "ravi@example.com" });
await mohallaMart.shopkeepers.apply(
  {
    applicantId: "user_1",
    shopkeeper: { shopkeeperId: "sk_1", shopId: "shop_1", name: "Asha", email },
    shop,
  },
  none,
);
await tenOcean.residents.register({ userId: "user_1", email, firstName: "Asha", lastName: "" }, none);

let asCustomer: string;
let asResident: string;
let asOther: string;
const standing = async (token: string) => (await sessions.use(token))?.standing;

beforeEach(async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  asCustomer = await sessions.open("user_1", expiresAt, { standing: "customer" });
  asResident = await sessions.open(tenOceanSubject("user_1"), expiresAt, { standing: "resident" });
  asOther = await sessions.open("user_2", expiresAt, { standing: "customer" });
});

it.each([
  ["is approved as a shopkeeper", () => mohallaMart.shopkeepers.grantDashboardAccess("sk_1")],
  ["is made an admin", () => mohallaMart.staff.add({ staffId: "admin_1", name: "Asha", email })],
  [
    "is made a floor captain",
    () => tenOcean.admins.add({ adminId: "admin_1", name: "Asha", email, role: "floor-captain", floor: 4 }),
  ],
  ["becomes a resident", () => tenOcean.residents.changeStanding("user_1", "resident", none)],
  ["is suspended", () => tenOcean.residents.changeStanding("user_1", "suspended", none)],
])("whoever %s needs new tokens for all sessions of the address, once", async (_what, change) => {
  expect(await change()).toBe(true);
  expect([await standing(asCustomer), await standing(asResident)]).toEqual([undefined, undefined]);
  expect(await standing(asOther)).toBe("customer");
  const fresh = (await sessions.replace(asCustomer, { standing: "customer", idleSeconds: 3_600 })) ?? "";
  expect(await change()).toBe(false);
  expect(await standing(fresh)).toBe("customer");
});

it("whoever is verified needs new tokens as well", async () => {
  const userId = "user_3";
  await tenOcean.residents.register(
    { userId, email: "maya@example.com", firstName: "Maya", lastName: "" },
    none,
  );
  await tenOcean.verifications.open(userId);
  await tenOcean.verifications.decide(userId, { status: "verified", decidedBy: "admin_1" }, none);
  const token = await sessions.open(tenOceanSubject(userId), new Date(Date.now() + 60_000).toISOString(), {
    standing: "resident",
  });
  expect(await tenOcean.residents.admit(userId, none)).toBe(true);
  expect(await standing(token)).toBeUndefined();
});
