import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { chooseLanguage } from "./choose-language.ts";

const stores = await testStores();
const { users, preferences } = stores.mohallaMart;
const choose = chooseLanguage(stores.mohallaMart);
const userId = "user_asha";
const channels = { email: true, sms: false, push: true };

beforeAll(async () => {
  await users.add({ userId, name: "Asha Rao", email: "asha@example.com" });
});

it("changes nothing else, and nothing at all for somebody who has no preferences yet", async () => {
  expect(await choose({ userId, language: "kn-IN" })).toEqual({ ok: true });
  expect(await preferences.get(userId)).toBeUndefined();
  await preferences.initialize({ userId, language: "en-IN", area: "Indiranagar", channels });
  expect(await choose({ userId, language: "kn-IN" })).toEqual({ ok: true });
  expect(await preferences.get(userId)).toMatchObject({ language: "kn-IN", area: "Indiranagar", channels });
  expect((await stores.emitted()).at(-1)).toMatchObject({
    name: "user.updated",
    data: { userId, changed: ["preferences"] },
  });
});

it("refuses a language that we do not speak", async () => {
  expect(await choose({ userId, language: "ta-IN" })).toMatchObject({ ok: false, code: "damaged" });
});
