import { beforeAll, expect, it } from "vitest";
import type { PersonWith } from "../../sessions/person.ts";
import { testStores } from "../../testing/test-stores.ts";
import { changeStanding } from "./change-standing.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const admin: PersonWith<"association-admin"> = {
  role: "association-admin",
  id: "admin_1",
  name: "Maria",
  email: "maria@example.com",
};
const change = (userId: string, standing: string) =>
  changeStanding(stores.tenOcean)({ admin, userId, standing });

beforeAll(async () => {
  stores = await testStores();
  const { residents } = stores.tenOcean;
  for (const userId of ["user_1", "user_2"]) {
    const email = `${userId}@example.com`;
    await residents.register({ userId, email, firstName: "R", lastName: "" }, { emit: [] });
  }
  await residents.changeStanding("user_1", "resident", { emit: [] });
});

it("moves a resident out, suspends them and has them back, each once", async () => {
  expect(await change("user_1", "alumni")).toEqual({ ok: true, standing: "alumni" });
  expect(await change("user_1", "alumni")).toMatchObject({ code: "unchanged" });
  expect(await change("user_1", "suspended")).toEqual({ ok: true, standing: "suspended" });
  expect(await change("user_1", "resident")).toEqual({ ok: true, standing: "resident" });
  const steps = (await stores.emittedEvents()).map(({ data }) => data);
  expect(steps).toMatchObject([
    { from: "resident", to: "alumni", changedBy: "admin_1" },
    { from: "alumni", to: "suspended" },
    { from: "suspended", to: "resident" },
  ]);
});

it.each(["resident", "alumni", "suspended"])("makes nobody %s who was not verified", async (standing) => {
  const before = await stores.emitted();
  expect(await change("user_2", standing)).toMatchObject({ code: "not-verified" });
  expect(await stores.tenOcean.residents.get("user_2")).toMatchObject({ standing: "pending" });
  expect(await stores.emitted()).toEqual(before);
});

it("refuses who is not there, and what is no status", async () => {
  expect(await change("user_9", "alumni")).toMatchObject({ code: "unknown-resident" });
  expect(await change("user_1", "pending")).toMatchObject({ code: "damaged" });
  expect(await change("admin_1", "alumni")).toMatchObject({ code: "damaged" });
});
