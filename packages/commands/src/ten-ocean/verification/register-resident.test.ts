import { beforeAll, expect, it } from "vitest";
import type { EntriesOf } from "../../request.ts";
import { testStores } from "../../testing/test-stores.ts";
import { newResidentId, registerResident, type registrationRequest } from "./register-resident.ts";

type Registration = EntriesOf<typeof registrationRequest>;

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
  await stores.tenOcean.units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
});

const register = (entries: Registration) => registerResident(stores.tenOcean)(entries);

function registration(changes: Partial<Registration> = {}): Registration {
  return {
    userId: newResidentId(),
    firstName: "Maya",
    lastName: "",
    email: "maya@example.com",
    unitId: "unit_4B",
    ...changes,
  };
}

it("registers once, however often the form is sent, and never two residents with one address", async () => {
  const first = registration();
  const taken = expect.stringContaining("registered already");
  expect(await register(first)).toEqual({ ok: true, userId: first.userId });
  expect(await register(first)).toEqual({ ok: true, userId: first.userId });
  expect(await register(registration())).toEqual({
    ok: false,
    code: "email-taken",
    message: taken,
    fields: { email: taken },
  });
  expect(await stores.emitted()).toEqual([`user/registered:${first.userId}`]);
});

it("refuses a unit that is not in the house", async () => {
  const form = registration({ email: "other@example.com", unitId: "unit_99Z" });
  const unknown = expect.stringContaining("unit_99Z");
  const before = await stores.emitted();
  expect(await register(form)).toEqual({
    ok: false,
    code: "unknown-unit",
    message: unknown,
    fields: { unitId: unknown },
  });
  expect(await stores.emitted()).toEqual(before);
});

it("a unit that is none, and a form that was tampered with, are refused before anything is asked", async () => {
  expect(await register(registration({ unitId: "4B" }))).toMatchObject({
    code: "invalid",
    fields: { unitId: "Choose your unit from the list." },
  });
  expect(await register(registration({ userId: "admin_1" }))).toMatchObject({
    code: "damaged",
    message: expect.stringContaining("Open the portal again"),
  });
});
