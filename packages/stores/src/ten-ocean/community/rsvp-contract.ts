import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import {
  emittedNames,
  marked,
  moveInResidents,
  registerResidents,
  type TenOceanBench,
} from "../contract/bench.ts";
import type { NewCommunityEvent, RsvpResponse } from "../port.ts";
import { NotResidentError, UnknownResidentError } from "../verification/errors.ts";
import { party } from "./contract.ts";
import { EventClosedError, UnknownEventError } from "./errors.ts";

export function rsvpContract(bench: TenOceanBench): void {
  const { communityEvents, residents, rsvps } = bench.stores;
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

  it("seats go in the order of the answers; who finds too few waits", async () => {
    await moveInResidents(bench, 4);
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
    await moveInResidents(bench, 3);
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
    await moveInResidents(bench, 3);
    await create();
    await answer(1, "going", 3);
    await answer(2, "going", 1);
    expect((await answer(1, "going", 2)).promoted.map(({ userId }) => userId)).toEqual(["user_2"]);
    await answer(3, "going", 1);
    expect((await answer(2, "going", 2)).rsvp.seated).toBe(false);
    expect(await seating()).toEqual({ seated: ["user_1", "user_3"], waiting: ["user_2"] });
  });

  it("more seats go to the waiting list; fewer take none away", async () => {
    await moveInResidents(bench, 2);
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
    await moveInResidents(bench, 1);
    await create();
    const { rsvp } = await answer(1, "going", 2);
    expect(await answer(1, "going", 2)).toMatchObject({ rsvp, promoted: [] });
    expect(await emittedNames(bench)).toEqual(["event/rsvp.changed"]);
  });

  it("twenty answers at once give exactly the seats there are", async () => {
    await moveInResidents(bench, 20);
    await create({ capacity: 7 });
    await Promise.all(Array.from({ length: 20 }, (_, n) => answer(n + 1, "going")));
    const { seated, waiting } = await seating();
    expect([seated.length, waiting.length]).toEqual([7, 13]);
  });

  it("an event without a limit seats everyone", async () => {
    await moveInResidents(bench, 2);
    await create({ capacity: undefined });
    await answer(1, "going", 10);
    await answer(2, "going", 10);
    expect(await seating()).toEqual({ seated: ["user_1", "user_2"], waiting: [] });
  });

  it("an event that was called off or does not exist takes no answers, nor does anyone unknown give one", async () => {
    await moveInResidents(bench, 1);
    expect(await failureOf(answer(1, "going"))).toBeInstanceOf(UnknownEventError);
    await create();
    expect(await failureOf(answer(9, "going"))).toBeInstanceOf(UnknownResidentError);
    await communityEvents.update("evt_1", { status: "cancelled" }, { emit: [] });
    expect(await failureOf(answer(1, "going"))).toBeInstanceOf(EventClosedError);
    expect(await emittedNames(bench)).toEqual([]);
  });

  it("two hundred answers at once for the last seat: one gets it, and the others wait in one order", async () => {
    await moveInResidents(bench, 200);
    await create({ capacity: 1 });
    await Promise.all(Array.from({ length: 200 }, (_, n) => answer(n + 1, "going")));
    const { seated, waiting } = await seating();
    expect([seated.length, waiting.length]).toEqual([1, 199]);
    const places = await Promise.all(
      waiting.map(async (userId) => (await rsvps.get({ eventId: "evt_1", userId }))?.place),
    );
    expect(places).toEqual(Array.from({ length: 199 }, (_, n) => n + 1));
    expect(await emittedNames(bench)).toHaveLength(200);
  }, 60_000);

  it("one's own answer says which place in the waiting list it has; every change of it counts", async () => {
    await moveInResidents(bench, 3);
    await create({ capacity: 1 });
    for (const n of [1, 2, 3]) await answer(n, "going");
    const own = (n: number) => rsvps.get({ eventId: "evt_1", userId: `user_${n}` });
    expect([(await own(1))?.place, (await own(2))?.place, (await own(3))?.place]).toEqual([undefined, 1, 2]);
    expect(await own(9)).toBeUndefined();
    const waited = await own(2);
    const { event, promoted } = await answer(1, "declined");
    expect(event).toMatchObject({ eventId: "evt_1", capacity: 1 });
    const moved = await own(2);
    expect(promoted).toEqual([moved]);
    expect(moved).toMatchObject({ seated: true, revision: (waited?.revision ?? 0) + 1 });
    expect((await own(3))?.place).toBe(1);
  });

  it("counts and names come with the event; nobody answered is none of each", async () => {
    await moveInResidents(bench, 4);
    await create();
    await create({ eventId: "evt_2" });
    await answer(1, "going", 2);
    await answer(2, "going", 3);
    await answer(3, "maybe");
    await answer(4, "declined");
    expect(await rsvps.counts(["evt_1", "evt_2"])).toEqual([
      { eventId: "evt_1", seatsTaken: 2, waiting: 1, maybe: 1 },
      { eventId: "evt_2", seatsTaken: 0, waiting: 0, maybe: 0 },
    ]);
    expect(await rsvps.counts([])).toEqual([]);
    const names = (await rsvps.attendance("evt_1")).map(({ lastName, response }) => [lastName, response]);
    expect(names).toEqual([
      ["1", "going"],
      ["2", "going"],
      ["3", "maybe"],
      ["4", "declined"],
    ]);
    expect(await rsvps.list({ userId: "user_2" })).toMatchObject([{ eventId: "evt_1", seats: 3 }]);
  });

  it("only who lives in the house answers; who moves out gives back the seats of what is to come", async () => {
    await moveInResidents(bench, 2);
    await create({ capacity: 1 });
    await create({ eventId: "evt_0", startsAt: "2026-11-01T18:00:00.000Z" });
    const past = { eventId: "evt_0", userId: "user_1", response: "going" } as const;
    await rsvps.answer(past, { emit: [] });
    await answer(1, "going");
    await answer(2, "going");
    await residents.changeStanding("user_1", "alumni", { emit: [] });
    expect(await failureOf(answer(1, "going", 2))).toBeInstanceOf(NotResidentError);
    const member = { userId: "user_1", from: "2026-11-10T00:00:00.000Z" };
    const withdrawn = await rsvps.withdraw(member, marked("event/rsvp.changed"));
    expect(withdrawn).toMatchObject([
      { rsvp: { response: "declined" }, promoted: [{ userId: "user_2", seated: true }] },
    ]);
    expect(await rsvps.withdraw(member, marked("event/rsvp.changed"))).toEqual([]);
    expect(await seating()).toEqual({ seated: ["user_2"], waiting: [] });
    expect(await rsvps.get(past)).toMatchObject({ response: "going" });
    expect(await emittedNames(bench)).toHaveLength(3);
  });

  it("who registered and is not confirmed does not answer", async () => {
    await registerResidents(bench, 1);
    await create();
    expect(await failureOf(answer(1, "maybe"))).toBeInstanceOf(NotResidentError);
    expect(await rsvps.list({ eventId: "evt_1" })).toEqual([]);
  });
}
