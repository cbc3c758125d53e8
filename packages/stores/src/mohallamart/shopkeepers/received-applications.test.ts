import { expect, it } from "vitest";
import { testDatabase } from "../../testing/database.ts";
import { mohallaMartStores } from "../postgres.ts";

const { pool } = await testDatabase();
const { receivedApplications } = mohallaMartStores(pool);

it("one is no good after a day, and is then removed in batches", async () => {
  for (const n of [1, 2, 3]) {
    const shop = { shopName: "S", area: "A", description: "D", name: "N", phone: "+919845000003" };
    const application = { ...shop, shopkeeperId: `sk_${n}`, email: "n@example.com", token: `secret-${n}` };
    await receivedApplications.hold(application, { emit: [] });
  }
  const removeExpired = (limit: number) =>
    receivedApplications.removeExpired({ unusedSince: new Date().toISOString(), limit });
  expect(await removeExpired(9)).toBe(0);
  await pool.query("update mohallamart.received_applications set expires_at = expires_at - interval '1 day'");
  expect(await receivedApplications.get("sk_1")).toBeUndefined();
  expect(await receivedApplications.findByToken("secret-1")).toBeUndefined();
  expect(await receivedApplications.countOfAddress("sk_1")).toBe(0);
  expect([await removeExpired(2), await removeExpired(2), await removeExpired(2)]).toEqual([2, 1, 0]);
});
