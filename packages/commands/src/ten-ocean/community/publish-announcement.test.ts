import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { type Announcer, newAnnouncementId } from "./announcement-request.ts";
import { type AnnouncementEntries, publishAnnouncement } from "./publish-announcement.ts";

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
  await stores.tenOcean.units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  await stores.tenOcean.units.add({ unitId: "unit_2A", label: "2A", floor: 2 });
});

function announcement(changes: Partial<AnnouncementEntries> = {}): AnnouncementEntries {
  return {
    announcementId: newAnnouncementId(),
    announcer: admin,
    title: "Water off on Tuesday",
    body: "From nine to noon.",
    floor: "",
    urgent: "",
    ...changes,
  };
}

const publish = (changes: Partial<AnnouncementEntries> = {}) =>
  publishAnnouncement(stores.tenOcean)(announcement(changes));

it("publishes to the house once, however often the form is sent, with its event", async () => {
  const form = announcement({ title: "  Water \n off ", body: " One\r\n\r\nTwo  " });
  const { announcementId } = form;
  for (const _ of [1, 2]) {
    expect(await publishAnnouncement(stores.tenOcean)(form)).toEqual({ ok: true, announcementId });
  }
  expect(await stores.tenOcean.announcements.get(announcementId)).toMatchObject({
    title: "Water off",
    body: "One\n\nTwo",
    floor: undefined,
    urgent: false,
    publishedBy: "admin_001",
  });
  expect(await stores.emitted()).toEqual([`community/announcement.published:${announcementId}`]);
});

it("a floor captain publishes to their floor, urgently if need be, and to no other", async () => {
  const outcome = await publish({ announcer: captain, floor: "4", urgent: "yes" });
  if (!outcome.ok) throw new Error(outcome.message);
  const { announcementId } = outcome;
  const [event] = (await stores.emittedEvents()).slice(-1);
  expect(event?.data).toMatchObject({ announcementId, publishedBy: "admin_002", floor: 4, urgent: true });
  const before = await stores.emitted();
  for (const floor of ["", "2"]) {
    expect(await publish({ announcer: captain, floor })).toMatchObject({
      code: "not-theirs",
      fields: { floor: expect.stringContaining("your own floor") },
    });
  }
  expect(await stores.emitted()).toEqual(before);
});

it.each([
  [{ floor: "9" }, "unknown-floor", { floor: expect.stringContaining("no floor 9") }],
  [{ floor: "roof" }, "invalid", { floor: expect.stringContaining("from the list") }],
  [{ title: " \n " }, "invalid", { title: "Enter a title." }],
  [{ title: "x".repeat(121) }, "invalid", { title: "Shorten the title to 120 characters." }],
  [{ title: "Party \ud83c" }, "invalid", { title: expect.stringContaining("cannot be read") }],
  [{ body: "" }, "invalid", { body: "Write what there is to say." }],
  [{ body: "x".repeat(4_001) }, "invalid", { body: "Shorten the text to 4,000 characters." }],
  [{ body: "half \udf89" }, "invalid", { body: expect.stringContaining("cannot be read") }],
  [{ announcementId: "7" }, "damaged", {}],
])("%j is refused, and nothing is written", async (changes, code, fields) => {
  const before = await stores.tenOcean.announcements.list();
  expect(await publish(changes)).toMatchObject({ ok: false, code, fields });
  expect(await stores.tenOcean.announcements.list()).toEqual(before);
});

it("script is kept as the text that it is", async () => {
  const outcome = await publish({ title: "<script>alert(1)</script>" });
  if (!outcome.ok) throw new Error(outcome.message);
  expect(await stores.tenOcean.announcements.get(outcome.announcementId)).toMatchObject({
    title: "<script>alert(1)</script>",
  });
});
