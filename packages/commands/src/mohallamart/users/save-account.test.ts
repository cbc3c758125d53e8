import { beforeAll, expect, it } from "vitest";
import { readRequest } from "../../request.ts";
import { testStores } from "../../testing/test-stores.ts";
import { accountRequest, saveAccount } from "./save-account.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const userId = "user_asha";

beforeAll(async () => {
  stores = await testStores();
  await stores.mohallaMart.users.add({ userId, name: "Asha Rao", email: "asha@example.com" });
});

const account = {
  userId,
  name: "Asha R",
  phone: "98765 43210",
  language: "kn-IN",
  area: "Indiranagar",
  channels: ["email", "push"],
  quietFrom: "",
  quietTo: "",
};

it("saves the profile and the choices, and emits what has changed", async () => {
  const { users, preferences } = stores.mohallaMart;
  const save = saveAccount(stores.mohallaMart);
  expect(await save(account)).toEqual({ ok: true });
  expect(await users.get(userId)).toMatchObject({ name: "Asha R", phone: "+919876543210" });
  const chosen = {
    userId,
    language: "kn-IN",
    area: "Indiranagar",
    channels: { email: true, sms: false, push: true },
  };
  expect(await preferences.get(userId)).toEqual(chosen);
  expect(await stores.emitted()).toHaveLength(2);

  await save(account);
  expect(await stores.emitted()).toHaveLength(2);

  await save({ ...account, quietFrom: "22:00", quietTo: "07:00" });
  expect((await preferences.get(userId))?.quietHours).toEqual({ from: "22:00", to: "07:00" });
  await save(account);
  expect(await preferences.get(userId)).toEqual(chosen);
  expect(await stores.emitted()).toHaveLength(4);

  await save({ ...account, phone: "", area: "", channels: [] });
  expect(await users.get(userId)).toMatchObject({ phone: undefined });
  expect(await preferences.get(userId)).toEqual({
    ...chosen,
    area: undefined,
    channels: { email: false, sms: false, push: false },
  });
  expect(await stores.emitted()).toHaveLength(6);
});

it("reads the form: ticked channels, an empty phone, a language that is offered", async () => {
  const chosen = { language: "hi-IN", channels: ["sms"], quietFrom: "22:00", quietTo: "07:00" };
  const form = { userId, name: "Asha", phone: "", area: "", ...chosen };
  expect(readRequest(accountRequest, form)).toEqual({
    ok: true,
    request: { userId, name: "Asha", phone: null, area: null, ...chosen },
  });
  const before = await stores.emitted();
  const outcome = await saveAccount(stores.mohallaMart)({ ...form, phone: "12", language: "xx" });
  expect(outcome).toMatchObject({ ok: false, code: "invalid" });
  expect(Object.keys((!outcome.ok && outcome.fields) || {})).toEqual(["phone", "language"]);
  expect(await stores.emitted()).toEqual(before);
});
