import { expect, it } from "vitest";
import { moveInResidents, registerResidents, type TenOceanBench } from "../contract/bench.ts";

export function digestContract(bench: TenOceanBench): void {
  const { forum, announcements, digests, communityEvents, residents, preferences } = bench.stores;
  const openTopic = (topicId: string, title: string) =>
    forum.openTopic({ topicId, title, userId: "user_1" }, { emit: [] });
  const post = (postId: string, topicId: string) =>
    forum.post({ postId, topicId, userId: "user_2", body: "Where to?", mentions: [] }, { emit: [] });

  it("a digest has the span's announcements and topics, and the events to come", async () => {
    await moveInResidents(bench, 2);
    const hour = 3_600_000;
    const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
    const span = { since: at(-1), until: at(1) };
    const announcement = {
      announcementId: "ann_1",
      title: "Lift",
      body: "Repaired.",
      publishedBy: "admin_1",
    };
    expect(await announcements.publish(announcement)).toBe(true);
    expect(await announcements.publish({ ...announcement, title: "Other" })).toBe(false);
    await openTopic("topic_1", "Bicycles");
    await openTopic("topic_2", "Roof");
    await openTopic("topic_3", "Silent");
    await post("post_1", "topic_1");
    await post("post_2", "topic_2");
    await post("post_3", "topic_2");
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
    expect(await digests.content({ since: at(-5), until: at(-4) })).toMatchObject({
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
}
