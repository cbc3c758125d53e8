import { expect, it } from "vitest";
import { mohallaMartStores } from "../mohallamart/postgres.ts";
import { tenOceanStores } from "../ten-ocean/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { loadDemoContent } from "./load-demo-content.ts";
import { loadDemoData } from "./load-demo-data.ts";

const { pool } = await testDatabase();
const tenOcean = tenOceanStores(pool);
const now = new Date();

it("something goes on in the house, and loading it again changes nothing", async () => {
  await loadDemoData({ mohallaMart: mohallaMartStores(pool), tenOcean });
  expect(await loadDemoContent(tenOcean, { now })).toBe(12);

  const coming = await tenOcean.communityEvents.list({ from: now.toISOString(), to: "2999-01-01T00:00:00Z" });
  expect(coming).toHaveLength(3);
  const [supper] = coming;
  const answers = await tenOcean.rsvps.list({ eventId: supper?.eventId ?? "", response: "going" });
  const seated = answers.filter((answer) => answer.seated).reduce((sum, { seats }) => sum + seats, 0);
  expect([seated, supper?.capacity]).toEqual([7, 8]);

  const statuses = (await tenOcean.maintenance.list()).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(["open", "in-progress", "resolved"]));
  expect(await tenOcean.forum.topics()).toHaveLength(3);
  expect((await tenOcean.forum.findPost("post_demoLaundry3"))?.mentions).toEqual(["user_maya"]);

  await tenOcean.rsvps.answer(
    { eventId: "evt_demoMeeting", userId: "user_maya", response: "declined" },
    { emit: [] },
  );
  expect(await loadDemoContent(tenOcean, { now: new Date(now.getTime() + 86_400_000) })).toBe(0);
  expect(await tenOcean.communityEvents.get("evt_demoRooftop")).toEqual(supper);
  expect(await tenOcean.rsvps.list({ eventId: "evt_demoMeeting", response: "going" })).toEqual([]);
});

it("it is told to nobody", async () => {
  const { rows } = await pool.query("select 1 from platform.outbox");
  expect(rows).toEqual([]);
});
