import { beforeAll, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { type Account, parseAccount } from "./parse-account.ts";
import { saveAccount } from "./save-account.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const userId = "user_asha";

beforeAll(async () => {
  stores = await testStores();
  await stores.mohallaMart.users.add({ userId, name: "Asha Rao", email: "asha@example.com" });
});

const account: Account = {
  name: "Asha R",
  phone: "+919876543210",
  language: "kn-IN",
  area: "Indiranagar",
  channels: ["email", "push"],
};

test("saves the profile and the choices, and emits what has changed", async () => {
  const { users, preferences } = stores.mohallaMart;
  await saveAccount(stores.mohallaMart, userId, account);
  expect(await users.get(userId)).toMatchObject({ name: "Asha R", phone: account.phone });
  const chosen = {
    userId,
    language: "kn-IN",
    area: "Indiranagar",
    channels: { email: true, sms: false, push: true },
  };
  expect(await preferences.get(userId)).toEqual(chosen);
  expect(await stores.emitted()).toHaveLength(2);

  await saveAccount(stores.mohallaMart, userId, account);
  expect(await stores.emitted()).toHaveLength(2);

  await saveAccount(stores.mohallaMart, userId, { ...account, phone: null, area: null, channels: [] });
  expect(await users.get(userId)).toMatchObject({ phone: undefined });
  expect(await preferences.get(userId)).toEqual({
    ...chosen,
    area: undefined,
    channels: { email: false, sms: false, push: false },
  });
  expect(await stores.emitted()).toHaveLength(4);
});

test("reads the form: ticked channels, an empty phone, a language that is offered", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: "Asha", phone: "", language: "hi-IN", area: "" })) {
    form.append(name, value);
  }
  form.append("channels", "sms");
  expect(parseAccount(form).account).toEqual({
    name: "Asha",
    phone: null,
    language: "hi-IN",
    area: null,
    channels: ["sms"],
  });
  form.set("phone", "12");
  form.set("language", "xx");
  expect(Object.keys(parseAccount(form).refusal?.errors ?? {})).toEqual(["phone", "language"]);
});
