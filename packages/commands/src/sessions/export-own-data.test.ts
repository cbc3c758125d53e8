import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { exportOwnData } from "./export-own-data.ts";

const { accountsTable, mohallaMart, tenOcean, personalData } = await testStores();
const exportData = exportOwnData({ personalData });
const signedInAt = new Date().toISOString();
await mohallaMart.users.add({ userId: "user_1", name: "Asha Rao", email: "asha@example.com" });
const maya = { userId: "user_1", email: "maya@example.com", firstName: "Maya", lastName: "Fernandes" };
await tenOcean.residents.register(maya, { emit: [] });

it("gives a customer and a resident what their product keeps of them, whatever id the other one has", async () => {
  const asha = await exportData({ person: { id: "user_1", role: "customer" }, signedInAt });
  expect(asha).toMatchObject({
    file: { product: "mohallamart", tables: { [accountsTable]: [{ name: "Asha Rao" }] } },
  });
  const resident = await exportData({ person: { id: "user_1", role: "resident" }, signedInAt });
  expect(resident).toMatchObject({
    file: { product: "ten-ocean", tables: { "ten_ocean.residents": [{ first_name: "Maya" }] } },
  });
});

it("is only for who has signed in within the hour", async () => {
  const earlier = new Date(Date.now() - 61 * 60_000).toISOString();
  const asked = await exportData({ person: { id: "user_1", role: "customer" }, signedInAt: earlier });
  expect(asked).toMatchObject({ ok: false, code: "sign-in-again" });
});

it("has nothing of an account that was closed meanwhile", async () => {
  await mohallaMart.users.close("user_1", { emit: [] });
  const asked = await exportData({ person: { id: "user_1", role: "customer" }, signedInAt });
  expect(asked).toMatchObject({ ok: false, code: "no-account" });
});
