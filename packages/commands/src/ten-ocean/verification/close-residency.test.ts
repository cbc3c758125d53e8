import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { closeResidency } from "./close-residency.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const resident = { id: "user_1" };
const close = (confirmed: string) => closeResidency(stores.tenOcean)({ resident, confirmed });

beforeAll(async () => {
  stores = await testStores();
  const maya = { userId: "user_1", email: "maya@example.com", firstName: "Maya", lastName: "" };
  await stores.tenOcean.residents.register(maya, { emit: [] });
});

it("deletes nothing that was not confirmed", async () => {
  const unconfirmed = { ok: false, code: "invalid", fields: { confirmed: "Tick the box to confirm." } };
  expect(await close("")).toMatchObject(unconfirmed);
  expect(await closeResidency(stores.tenOcean)(Object({ resident }))).toMatchObject(unconfirmed);
  expect(await stores.tenOcean.residents.get("user_1")).toBeDefined();
});

it("deletes an account once, and tells it once", async () => {
  expect(await close("yes")).toEqual({ ok: true, userId: "user_1" });
  expect(await close("yes")).toMatchObject({ ok: false, code: "closed-before" });
  expect(await stores.tenOcean.residents.get("user_1")).toBeUndefined();
  expect(await stores.emittedEvents()).toMatchObject([
    { name: "user/removed", data: { userId: "user_1", reason: "requested" } },
  ]);
});
