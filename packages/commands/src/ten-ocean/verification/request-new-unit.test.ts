import { beforeAll, expect, it } from "vitest";
import type { PersonWith } from "../../sessions/person.ts";
import { testStores } from "../../testing/test-stores.ts";
import { requestNewUnit } from "./request-new-unit.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const resident: PersonWith<"resident"> = {
  role: "resident",
  id: "user_1",
  name: "Maya",
  email: "maya@example.com",
};
const request = (unitId: string) => requestNewUnit(stores.tenOcean)({ resident, unitId });

beforeAll(async () => {
  stores = await testStores();
  const { units, residents } = stores.tenOcean;
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  await units.add({ unitId: "unit_2A", label: "2A", floor: 2 });
  const maya = {
    userId: "user_1",
    firstName: "Maya",
    lastName: "",
    email: "maya@example.com",
    unitId: "unit_4B",
  };
  await residents.register(maya, { emit: [] });
  await residents.changeStanding("user_1", "resident", { emit: [] });
});

it("asks for a unit once, and keeps the one that they have until it is confirmed", async () => {
  expect(await request("unit_2A")).toEqual({ ok: true, asked: true });
  expect(await request("unit_2A")).toEqual({ ok: true, asked: false });
  expect(await stores.emittedEvents()).toMatchObject([
    { name: "user/profile.updated", data: { changed: ["unit"], awaiting: ["unit"] } },
  ]);
  const { residents, verifications } = stores.tenOcean;
  expect(await residents.get("user_1")).toMatchObject({ unitId: "unit_4B", standing: "resident" });
  expect(await request("unit_4B")).toEqual({ ok: true, asked: false });
  expect(await verifications.listPending()).toEqual([]);
});

it("refuses a unit that is not there, none at all, and somebody who is no resident any more", async () => {
  const before = await stores.emitted();
  expect(await request("unit_9Z")).toMatchObject({
    code: "unknown-unit",
    fields: { unitId: expect.any(String) },
  });
  expect(await request("")).toMatchObject({ code: "invalid" });
  await stores.tenOcean.residents.changeStanding("user_1", "suspended", { emit: [] });
  expect(await request("unit_2A")).toMatchObject({ code: "no-resident" });
  expect(await stores.emitted()).toEqual(before);
});
