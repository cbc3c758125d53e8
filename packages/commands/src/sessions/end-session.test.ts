import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { endSession } from "./end-session.ts";
import { openSession } from "./open-session.ts";

const stores = await testStores();
const { sessions } = stores;
const end = endSession(stores);
const asha = { role: "customer", id: "user_1", name: "Asha", email: "asha@example.com" } as const;

it("signs a person out in one browser, and nobody else", async () => {
  const { token } = await openSession(stores)({ person: asha, provenBy: "code" });
  const { token: kept } = await openSession(stores)({ person: asha, provenBy: "code" });
  const [listed] = (await sessions.list("user_1", token)).filter(({ current }) => current);
  const sessionId = listed?.sessionId ?? "";
  const unknown = { ok: false, code: "unknown-session" };
  expect(await end({ person: { ...asha, id: "user_2" }, sessionId })).toMatchObject(unknown);
  expect(await end({ person: asha, sessionId })).toEqual({ ok: true });
  expect(await end({ person: asha, sessionId })).toMatchObject(unknown);
  expect(await sessions.use(token)).toBeUndefined();
  expect(await sessions.use(kept)).toBeDefined();
});
