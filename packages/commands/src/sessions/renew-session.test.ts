import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { openSession } from "./open-session.ts";
import { renewSession } from "./renew-session.ts";

const stores = await testStores();
const renew = renewSession(stores);
const sam = {
  role: "floor-captain",
  id: "admin_2",
  name: "Sam",
  email: "sam@example.com",
  floor: 4,
} as const;

it("gives a session a new secret and keeps it, as what the person is now", async () => {
  const { token } = await openSession(stores)({ person: sam, provenBy: "code" });
  const before = await stores.sessions.use(token);
  const renewed = await renew({ token, person: { ...sam, floor: 5 } });
  if (!renewed.ok) throw new Error(renewed.message);
  expect(await stores.sessions.use(token)).toBeUndefined();
  expect(await stores.sessions.use(renewed.token)).toEqual({ ...before, standing: "floor-captain 5" });
});

it("is too late for one that has ended", async () => {
  expect(await renew({ token: "made-up", person: sam })).toMatchObject({ ok: false, code: "ended" });
});
