import { beforeAll, expect, it } from "vitest";
import type { Person } from "../../sessions/person.ts";
import { testStores } from "../../testing/test-stores.ts";
import { type RegistrationReader, registrationAccess } from "./registration-access.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
  const { units, residents } = stores.tenOcean;
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  for (const userId of ["user_1", "user_2"]) {
    const email = `${userId}@example.com`;
    const person = { userId, email, firstName: "R", lastName: "", unitId: "unit_4B" };
    await residents.register(person, { emit: [] });
  }
});

const someone = { name: "R", email: "r@example.com" };
const as = (person: Person) => async () => ({ person });
const readers: [string, () => Promise<RegistrationReader>, string | undefined][] = [
  ["nobody", async () => ({}), undefined],
  ["who has the link", async () => ({ linkToken: await stores.registrationLinks.tokenOf("user_1") }), "link"],
  [
    "who has another's",
    async () => ({ linkToken: await stores.registrationLinks.tokenOf("user_2") }),
    undefined,
  ],
  ["themselves", as({ ...someone, role: "resident", id: "user_1" }), "owner"],
  ["a neighbour", as({ ...someone, role: "resident", id: "user_2" }), undefined],
  ["an admin of the house", as({ ...someone, role: "association-admin", id: "admin_1" }), "office"],
  [
    "the captain of their floor",
    as({ ...someone, role: "floor-captain", id: "admin_2", floor: 4 }),
    "office",
  ],
  ["another captain", as({ ...someone, role: "floor-captain", id: "admin_3", floor: 5 }), undefined],
  ["a customer of the marketplace", as({ ...someone, role: "customer", id: "user_1" }), undefined],
  ["staff of the marketplace", as({ ...someone, role: "admin", id: "admin_1" }), undefined],
];

it.each(readers)("a registration is opened to %s, or not", async (_who, reader, expected) => {
  const { registrationLinks } = stores;
  expect((await registrationAccess({ registrationLinks }, "user_1", await reader()))?.as).toBe(expected);
  for (const unknown of ["user_none", "<script>"])
    expect(await registrationAccess({ registrationLinks }, unknown, await reader())).toBeUndefined();
});
