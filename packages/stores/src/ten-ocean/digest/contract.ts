import { expect, it } from "vitest";
import { moveInResidents, registerResidents, type TenOceanBench } from "../contract/bench.ts";

export function digestContract(bench: TenOceanBench): void {
  const { forum, announcements, digests, communityEvents, residents, preferences } = bench.stores;
  const { admins, maintenance, notifications, rsvps, verifications } = bench.stores;
  const openTopic = (topicId: string, title: string) =>
    forum.openTopic({ topicId, title, userId: "user_1" }, { emit: [] });
  const post = (postId: string, topicId: string) =>
    forum.post({ postId, topicId, userId: "user_2", body: "Where to?", mentions: [] }, { emit: [] });

  it("a digest has the span's announcements and topics, and the events to come", async () => {
    await moveInResidents(bench, 2);
    const hour = 3_600_000;
    const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
    const span = { period: "weekly", since: at(-1), until: at(1) } as const;
    const announcement = {
      announcementId: "ann_1",
      title: "Lift",
      body: "Repaired.",
      publishedBy: "admin_1",
    };
    expect(await announcements.publish(announcement, { emit: [] })).toBe(true);
    expect(await announcements.publish({ ...announcement, title: "Other" }, { emit: [] })).toBe(false);
    await openTopic("topic_1", "Bicycles");
    await openTopic("topic_2", "Roof");
    await openTopic("topic_3", "Silent");
    await post("post_1", "topic_1");
    await post("post_2", "topic_2");
    await post("post_3", "topic_2");
    await post("post_4", "topic_1");
    await forum.deletePost({ postId: "post_4", by: "user_2" });
    const event = { title: "E", description: "D", location: "L", createdBy: "admin_1" };
    for (const [eventId, startsAt] of [
      ["evt_past", at(-2)],
      ["evt_soon", at(30)],
      ["evt_far", at(1000)],
    ] as const) {
      await communityEvents.create({ ...event, eventId, startsAt }, { emit: [] });
    }
    const content = await digests.content(span);
    expect(content.announcements).toMatchObject([announcement]);
    expect(content.topics).toEqual([
      { topicId: "topic_2", title: "Roof", posts: 2 },
      { topicId: "topic_1", title: "Bicycles", posts: 1 },
    ]);
    expect(content.events.map(({ eventId }) => eventId)).toEqual(["evt_soon", "evt_far"]);
    const upcoming = async (period: "daily" | "weekly") =>
      (await digests.content({ period, since: at(-21), until: at(-20) })).events.map(
        ({ eventId }) => eventId,
      );
    expect(await upcoming("weekly")).toEqual(["evt_past", "evt_soon"]);
    expect(await upcoming("daily")).toEqual(["evt_past"]);
    expect(await digests.content({ ...span, since: at(-5), until: at(-4) })).toMatchObject({
      announcements: [],
      topics: [],
    });
    expect(await announcements.list({ from: span.since, to: span.until })).toHaveLength(1);
  });

  it("a digest goes to residents who want it, in pages", async () => {
    await registerResidents(bench, 5);
    for (const n of [1, 2, 3, 4]) await residents.changeStanding(`user_${n}`, "resident", { emit: [] });
    await preferences.update("user_2", { digest: "daily" });
    await preferences.update("user_3", { digest: "off" });
    await preferences.update("user_4", { digest: "weekly" });
    expect(await digests.recipients({ period: "weekly" })).toEqual(["user_1", "user_4"]);
    expect(await digests.recipients({ period: "weekly", limit: 1 })).toEqual(["user_1"]);
    expect(await digests.recipients({ period: "weekly", after: "user_1" })).toEqual(["user_4"]);
    expect(await digests.recipients({ period: "daily" })).toEqual(["user_2"]);
  });

  it("goes to admins and captains too who are no residents, once for every address", async () => {
    await registerResidents(bench, 2);
    await residents.changeStanding("user_1", "resident", { emit: [] });
    await residents.changeStanding("user_2", "resident", { emit: [] });
    await preferences.update("user_2", { digest: "off" });
    const captain = { role: "floor-captain", floor: 4 } as const;
    await admins.add({
      adminId: "admin_1",
      name: "Maria Delgado",
      email: "maria@example.com",
      role: "admin",
    });
    await admins.add({ adminId: "admin_2", name: "Maria Delgado", email: "MARIA@example.com", ...captain });
    await admins.add({ adminId: "admin_3", name: "Resident 1", email: "Resident1@example.com", ...captain });
    await admins.add({ adminId: "admin_4", name: "Resident 2", email: "resident2@example.com", ...captain });
    expect(await digests.recipients({ period: "weekly" })).toEqual(["admin_1", "user_1"]);
    expect(await digests.recipients({ period: "weekly", limit: 1 })).toEqual(["admin_1"]);
    expect(await digests.recipients({ period: "weekly", after: "admin_1" })).toEqual(["user_1"]);
    expect(await digests.recipients({ period: "daily" })).toEqual([]);
  });

  it("knows of each reader where they live, what they answered, and what waits for them", async () => {
    await registerResidents(bench, 4);
    for (const n of [1, 2, 3]) await residents.changeStanding(`user_${n}`, "resident", { emit: [] });
    await preferences.update("user_2", { digest: "daily" });
    await residents.update("user_4", { unitId: "unit_2A" }, { emit: [] });
    await verifications.open("user_4");
    await admins.add({
      adminId: "admin_1",
      name: "Maria Delgado",
      email: "maria@example.com",
      role: "admin",
    });
    const captain = { role: "floor-captain", floor: 4 } as const;
    await admins.add({ adminId: "admin_2", name: "Resident 1", email: "resident1@example.com", ...captain });
    const leak = { userId: "user_3", unitId: "unit_4B", category: "plumbing", description: "Leak." };
    for (const requestId of ["req_1", "req_2"])
      await maintenance.create({ ...leak, requestId, priority: "high" }, { emit: [] });
    await maintenance.assign("req_2", { assigneeId: "admin_1", by: "admin_1" }, { emit: [] });
    const party = { eventId: "evt_1", title: "E", description: "D", location: "L", createdBy: "admin_1" };
    await communityEvents.create({ ...party, startsAt: "2026-12-01T00:00:00Z" }, { emit: [] });
    await rsvps.answer({ eventId: "evt_1", userId: "user_3", response: "going" }, { emit: [] });
    const week = { period: "weekly", since: "2026-11-02T13:00:00Z", until: "2026-11-09T13:00:00Z" } as const;
    const readers = await digests.readers({
      userIds: ["user_1", "user_2", "user_3", "user_4", "user_9", "admin_1"],
      eventIds: ["evt_1"],
      span: week,
    });
    const resident = { firstName: "Resident", floor: 4, digest: "weekly", muted: [], held: [], answers: [] };
    expect(readers).toEqual([
      {
        ...resident,
        userId: "admin_1",
        firstName: "Maria",
        floor: undefined,
        waiting: { registrations: 1, requests: 1 },
      },
      { ...resident, userId: "user_1", waiting: { registrations: 0, requests: 1 } },
      { ...resident, userId: "user_2", digest: "daily" },
      { ...resident, userId: "user_3", answers: [{ eventId: "evt_1", response: "going", seated: true }] },
    ]);
    expect(await digests.readers({ userIds: [], eventIds: [], span: week })).toEqual([]);
  });

  it("knows what each reader turned off, and what was kept for their digest within its span", async () => {
    await registerResidents(bench, 2);
    for (const n of [1, 2]) await residents.changeStanding(`user_${n}`, "resident", { emit: [] });
    await preferences.update("user_1", {
      kinds: { forum: { email: false }, community: { push: false }, maintenance: { email: false } },
    });
    const notice = {
      kind: "forum",
      title: "Bike room",
      body: "A reply.",
      path: "/ten-ocean/forum/topic_1",
    } as const;
    const entry = { email: false, push: false };
    for (const [notificationId, heldForDigest] of [
      ["forum-post:1", true],
      ["forum-post:2", false],
    ] as const) {
      const entries = [{ ...entry, userId: "user_2", heldForDigest }];
      await notifications.add({ ...notice, notificationId }, entries);
    }
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const readers = async (since: string, until: string) =>
      digests.readers({
        userIds: ["user_1", "user_2"],
        eventIds: [],
        span: { period: "weekly", since, until },
      });
    const { body: _, ...held } = { ...notice, notificationId: "forum-post:1" };
    expect(await readers(at(-1), at(1))).toMatchObject([
      { muted: ["forum", "maintenance"], held: [] },
      { muted: [], held: [held] },
    ]);
    expect(await readers(at(-2), at(-1))).toMatchObject([{ held: [] }, { held: [] }]);
  });

  it("one that is begun goes on from the last one, once, also when two begin at once", async () => {
    const week = (since: string, until: string) => ({
      period: "weekly" as const,
      since: `2026-11-${since}T13:00:00.000Z`,
      until: `2026-11-${until}T13:00:00.000Z`,
    });
    expect(await digests.last("weekly")).toBeUndefined();
    const both = await Promise.all([digests.begin(week("02", "09")), digests.begin(week("02", "09"))]);
    expect(both).toEqual([week("02", "09"), week("02", "09")]);
    expect(await digests.begin(week("16", "23"))).toEqual(week("09", "23"));
    expect(await digests.begin(week("09", "16"))).toBeUndefined();
    expect(await digests.begin(week("04", "09"))).toEqual(week("02", "09"));
    expect(await digests.last("weekly")).toEqual(week("09", "23"));
    expect(await digests.last("daily")).toBeUndefined();
  });
}
