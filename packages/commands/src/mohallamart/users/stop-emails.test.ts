import { beforeAll, beforeEach, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { stopEmails } from "./stop-emails.ts";

const stores = await testStores();
const { users, preferences, consents, unsubscribeTokens } = stores.mohallaMart;
const stop = stopEmails(stores.mohallaMart);
const userId = "user_asha";
const all = { email: true, sms: true, push: true };
let token = "";

beforeAll(async () => {
  await users.add({ userId, name: "Asha Rao", email: "asha@example.com" });
  await preferences.initialize({ userId, language: "en-IN", area: "Indiranagar", channels: all });
  token = (await unsubscribeTokens.of([userId]))[0]?.token ?? "";
});
beforeEach(() => preferences.update(userId, { channels: all, quietHours: null }));

const lastConsent = async () => (await consents.list(userId)).at(-1);

it("a mail program's button stops emails and nothing else, and it is recorded where that came from", async () => {
  expect(await stop({ token })).toEqual({ ok: true });
  expect(await preferences.get(userId)).toMatchObject({
    area: "Indiranagar",
    channels: { email: false, sms: true, push: true },
  });
  expect(await lastConsent()).toMatchObject({ channel: "email", granted: false, source: "mail-program" });
  const recorded = (await consents.list(userId)).length;
  expect(await stop({ token })).toEqual({ ok: true });
  expect(await consents.list(userId)).toHaveLength(recorded);
});

it.each(["0".repeat(26), "short", "\0"])("stops nothing for %j", async (wrong) => {
  expect(await stop({ token: wrong })).toMatchObject({
    ok: false,
    message: expect.stringContaining("Sign in to change"),
  });
  expect((await preferences.get(userId))?.channels).toEqual(all);
});
