import { beforeAll, expect, it } from "vitest";
import type { PersonWith } from "../../sessions/person.ts";
import { testStores } from "../../testing/test-stores.ts";
import { updateProfile } from "./update-profile.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const resident: PersonWith<"resident"> = {
  role: "resident",
  id: "user_1",
  name: "Maya",
  email: "maya@example.com",
};
const update = (changes: object = {}) =>
  updateProfile(stores.tenOcean)({ resident, firstName: "Maya", lastName: "", phone: "", ...changes });
const changes = async () => (await stores.emittedEvents()).map(({ data }) => Object(data).changed);

beforeAll(async () => {
  stores = await testStores();
  const maya = { userId: "user_1", firstName: "Maya", lastName: "", email: "maya@example.com" };
  await stores.tenOcean.residents.register(maya, { emit: [] });
});

it("says what changed, and nothing when nothing did", async () => {
  expect(await update()).toEqual({ ok: true });
  expect(await changes()).toEqual([]);
  await update({ phone: "(212) 555-0110" });
  await update({ phone: "+1 212 555 0110", lastName: "Rao" });
  await update({ firstName: "Mayā", lastName: "Rao" });
  expect(await changes()).toEqual([["phone"], ["name"], ["name", "phone"]]);
  expect(await stores.tenOcean.residents.get("user_1")).toMatchObject({
    firstName: "Mayā",
    phone: undefined,
  });
});

it.each([
  [{ firstName: " " }, "firstName", "Enter your first name."],
  [{ firstName: "<script>" }, "firstName", "Use only letters"],
  [{ lastName: "Rao \uDE00" }, "lastName", "Use only letters"],
  [{ phone: "call me" }, "phone", "Enter a phone number"],
])("%j is refused at its field, and nothing is written", async (entries, field, message) => {
  const before = await stores.tenOcean.residents.get("user_1");
  expect(await update({ phone: "212 555 0199", ...entries })).toMatchObject({
    code: "invalid",
    fields: { [field]: expect.stringContaining(message) },
  });
  expect(await stores.tenOcean.residents.get("user_1")).toEqual(before);
});
