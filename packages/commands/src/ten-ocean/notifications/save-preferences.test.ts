import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { type ChosenPreferences, savePreferences } from "./save-preferences.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

const maya = { role: "resident", id: "user_maya", name: "Maya", email: "maya@example.com" } as const;
const on = { email: true, push: true, timing: "immediate" };
const everything = { announcement: on, community: on, maintenance: on, forum: on, verification: on };

beforeAll(async () => {
  stores = await testStores();
  const { id: userId, email } = maya;
  await stores.tenOcean.residents.register({ userId, email, firstName: "Maya", lastName: "" }, { emit: [] });
});

const save = (changes: Partial<ChosenPreferences> = {}) =>
  savePreferences(stores.tenOcean)({
    resident: maya,
    kinds: everything,
    digest: "weekly",
    quietFrom: "",
    quietTo: "",
    ...changes,
  });

it("keeps what a resident chose, quiet hours with it, and takes them back", async () => {
  const forum = { email: false, push: true, timing: "digest" };
  const chosen = { kinds: { ...everything, forum }, digest: "daily", quietFrom: "22:00", quietTo: "07:30" };
  expect(await save(chosen)).toEqual({ ok: true });
  expect(await stores.tenOcean.preferences.get(maya.id)).toEqual({
    userId: maya.id,
    kinds: chosen.kinds,
    digest: "daily",
    quietHours: { from: "22:00", to: "07:30" },
  });
  expect(await save()).toEqual({ ok: true });
  expect(await stores.tenOcean.preferences.get(maya.id)).toMatchObject({
    kinds: everything,
    quietHours: undefined,
  });
});

it.each([
  [{ quietFrom: "22:00" }, { quietTo: "Choose when your quiet hours end." }],
  [{ quietTo: "07:00" }, { quietFrom: "Choose when your quiet hours begin." }],
  [{ quietFrom: "07:00", quietTo: "07:00" }, { quietTo: expect.stringContaining("Choose another time") }],
  [{ quietFrom: "22:10", quietTo: "07:00" }, { quietFrom: expect.any(String) }],
])("refuses %j and says at the entry what to do", async (changes, fields) => {
  const before = await stores.tenOcean.preferences.get(maya.id);
  expect(await save({ ...changes, digest: "off" })).toMatchObject({ ok: false, code: "invalid", fields });
  expect(await stores.tenOcean.preferences.get(maya.id)).toEqual(before);
});

it.each([[{ digest: "hourly" }], [{ kinds: { ...everything, forum: { ...on, timing: "never" } } }]])(
  "refuses a form that was tampered with: %j",
  async (changes) => {
    expect(await save(changes)).toMatchObject({ ok: false, code: "damaged" });
  },
);

it("says so when the resident is gone", async () => {
  expect(await save({ resident: { ...maya, id: "user_gone" } })).toMatchObject({
    ok: false,
    code: "unknown",
  });
});
