import { beforeAll, expect, it } from "vitest";
import { postgresApplicationLinks } from "../mohallamart/application-links/postgres.ts";
import { shop } from "../mohallamart/contract/bench.ts";
import { postgresOrderLinks } from "../mohallamart/order-links/postgres.ts";
import { mohallaMartStores } from "../mohallamart/postgres.ts";
import { tenOceanStores } from "../ten-ocean/postgres.ts";
import { postgresRegistrationLinks } from "../ten-ocean/registration-links/postgres.ts";
import { testDatabase } from "../testing/database.ts";

const { pool } = await testDatabase();
const { shopkeepers, users } = mohallaMartStores(pool);
const { units, residents, emailChanges } = tenOceanStores(pool);
const quiet = { emit: [] };
const first = { current: "the first secret, of thirty-two characters or more" };
const rotating = {
  current: "the second secret, of thirty-two characters or more",
  previous: first.current,
};

const linksWith = (secrets: typeof first | typeof rotating) => ({
  "an order": postgresOrderLinks(pool, secrets),
  "an application": postgresApplicationLinks(pool, secrets),
  "a registration": postgresRegistrationLinks(pool, secrets),
});
type Kind = keyof ReturnType<typeof linksWith>;
const links = linksWith(first);
/** One id for all kinds, so that nothing but what a link is for keeps them apart. */
const id = "user_1";

beforeAll(async () => {
  await users.add({ userId: id, name: "Maya", email: "maya@example.com" }, quiet);
  const keeper = { shopkeeperId: id, shopId: "shop_new", name: "Maya", email: "maya@example.com" };
  const { listed: _, ...described } = shop;
  await shopkeepers.apply(
    { applicantId: id, shopkeeper: keeper, shop: { ...described, shopId: "shop_new" } },
    quiet,
  );
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  const maya = { userId: id, firstName: "Maya", lastName: "", email: "maya@example.com" };
  await residents.register({ ...maya, unitId: "unit_4B" }, quiet);
});

const written = {
  "an order": () => links["an order"].forBrowser(id),
  "an application": () => links["an application"].tokenOf(id),
  "a registration": () => links["a registration"].tokenOf(id),
};
const kinds = Object.keys(written) as Kind[];

it.each(kinds)(
  "the link to %s is 128 bits, the same each time, and opens nothing of another kind",
  async (kind) => {
    const token = (await written[kind]()) ?? "none";
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await written[kind]()).toBe(token);
    for (const other of kinds)
      expect([other, await links[other].opens(id, token)]).toEqual([other, other === kind]);
    for (const other of kinds) expect(await links[other].opens("user_2", token)).toBe(false);
  },
);

it.each(kinds)("the link to %s outlives one change of the secret, and no more", async (kind) => {
  const token = (await written[kind]()) ?? "none";
  expect(await linksWith(rotating)[kind].opens(id, token)).toBe(true);
  expect(await linksWith({ current: rotating.current })[kind].opens(id, token)).toBe(false);
});

it.each(["an application", "a registration"] as const)("%s that does not exist has no link", async (kind) => {
  expect([await links[kind].tokenOf("none"), await links[kind].parties("none")]).toEqual([
    undefined,
    undefined,
  ]);
  for (const token of ["", "x", "A".repeat(22), "\0", "é".repeat(22)])
    expect([await links[kind].opens("none", token), await links[kind].opens(id, token)]).toEqual([
      false,
      false,
    ]);
});

it("tells who has to do with it", async () => {
  expect(await links["an application"].parties(id)).toEqual({ shopkeeperId: id, applicantId: id });
  expect(await links["a registration"].parties(id)).toEqual({ userId: id, floor: 4 });
});

it("a registration's links end when another address becomes theirs, by their own wish or the office's", async () => {
  const registration = links["a registration"];
  const sent = (await registration.tokenOf(id)) ?? "none";
  await residents.update(id, { firstName: "May" }, quiet);
  expect(await registration.opens(id, sent)).toBe(true);
  await residents.update(id, { email: "may@example.com" }, quiet);
  expect(await registration.opens(id, sent)).toBe(false);
  const later = (await registration.tokenOf(id)) ?? "none";
  await residents.changeStanding(id, "resident", quiet);
  const change = {
    changeId: "change_1",
    userId: id,
    newEmail: "new@example.com",
    oldToken: "old",
    newToken: "new",
  };
  await emailChanges.request(change, quiet);
  await emailChanges.confirm("old", quiet);
  expect(await registration.opens(id, later)).toBe(true);
  await emailChanges.confirm("new", quiet);
  expect(await registration.opens(id, later)).toBe(false);
});

it("ends with what it is about", async () => {
  const [application, registration] = [links["an application"], links["a registration"]];
  const tokens = [
    (await application.tokenOf(id)) ?? "none",
    (await registration.tokenOf(id)) ?? "none",
  ] as const;
  await users.close(id, quiet);
  await residents.close(id, quiet);
  expect([await application.opens(id, tokens[0]), await registration.opens(id, tokens[1])]).toEqual([
    false,
    false,
  ]);
});
