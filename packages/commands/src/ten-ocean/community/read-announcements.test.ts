import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import type { Announcer } from "./announcement-request.ts";
import {
  type AnnouncementReader,
  announcementFor,
  announcementsFor,
  announcementsOf,
} from "./read-announcements.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

const someone = { name: "Maria", email: "maria@ten-ocean.example" };
const admin: Announcer = { ...someone, role: "association-admin", id: "admin_001" };
const captain: Announcer = { ...someone, role: "floor-captain", id: "admin_002", floor: 4 };
const maya: AnnouncementReader = { ...someone, role: "resident", id: "user_maya" };
const homeless: AnnouncementReader = { ...someone, role: "resident", id: "user_lee" };

beforeAll(async () => {
  stores = await testStores();
  const { announcements, residents, units } = stores.tenOcean;
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  for (const [userId, unitId] of [
    ["user_maya", "unit_4B"],
    ["user_lee", undefined],
  ] as const) {
    const resident = { userId, unitId, firstName: userId, lastName: "", email: `${userId}@example.com` };
    await residents.register(resident, { emit: [] });
  }
  for (const [announcementId, floor] of [
    ["ann_house", undefined],
    ["ann_2", 2],
    ["ann_4", 4],
    ["ann_wrong", 4],
  ] as const) {
    const announcement = { announcementId, title: "Lift", body: "Repaired.", publishedBy: "admin_001" };
    await announcements.publish({ ...announcement, floor }, { emit: [] });
  }
  await announcements.withdraw("ann_wrong", "admin_001");
});

it.each([
  ["an admin", admin, ["ann_2", "ann_4", "ann_house"]],
  ["a captain", captain, ["ann_4", "ann_house"]],
  ["a resident", maya, ["ann_4", "ann_house"]],
  ["a resident without a unit", homeless, ["ann_house"]],
])("%s reads what concerns them, and nothing else by its address", async (_who, person, ids) => {
  const read = await announcementsFor(stores.tenOcean, person);
  expect(read.map(({ announcementId }) => announcementId).toSorted()).toEqual(ids);
  for (const announcementId of ["ann_house", "ann_2", "ann_4", "ann_wrong", "ann_9"]) {
    const found = await announcementFor(stores.tenOcean, person, announcementId);
    expect(found?.announcementId).toBe(ids.find((id) => id === announcementId));
  }
});

it("shows those who publish what they may withdraw, and what was withdrawn", async () => {
  const idsOf = async (announcer: Announcer) =>
    (await announcementsOf(stores.tenOcean, announcer))
      .map(({ announcementId }) => announcementId)
      .toSorted();
  expect(await idsOf(admin)).toEqual(["ann_2", "ann_4", "ann_house", "ann_wrong"]);
  expect(await idsOf(captain)).toEqual(["ann_4", "ann_wrong"]);
});
