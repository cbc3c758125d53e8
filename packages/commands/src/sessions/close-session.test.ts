import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { closeSession } from "./close-session.ts";

const { sessions } = await testStores();

it("ends a session, however often it is asked to", async () => {
  const token = await sessions.open("user_1", new Date(Date.now() + 60_000).toISOString());
  for (let n = 0; n < 2; n += 1) expect(await closeSession({ sessions })({ token })).toEqual({ ok: true });
  expect(await sessions.use(token)).toBeUndefined();
});
