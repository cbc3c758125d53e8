import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { openSession } from "./open-session.ts";

const { sessions, knownBrowsers } = await testStores();
const open = openSession({ sessions, knownBrowsers });
const maria = {
  role: "association-admin",
  id: "admin_1",
  name: "Maria",
  email: "maria@ten-ocean.example",
} as const;

it("opens a session for a month, as what the person is", async () => {
  const { token } = await open({ person: maria, provenBy: "code" });
  const session = await sessions.use(token);
  expect(session).toMatchObject({ userId: "ten-ocean:admin_1", standing: "association-admin" });
  const days = (Date.parse(session?.expiresAt ?? "") - Date.now()) / (24 * 60 * 60_000);
  expect(Math.round(days)).toBe(30);
});

it("remembers the browser as one of the person's, under a new secret", async () => {
  const first = await open({ person: maria, provenBy: "code" });
  const second = await open({
    person: { ...maria, id: "admin_2" },
    provenBy: "code",
    browser: first.browser,
  });
  expect(await knownBrowsers.usersOf(second.browser)).toEqual(["ten-ocean:admin_1", "ten-ocean:admin_2"]);
  expect(await knownBrowsers.usersOf(first.browser)).toEqual([]);
  expect(second.token).not.toBe(first.token);
});

it("keeps where it was opened, in the words that it is given", async () => {
  const place = { browser: "Firefox on Windows", network: "203.0.…" };
  const { token } = await open({ person: maria, provenBy: "passkey", place });
  const listed = await sessions.list("ten-ocean:admin_1", token);
  expect(listed.find(({ current }) => current)).toMatchObject({ place });
});
