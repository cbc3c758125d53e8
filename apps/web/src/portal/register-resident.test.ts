import { beforeAll, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import type { Registration } from "./parse-registration.ts";
import { newResidentId, registerResident } from "./register-resident.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
  await stores.tenOcean.units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
});

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

test("registers once, however often the form is sent, and never two residents with one address", async () => {
  const first = registration();
  expect(await registerResident(stores.tenOcean.residents, first)).toEqual({ userId: first.userId });
  expect(await registerResident(stores.tenOcean.residents, first)).toEqual({ userId: first.userId });
  expect(await registerResident(stores.tenOcean.residents, registration())).toEqual({
    refusal: { errors: { email: expect.stringContaining("registered already") } },
  });
  expect(await stores.emitted()).toEqual([`user/registered:${first.userId}`]);
});

test("refuses a unit that is not in the house", async () => {
  const form = registration({ email: "other@example.com", unitId: "unit_99Z" });
  const before = await stores.emitted();
  expect(await registerResident(stores.tenOcean.residents, form)).toEqual({
    refusal: { errors: { unitId: expect.stringContaining("unit_99Z") } },
  });
  expect(await stores.emitted()).toEqual(before);
});
