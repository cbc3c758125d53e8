import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, registerResidents, type TenOceanBench } from "../contract/bench.ts";
import type { NewCommunityEvent, RsvpResponse } from "../port.ts";
import { UnknownResidentError } from "../verification/errors.ts";
import { EventClosedError, UnknownEventError } from "./errors.ts";

export function communityContract(bench: TenOceanBench): void {
  const { communityEvents, rsvps } = bench.stores;
  const party: NewCommunityEvent = {
    eventId: "evt_1",
    title: "Roof party",
    description: "Bring a dish.",
    location: "The roof",
    startsAt: "2026-11-20T18:00:00.000Z",
    capacity: 3,
    createdBy: "admin_1",
  };
  const create = (changes: Partial<NewCommunityEvent> = {}) =>
    communityEvents.create({ ...party, ...changes }, { emit: [] });
  const answer = (n: number, response: RsvpResponse, seats?: number) =>
    rsvps.answer({ eventId: "evt_1", userId: `user_${n}`, response, seats }, marked("event/rsvp.changed"));
  /** Who has seats and who waits, each in order. */
  const seating = async () => {
    const going = await rsvps.list({ eventId: "evt_1", response: "going" });
    const ids = (seated: boolean) =>
      going.filter((rsvp) => rsvp.seated === seated).map(({ userId }) => userId);
    return { seated: ids(true), waiting: ids(false) };
  };

  it("an event is created once and listed by its start", async () => {
    expect(await communityEvents.create(party, marked("event/created"))).toBe(true);
    expect(await communityEvents.create({ ...party, title: "Other" }, marked("event/created"))).toBe(false);
    await create({ eventId: "evt_0", startsAt: "2026-11-19T18:00:00.000Z", capacity: undefined });
    await create({ eventId: "evt_2", startsAt: "2026-12-01T00:00:00.000Z" });
    const november = await communityEvents.list({ from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" });
    expect(november.map(({ eventId }) => eventId)).toEqual(["evt_0", "evt_1"]);
    expect(november[1]).toMatchObject({ ...party, status: "scheduled" });
    expect(await communityEvents.get("evt_0")).toMatchObject({ capacity: undefined });
    expect(await communityEvents.get("evt_9")).toBeUndefined();
    expect(await emittedNames(bench)).toEqual(["event/created"]);
  });

  it("a change tells what was and what is; nothing changed is not emitted", async () => {
    await create();
    const change = await communityEvents.update("evt_1", { location: "The lobby" }, marked("event/updated"));
    expect([change.before.location, change.after.location]).toEqual(["The roof", "The lobby"]);
    expect(await communityEvents.get("evt_1")).toEqual(change.after);
    await communityEvents.update(
      "evt_1",
      { startsAt: party.startsAt, title: undefined },
      marked("event/updated"),
    );
    expect(await emittedNames(bench)).toEqual(["event/updated"]);
    expect(await failureOf(communityEvents.update("evt_9", {}, marked("x")))).toBeInstanceOf(
      UnknownEventError,
    );
  });

  it("seats go in the order of the answers; who finds too few waits", async () => {
    await registerResidents(bench, 4);
    await create();
    await answer(1, "going", 2);
    expect((await answer(2, "going", 2)).rsvp).toMatchObject({ seated: false, seats: 2 });
    await answer(3, "going");
    await answer(4, "maybe");
    // user_3 would fit, but user_2 asked first.
    expect(await seating()).toEqual({ seated: ["user_1"], waiting: ["user_2", "user_3"] });
    const answers = await rsvps.list({ eventId: "evt_1" });
    expect(answers.at(-1)).toMatchObject({ userId: "user_4", response: "maybe", seats: 0, seated: false });
  });

  it("seats that become free go to those who wait", async () => {
    await registerResidents(bench, 3);
    await create();
    await answer(1, "going", 3);
    await answer(2, "going", 2);
    await answer(3, "going");
    const { rsvp, promoted } = await answer(1, "declined");
    expect(rsvp).toMatchObject({ response: "declined", seats: 0, seated: false });
    expect(promoted.map(({ userId }) => userId)).toEqual(["user_2", "user_3"]);
    expect(await seating()).toEqual({ seated: ["user_2", "user_3"], waiting: [] });
  });

  it("who gives back one of their seats keeps the others; who wants more queues again", async () => {
    await registerResidents(bench, 3);
    await create();
    await answer(1, "going", 3);
    await answer(2, "going", 1);
    expect((await answer(1, "going", 2)).promoted.map(({ userId }) => userId)).toEqual(["user_2"]);
    await answer(3, "going", 1);
    expect((await answer(2, "going", 2)).rsvp.seated).toBe(false);
    expect(await seating()).toEqual({ seated: ["user_1", "user_3"], waiting: ["user_2"] });
  });

  it("more seats go to the waiting list; fewer take none away", async () => {
    await registerResidents(bench, 2);
    await create({ capacity: 2 });
    await answer(1, "going", 2);
    await answer(2, "going", 2);
    const fewer = await communityEvents.update("evt_1", { capacity: 1 }, marked("event/updated"));
    expect(fewer.promoted).toEqual([]);
    expect(await seating()).toEqual({ seated: ["user_1"], waiting: ["user_2"] });
    const more = await communityEvents.update("evt_1", { capacity: 4 }, marked("event/updated"));
    expect(more.promoted).toMatchObject([{ userId: "user_2", seated: true }]);
  });

  it("the same answer again changes and emits nothing", async () => {
    await registerResidents(bench, 1);
    await create();
    const { rsvp } = await answer(1, "going", 2);
    expect(await answer(1, "going", 2)).toEqual({ rsvp, promoted: [] });
    expect(await emittedNames(bench)).toEqual(["event/rsvp.changed"]);
  });

  it("twenty answers at once give exactly the seats there are", async () => {
    await registerResidents(bench, 20);
    await create({ capacity: 7 });
    await Promise.all(Array.from({ length: 20 }, (_, n) => answer(n + 1, "going")));
    const { seated, waiting } = await seating();
    expect([seated.length, waiting.length]).toEqual([7, 13]);
  });

  it("an event without a limit seats everyone", async () => {
    await registerResidents(bench, 2);
    await create({ capacity: undefined });
    await answer(1, "going", 10);
    await answer(2, "going", 10);
    expect(await seating()).toEqual({ seated: ["user_1", "user_2"], waiting: [] });
  });

  it("an event that was called off or does not exist takes no answers, nor does anyone unknown give one", async () => {
    await registerResidents(bench, 1);
    expect(await failureOf(answer(1, "going"))).toBeInstanceOf(UnknownEventError);
    await create();
    expect(await failureOf(answer(9, "going"))).toBeInstanceOf(UnknownResidentError);
    await communityEvents.update("evt_1", { status: "cancelled" }, { emit: [] });
    expect(await failureOf(answer(1, "going"))).toBeInstanceOf(EventClosedError);
    expect(await emittedNames(bench)).toEqual([]);
  });
}
