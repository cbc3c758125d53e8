import { beforeAll, expect, it } from "vitest";
import type { Person } from "../../sessions/person.ts";
import { testStores } from "../../testing/test-stores.ts";
import { type ApplicationReader, mayOpenApplication } from "./application-access.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
  const { users, shopkeepers } = stores.mohallaMart;
  for (const number of [1, 2]) {
    const contact = { name: "R", email: `r${number}@example.com` };
    await users.add({ userId: `user_${number}`, ...contact }, { emit: [] });
    const shop = { shopId: `shop_${number}`, name: "Corner", area: "Indiranagar", description: "Rice" };
    const shopkeeper = { shopkeeperId: `sk_${number}`, shopId: shop.shopId, ...contact };
    await shopkeepers.apply({ applicantId: `user_${number}`, shopkeeper, shop }, { emit: [] });
  }
});

const someone = { name: "R", email: "r@example.com" };
const as = (person: Person) => async () => ({ person });
const readers: [string, () => Promise<ApplicationReader>, boolean][] = [
  ["nobody", async () => ({}), false],
  ["who confirmed it", async () => ({ linkToken: await stores.applicationLinks.tokenOf("sk_1") }), true],
  [
    "who confirmed another",
    async () => ({ linkToken: await stores.applicationLinks.tokenOf("sk_2") }),
    false,
  ],
  ["the account that applied", as({ ...someone, role: "customer", id: "user_1" }), true],
  ["another account", as({ ...someone, role: "customer", id: "user_2" }), false],
  ["the shopkeeper", as({ ...someone, role: "shopkeeper", id: "sk_1", shopId: "shop_1" }), true],
  ["another shopkeeper", as({ ...someone, role: "shopkeeper", id: "sk_2", shopId: "shop_1" }), false],
  ["the staff", as({ ...someone, role: "admin", id: "staff_1" }), true],
  ["an admin of the house", as({ ...someone, role: "association-admin", id: "staff_1" }), false],
];

it.each(readers)("an application may be opened by %s or not", async (_who, reader, expected) => {
  const { applicationLinks } = stores;
  expect(await mayOpenApplication({ applicationLinks }, "sk_1", await reader())).toBe(expected);
  for (const unknown of ["sk_none", "<script>"])
    expect(await mayOpenApplication({ applicationLinks }, unknown, await reader())).toBe(false);
});
