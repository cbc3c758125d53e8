import { expect, it } from "vitest";
import { testDatabase } from "../../testing/database.ts";
import { emittedEvents } from "../../testing/emitted.ts";
import { tenOceanStores } from "../postgres.ts";

const { pool } = await testDatabase();
const { residents, units } = tenOceanStores(pool);

it("events lose the name of who left where others named them, and nothing else of themselves", async () => {
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  const leaving = { userId: "user_1", email: "data@example.com", firstName: "data", lastName: "" };
  await residents.register({ ...leaving, unitId: "unit_4B" }, { emit: [] });
  const event = { name: "notification/route", v: "2026-11-27.01" };
  const data = {
    userIds: ["user_data"],
    template: "forum-topic",
    data: { excerpt: '@data has "one", data!' },
  };
  await residents.update("user_1", { phone: "+12125550110" }, { emit: [{ ...event, id: "kept", data }] });
  await residents.close("user_1", { emit: [] });
  const [kept] = await emittedEvents(pool);
  const excerpt = '@a former resident has "one", a former resident!';
  expect(kept).toMatchObject({ ...event, data: { ...data, data: { excerpt } } });
});
