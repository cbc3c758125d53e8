import { expect, it } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { exportPersonalData } from "./export-personal-data.ts";

const { accountsTable, mohallaMart, personalData } = await testStores();
const exportData = exportPersonalData({ personalData });
await mohallaMart.users.add({ userId: "user_1", name: "Asha Rao", email: "asha@example.com" });

it("gives what a product keeps of somebody", async () => {
  expect(await exportData({ product: "mohallamart", userId: "user_1" })).toMatchObject({
    ok: true,
    file: { userId: "user_1", tables: { [accountsTable]: [{ email: "asha@example.com" }] } },
  });
});

it("says so where there is no such account, also when the other product has one with the id", async () => {
  expect(await exportData({ product: "ten-ocean", userId: "user_1" })).toMatchObject({
    ok: false,
    code: "no-account",
    message: expect.stringContaining("no account user_1 at ten-ocean"),
  });
});
