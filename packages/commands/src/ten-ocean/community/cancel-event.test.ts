import { expect, it } from "vitest";
import { admin, captain, inHours, neighbour, partyEntries } from "../../testing/community.ts";
import { testStores } from "../../testing/test-stores.ts";
import { fromBuildingTime } from "../building-time.ts";
import { cancelEvent } from "./cancel-event.ts";
import { createEvent, newEventId } from "./create-event.ts";

const stores = await testStores();
const { communityEvents } = stores.tenOcean;
const cancel = cancelEvent({ communityEvents });

async function planned() {
  const eventId = newEventId();
  await createEvent({ communityEvents })({ ...partyEntries(), eventId, organizer: admin });
  const before = (await stores.emittedEvents()).length;
  return { eventId, emitted: async () => (await stores.emittedEvents()).slice(before) };
}

it("calls an event off once, with the reason", async () => {
  const { eventId, emitted } = await planned();
  const request = { eventId, reason: " Rain.\r\nSorry! ", organizer: captain };
  expect(await cancel(request)).toEqual({ ok: true, eventId });
  expect(await cancel(request)).toEqual({ ok: true, eventId });
  expect(await communityEvents.get(eventId)).toMatchObject({
    status: "cancelled",
    cancelReason: "Rain.\nSorry!",
  });
  expect(await emitted()).toMatchObject([
    { name: "event/updated", data: { changed: ["status"], status: "cancelled", revision: 1 } },
  ]);
});

it("needs no reason, and another one comes too late", async () => {
  const { eventId, emitted } = await planned();
  expect(await cancel({ eventId, reason: "", organizer: admin })).toMatchObject({ ok: true });
  expect(await cancel({ eventId, reason: "Rain.", organizer: admin })).toMatchObject({ code: "cancelled" });
  expect((await communityEvents.get(eventId))?.cancelReason).toBeUndefined();
  expect(await emitted()).toHaveLength(1);
});

it.each([
  ["x".repeat(501), /Shorten it to 500/],
  ["🎉".slice(0, 1), /cannot be read/],
])("a reason that is too long or garbled is refused at its entry", async (reason, message) => {
  const { eventId, emitted } = await planned();
  expect(await cancel({ eventId, reason, organizer: admin })).toMatchObject({
    ok: false,
    fields: { reason: expect.stringMatching(message) },
  });
  expect(await emitted()).toEqual([]);
});

it("what has begun is not called off, nor what does not exist, nor by a resident", async () => {
  const { title, description, location } = partyEntries();
  const startsAt = fromBuildingTime(inHours(-1)) ?? "";
  const begun = newEventId();
  await communityEvents.create(
    { eventId: begun, title, description, location, startsAt, createdBy: admin.id },
    { emit: [] },
  );
  expect(await cancel({ eventId: begun, reason: "", organizer: admin })).toMatchObject({ code: "begun" });
  const unknown = newEventId();
  expect(await cancel({ eventId: unknown, reason: "", organizer: admin })).toMatchObject({
    code: "unknown-event",
  });
  const maya = await neighbour(stores, "maya");
  const { eventId, emitted } = await planned();
  expect(await cancel({ eventId, reason: "", organizer: maya })).toMatchObject({ code: "not-allowed" });
  expect(await communityEvents.get(begun)).toMatchObject({ status: "scheduled" });
  expect(await emitted()).toEqual([]);
});
