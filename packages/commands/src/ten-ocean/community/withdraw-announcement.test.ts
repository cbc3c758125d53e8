import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import type { Announcer } from "./announcement-request.ts";
import { withdrawAnnouncement } from "./withdraw-announcement.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

const admin: Announcer = {
  role: "association-admin",
  id: "admin_001",
  name: "Maria",
  email: "maria@ten-ocean.example",
};
const captain: Announcer = { ...admin, role: "floor-captain", id: "admin_002", floor: 4 };

beforeAll(async () => {
  stores = await testStores();
  for (const [announcementId, floor] of [
    ["ann_house", undefined],
    ["ann_2", 2],
    ["ann_4", 4],
  ] as const) {
    const announcement = { announcementId, title: "Lift", body: "Repaired.", publishedBy: "admin_001" };
    await stores.tenOcean.announcements.publish({ ...announcement, floor }, { emit: [] });
  }
});

it("hides what somebody may announce, once, and nothing else", async () => {
  const withdraw = withdrawAnnouncement(stores.tenOcean);
  for (const announcementId of ["ann_house", "ann_2", "ann_9"]) {
    expect(await withdraw({ announcer: captain, announcementId })).toMatchObject({ code: "not-theirs" });
  }
  expect(await withdraw({ announcer: captain, announcementId: "ann_4" })).toMatchObject({ ok: true });
  expect(await withdraw({ announcer: admin, announcementId: "ann_4" })).toMatchObject({ code: "withdrawn" });
  expect(await withdraw({ announcer: admin, announcementId: "ann_house" })).toMatchObject({ ok: true });
  expect(await withdraw({ announcer: admin, announcementId: "4" })).toMatchObject({ code: "damaged" });
  const left = await stores.tenOcean.announcements.list();
  expect(left.map(({ announcementId }) => announcementId)).toEqual(["ann_2"]);
  expect(await stores.emitted()).toEqual([]);
});
