import { beforeAll, beforeEach, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { chooseByLink, stopEmails } from "./choose-by-link.ts";

const stores = await testStores();
const { users, preferences, consents, unsubscribeTokens } = stores.mohallaMart;
const choose = chooseByLink(stores.mohallaMart);
const stop = stopEmails(stores.mohallaMart);
const userId = "user_asha";
const all = { email: true, sms: true, push: true };
const form = { channels: ["email", "sms", "push"], quietFrom: "", quietTo: "" };
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

it("the link's page chooses channels and quiet hours, and takes both back", async () => {
  const before = (await stores.emitted()).length;
  const chosen = { token, channels: ["push"], quietFrom: "22:00", quietTo: "07:00" };
  expect(await choose(chosen)).toEqual({ ok: true });
  expect(await preferences.get(userId)).toMatchObject({
    channels: { email: false, sms: false, push: true },
    quietHours: { from: "22:00", to: "07:00" },
  });
  expect(await lastConsent()).toMatchObject({ channel: "sms", granted: false, source: "link" });
  expect(await stores.emitted()).toHaveLength(before + 1);
  expect(await choose({ token: token.toLowerCase(), ...form })).toEqual({ ok: true });
  const back = await preferences.get(userId);
  expect([back?.channels, back?.quietHours]).toEqual([all, undefined]);
});

it.each([
  [{ token: "0".repeat(26) }, "unknown"],
  [{ token: "short" }, "damaged"],
  [{ channels: ["post"] }, "damaged"],
  [{ quietFrom: "22:00" }, "invalid"],
  [{ quietFrom: "22:00", quietTo: "22:00" }, "invalid"],
  [{ quietFrom: "22:15", quietTo: "07:00" }, "invalid"],
])("refuses %j and changes nothing", async (entries, code) => {
  const before = await preferences.get(userId);
  expect(await choose({ token, ...form, ...entries })).toMatchObject({ ok: false, code });
  expect(await preferences.get(userId)).toEqual(before);
});

it.each(["0".repeat(26), "short", "\0"])("stops nothing for %j", async (wrong) => {
  expect(await stop({ token: wrong })).toMatchObject({
    ok: false,
    message: expect.stringContaining("Sign in to change"),
  });
  expect((await preferences.get(userId))?.channels).toEqual(all);
});
