import type { DigestContent, DigestReader } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { personalise } from "./personalise.ts";

const until = "2026-11-09T13:00:00.000Z";

const announcement = (n: number, floor?: number): DigestContent["announcements"][number] => ({
  announcementId: `ann_${n}`,
  title: `Notice ${n}`,
  body: "From nine\n\nto noon.",
  publishedBy: "admin_001",
  publishedAt: "2026-11-05T00:00:00.000Z",
  urgent: false,
  floor,
});

const party: DigestContent["events"][number] = {
  eventId: "evt_1",
  title: "Roof party",
  description: "Bring a dish.",
  location: "The roof",
  startsAt: "2026-11-20T23:00:00.000Z",
  createdBy: "admin_001",
  status: "scheduled",
  createdAt: "2026-11-01T00:00:00.000Z",
  revision: 0,
  updatedAt: "2026-11-01T00:00:00.000Z",
};

const content: DigestContent = {
  announcements: [announcement(1), announcement(2, 4), announcement(3, 2)],
  events: [party],
  topics: [{ topicId: "topic_1", title: "Bike room", posts: 2 }],
};

const nothing: DigestContent = { announcements: [], events: [], topics: [] };

const maya: DigestReader = {
  userId: "user_maya",
  firstName: "Maya",
  floor: 4,
  digest: "weekly",
  muted: [],
  answers: [],
  held: [],
};

const write = (reader: Partial<DigestReader>, of: DigestContent = content) =>
  personalise({ content: of, reader: { ...maya, ...reader }, until });

it("tells of the house and the reader's floor", () => {
  const idsFor = (floor?: number) =>
    write({ floor })?.announcements.map(({ announcementId }) => announcementId);
  expect(idsFor(4)).toEqual(["ann_1", "ann_2"]);
  expect(idsFor(2)).toEqual(["ann_1", "ann_3"]);
  expect(idsFor()).toEqual(["ann_1"]);
  expect(write({})?.announcements[0]).toMatchObject({ excerpt: "From nine to noon.", floor: null });
});

it("says what the reader answered", () => {
  const answerTo = (answer: { response: "going" | "maybe" | "declined"; seated: boolean }) =>
    write({ answers: [{ eventId: "evt_1", ...answer }] })?.events[0]?.answer;
  expect(answerTo({ response: "going", seated: true })).toBe("going");
  expect(answerTo({ response: "going", seated: false })).toBe("waiting");
  expect(answerTo({ response: "maybe", seated: false })).toBe("maybe");
  expect(answerTo({ response: "declined", seated: false })).toBe("declined");
  expect(write({})?.events[0]?.answer).toBe("none");
});

it("leaves out the kinds that the reader turned off", () => {
  expect(write({ muted: ["announcement"] })).toMatchObject({ announcements: [], events: [{}], topics: [{}] });
  expect(write({ muted: ["community"] })).toMatchObject({
    announcements: [{}, {}],
    events: [],
    topics: [{}],
  });
  expect(write({ muted: ["forum"] })).toMatchObject({ announcements: [{}, {}], events: [{}], topics: [] });
});

it("tells what was kept for the digest, but not what it tells of anyway or what was turned off", () => {
  const notice = (kind: "forum" | "announcement" | "maintenance", path: string) => ({
    notificationId: `${kind}:${path}`,
    kind,
    title: `About ${path}`,
    path,
  });
  const held = [
    notice("announcement", "/ten-ocean/announcements/ann_1"),
    notice("forum", "/ten-ocean/forum/topic_1"),
    notice("maintenance", "/ten-ocean/maintenance/req_1"),
  ];
  expect(write({ held, muted: ["maintenance"] })?.held.map(({ path }) => path)).toEqual([
    "/ten-ocean/forum/topic_1",
  ]);
});

it("has nothing for a reader whom nothing concerns", () => {
  expect(write({}, nothing)).toBeUndefined();
  expect(write({ floor: 6 }, { ...nothing, announcements: [announcement(1, 4)] })).toBeUndefined();
  expect(write({ muted: ["announcement", "community", "forum"] })).toBeUndefined();
  expect(write({ waiting: { registrations: 0, requests: 0 } }, nothing)).toBeUndefined();
  expect(write({ waiting: { registrations: 1, requests: 0 } }, nothing)).toMatchObject({ registrations: 1 });
});

it("shows what there is room for, and says how much more there is", () => {
  const many = Array.from({ length: 30 }, (_, n) => announcement(n));
  const held = many.map(({ announcementId, title }) => ({
    notificationId: announcementId,
    kind: "maintenance" as const,
    title,
    path: "/ten-ocean/maintenance/req_1",
  }));
  const data = write({ held }, { ...content, announcements: many });
  expect(data?.announcements).toHaveLength(8);
  expect(data?.held).toHaveLength(10);
  expect(data).toMatchObject({ moreAnnouncements: 22, moreHeld: 20 });
});
