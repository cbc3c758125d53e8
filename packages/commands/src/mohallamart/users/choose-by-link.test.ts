import { beforeAll, beforeEach, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { chooseByLink } from "./choose-by-link.ts";

const stores = await testStores();
const { users, preferences, consents, unsubscribeTokens } = stores.mohallaMart;
const choose = chooseByLink(stores.mohallaMart);
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
