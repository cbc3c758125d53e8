import { expect, it } from "vitest";
import { emittedNames, marked, registerResidents, type TenOceanBench } from "../contract/bench.ts";
import type { NewAnnouncement } from "../port.ts";

export function announcementContract(bench: TenOceanBench): void {
  const { announcements, residents } = bench.stores;
  const lift: NewAnnouncement = {
    announcementId: "ann_1",
    title: "Lift",
    body: "Repaired.",
    publishedBy: "admin_1",
  };
  const publish = (changes: Partial<NewAnnouncement> & { publishedAt?: string } = {}) =>
    announcements.publish({ ...lift, ...changes }, marked("community/announcement.published"));
  const listed = async (query: Parameters<typeof announcements.list>[0] = {}) =>
    (await announcements.list(query)).map(({ announcementId }) => announcementId);

  it("an announcement is published once, with its event", async () => {
    expect(await publish()).toBe(true);
    expect(await publish({ title: "Other" })).toBe(false);
    expect(await announcements.get("ann_1")).toMatchObject({ ...lift, urgent: false });
    expect(await announcements.get("ann_9")).toBeUndefined();
    expect(await emittedNames(bench)).toEqual(["community/announcement.published"]);
  });

  it("announcements are listed latest first, in pages, for a span and for whom they concern", async () => {
    for (const [announcementId, floor] of [
      ["ann_1", undefined],
      ["ann_2", 4],
      ["ann_3", 2],
    ] as const) {
      const publishedAt = `2026-11-0${announcementId.at(-1)}T10:00:00.000Z`;
      await publish({ announcementId, floor, publishedAt });
    }
    expect(await listed()).toEqual(["ann_3", "ann_2", "ann_1"]);
    expect(await listed({ limit: 2 })).toEqual(["ann_3", "ann_2"]);
    expect(await listed({ after: "ann_2" })).toEqual(["ann_1"]);
    expect(await listed({ readBy: { floor: 4 } })).toEqual(["ann_2", "ann_1"]);
    expect(await listed({ readBy: {} })).toEqual(["ann_1"]);
    const span = { from: "2026-11-02T10:00:00.000Z", to: "2026-11-03T10:00:00.000Z" };
    expect(await listed(span)).toEqual(["ann_2"]);
  });

  it("a withdrawn one is shown to nobody but those who ask for it, and concerns nobody any more", async () => {
    await registerResidents(bench, 1);
    await residents.changeStanding("user_1", "resident", { emit: [] });
    await publish();
    expect(await announcements.audience({ announcementId: "ann_1" })).toEqual(["user_1"]);
    expect(await announcements.withdraw("ann_1", "admin_1")).toBe(true);
    expect(await announcements.withdraw("ann_1", "admin_1")).toBe(false);
    expect(await announcements.withdraw("ann_9", "admin_1")).toBe(false);
    expect(await listed()).toEqual([]);
    expect(await listed({ withdrawn: true })).toEqual(["ann_1"]);
    expect((await announcements.get("ann_1"))?.withdrawnAt).toEqual(expect.any(String));
    expect(await announcements.audience({ announcementId: "ann_1" })).toEqual([]);
    expect(await announcements.audience({ announcementId: "ann_9" })).toEqual([]);
  });

  it("it concerns the residents of the house or of its floor, whoever else is registered", async () => {
    await registerResidents(bench, 4);
    for (const n of [1, 2, 3]) await residents.changeStanding(`user_${n}`, "resident", { emit: [] });
    await residents.update("user_2", { unitId: "unit_2A" }, { emit: [] });
    await publish();
    await publish({ announcementId: "ann_2", floor: 4 });
    expect(await announcements.audience({ announcementId: "ann_1" })).toEqual(["user_1", "user_2", "user_3"]);
    expect(await announcements.audience({ announcementId: "ann_1", limit: 2 })).toEqual(["user_1", "user_2"]);
    expect(await announcements.audience({ announcementId: "ann_1", after: "user_2" })).toEqual(["user_3"]);
    expect(await announcements.audience({ announcementId: "ann_2" })).toEqual(["user_1", "user_3"]);
    expect(await announcements.audienceSize({})).toBe(3);
    expect(await announcements.audienceSize({ floor: 4 })).toBe(2);
    expect(await announcements.audienceSize({ floor: 9 })).toBe(0);
  });
}
