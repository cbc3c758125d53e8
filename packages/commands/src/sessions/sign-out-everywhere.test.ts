import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { openSession } from "./open-session.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";

const stores = await testStores();
const asha = { role: "customer", id: "user_1", name: "Asha", email: "asha@example.com" } as const;

it("ends every session of a person and forgets their browsers; another person's stay", async () => {
  const mine = [
    await openSession(stores)({ person: asha, provenBy: "code" }),
    await openSession(stores)({ person: asha, provenBy: "code" }),
  ];
  const other = await openSession(stores)({ person: { ...asha, id: "user_2" }, provenBy: "code" });
  expect(await signOutEverywhere(stores)({ person: asha })).toEqual({ ok: true, ended: 2 });
  for (const { token, browser } of mine) {
    expect(await stores.sessions.use(token)).toBeUndefined();
    expect(await stores.knownBrowsers.usersOf(browser)).toEqual([]);
  }
  expect(await stores.sessions.use(other.token)).toBeDefined();
  expect(await stores.knownBrowsers.usersOf(other.browser)).toEqual(["user_2"]);
});
